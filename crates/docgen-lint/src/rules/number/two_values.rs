//! 全县出庭应诉率95% and 全县出庭应诉率98%: one indicator, two values.

use std::collections::BTreeMap;

use docgen_model::Severity;

use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Part, Passage, Script};
use crate::when::dates;

pub(super) const RULE: Rule = Rule {
    code: "number-two-values",
    severity: Severity::Warning,
    title: ["同一指标前后两个数", "one indicator with two values"],
    clause: None,
    manual: Manual {
        source: "通行文法：同一份文件里同一指标、同一范围、同一时段只有一个数。",
        reason: "各部门报来的数没有统一，代表会当场问。",
        wrong: &[
            "全县出庭应诉率达95%。\n坚持通报制度，全县出庭应诉率为⟦98%⟧。",
            "全县地区生产总值86.4亿元。\n全县地区生产总值达到⟦88.4亿元⟧，发展质量提高。",
        ],
        right: &[
            "全县出庭应诉率达95%。\n坚持通报制度，全县出庭应诉率达95%。",
            "全县出庭应诉率达95%。\n前三季度，全县出庭应诉率达98%。",
            "全县出庭应诉率达95%。\n力争全县出庭应诉率达到98%。",
            "全县办理案件72件。\n全县新增办理案件30件。",
            "全县出庭应诉率由90%提高到95%。\n全县出庭应诉率达95%。",
        ],
    },
    check,
};

/// Areas that a figure may speak of.
const AREAS: &[&str] =
    &["全县", "全市", "全盟", "全省", "全区", "全旗", "全州", "全镇", "全乡", "全国"];
/// Words by which a sentence speaks of another time, or of what is wanted.
pub(super) const OTHER_TIMES: &[&str] = &[
    "季度",
    "上半年",
    "下半年",
    "月",
    "去年",
    "上年",
    "同期",
    "前年",
    "以来",
    "累计",
    "截至",
    "力争",
    "确保",
    "目标",
    "计划",
    "争取",
    "预计",
    "要",
    "将",
    "底前",
    "以上",
    "左右",
    "其中",
    "今后",
];
/// What ends the name of an indicator.
const ENDS: &[&str] = &[
    "率",
    "总值",
    "收入",
    "投资额",
    "总额",
    "面积",
    "人口",
    "总量",
    "产值",
    "总数",
    "总投资",
    "编制",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut seen: BTreeMap<(Option<usize>, &str), &Quantity<'_>> = BTreeMap::new();
    for passage in script.prose() {
        let Part::Body(_, attachment) = passage.part else { continue };
        for (quantity, name) in indicators(passage) {
            let first = *seen.entry((attachment, name)).or_insert(quantity);
            let alike = first.unit == quantity.unit;
            let apart = (first.amount.0 - quantity.amount.0).abs();
            if !alike || apart <= first.slack() + quantity.slack() {
                continue;
            }
            let [one, other] = [first, quantity].map(|q| first.tells(q.amount));
            tell(
                findings,
                passage,
                quantity.at.clone(),
                [
                    format!(
                        "“{name}”前面是{one}，这里是{other}，相差{}",
                        first.tells(Amount(apart))
                    ),
                    format!("“{name}” was {one}, here it is {other}"),
                ],
            );
        }
    }
}

/// The figures of a passage that tell an indicator of an area for the whole time.
fn indicators<'p, 'a>(
    passage: &'p Passage<'a>,
) -> impl Iterator<Item = (&'p Quantity<'a>, &'a str)> {
    let sentences = passage.sentences.iter();
    sentences.flat_map(move |sentence| {
        let words = passage.text.as_str().get(sentence.clone()).unwrap_or_default();
        let quantities = passage.quantities_in(sentence.clone()).iter();
        let timeless = quantities.len() > 0
            && !has_any(words, OTHER_TIMES)
            && dates(words).is_empty();
        quantities.filter(move |_| timeless).filter_map(|quantity| {
            let label = passage.label(quantity);
            let name = label.trim_end_matches(['为', '达', '到', '是', '实', '现']);
            let area = AREAS.iter().any(|area| name.starts_with(area));
            let known = ENDS.iter().any(|end| name.ends_with(end));
            let fits = area && known && !quantity.about && !quantity.unit.is_empty();
            (fits && !label.contains(['由', '从'])).then_some((quantity, name))
        })
    })
}
