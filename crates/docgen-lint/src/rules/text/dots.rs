//! ... and -- instead of …… and ——.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-dots",
    severity: Severity::Warning,
    title: ["省略号、破折号的写法不对", "a wrong ellipsis or dash"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.11、4.13：省略号是六个连点“……”，破折号占两个字“——”。",
        reason: "句点、连字符凑成的省略号和破折号高低、长短都不对，还会在行末断开。",
        wrong: &[
            "包括教育、卫生⟦...⟧等领域。",
            "诸如此类⟦。。。⟧",
            "目标⟦--⟧建成法治政府。",
        ],
        right: &["包括教育、卫生……等领域。", "目标——建成法治政府。"],
    },
    check,
};

/// What is written, and what it should be, the longest first.
const FORMS: [(&str, &str); 4] =
    [("......", "……"), ("。。。", "……"), ("...", "……"), ("--", "——")];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let mut from = 0;
        while from < text.len() {
            let next = FORMS
                .iter()
                .filter_map(|form| Some((from + text[from..].find(form.0)?, form)))
                .min_by_key(|(at, form)| (*at, std::cmp::Reverse(form.0.len())));
            let Some((at, (wrong, right))) = next else { break };
            from = at + wrong.len();
            findings.replace(
                passage.text,
                at..from,
                [
                    format!("“{wrong}”应为“{right}”"),
                    format!("“{wrong}” should be “{right}”"),
                ],
                right,
            );
        }
    }
}
