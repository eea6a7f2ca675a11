//! 覆盖率120%: a rate that cannot pass 100 per cent.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-over-hundred",
    severity: Severity::Warning,
    title: ["比率超过100%", "a rate of more than 100%"],
    clause: None,
    manual: Manual {
        source: "统计常识：部分占总体的比率不超过100%。",
        reason: "多按了一位，或者分子分母颠倒。",
        wrong: &["行政执法公开率⟦110%⟧。", "普法覆盖率达到⟦980%⟧。"],
        right: &["行政执法公开率100%。", "预算执行率103%。", "同比增长120%。"],
    },
    check,
};

/// Rates of a part of a whole.
const RATES: [&str; 16] = [
    "公开率",
    "覆盖率",
    "合格率",
    "办结率",
    "结案率",
    "执结率",
    "出庭率",
    "应诉率",
    "调解成功率",
    "报备率",
    "及时率",
    "规范率",
    "满意率",
    "回复率",
    "知晓率",
    "参与率",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in &passage.quantities {
            let before = text[..quantity.at.start]
                .trim_end_matches(['为', '达', '到', '均', '约']);
            let rate = RATES.iter().find(|rate| before.ends_with(**rate));
            let Some(rate) = rate.filter(|_| quantity.is_percent()) else { continue };
            if quantity.amount.0 > 100 * Amount::ONE {
                findings.at(
                    passage.text,
                    quantity.at.clone(),
                    [format!("{rate}不会超过100%"), format!("{rate} cannot pass 100%")],
                    ["核对这个数".to_owned(), "check the figure".to_owned()],
                );
            }
        }
    }
}
