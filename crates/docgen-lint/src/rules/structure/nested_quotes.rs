//! “ ” inside “ ”: the inner ones are ‘ ’.

use docgen_model::Severity;

use super::nesting::inner_pairs;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-nested-quotes",
    severity: Severity::Warning,
    title: ["双引号里又用双引号", "double quotes inside double quotes"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.8.3.3：引号里面还要用引号时，外面一层用双引号，里面一层用单引号。",
        reason: "里外一样，就分不清引到哪里为止。",
        wrong: &["他说：“开展⟦“回头看”⟧活动。”"],
        right: &["他说：“开展‘回头看’活动。”", "开展“回头看”和“大走访”。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (pair, inner) in inner_pairs(passage.text.as_str(), ['“', '”']) {
            findings.at(
                passage.text,
                pair,
                [
                    "双引号里面用单引号".to_owned(),
                    "quotes inside quotes are single".to_owned(),
                ],
                [format!("写成‘{inner}’"), format!("write ‘{inner}’")],
            );
        }
    }
}
