//! 覆盖率120%: a rate that cannot pass 100 per cent.

use docgen_model::Severity;

use crate::figures::words_since;
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
        wrong: &[
            "行政执法公开率⟦110%⟧。",
            "普法覆盖率达到⟦980%⟧。",
            "案件按期办结率由95%提高到⟦101%⟧。",
            "基本医保参保率⟦102%⟧，农膜回收率⟦105%⟧，信访积案化解率达⟦103%⟧。",
        ],
        right: &[
            "行政执法公开率100%。",
            "预算执行率103%。",
            "同比增长120%。",
            "覆盖率提高到98%。",
            "小学毛入学率105%。",
        ],
    },
    check,
};

/// Rates of a part of a whole.
const RATES: &[&str] = &[
    "公开率",
    "覆盖率",
    "合格率",
    "办结率",
    "结案率",
    "执结率",
    "出庭率",
    "应诉率",
    "成功率",
    "报备率",
    "及时率",
    "规范率",
    "满意率",
    "回复率",
    "知晓率",
    "参与率",
    "普及率",
    "入学率",
    "达标率",
    "优良率",
    "优秀率",
    "及格率",
    "审结率",
    "整改率",
    "签约率",
    "采纳率",
    "到位率",
    "参保率",
    "回收率",
    "化解率",
    "调处率",
    "就业率",
    "巩固率",
    "出勤率",
    "兑现率",
    "准确率",
    "处置率",
    "建档率",
    "公示率",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in passage.quantities.iter().filter(|q| q.is_percent()) {
            if quantity.amount.0 <= 100 * Amount::ONE {
                continue;
            }
            let marks = ['，', '。', '；', '、'];
            let words = words_since(text, quantity.at.start, 40, &marks);
            let bare = words.trim_end_matches(['为', '达', '到', '均', '约']);
            let ends = |rate: &&&str| {
                let from = bare.rsplit_once(['由', '从']).map(|(before, _)| before);
                let raised = bare.ends_with(['高', '升']) || bare.ends_with("增长");
                bare.ends_with(**rate)
                    || from.is_some_and(|b| raised && b.ends_with(**rate))
            };
            // 毛入学率 counts pupils of any age.
            let Some(rate) = RATES.iter().find(ends).filter(|_| !words.contains('毛'))
            else {
                continue;
            };
            findings.at(
                passage.text,
                quantity.at.clone(),
                [format!("{rate}不会超过100%"), format!("{rate} cannot pass 100%")],
                ["核对这个数".to_owned(), "check the figure".to_owned()],
            );
        }
    }
}
