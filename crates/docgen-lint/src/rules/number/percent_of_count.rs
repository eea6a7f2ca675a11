//! 60个中完成45个，完成率80%: a share against its two counts.
//!
//! The share is compared with the last two counts of one unit that stand before it in the
//! sentence, the smaller over the larger, if what is between names them as whole and part
//! (中, 其中, 已). Rounding to the written decimals is allowed.

use docgen_model::Severity;

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
        ],
        right: &[
            "60个项目中完成45个，完成率75%。",
            "共受理案件300件，已办结199件，办结率66.3%。",
            "共受理案件300件，办结率98%。",
            "办理行政复议案件72件、行政应诉案件183件，负责人出庭应诉率达90%。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in passage.sentences.iter().cloned() {
            for three in passage.quantities_in(sentence).windows(3) {
                let [whole, part, share] = three else { continue };
                if names_share(text, whole, part, share) {
                    compare(passage, whole, part, share, findings);
                }
            }
        }
    }
}

fn names_share(
    text: &str,
    whole: &Quantity<'_>,
    part: &Quantity<'_>,
    share: &Quantity<'_>,
) -> bool {
    let counts = !whole.unit.is_empty() && whole.unit == part.unit && !whole.is_percent();
    let exact = !whole.about && !part.about && !share.about && share.is_percent();
    let between = &text[whole.at.end..part.at.start];
    let partial =
        ["中", "已", "办结", "完成", "其中"].iter().any(|w| between.contains(w));
    let listed = between.contains(['、', '；']);
    let rate = text[part.at.end..share.at.start].trim_end_matches(['为', '达', '到']);
    let named = rate.ends_with('率') && rate.chars().count() <= 6;
    counts && exact && partial && !listed && named && part.amount <= whole.amount
}

fn compare(
    passage: &Passage<'_>,
    whole: &Quantity<'_>,
    part: &Quantity<'_>,
    share: &Quantity<'_>,
    findings: &mut Findings,
) {
    if whole.amount.0 == 0 {
        return;
    }
    let exact = part.amount.0 * 100 * Amount::ONE / whole.amount.0;
    if share.is_rounded_from(exact) {
        return;
    }
    let rounded = share.rounded(exact).written();
    let (part, whole) = (part.amount.written(), whole.amount.written());
    findings.at(
        passage.text,
        share.at.clone(),
        [
            format!("{part}÷{whole}＝{rounded}%，这里写的是{}%", share.amount.written()),
            format!("{part} of {whole} is {rounded}%, not {}%", share.amount.written()),
        ],
        ["核对件数和比率".to_owned(), "check the counts and the share".to_owned()],
    );
}
