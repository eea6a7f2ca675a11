//! 由100件增加到200件，增长2倍: multiples against both values.

use std::ops::Range;

use docgen_model::Severity;

use crate::change::{Way, change, way};
use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-multiple",
    severity: Severity::Warning,
    title: ["倍数与前后数对不上", "a multiple that the two values do not make"],
    clause: None,
    manual: Manual {
        source: "统计用语：增长N倍是原来的（N＋1）倍；翻一番是原来的2倍，翻两番是4倍。",
        reason: "“增长几倍”与“增长到几倍”最容易混。",
        wrong: &[
            "产值由100万元增加到200万元，增长⟦2倍⟧。",
            "客运量由50万人次增加到60万人次，⟦翻一番⟧。",
            "人均办案由30件提高到45件，是原来的⟦1.6倍⟧。",
            "产值由100万元增加到250万元，增长⟦两倍⟧。",
        ],
        right: &[
            "产值由100万元增加到300万元，增长2倍。",
            "产值由100万元增加到200万元，是原来的2倍。",
            "客运量由50万人次增加到100万人次，翻了一番。",
            "产值由100万元增加到400万元，翻两番。",
            "产值由100万元增加到300万元，增长两倍。",
        ],
    },
    check,
};

/// Words behind the new value, and how many times the old one they say that it is.
const HAN: [(&str, i128); 9] = [
    ("翻了一番", 2),
    ("翻一番", 2),
    ("翻了两番", 4),
    ("翻两番", 4),
    ("增长一倍", 2),
    ("增加一倍", 2),
    ("增长两倍", 3),
    ("增加两倍", 3),
    ("增长三倍", 4),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [one, other] in passage.runs::<2>() {
            let Some(change) = change(passage, one, other) else { continue };
            let Some((at, times, exact)) = told(passage, other) else { continue };
            let [old, new] = [change.old.amount.0, change.new.amount.0];
            let real = new * Amount::ONE / old;
            // Digits are rounded or cut off, words are rounder.
            let fits = if exact {
                (-Amount::ONE / 20..Amount::ONE / 10).contains(&(real - times))
            } else {
                (real - times).abs() <= Amount::ONE / 5
            };
            if fits {
                continue;
            }
            let real = Amount(real / 10_000 * 10_000).written();
            let words = &passage.text.as_str()[at.clone()];
            let [old, new] = [old, new].map(|n| Amount(n).written());
            tell(
                findings,
                passage,
                at,
                [
                    format!("{new}÷{old}＝{real}，是原来的{real}倍，与“{words}”不符"),
                    format!("{new} is {real} times {old}, which “{words}” is not"),
                ],
            );
        }
    }
}

/// Where the words behind the new value tell a multiple, of the old one in millionths, and
/// whether it is in digits.
fn told(passage: &Passage<'_>, new: &Quantity<'_>) -> Option<(Range<usize>, i128, bool)> {
    let text = passage.text.as_str();
    let rest = &text[new.at.end..];
    let near: usize = rest.chars().take(8).map(char::len_utf8).sum();
    let word =
        HAN.iter().find_map(|(word, n)| rest[..near].find(word).map(|at| (at, word, n)));
    if let Some((at, word, times)) = word {
        let start = new.at.end + at;
        let noun = word.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        let from = if word.ends_with('倍') { start + noun } else { start };
        let about = text[start + word.len()..].starts_with(['多', '以', '左']);
        return (!about).then_some((
            from..start + word.len(),
            times * Amount::ONE,
            false,
        ));
    }
    let next = passage.quantities.partition_point(|q| q.at.start < new.at.end);
    let next = passage.quantities.get(next)?;
    let close = text[new.at.end..next.at.start].chars().count() <= 8;
    if next.unit != "倍" || next.about || !close {
        return None;
    }
    let label = passage.label(next);
    let more = if way(label) == Some(Way::Up) {
        Amount::ONE
    } else if label.ends_with("的") && has_any(label, &["原来", "上年", "去年"]) {
        0
    } else {
        return None;
    };
    Some((next.at.clone(), next.amount.0 + more, true))
}
