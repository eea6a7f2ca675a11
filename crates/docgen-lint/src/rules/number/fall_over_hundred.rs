//! 下降120%: a fall of more than all.

use docgen_model::Severity;

use crate::change::{Way, way};
use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-fall-over-hundred",
    severity: Severity::Warning,
    title: ["下降超过100%", "a fall of more than 100%"],
    clause: None,
    manual: Manual {
        source: "统计常识：件数、金额减少100%就是零。",
        reason: "多半拿本期做了分母。",
        wrong: &["案件数同比下降⟦120%⟧。", "信访量比上年减少⟦150%⟧。"],
        right: &[
            "案件数同比下降20%。",
            "利润同比下降120%。",
            "案件数同比增长120%。",
            "案件减少到120%的水平。",
        ],
    },
    check,
};

/// What can fall below zero.
const SIGNED: &[&str] = &["利润", "效益", "盈", "净", "收益"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for sentence in passage.sentences.iter().cloned() {
            if has_any(&passage.text.as_str()[sentence.clone()], SIGNED) {
                continue;
            }
            for share in passage.quantities_in(sentence) {
                let falls = way(passage.label(share)) == Some(Way::Down)
                    || has_any(passage.label(share), &["下降", "减少"])
                        && passage.label(share).ends_with(['降', '少', '了']);
                if share.is_percent() && falls && share.amount.0 > 100 * Amount::ONE {
                    let told = passage.written(share);
                    tell(
                        findings,
                        passage,
                        share.at.clone(),
                        [
                            format!("减少100%就是0，不会减少{told}"),
                            format!("less by 100% is 0; it cannot fall by {told}"),
                        ],
                    );
                }
            }
        }
    }
}
