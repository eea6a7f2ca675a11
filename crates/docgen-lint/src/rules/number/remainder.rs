//! 36项，完成35项，其余2项: what is left over.

use docgen_model::Severity;

use crate::figures::{has_any, tell, words_since};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-remainder",
    severity: Severity::Warning,
    title: [
        "剩余数与总数、已完成数对不上",
        "what is left is not the whole less what is done",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：总数等于已完成数与剩余数之和。",
        reason: "完成数更新了，剩余数没有跟着改。",
        wrong: &[
            "分解任务36项，年内已完成35项，其余⟦2项⟧结转下年。",
            "共受理申请72件，办结70件，尚有⟦3件⟧正在办理。",
            "反馈问题36个，已整改32个，正在整改⟦5个⟧。",
            "受理案件38件，审结36件，其中维持20件、驳回16件，正在审理⟦3件⟧。",
            "共受理申请120件，已办结110件，办结率91.7%，尚有⟦12件⟧。",
        ],
        right: &[
            "分解任务36项，年内已完成35项，其余1项结转下年。",
            "共受理申请72件，办结70件，尚有2件正在办理。",
            "受理案件38件，审结36件，其中维持20件、驳回16件，正在审理2件。",
            "收到申请204件，其中受理37件，不予受理81件，告知其他途径解决46件，其余40件正在审查。",
            "明确了128条整改措施，目前已完成92项、取得阶段性成效34项、正在推进2项。",
        ],
    },
    check,
};

const DONE: &[&str] = &[
    "完成",
    "办结",
    "审结",
    "结案",
    "办理完毕",
    "整改",
    "解决",
    "化解",
    "开工",
    "通过",
    "答复",
    "落实",
    "达标",
    "执结",
];
const LEFT: &[&str] = &[
    "其余",
    "尚未",
    "仍有",
    "剩余",
    "剩下",
    "余下",
    "尚有",
    "尚余",
    "还有",
    "另有",
    "未完成",
    "未办结",
    "未结",
    "在办",
    "正在审理",
    "正在办理",
    "正在推进",
    "正在整改",
];

/// How many figures before what is left its whole is looked for.
const NEAR: usize = 16;

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for counts in passage.counts_by_sentence() {
            for (index, left) in counts.iter().enumerate().skip(2) {
                let before = &counts[index.saturating_sub(NEAR)..index];
                // `正在整改5个、长期坚持1个`: not all that is left.
                let more = counts.get(index + 1).filter(|more| more.is_kind_of(left));
                if more.is_some() && passage.label(left).starts_with("正在") {
                    continue;
                }
                if let Some((whole, done)) = whole_and_done(passage, before, left) {
                    compare(passage, whole, done, left, findings);
                }
            }
        }
    }
}

fn whole_and_done<'q, 't>(
    passage: &Passage<'_>,
    before: &[&'q Quantity<'t>],
    left: &Quantity<'_>,
) -> Option<(&'q Quantity<'t>, &'q Quantity<'t>)> {
    if !LEFT.iter().any(|word| passage.label(left).starts_with(word)) {
        return None;
    }
    let is_done = |q: &&Quantity<'_>| {
        passage.label(q).starts_with('已') || has_any(passage.label(q), DONE)
    };
    let at = before.iter().rposition(is_done).filter(|at| *at > 0)?;
    let (whole, done) = (before[at - 1], before[at]);
    let next = before.get(at + 1).copied().unwrap_or(left);
    let gap = passage.between(done, next);
    let nested =
        at + 1 == before.len() || gap.starts_with("，其中") || gap.starts_with('（');
    let near = passage.between(whole, done);
    let own_clause = near.matches('，').count() == 1 && !near.contains(['、', '；']);
    // Behind 其中 all are parts of something else.
    let lead = words_since(passage.text.as_str(), whole.at.start, 200, &['。', '；']);
    let listed = gap.starts_with('、') || lead.contains("其中");
    let alike = [done, left].iter().all(|q| q.is_count() && q.is_kind_of(whole));
    let fits = nested && own_clause && !listed && alike && whole.is_count();
    (fits && !is_done(&whole)).then_some((whole, done))
}

fn compare(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    done: &Quantity<'_>,
    left: &Quantity<'_>,
    findings: &mut Findings,
) {
    let right = whole.amount.0 - done.amount.0;
    if right == left.amount.0 {
        return;
    }
    let [all, done, told] = [whole, done, left].map(|q| whole.tells(q.amount));
    let right = whole.tells(Amount(right));
    tell(
        findings,
        passage,
        left.at.clone(),
        [
            format!("{all}－{done}＝{right}，这里写的是{told}"),
            format!("{all} less {done} is {right}, not {told}"),
        ],
    );
}
