//! 3件、5件，合计9件: a total behind its parts.

use docgen_model::Severity;

use crate::figures::{LONGEST_LIST, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-sum-after",
    severity: Severity::Warning,
    title: ["合计数与前面各项之和不等", "a total that the parts before it do not make"],
    clause: None,
    manual: Manual {
        source: "统计常识：合计等于各项之和。",
        reason: "改了一项，忘了改合计。",
        wrong: &[
            "新建小区3个、改造小区5个，共计⟦9个⟧。",
            "取消36项，下放22项，合并12项，共精简⟦68项⟧。",
            "一线报名男性12人，女性8人，合计⟦21人⟧。",
            "投入中央资金300万元、省级资金200万元、县级资金120万元，总计⟦630万元⟧。",
        ],
        right: &[
            "新建小区3个、改造小区5个，共计8个。",
            "一线报名男性12人，女性8人，合计20人。",
            "检查企业300家、学校20所，共发现问题300个。",
            "调解纠纷300件、受理咨询200件，共计服务群众9000人次。",
            "培训2期，培训30人、40人，共计70人。",
            "建成1个中心、3个站点，共5个窗口。",
        ],
    },
    check,
};

const TOTAL: &[&str] =
    &["合计", "共计", "总计", "共", "总数为", "合计为", "总计为", "共计为", "三项合计"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            for (index, total) in quantities.iter().enumerate().skip(2) {
                if is_total(passage, total) && total.is_count() {
                    let parts = parts(passage, &quantities[..index], total);
                    compare(passage, parts, total, findings);
                }
            }
        }
    }
}

/// Verbs behind 共 that say of the total what the parts say each in its way.
const VERBS: &[&str] = &["精简", "筹集", "压减", "新增", "争取", "拨付"];

fn is_total(passage: &Passage<'_>, quantity: &Quantity<'_>) -> bool {
    let label = passage.label(quantity);
    let told = VERBS.iter().find_map(|verb| label.strip_suffix(verb)).unwrap_or(label);
    TOTAL.contains(&told)
}

/// The quantities right before a total, back to another, that count the same thing.
fn parts<'q, 't>(
    passage: &Passage<'_>,
    before: &'q [Quantity<'t>],
    total: &Quantity<'_>,
) -> &'q [Quantity<'t>] {
    let mut start = before.len();
    let mut next = total;
    while let Some(part) = start.checked_sub(1).map(|at| &before[at]) {
        let gap = passage.between(part, next);
        let joined =
            gap.contains(['、', '，', '和']) && !gap.contains(['；', '（', '）']);
        let alike = part.is_count() && part.unit == total.unit;
        if !alike || !joined || is_total(passage, part) {
            break;
        }
        if before.len() - start == LONGEST_LIST {
            return &[];
        }
        (start, next) = (start - 1, part);
    }
    &before[start..]
}

/// Whether the total counts other things than a part: `3个站点，共5个窗口`.
fn is_other(passage: &Passage<'_>, parts: &[Quantity<'_>], total: &Quantity<'_>) -> bool {
    let noun = passage.behind(total);
    let nouns = parts.iter().map(|part| passage.behind(part).trim_end_matches('和'));
    !noun.is_empty() && nouns.filter(|noun| !noun.is_empty()).any(|part| part != noun)
}

fn compare(
    passage: &Passage<'_>,
    parts: &[Quantity<'_>],
    total: &Quantity<'_>,
    findings: &mut Findings,
) {
    let sums: Vec<_> = parts
        .iter()
        .rev()
        .scan(0, |sum, part| {
            *sum += part.amount.0;
            Some(*sum)
        })
        .collect();
    let loose: i128 =
        parts.iter().map(Quantity::rounding).sum::<i128>() + total.rounding();
    let fits = sums.iter().skip(1).any(|sum| (sum - total.amount.0).abs() <= loose);
    let all = sums.last().copied().unwrap_or(0);
    let near = (50..=200).contains(&(all * 100 / total.amount.0.max(1)));
    if parts.len() < 2 || fits || !near || is_other(passage, parts, total) {
        return;
    }
    let terms: Vec<_> = parts.iter().map(|part| total.tells(part.amount)).collect();
    let (terms, all) = (terms.join("＋"), total.tells(Amount(all)));
    let told = total.tells(total.amount);
    tell(
        findings,
        passage,
        total.at.clone(),
        [
            format!("{terms}＝{all}，这里写的是{told}"),
            format!("{terms} make {all}, not {told}"),
        ],
    );
}
