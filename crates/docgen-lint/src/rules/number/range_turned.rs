//! 20～10%, 2025—2021年: a range that begins above its end.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::year_before;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};
use crate::when::{When, dates};

pub(super) const RULE: Rule = Rule {
    code: "number-range-turned",
    severity: Severity::Warning,
    title: ["范围的起止颠倒", "a range that begins above its end"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835：数值范围由小到大，时间由前到后。",
        reason: "起止写反，或者有一个写错。",
        wrong: &[
            "规划期为⟦2025—2021年⟧。",
            "占比在⟦20%～10%⟧之间。",
            "培训于⟦2021年5月10日至2021年5月8日⟧举行。",
            "每月⟦25日至20日⟧集中办理。",
        ],
        right: &[
            "规划期为2021—2025年。",
            "占比在10%～20%之间。",
            "培训于2021年5月8日至10日举行。",
            "供暖期为10月15日至4月15日。",
            "时限由30天至20天逐步压缩。",
            "法定工作日9时至17时办理。",
            "气温零下5℃至3℃。",
        ],
    },
    check,
};

const DASHES: &[&str] = &["—", "～", "至", "~", "-", "到"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for [one, other] in passage.runs::<2>() {
            let dash = DASHES[..3].contains(&passage.between(one, other));
            let moved = passage.label(one).contains(['由', '从', '降', '减', '压', '缩']);
            let moved = moved || passage.label(one).ends_with("零下");
            let bare = one.unit.is_empty() && one.digits == one.at;
            let alike = (bare || one.unit == other.unit) && !other.unit.is_empty();
            if dash && alike && !moved && one.amount > other.amount {
                turned(passage, one.at.start..other.at.end, findings);
            }
        }
        let dates = dates(text);
        for pair in dates.windows(2) {
            let [one, other] = pair else { continue };
            let dash = text.get(one.at.end..other.at.start);
            if dash.is_some_and(|dash| DASHES.contains(&dash)) && is_turned(one, other) {
                turned(passage, one.at.start..other.at.end, findings);
            }
        }
        for date in &dates {
            if let Some(start) = years_turned(text, date) {
                turned(passage, start..date.at.end, findings);
            }
        }
    }
}

/// Whether the second date is before the first. Months without a year may pass its end.
fn is_turned(one: &When, other: &When) -> bool {
    let end = other.after(one);
    match (one.year, other.year) {
        (Some(from), Some(to)) => (from, one.month, one.day) > (to, end.month, end.day),
        (_, None) if other.month.is_none() => one.day > end.day && end.day.is_some(),
        (None, None) => one.month == end.month && one.day > end.day && end.day.is_some(),
        (Some(_), None) => one.month > end.month && end.month.is_some(),
        (None, Some(_)) => false,
    }
}

/// Where `2025—` begins before `2021年`, if it is the later year.
fn years_turned(text: &str, date: &When) -> Option<usize> {
    let before =
        DASHES.iter().find_map(|dash| text[..date.at.start].strip_suffix(dash))?;
    let from = year_before(before)?;
    let start = before.len() - 4;
    let alone = !before[..start].ends_with(|c: char| c.is_ascii_digit());
    let year = date.year.filter(|_| date.month.is_none() && alone)?;
    ((1900..2100).contains(&from) && from > year).then_some(start)
}

fn turned(passage: &Passage<'_>, at: Range<usize>, findings: &mut Findings) {
    let words = &passage.text.as_str()[at.clone()];
    tell(
        findings,
        passage,
        at,
        [format!("“{words}”的起点在终点之后"), format!("“{words}” begins above its end")],
    );
}
