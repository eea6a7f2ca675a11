//! 2021年09月08日: months and days without leading zero.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-date-zero",
    severity: Severity::Warning,
    title: ["月、日前面写了零", "a month or day with a leading zero"],
    clause: Some([7, 3, 5, 4]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.5.4：月、日不编虚位（即1不编为01）。",
        reason: "公文里的日期只有一种写法。",
        wrong: &["2021年⟦09⟧月⟦08⟧日通过验收。"],
        right: &["2021年9月8日通过验收。", "完成101个月任务。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, _) in text.match_indices(['月', '日']) {
            let Some(start) = at.checked_sub(2).filter(|&s| text.is_char_boundary(s))
            else {
                continue;
            };
            let digits = &text[start..at];
            let right = digits
                .strip_prefix('0')
                .filter(|d| matches!(d.as_bytes(), [b'1'..=b'9']));
            let begins =
                !text[..start].ends_with(|c: char| c.is_ascii_digit() || c == '.');
            if let Some(right) = right.filter(|_| begins) {
                findings.replace(
                    passage.text,
                    start..at,
                    [
                        format!("“{digits}”不编虚位"),
                        format!("“{digits}” has a leading zero"),
                    ],
                    right,
                );
            }
        }
    }
}
