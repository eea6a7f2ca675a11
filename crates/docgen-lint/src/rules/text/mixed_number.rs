//! 3千, 5百: digits before 千 and 百.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-mixed-number",
    severity: Severity::Warning,
    title: ["阿拉伯数字与“千”“百”连写", "digits before 千 or 百"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.1：数值巨大的可以用“万”“亿”作单位，不用“千”“百”“十”。",
        reason: "“3千人”应写“3000人”或“三千人”。",
        wrong: &["培训⟦3千⟧人。", "投资⟦5百⟧万元。"],
        right: &["培训3000人。", "新建公路3千米。", "装机5千瓦。"],
    },
    check,
};

/// Units that begin with 千 or 百, so that it belongs to them.
const UNITS: [&str; 9] =
    ["千米", "千克", "千瓦", "千伏", "千焦", "千卡", "千帕", "百分", "百帕"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, word) in text.match_indices(['千', '百']) {
            let before =
                text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            let unit = UNITS.iter().any(|unit| text[at..].starts_with(unit));
            let end = at + word.len();
            let counts = text[end..]
                .starts_with(|c| "万亿人个件元次户家名条项亩吨余多".contains(c));
            if before.len() < at && !unit && counts {
                findings.at(
                    passage.text,
                    before.len()..end,
                    [
                        format!("“{}”应当全用阿拉伯数字", &text[before.len()..end]),
                        format!("“{}” is half in words", &text[before.len()..end]),
                    ],
                    ["写出全部数字".to_owned(), "write all digits".to_owned()],
                );
            }
        }
    }
}
