//! 3月1日至10日，历时15天: how long it was.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::{number_at_start, tell};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::when::{When, dates, day_number};

pub(super) const RULE: Rule = Rule {
    code: "number-duration",
    severity: Severity::Warning,
    title: ["历时与起止日期对不上", "a duration that its two dates do not make"],
    clause: None,
    manual: Manual {
        source: "公历；首尾都算或者只算一头都可以。",
        reason: "日期改了，天数没有重算。",
        wrong: &[
            "活动自3月1日至3月10日，历时⟦15天⟧。",
            "培训于2021年5月8日至12日举行，为期⟦三天⟧。",
            "工程从2021年1月至2021年10月，历时⟦12个月⟧。",
        ],
        right: &[
            "活动自3月1日至3月10日，历时10天。",
            "培训于2021年5月8日至12日举行，为期五天。",
            "活动自3月1日至3月10日，历时9天。",
            "工程从2021年1月至2021年10月，历时10个月。",
            "2021年3月1日至10日，对全县干部开展了为期3天的轮训。",
            "2021年3月1日至10日，对20家企业开展了为期一个月的检查。",
            "整治自2024年3月1日至5月31日，为期3个月。",
            "2024年1月1日至12月31日，为期12个月。",
            "行动自2月25日至3月5日，历时10天。",
        ],
    },
    check,
};

const WORDS: &[&str] = &["历时", "为期", "共计", "历经", "工期", "时长", "会期"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let dates = dates(text);
        for pair in dates.windows(2) {
            let [one, other] = pair else { continue };
            let dash = text.get(one.at.end..other.at.start).unwrap_or_default();
            if !matches!(dash, "至" | "到" | "—" | "～") {
                continue;
            }
            let Some(Told { at, number, unit, far }) = told(text, other.at.end) else {
                continue;
            };
            let end = other.after(one);
            let [real, in_leap] = [2021, 2024].map(|year| between(one, &end, unit, year));
            let (Some(real), Some(in_leap)) = (real, in_leap) else { continue };
            let most = real.max(in_leap) + 1;
            if !((real..=most).contains(&number) || far && number < real) {
                let words = &text[at.clone()];
                tell(
                    findings,
                    passage,
                    at,
                    [
                        format!(
                            "起止之间是{real}{unit}，首尾都算是{most}{unit}，这里写的是{words}"
                        ),
                        format!(
                            "the dates make {real}, or {most} with both ends, not {words}"
                        ),
                    ],
                );
            }
        }
    }
}

/// A duration that is told behind the end of a span.
struct Told<'t> {
    at: Range<usize>,
    number: i64,
    unit: &'t str,
    /// Whether other words stand between: then it may be shorter than the span.
    far: bool,
}

fn told(text: &str, from: usize) -> Option<Told<'_>> {
    let rest = text[from..].split(['。', '；']).next()?;
    let start = WORDS.iter().find_map(|word| rest.find(word).map(|at| at + word.len()));
    let plain =
        ["，共", "共"].iter().find(|word| rest.starts_with(**word)).map(|w| w.len());
    let start = plain.or(start)?;
    let between = rest[..start].chars().count();
    if rest[..start].matches('，').count() > 2 || between > 30 {
        return None;
    }
    let (length, number) = number_at_start(&rest[start..])?;
    let behind = &rest[start + length..];
    let unit =
        ["天", "日", "个月", "年"].into_iter().find(|unit| behind.starts_with(unit))?;
    let (start, end) = (from + start, from + start + length + unit.len());
    Some(Told { at: start..end, number: i64::from(number), unit, far: between > 8 })
}

/// How many units lie between two dates; which year it is matters to days at the end of
/// February alone, if none is written.
fn between(one: &When, other: &When, unit: &str, year_meant: u16) -> Option<i64> {
    let month = |date: &When| Some(i64::from(date.month?));
    let year = |date: &When| i64::from(date.year.unwrap_or(0));
    let leap = |date: &When| {
        When { year: date.year.or(Some(year_meant)), ..date.clone() }.date()
    };
    let passed = match unit {
        "天" | "日" => day_number(leap(other)?) - day_number(leap(one)?),
        "个月" => {
            let short = other.day < one.day || one.day.is_none() != other.day.is_none();
            (year(other) - year(one)) * 12 + month(other)?
                - month(one)?
                - i64::from(short)
        }
        _ => {
            one.month.is_none().then_some(())?;
            i64::from(other.year?) - i64::from(one.year?)
        }
    };
    (passed >= 0).then_some(passed)
}
