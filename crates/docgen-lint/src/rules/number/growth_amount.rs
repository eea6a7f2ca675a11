//! 由100件增加到120件，增加30件: a difference against both values.

use docgen_model::Severity;

use crate::change::{Change, change, way};
use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-growth-amount",
    severity: Severity::Warning,
    title: ["增减数与前后数对不上", "a difference that the two values do not make"],
    clause: None,
    manual: Manual {
        source: "统计常识：增减数等于前后两数之差。",
        reason: "前后数改了，差没有重算。",
        wrong: &[
            "案件由100件增加到120件，增加⟦30件⟧。",
            "新登记市场主体2400户，比上年的2000户增加⟦500户⟧。",
            "收入由56.8亿元增加到62.3亿元，增长9.7%，增加⟦6.5亿元⟧。",
        ],
        right: &[
            "案件由100件增加到120件，增加20件。",
            "新登记市场主体2400户，比上年的2000户增加400户。",
            "案件由100件增加到120件，其中增加民事案件15件。",
            "编制由50个减少到46个，减少4个。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for counts in passage.counts_by_sentence() {
            for run in counts.windows(3) {
                let [one, other, more] = *run else { continue };
                if let Some(change) = change(passage, one, other) {
                    compare(passage, change, other, more, findings);
                }
            }
        }
    }
}

fn compare(
    passage: &Passage<'_>,
    change: Change<'_, '_>,
    other: &Quantity<'_>,
    more: &Quantity<'_>,
    findings: &mut Findings,
) {
    let near = passage.between(other, more).chars().count() <= 16;
    let named = near && way(passage.label(more)).is_some();
    let exact = more.unit == other.unit && !more.about;
    let Change { old, new } = change;
    let difference = (new.amount.0 - old.amount.0).abs();
    let loose = old.rounding() + new.rounding() + more.rounding();
    if named && exact && (difference - more.amount.0).abs() > loose {
        let right = new.tells(Amount(difference));
        let [old, new, told] = [old, new, more].map(|q| new.tells(q.amount));
        tell(
            findings,
            passage,
            more.at.clone(),
            [
                format!("{old}与{new}相差{right}，这里写的是{told}"),
                format!("{old} and {new} differ by {right}, not {told}"),
            ],
        );
    }
}
