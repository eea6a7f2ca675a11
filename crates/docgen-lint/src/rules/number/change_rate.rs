//! 100件，比上年增加20件，增长30%: a value, its change and the rate of it.

use docgen_model::Severity;

use crate::change::{Way, way};
use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-change-rate",
    severity: Severity::Warning,
    title: ["增减量与增减幅度对不上", "a change and a rate that do not agree"],
    clause: None,
    manual: Manual {
        source: "统计常识：增幅等于增加的数除以原来的数，原来的数等于现在的数减去增加的数；减少的，加上减少的数。",
        reason: "三个数里改了一个，另外两个没有重算；读的人一除就知道。",
        wrong: &[
            "受理案件100件，比上年增加20件，增长⟦30%⟧。",
            "支出1256万元，较上年减少156万元，下降⟦20%⟧。",
            "完成投资12.5亿元，同比增加2.5亿元，增长⟦35%⟧。",
        ],
        right: &[
            "受理案件120件，比上年增加20件，增长20%。",
            "支出1256万元，较上年减少156万元，下降11%。",
            "完成投资12.5亿元，同比增加2.5亿元，增长25%。",
            "受理案件120件，其中民事60件，比上年增加20件，增长20%。",
            "新登记企业2400户，其中新增个体工商户500户，增长8%。",
        ],
    },
    check,
};

/// How many figures before its change a value may stand.
const NEAR: usize = 6;

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            for at in 1..quantities.len().saturating_sub(1) {
                let [more, share] = [&quantities[at], &quantities[at + 1]];
                let before = &quantities[at.saturating_sub(NEAR)..at];
                if let Some(way) = told_way(passage, more, share) {
                    compare(passage, before, [more, share], way, findings);
                }
            }
        }
    }
}

/// Which way a change and its rate go, if the words say that they compare with the year before.
fn told_way(
    passage: &Passage<'_>,
    more: &Quantity<'_>,
    share: &Quantity<'_>,
) -> Option<Way> {
    let label = passage.label(more);
    let compared = label.starts_with(['比', '较', '同', '环']);
    let near = passage.between(more, share).chars().count() <= 6;
    let fits = compared && near && more.is_count() && share.is_percent() && !share.about;
    way(label).filter(|told| fits && way(passage.label(share)) == Some(*told))
}

fn compare(
    passage: &Passage<'_>,
    before: &[Quantity<'_>],
    [more, share]: [&Quantity<'_>; 2],
    way: Way,
    findings: &mut Findings,
) {
    let Some(value) = before.last().filter(|value| value.is_count()) else { return };
    let gap = passage.between(value, more);
    let own = gap.starts_with(['，', '（']) && !gap.contains(['、', '；', '。']);
    let makes = |value: &Quantity<'_>| {
        let old = old(value, more, way);
        old.amount.0 > 0 && share.is_ratio(more, &old, 100 * Amount::ONE)
    };
    // The change may be that of a whole further in front.
    let mut alike = before.iter().filter(|value| value.unit == more.unit);
    let old = old(value, more, way);
    if !own || value.unit != more.unit || old.amount.0 <= 0 || alike.any(makes) {
        return;
    }
    let right = more.amount.0 * 100 * Amount::ONE / old.amount.0;
    let right = share.rounded(right).written();
    let [value, more, old] = [value, more, &old].map(|q| value.tells(q.amount));
    let (sign, told) = (if way == Way::Up { '－' } else { '＋' }, passage.written(share));
    tell(
        findings,
        passage,
        share.at.clone(),
        [
            format!(
                "原来是{value}{sign}{more}＝{old}，{more}÷{old}＝{right}%，这里写的是{told}"
            ),
            format!("{more} of {old} is {right}%, not {told}"),
        ],
    );
}

/// The value before its change.
fn old<'t>(value: &Quantity<'t>, more: &Quantity<'_>, way: Way) -> Quantity<'t> {
    let amount = match way {
        Way::Up => value.amount.0 - more.amount.0,
        Way::Down => value.amount.0 + more.amount.0,
    };
    Quantity { amount: Amount(amount), ..value.clone() }
}
