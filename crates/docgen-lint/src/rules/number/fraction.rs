//! 三分之四, 60个中完成45个，占三分之二: fractions.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity, han_number};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-fraction",
    severity: Severity::Warning,
    title: [
        "分数与数目对不上，或者大于1",
        "a fraction that its counts do not make, or above 1",
    ],
    clause: None,
    manual: Manual {
        source: "算术。",
        reason: "分数多是估出来的，数目更新以后要重新估。",
        wrong: &[
            "⟦三分之四⟧的村已经通水。",
            "60个村中有28个完成，占⟦三分之二⟧。",
            "应到代表60人，实到28人，超过⟦半数⟧。",
        ],
        right: &[
            "三分之二的村已经通水。",
            "60个村中有40个完成，占三分之二。",
            "应到代表60人，实到48人，超过半数。",
            "60个村中有21个完成，约占三分之一。",
            "百分之一百二十。",
            "60个村，建成学校28所，超过半数的学校设食堂。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, word) in fractions(text) {
            let words = &text[at.clone()];
            let (over, under) = word;
            if over > under {
                let zh = format!("“{words}”大于1，部分不会大于总体");
                let en = format!("{words} is {over}/{under}, more than the whole");
                tell(findings, passage, at, [zh, en]);
            } else if let Some([part, whole]) = counts(passage, at.start) {
                let off = part.amount.0 * under - whole.amount.0 * over;
                // A fraction in words is round.
                if off.abs() * 100 > whole.amount.0 * under * 7 {
                    wrong(passage, at, part, whole, findings);
                }
            }
        }
        for (at, half) in text.match_indices("半数") {
            let over =
                text[..at].ends_with("过") || text[at + half.len()..].starts_with("以上");
            let counts = counts(passage, at).filter(|_| over);
            let few = counts.filter(|[part, whole]| part.amount.0 * 2 <= whole.amount.0);
            if let Some([part, whole]) = few {
                wrong(passage, at..at + half.len(), part, whole, findings);
            }
        }
    }
}

fn wrong(
    passage: &Passage<'_>,
    at: Range<usize>,
    part: &Quantity<'_>,
    whole: &Quantity<'_>,
    findings: &mut Findings,
) {
    let words = &passage.text.as_str()[at.clone()];
    let share =
        Amount(part.amount.0 * 1000 / whole.amount.0 * Amount::ONE / 10).written();
    let [part, whole] = [part, whole].map(|q| q.amount.written());
    let zh = format!("{part}÷{whole}＝{share}%，与“{words}”不符");
    let en = format!("{part} of {whole} is {share}%, not “{words}”");
    tell(findings, passage, at, [zh, en]);
}

/// The fractions in Chinese characters of a text, each with its upper and lower number.
fn fractions(text: &str) -> Vec<(Range<usize>, (i128, i128))> {
    let digit = |c: char| "一二两三四五六七八九十".contains(c);
    let fraction = |(at, word): (usize, &str)| {
        let end = at + word.len();
        let rest = &text[end..];
        let length = rest.find(|c| !digit(c)).unwrap_or(rest.len());
        let start = text[..at].trim_end_matches(digit).len();
        let under = han_number(&text[start..at])?;
        let over = han_number(&rest[..length])?;
        Some((start..end + length, (i128::from(over), i128::from(under))))
    };
    text.match_indices("分之").filter_map(fraction).collect()
}

/// The part and the whole right before a fraction that speaks of them.
fn counts<'p, 'a>(passage: &'p Passage<'a>, at: usize) -> Option<[&'p Quantity<'a>; 2]> {
    let before = passage.quantities.partition_point(|q| q.at.start < at);
    let [whole, part] = passage.quantities.get(before.checked_sub(2)?..before)? else {
        return None;
    };
    let link = passage.between(whole, part);
    let words = &passage.text.as_str()[part.at.end..at];
    let near = words.contains('，') && words.chars().count() <= 8;
    let linked =
        near && (words.contains('占') || words.ends_with('过') || words.ends_with('，'));
    let named = has_any(link, &["中", "实到", "完成", "已", "同意"])
        && !link.contains(['、', '。']);
    let alike = whole.is_count() && part.is_count() && whole.unit == part.unit;
    (linked && named && alike && part.amount <= whole.amount && whole.amount.0 > 0)
        .then_some([part, whole])
}
