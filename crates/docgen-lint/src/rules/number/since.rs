//! 1998年成立，至今已有30年: years since, and ages.

use docgen_model::Severity;

use crate::figures::{tell, words_since};
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::when::dates;

pub(super) const RULE: Rule = Rule {
    code: "number-since",
    severity: Severity::Warning,
    title: [
        "至今的年数、年龄与年份对不上",
        "years since, or an age, that the year does not make",
    ],
    clause: None,
    manual: Manual {
        source: "算术；以成文日期的年份为今年，前后差一年都可以。",
        reason: "套用旧稿时年数没有跟着改。",
        wrong: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，县敬老院自1998年建成，至今已有⟦33年⟧。\n落款: {成文日期: 2022-01-18}\n",
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，表彰王某某（1985年5月出生，现年⟦46岁⟧）。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，县敬老院自1998年建成，至今已有24年。\n落款: {成文日期: 2022-01-18}\n",
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，表彰王某某（1985年5月出生，现年36岁）。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

const SINCE: &[&str] = &["至今已有", "至今已", "距今已有", "距今已", "距今"];
const AGE: &[&str] = &["现年", "今年", "年龄"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let date = script.document.signature.as_ref().and_then(|signature| signature.date);
    let Some((now, ..)) = date.map(|date| date.value.parts()) else { return };
    for passage in script.prose() {
        for quantity in &passage.quantities {
            let label = passage.label(quantity);
            let named = match quantity.unit {
                "年" => SINCE.iter().any(|word| label.ends_with(word)),
                "岁" => AGE.iter().any(|word| label.ends_with(word)),
                _ => false,
            };
            if !named {
                continue;
            }
            let from = year_told(passage.text.as_str(), quantity.at.start, quantity.unit);
            let Some(from) = from.filter(|from| *from <= now) else { continue };
            let right = i128::from(now - from);
            let off = (quantity.amount.0 - right * Amount::ONE).abs();
            if off > Amount::ONE && !quantity.about {
                let told = quantity.amount.written();
                tell(
                    findings,
                    passage,
                    quantity.at.clone(),
                    [
                        format!(
                            "从{from}年到{now}年：{now}－{from}＝{right}，这里写的是{told}"
                        ),
                        format!("{from} to {now} are {right} years, not {told}"),
                    ],
                );
            }
        }
    }
}

/// The year that the words in front of a number count from.
fn year_told(text: &str, at: usize, unit: &str) -> Option<u16> {
    let before = words_since(text, at, 40, &['。', '；', '（']);
    let dates = dates(before);
    let last = dates.last()?;
    let words = &before[last.at.end..];
    let born = unit != "岁" || words.contains('生');
    (born && words.chars().count() <= 16).then_some(last.year?)
}
