//! 每期120人，举办12期，共1500人: so much each, times so many.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-product",
    severity: Severity::Warning,
    title: ["单数乘以个数与总数对不上", "so much each, times so many, is not the total"],
    clause: None,
    manual: Manual {
        source: "算术。",
        reason: "标准或者个数改了，总数没有重算。",
        wrong: &[
            "每期120人，举办12期，共计⟦1500人⟧。",
            "每户补助3000元，补助500户，共计⟦160万元⟧。",
            "按每村20万元的标准，对30个村给予奖补，共计⟦620万元⟧。",
        ],
        right: &[
            "每期120人，举办12期，共计1440人。",
            "每户补助3000元，补助500户，共计150万元。",
            "每月补助300元，已补助500户，共计投入80万元。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [each, count, total] in passage.runs::<3>() {
            let label = passage.label(each);
            let per = label.rfind('每').map(|at| &label[at + '每'.len_utf8()..]);
            let by_count = per.is_some_and(|per| {
                let unit = !count.unit.is_empty() && per.starts_with(count.unit);
                // `每村`, `33个村`.
                unit || !per.is_empty() && passage.behind(count).starts_with(per)
            });
            let words = passage.label(total);
            let totals = ["共", "合计", "总计", "累计"];
            let named = totals.iter().any(|word| words.starts_with(word))
                && words.chars().count() <= 6;
            let alike = each.unit == total.unit && each.is_count() && count.is_count();
            let product = each.amount.0 * (count.amount.0 / Amount::ONE);
            let loose =
                each.rounding() * (count.amount.0 / Amount::ONE) + total.rounding();
            let off = (product - total.amount.0).abs() > loose;
            if by_count && named && alike && !total.about && off {
                let right = total.tells(Amount(product));
                let [each, count, told] = [each, count, total].map(|q| q.tells(q.amount));
                tell(
                    findings,
                    passage,
                    total.at.clone(),
                    [
                        format!("{each}×{count}＝{right}，这里写的是{told}"),
                        format!("{each} times {count} is {right}, not {told}"),
                    ],
                );
            }
        }
    }
}
