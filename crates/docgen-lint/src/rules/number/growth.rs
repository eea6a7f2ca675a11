//! 由100件增加到120件，增长30%: growth against both values.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::Script;

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
        ],
        right: &[
            "案件由100件增加到120件，增长20%。",
            "信访量从500件下降到400件，下降20%。",
            "案件由3件增加到4件，增长33.3%。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in passage.sentences.iter().cloned() {
            for three in passage.quantities_in(sentence).windows(3) {
                let [old, new, share] = three else { continue };
                let Some(exact) = growth(text, old, new, share) else { continue };
                if share.is_rounded_from(exact) {
                    continue;
                }
                let right = share.rounded(exact).written();
                let (old, new) = (old.amount.written(), new.amount.written());
                findings.at(
                    passage.text,
                    share.at.clone(),
                    [
                        format!(
                            "从{old}到{new}是{right}%，这里写的是{}%",
                            share.amount.written()
                        ),
                        format!(
                            "{old} to {new} is {right}%, not {}%",
                            share.amount.written()
                        ),
                    ],
                    [
                        "核对前后数和百分比".to_owned(),
                        "check values and percentage".to_owned(),
                    ],
                );
            }
        }
    }
}

/// The change in millionths of a per cent, if the three are two values and their growth.
fn growth(
    text: &str,
    old: &Quantity<'_>,
    new: &Quantity<'_>,
    share: &Quantity<'_>,
) -> Option<i128> {
    let from = text[..old.at.start].ends_with(['由', '从']);
    let between = &text[old.at.end..new.at.start];
    let to = between.ends_with(['到', '至']) && between.chars().count() <= 5;
    let behind = &text[new.at.end..share.at.start];
    let words = ["增长", "上升", "提高", "下降", "减少", "降低"];
    let named =
        words.iter().any(|word| behind.ends_with(word)) && behind.chars().count() <= 6;
    let exact = old.unit == new.unit && !old.is_percent() && !old.about && !new.about;
    let fits = from && to && named && exact && share.is_percent() && !share.about;
    let change = (new.amount.0 - old.amount.0).abs() * 100 * Amount::ONE;
    (fits && old.amount.0 > 0).then(|| change / old.amount.0)
}
