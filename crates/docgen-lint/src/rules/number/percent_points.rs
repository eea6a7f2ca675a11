//! 由80%提高到90%，提高10%: per cent and 百分点.

use docgen_model::Severity;

use crate::change::{change, way};
use crate::figures::tell;
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-percent-points",
    severity: Severity::Warning,
    title: [
        "百分比之差没有用百分点，或者百分点算错",
        "a difference of percentages that is not in points",
    ],
    clause: None,
    manual: Manual {
        source: "GB/T 15835、统计用语：两个百分比之差以“百分点”表示。",
        reason: "提高10%与提高10个百分点是两回事。",
        wrong: &[
            "办结率由80%提高到90%，提高⟦10%⟧。",
            "办结率由80%提高到90%，提高⟦12个百分点⟧。",
            "满意率95.5%，比上年的93.2%提高⟦2.5个百分点⟧。",
        ],
        right: &[
            "办结率由80%提高到90%，提高10个百分点。",
            "满意率95.5%，比上年的93.2%提高2.3个百分点。",
            "办结率由80%提高到90%，增长12.5%。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [one, other, more] in passage.runs::<3>() {
            let Some(change) = change(passage, one, other) else { continue };
            let named = way(passage.label(more)).is_some() && !more.about;
            if !one.is_percent() || !named {
                continue;
            }
            let [old, new] = [change.old, change.new];
            let difference = (new.amount.0 - old.amount.0).abs();
            let right = Amount(difference).written();
            let told = passage.written(more);
            let (zh, en) = if more.is_points() && more.amount.0 != difference {
                (format!("相差{right}个百分点，这里写的是{told}"), format!("not {told}"))
            } else if more.is_percent() && more.amount.0 == difference {
                (
                    format!("相差的是{right}个百分点，不是{told}"),
                    "not per cent".to_owned(),
                )
            } else {
                continue;
            };
            let [old, new] = [old, new].map(|q| q.amount.written());
            tell(
                findings,
                passage,
                more.at.clone(),
                [
                    format!("{old}%与{new}%{zh}"),
                    format!(
                        "{old}% and {new}% differ by {right} percentage points, {en}"
                    ),
                ],
            );
        }
    }
}
