//! 60个中完成45个，完成率80%: a share against its two counts.

use docgen_model::Severity;

use crate::figures::{has_any, says_among, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-percent-of-count",
    severity: Severity::Warning,
    title: ["百分比与件数对不上", "a percentage that its counts do not make"],
    clause: None,
    manual: Manual {
        source: "统计常识：比率等于部分除以总数。",
        reason: "件数更新了、比率没有重算，是年度报告里常见的错。",
        wrong: &[
            "60个项目中完成45个，完成率⟦80%⟧。",
            "共受理案件200件，已办结190件，办结率⟦98%⟧。",
            "梳理事项1860项，其中1767项实现全程网上办理，占⟦96%⟧。",
            "受理诉求5200件，按期办结5148件，按期办结率⟦99.9%⟧。",
            "调解纠纷1250件，成功1225件，成功率达⟦97%⟧。",
            "收入12.6亿元，比上年11.2亿元增长12.5%，其中税收收入8.1亿元，占⟦62.3%⟧。",
        ],
        right: &[
            "60个项目中完成45个，完成率75%。",
            "共受理案件300件，已办结199件，办结率66.3%。",
            "共受理案件300件，办结率98%。",
            "办理行政复议案件72件、行政应诉案件183件，负责人出庭应诉率达90%。",
            "受理案件200件，召开听证会30件，办结率98%。",
            "新增就业120人，其中高校毕业生45人，占全县毕业生的30%。",
            "梳理事项1860项，其中1767项实现全程网上办理，占总数的95%。",
            "监测对象312户896人，已消除风险198户571人，消除率63.5%。",
            "排查1256处，其中重大12处、一般1244处，已整改1230处，整改率97.9%。",
            "项目56个，开工48个，开工率85.7%，竣工12个，竣工率21.4%。",
            "幼儿园56所，其中公办32所，普惠性民办20所，普惠率92.9%。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            for (index, share) in quantities.iter().enumerate().skip(2) {
                let part = &quantities[index - 1];
                // `1067个村中，收入超过10万元的有906个`: others may stand between.
                let near = &quantities[index.saturating_sub(4)..index - 1];
                let own = |whole: &&Quantity<'_>| {
                    whole.unit == part.unit && !passage.label(whole).starts_with('比')
                };
                let whole = near.iter().rev().find(own);
                let Some(whole) = whole else { continue };
                let exact = whole.is_count() && part.is_count() && !share.about;
                let fits = share.is_percent() && part.amount <= whole.amount && exact;
                let of_part = passage.label(whole).contains("其中");
                let before = &quantities[index.saturating_sub(NEAR)..index];
                if fits
                    && !of_part
                    && names_share(passage, [whole, part, share])
                    && !is_made(before, share)
                {
                    compare(passage, whole, part, share, findings);
                }
            }
        }
    }
}

/// How many figures before a share its whole may stand.
const NEAR: usize = 12;

/// Whether a share is that of the last figures, added up, in any before them, or of two of
/// another unit: `312户896人，已消除风险198户571人`.
fn is_made(before: &[Quantity<'_>], share: &Quantity<'_>) -> bool {
    let Some(mut sum) = before.last().cloned() else { return false };
    let makes = |sum: &Quantity<'_>, wholes: &[Quantity<'_>]| {
        let alike =
            |whole: &&Quantity<'_>| whole.unit == sum.unit && whole.amount > sum.amount;
        let mut wholes = wholes.iter().filter(alike);
        wholes.any(|whole| share.is_ratio(sum, whole, 100 * Amount::ONE))
    };
    let other = |at: usize| before[at].unit != sum.unit && before[at].is_count();
    if (0..before.len()).any(|at| other(at) && makes(&before[at], &before[..at])) {
        return true;
    }
    for at in (0..before.len() - 1).rev() {
        if makes(&sum, &before[..=at]) {
            return true;
        }
        if before[at].unit != sum.unit {
            break;
        }
        sum.amount.0 += before[at].amount.0;
    }
    false
}

/// Whether the words call the second the part of the first that the share tells.
fn names_share(passage: &Passage<'_>, [whole, part, share]: [&Quantity<'_>; 3]) -> bool {
    let between = passage.between(whole, part);
    if between.contains(['、', '；']) {
        return false;
    }
    let rest = passage.between(part, share);
    let words = rest.rsplit('，').next().unwrap_or_default();
    let words = words.trim_end_matches(['为', '达', '到', '是']);
    let far = rest.matches('，').count() > 1 || rest.contains(['、', '；']);
    let partial = says_among(between) || has_any(between, &["已", "实际", "实到"]);
    match words.strip_suffix('率') {
        Some(rate) if !far && rate.chars().count() <= 7 => {
            partial || shares_word(rate, passage.label(part))
        }
        _ => partial && !far && is_of_whole(words),
    }
}

/// Whether two characters in a row of a rate's name stand in the words of the part, either way
/// round: 回收率 of what was 收回.
fn shares_word(rate: &str, label: &str) -> bool {
    let chars: Vec<_> = rate.chars().collect();
    let stands = |pair: [char; 2]| label.contains(&String::from_iter(pair));
    chars.windows(2).any(|pair| stands([pair[0], pair[1]]) || stands([pair[1], pair[0]]))
}

/// `占`, `占总数的`: a share of the whole that was told, no other.
fn is_of_whole(words: &str) -> bool {
    let all =
        ["", "比", "总数的", "总量的", "总额的", "全部的", "总人数的", "其中的", "到"];
    words.strip_prefix('占').is_some_and(|of| all.contains(&of))
}

fn compare(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    part: &Quantity<'_>,
    share: &Quantity<'_>,
    findings: &mut Findings,
) {
    if whole.amount.0 == 0 || share.is_ratio(part, whole, 100 * Amount::ONE) {
        return;
    }
    let exact = part.amount.0 * 100 * Amount::ONE / whole.amount.0;
    let rounded = share.rounded(exact).written();
    let told = share.amount.written();
    let [part, whole] = [part, whole].map(|q| whole.tells(q.amount));
    tell(
        findings,
        passage,
        share.at.clone(),
        [
            format!("{part}÷{whole}＝{rounded}%，这里写的是{told}%"),
            format!("{part} of {whole} is {rounded}%, not {told}%"),
        ],
    );
}
