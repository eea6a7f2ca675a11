//! 458246万元（4.58亿元）: one amount in two units.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-conversion",
    severity: Severity::Warning,
    title: ["括号里的换算与前面的数不等", "a conversion that is not the same amount"],
    clause: None,
    manual: Manual {
        source: "GB 3100、法定计量单位换算：1公顷＝15亩，1平方公里＝100公顷＝1500亩，1公里＝1000米，1吨＝1000公斤。",
        reason: "换算错一位，就差十倍。",
        wrong: &[
            "执行金额458246万元（⟦4.58亿元⟧）。",
            "流转土地1200亩（⟦800公顷⟧）。",
            "新修道路3.5公里（⟦350米⟧）。",
            "面积30平方公里，折合⟦4500亩⟧。",
        ],
        right: &[
            "执行金额458246万元（45.82亿元）。",
            "流转土地1200亩（80公顷）。",
            "新修道路3.5公里（3500米）。",
            "面积30平方公里，折合4.5万亩。",
            "总投资3亿元（2亿元为银行贷款）。",
        ],
    },
    check,
};

/// Units of one measure, each with how much of the least it is.
const MEASURES: [&[(&str, i128)]; 5] = [
    &[("元", 1)],
    &[("平方米", 3), ("亩", 2000), ("公顷", 30_000), ("平方公里", 3_000_000)],
    &[("厘米", 1), ("米", 100), ("公里", 100_000)],
    &[("克", 1), ("公斤", 1000), ("吨", 1_000_000)],
    &[("千瓦", 1), ("兆瓦", 1000)],
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for [one, other] in passage.runs::<2>() {
            let between = passage.between(one, other);
            let rest = &text[other.at.end..];
            let bracket =
                matches!(between, "（" | "（约" | "（合" | "（即" | "（折合" | "（约合");
            let words = matches!(between, "，折合" | "，合" | "，约合" | "，即");
            if !(bracket && rest.starts_with('）')
                || words && rest.starts_with(['。', '，', '；']))
            {
                continue;
            }
            let Some(right) = converted(one, other) else { continue };
            let loose = if between.contains('约') || other.about || one.about {
                right / 20
            } else {
                other.slack() * 2 + one.slack() + right / 1000
            };
            if (right - other.amount.0).abs() > loose {
                let right = Amount(right).written();
                let told = other.amount.written();
                let (from, unit) = (passage.written(one), other.unit);
                tell(
                    findings,
                    passage,
                    other.at.clone(),
                    [
                        format!("{from}合{right}{unit}，这里写的是{told}{unit}"),
                        format!("{from} is {right}{unit}, not {told}{unit}"),
                    ],
                );
            }
        }
    }
}

/// One amount in the unit of another, if they measure the same.
fn converted(one: &Quantity<'_>, other: &Quantity<'_>) -> Option<i128> {
    (one.unit != other.unit || one.times != other.times).then_some(())?;
    MEASURES.iter().find_map(|measure| {
        let factor =
            |unit| measure.iter().find(|(name, _)| *name == unit).map(|(_, n)| *n);
        let (from, to) = (factor(one.unit)?, factor(other.unit)?);
        Some(one.amount.0 * from / to)
    })
}
