//! ％ here, % there.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-percent-mixed",
    severity: Severity::Note,
    title: ["百分号有全角有半角", "% in two widths"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011：同一文件中同一符号用一种形式。",
        reason: "全角的占一字，与数字隔开。",
        wrong: &["增长5%，占比10⟦％⟧。"],
        right: &["增长5%，占比10%。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let narrow =
        script.passages.iter().any(|passage| passage.text.as_str().contains('%'));
    for passage in script.passages.iter().filter(|_| narrow) {
        for (at, sign) in passage.text.as_str().match_indices('％') {
            findings.replace(
                passage.text,
                at..at + sign.len(),
                ["别处用的是半角的“%”".to_owned(), "elsewhere it is “%”".to_owned()],
                "%",
            );
        }
    }
}
