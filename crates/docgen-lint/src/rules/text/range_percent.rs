//! 63～68%: a range of shares has % at both ends.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-range-percent",
    severity: Severity::Warning,
    title: ["百分数的范围只在后面写了%", "% at one end of a range only"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.5：百分数的范围，前后两个数都加百分号，如 63%～68%。",
        reason: "“63～68%”可以读成从63到0.68。",
        wrong: &["增长率为⟦63～68%⟧。", "控制在⟦5-8%⟧。"],
        right: &["增长率为63%～68%。", "2021—2025年间达到90%。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, mark) in text.match_indices(['～', '—', '-', '－', '~', '–']) {
            let before =
                text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            let after = text[at + mark.len()..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            let (start, end) = (before.len(), text.len() - after.len());
            let digits = start < at && end > at + mark.len();
            if let Some(sign) =
                after.chars().next().filter(|c| digits && matches!(c, '%' | '％'))
            {
                let (from, to) = (&text[start..at], &text[at + mark.len()..end]);
                findings.replace(
                    passage.text,
                    start..end + sign.len_utf8(),
                    [
                        format!("“{from}{mark}{to}%”只有后一个数有百分号"),
                        format!("“{from}{mark}{to}%” has % at one end only"),
                    ],
                    &format!("{from}%～{to}%"),
                );
            }
        }
    }
}
