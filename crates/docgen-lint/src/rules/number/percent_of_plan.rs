//! 计划60个，完成45个，完成计划的80%: a share of what was planned.

use docgen_model::Severity;

use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-percent-of-plan",
    severity: Severity::Warning,
    title: [
        "完成计划的百分比与数目对不上",
        "a share of a plan that the counts do not make",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：计划完成率等于实际数除以计划数。",
        reason: "实际数更新了，完成率没有重算。",
        wrong: &[
            "计划改造小区60个，实际完成45个，完成年度计划的⟦80%⟧。",
            "开工建设住房120套，占年度任务100套的⟦110%⟧。",
            "财政收入预算5000万元，实际完成5200万元，为预算的⟦102%⟧。",
        ],
        right: &[
            "计划改造小区60个，实际完成45个，完成年度计划的75%。",
            "开工建设住房120套，占年度任务100套的120%。",
            "计划改造小区60个，完成45个，完成三年计划的20%。",
            "财政收入预算5000万元，实际完成5200万元，为预算的104%。",
        ],
    },
    check,
};

const PLANS: &[&str] =
    &["计划", "任务", "目标", "预算", "年初预算", "目标任务", "计划任务"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [one, other, share] in passage.runs::<3>() {
            let Some((plan, real)) = plan_and_real(passage, one, other, share) else {
                continue;
            };
            let alike = plan.is_count() && real.is_count() && plan.unit == real.unit;
            let told = share.is_percent() && !share.about && alike && plan.amount.0 > 0;
            if !told || share.is_ratio(real, plan, 100 * Amount::ONE) {
                continue;
            }
            let exact = real.amount.0 * 100 * Amount::ONE / plan.amount.0;
            let right = share.rounded(exact).written();
            let told = share.amount.written();
            let [real, plan] = [real, plan].map(|q| plan.tells(q.amount));
            tell(
                findings,
                passage,
                share.at.clone(),
                [
                    format!("{real}÷{plan}＝{right}%，这里写的是{told}%"),
                    format!("{real} of {plan} is {right}%, not {told}%"),
                ],
            );
        }
    }
}

/// Which of two values is planned and which is real, if the words before the share say so.
fn plan_and_real<'p, 'a>(
    passage: &Passage<'_>,
    one: &'p Quantity<'a>,
    other: &'p Quantity<'a>,
    share: &Quantity<'_>,
) -> Option<(&'p Quantity<'a>, &'p Quantity<'a>)> {
    let between = passage.between(one, other);
    let label = passage.label(share);
    let planned = has_any(passage.label(one), PLANS) && !between.contains(['、', '；']);
    let of_plan = label.strip_suffix('的').is_some_and(|words| {
        let verbs = ["完成", "占", "为", "达到", "达", "是"];
        let rest = verbs.iter().find_map(|verb| words.strip_prefix(verb));
        let kind = rest.map(|rest| {
            rest.trim_start_matches("全年")
                .trim_start_matches("年度")
                .trim_start_matches("年初")
        });
        kind.is_some_and(|kind| PLANS.contains(&kind))
    });
    let own = label == "的" && has_any(passage.label(other), PLANS);
    if planned && of_plan {
        Some((one, other))
    } else if own && has_any(between, &["占", "完成", "为"]) {
        Some((other, one))
    } else {
        None
    }
}
