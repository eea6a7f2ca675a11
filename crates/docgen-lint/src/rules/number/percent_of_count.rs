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
            "建成高标准农田12.5万亩，占耕地面积38.6万亩的⟦35.4%⟧。",
            "新增就业12600人，完成年度任务11000人的⟦105%⟧。",
        ],
        right: &[
            "建成高标准农田12.5万亩，占耕地面积38.6万亩的32.4%，新增就业1.2万人，完成年度任务1.1万人的109%。",
            "将15个环节压缩到6个，压缩率60%。",
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
                let (parts, whole) = (&quantities[..index - 1], &quantities[index - 1]);
                if is_of_named_whole(passage, parts, whole, share) {
                    compare(passage, whole, &parts[index - 2], share, findings);
                    continue;
                }
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

/// `12.5万亩，占耕地面积38.6万亩的32.4%`: the whole stands between its part and their share. The
/// share may be that of several parts, added up.
fn is_of_named_whole(
    passage: &Passage<'_>,
    parts: &[Quantity<'_>],
    whole: &Quantity<'_>,
    share: &Quantity<'_>,
) -> bool {
    let Some(part) = parts.last() else { return false };
    let link = passage.between(part, whole);
    let clause = link.strip_prefix('，').unwrap_or_default();
    let named = clause.starts_with('占') || clause.starts_with("完成");
    let of_whole = passage.between(whole, share) == "的" && share.is_percent();
    let alike = part.is_count() && whole.is_count() && part.unit == whole.unit;
    let told =
        named && of_whole && alike && !clause.contains(['，', '、']) && !share.about;
    let mut sum = Quantity { amount: Amount(0), ..part.clone() };
    let listed = parts.iter().rev().take(NEAR).take_while(|part| part.unit == whole.unit);
    told && !listed.into_iter().any(|part| {
        sum.amount.0 += part.amount.0;
        share.is_ratio(&sum, whole, 100 * Amount::ONE)
    })
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
        // `由15个压缩到6个，压缩率60%`: how much less it is.
        Some(rate) if CHANGES.iter().any(|change| rate.ends_with(change)) => false,
        Some(rate) if !far && rate.chars().count() <= 7 => {
            partial || shares_word(rate, passage.label(part))
        }
        _ => partial && !far && is_of_whole(words),
    }
}

/// What the rates of changes are called.
const CHANGES: [&str; 8] =
    ["压缩", "压减", "精简", "减少", "下降", "降低", "提升", "增长"];

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
