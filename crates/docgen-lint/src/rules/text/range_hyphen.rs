//! 2021-2025年: ranges of years take — or ～.

use docgen_model::Severity;

use super::ranges::{Kind, Range, ranges};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-range-hyphen",
    severity: Severity::Note,
    title: ["起止年份之间用了半字线", "a hyphen between years"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.13.3：标示时间、地域的起止用一字线“—”；短横线“-”用于编号。",
        reason: "短横线读起来像编号。",
        wrong: &["实施2021⟦-⟧2025年规划。"],
        right: &["实施2021—2025年规划。", "实施2021～2025年规划。"],
    },
    check,
};

/// Where the document has marks of the standard too, `text-range-mark` tells the others.
fn check(script: &Script<'_>, findings: &mut Findings) {
    let all: Vec<_> =
        script.passages.iter().flat_map(|p| ranges(p, Kind::Years)).collect();
    let right = |range: &Range<'_>| matches!(range.mark, "—" | "～");
    if all.iter().any(right) {
        return;
    }
    for Range { passage, at, mark, .. } in all {
        findings.replace(
            passage.text,
            at..at + mark.len(),
            [format!("起止号用了“{mark}”"), format!("“{mark}” between years")],
            "—",
        );
    }
}
