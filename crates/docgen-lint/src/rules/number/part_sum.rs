//! Parts against their whole: `128条，已完成92项、取得阶段性成效34项、正在推进2项`.
//!
//! 1. Within a sentence, a whole is a quantity that ends its clause; its parts are the
//!    quantities of the next clause, parted by 、, with a count of their own each.
//! 2. Parts that nearly make the whole mean to be complete ([`NEAR`]). Far less is a choice of
//!    examples, as `277件，其中废止6件、失效28件、修改15件`, and says nothing; far more is a
//!    list of other things, unless 其中 calls them parts.

use std::ops::{Range, RangeInclusive};

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};
use crate::sentence::clauses;

pub(super) const RULE: Rule = Rule {
    code: "number-part-sum",
    severity: Severity::Warning,
    title: ["分项相加不等于总数", "parts do not add up to their whole"],
    clause: None,
    manual: Manual {
        source: "统计常识：列全了的分项，和等于总数；列举其中几项的，和不大于总数。",
        reason: "总数与分项常从不同的表里抄来，一处改了另一处没改，是报告里最刺眼的错。",
        wrong: &[
            "明确了⟦128条⟧整改措施，已完成93项、取得阶段性成效34项、正在推进2项。",
            "梳理证明事项⟦164项⟧，其中保留107项、取消19项、实行告知承诺制28项。",
            "清理文件⟦27件⟧，其中废止6件、失效28件、修改15件。",
        ],
        right: &[
            "明确了128条整改措施，目前已完成92项、取得阶段性成效34项、正在推进2项，并于10月份接受了督察。",
            "梳理证明事项164项，其中保留107项、取消19项、实行告知承诺制38项。",
            "清理规范性文件277件，其中废止6件、失效28件、修改15件。",
            "共参与重大决策45件、审查法律文件267件、出具法律意见书179份。",
            "组织案卷评查120宗，评出优秀42宗、良好66宗，优良率90%。",
            "办理相关提案11件，共发出司法建议43条、检察建议697条。",
        ],
    },
    check,
};

/// The sums, in per cent of the whole, at which a list of parts means to be complete.
const NEAR: RangeInclusive<i128> = 75..=133;

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in passage.sentences.iter().cloned() {
            let clauses = clauses(text, sentence.clone());
            for pair in clauses.windows(2) {
                let parts = passage.quantities_in(pair[1].clone());
                let whole = passage.quantities_in(pair[0].clone()).last();
                let rated = is_rated(passage, pair[1].end..sentence.end);
                let whole =
                    whole.filter(|whole| !rated && is_list_of(whole, parts, text));
                if let Some(whole) = whole {
                    let parted = text[pair[1].clone()].starts_with("其中");
                    compare(passage, whole, parts, parted, findings);
                }
            }
        }
    }
}

/// Whether a share follows, as `优良率90%`: then the parts are not all, and say so.
fn is_rated(passage: &Passage<'_>, rest: Range<usize>) -> bool {
    passage.quantities_in(rest).first().is_some_and(Quantity::is_percent)
}

/// Whether the parts are counts of the same kind of thing as the whole, parted by 、.
fn is_list_of(whole: &Quantity<'_>, parts: &[Quantity<'_>], text: &str) -> bool {
    let listed = parts.windows(2).all(|two| {
        let between = &text[two[0].at.end..two[1].at.start];
        between.starts_with(['、', '和', '与']) || between.starts_with("以及")
    });
    let counts = |quantity: &Quantity<'_>| {
        !quantity.unit.is_empty() && !quantity.is_percent() && !quantity.about
    };
    let alike = parts.iter().all(|part| counts(part) && same_kind(whole.unit, part.unit));
    parts.len() >= 2 && listed && counts(whole) && alike
}

/// 条, 项, 件 and 个 count the same things.
fn same_kind(one: &str, other: &str) -> bool {
    let loose = |unit| matches!(unit, "条" | "项" | "件" | "个");
    one == other || (loose(one) && loose(other))
}

fn compare(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    parts: &[Quantity<'_>],
    parted: bool,
    findings: &mut Findings,
) {
    let sum: i128 = parts.iter().map(|part| part.amount.0).sum();
    let total = whole.amount.0;
    let near = total > 0 && NEAR.contains(&(sum * 100 / total.max(1)));
    if sum == total || !(near || parted && sum > total) {
        return;
    }
    let terms: Vec<_> = parts.iter().map(|part| part.amount.written()).collect();
    let (sum, total) = (Amount(sum).written(), whole.amount.written());
    let terms = terms.join("＋");
    findings.at(
        passage.text,
        whole.at.clone(),
        [
            format!("分项相加 {terms}＝{sum}，总数是 {total}"),
            format!("the parts {terms} make {sum}, the whole is {total}"),
        ],
        [
            "核对总数和各分项；只列举一部分的，写明“其中”并核对有无重复".to_owned(),
            "check the whole and its parts".to_owned(),
        ],
    );
}
