//! 由100件增加到120件，增长30%: growth against both values.

use docgen_model::Severity;

use crate::change::{change, way, way_at_end};
use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::Quantity;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-growth",
    severity: Severity::Warning,
    title: ["增减百分比与前后数对不上", "growth that the two values do not make"],
    clause: None,
    manual: Manual {
        source: "统计常识：增长率等于（本期－上期）÷上期。",
        reason: "拿本期做分母，或者数字更新后没有重算，都会算错。",
        wrong: &[
            "案件由100件增加到120件，增长⟦30%⟧。",
            "信访量从500件下降到400件，下降⟦25%⟧。",
            "新登记市场主体2400户，比上年的2000户增长⟦22%⟧。",
            "去年受理100件，今年受理130件，同比增长⟦23%⟧。",
            "事故同比下降⟦30%⟧，由20起降为16起。",
            "时限由30天压缩为12天，压缩⟦50%⟧。",
            "接待群众260批次（上年同期200批次），同比上升⟦20%⟧。",
        ],
        right: &[
            "案件由100件增加到120件，增长20%。",
            "信访量从500件下降到400件，下降20%。",
            "案件由3件增加到4件，增长33.3%。",
            "事故同比下降20%，由20起降为16起；信访量下降25%，由200件降至150件。",
            "新登记市场主体2400户，比上年的2000户增长20%。",
            "实现产值86.4亿元，比上年的80.1亿元增长7.9%。",
            "地区生产总值由80亿元增加到86亿元，按可比价格计算增长6.5%。",
            "受理案件120件，其中民事100件，同比增长5%。",
            "新登记2400户，其中企业500户，比上年的2000户增长20%。",
        ],
    },
    check,
};

/// Values at changed prices do not make the growth that is told.
const PRICES: &[&str] = &["可比", "不变价", "同口径", "剔除"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [one, other, share] in passage.runs::<3>() {
            let words = passage.between(other, share);
            let named = way(passage.label(share)).is_some();
            let near = words.chars().count() <= 12 && !words.contains('；');
            if named && near && !has_any(words, PRICES) {
                compare(passage, [one, other], share, findings);
            }
        }
        // `下降30%，由20起降为16起`.
        for [share, one, other] in passage.runs::<3>() {
            let named = way_at_end(passage.label(share)).is_some();
            let from = passage.between(share, one);
            if named && matches!(from, "，由" | "，从" | "（由" | "（从") {
                compare(passage, [one, other], share, findings);
            }
        }
    }
}

fn compare(
    passage: &Passage<'_>,
    [one, other]: [&Quantity<'_>; 2],
    share: &Quantity<'_>,
    findings: &mut Findings,
) {
    let Some(change) = change(passage, one, other) else { return };
    let told = share.is_percent() && !share.about && !one.is_percent();
    if !told || change.makes(share) {
        return;
    }
    let right = share.rounded(change.growth()).written();
    let [old, new] = [change.old, change.new].map(|q| change.new.tells(q.amount));
    let told = passage.written(share);
    tell(
        findings,
        passage,
        share.at.clone(),
        [
            format!("从{old}到{new}是（{new}－{old}）÷{old}＝{right}%，这里写的是{told}"),
            format!("{old} to {new} is {right}%, not {told}"),
        ],
    );
}
