//! 占总数的120%: a part of more than all.

use docgen_model::Severity;

use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-share-over",
    severity: Severity::Warning,
    title: ["占比超过100%", "a share of more than 100%"],
    clause: None,
    manual: Manual {
        source: "统计常识：部分不大于总体，占比不超过100%。",
        reason: "分子分母颠倒，或者多写了一位。",
        wrong: &[
            "网上办理1767项，占⟦195%⟧。",
            "教育支出占财政支出的⟦120%⟧。",
            "优良案卷占比达⟦101%⟧。",
        ],
        right: &[
            "网上办理1767项，占95%。",
            "完成投资12亿元，占年度计划的120%。",
            "占比100%。",
            "占用率120%。",
            "贷款余额占存款余额的比重为105%，进出口总额占地区生产总值的比重达120%。",
        ],
    },
    check,
};

/// What a result may pass.
const PASSABLE: &[&str] = &[
    "计划",
    "任务",
    "目标",
    "预算",
    "上年",
    "去年",
    "同期",
    "生产总值",
    "存款",
    "收入",
    "产能",
    "产量",
    "资产",
    "负债",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for share in passage.quantities.iter().filter(|q| q.is_percent()) {
            let label = passage.label(share);
            let words = label.rfind('占').map(|at| &label[at + '占'.len_utf8()..]);
            let Some(words) = words.filter(|words| !has_any(words, PASSABLE)) else {
                continue;
            };
            let named = words.trim_end_matches(['达', '到', '为', '了']);
            let ends = named.is_empty() || named.ends_with(['的', '比', '重', '例']);
            if ends && share.amount.0 > 100 * Amount::ONE {
                let told = passage.written(share);
                tell(
                    findings,
                    passage,
                    share.at.clone(),
                    [
                        format!("部分占总体不会超过100%，这里写的是{told}"),
                        format!("a part cannot be {told} of its whole"),
                    ],
                );
            }
        }
    }
}
