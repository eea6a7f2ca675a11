//! 教育、卫生、和文化: no 、 before 和.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-comma-before-and",
    severity: Severity::Warning,
    title: ["“和”“及”前面用了顿号", "、 before 和"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.5、通行文法：最后两项之间用“和”“及”的，前面不再用顿号。",
        reason: "连词已经把两项连起来。",
        wrong: &["教育、卫生⟦、⟧和文化工作。", "教育、卫生⟦、⟧以及文化工作。"],
        right: &[
            "教育、卫生和文化工作。",
            "建设宜居、和谐的家园。",
            "要准确、及时报送。",
            "昔阳县、和顺县、和静县、和政县先后脱贫。",
        ],
    },
    check,
};

/// Words that begin so and may well be an item.
const WORDS: [&str; 31] = [
    "和谐", "和解", "和平", "和睦", "和美", "和缓", "和善", "和气", "和田", "和县",
    "和龙", "和林", "和硕", "和顺", "和静", "和政", "和布", "和合", "和约", "和风",
    "和桥", "和庄", "和村", "和镇", "和乡", "和衷", "和声", "及时", "及格", "及早",
    "及第",
];

/// Ends of the names of places: behind one, what begins with 和 may well be another.
const PLACES: [char; 10] = ['省', '州', '盟', '市', '县', '区', '旗', '镇', '乡', '村'];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for and in ["、和", "、及", "、以及"] {
            for (at, _) in text.match_indices(and) {
                let rest = &text[at + '、'.len_utf8()..];
                if !WORDS.iter().any(|word| rest.starts_with(word)) {
                    let word = &and['、'.len_utf8()..];
                    let place = at..at + '、'.len_utf8();
                    let message =
                        [format!("“{word}”前面不用顿号"), format!("no 、 before {word}")];
                    if text[..at].ends_with(PLACES) && word == "和" {
                        let hint = ["删去顿号", "delete the 、"].map(str::to_owned);
                        findings.at(passage.text, place, message, hint);
                    } else {
                        findings.replace(passage.text, place, message, "");
                    }
                }
            }
        }
    }
}
