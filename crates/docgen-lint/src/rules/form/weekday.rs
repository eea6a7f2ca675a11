//! 2021年12月28日（星期二）: the weekday is that of the date.

use docgen_model::{Date, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-weekday",
    severity: Severity::Warning,
    title: ["星期与日期不符", "a weekday that the date is not"],
    clause: None,
    manual: Manual {
        source: "历法。",
        reason: "会议通知写错星期，参加的人就会走错日子。",
        wrong: &[
            "定于2021年12月28日（⟦星期三⟧）召开会议。",
            "定于2022年3月1日⟦周一⟧召开会议。",
        ],
        right: &[
            "定于2021年12月28日（星期二）召开会议。",
            "2021年12月28日，周二召开例会。",
        ],
    },
    check,
};

const DAYS: [char; 7] = ['日', '一', '二', '三', '四', '五', '六'];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for word in ["星期", "周"] {
            for (at, _) in text.match_indices(word) {
                let given = text[at + word.len()..].chars().next();
                let Some(given) = given.map(|c| if c == '天' { '日' } else { c })
                else {
                    continue;
                };
                let date = date_before(text[..at].trim_end_matches('（'));
                let Some(right) = date.filter(|_| DAYS.contains(&given)).map(weekday)
                else {
                    continue;
                };
                if given != right {
                    findings.at(
                        passage.text,
                        at..at + word.len() + given.len_utf8(),
                        [
                            format!("这一天是{word}{right}"),
                            format!("that day is {word}{right}"),
                        ],
                        [
                            "核对日期和星期".to_owned(),
                            "check date and weekday".to_owned(),
                        ],
                    );
                }
            }
        }
    }
}

/// The date that a text ends with.
fn date_before(text: &str) -> Option<Date> {
    let (rest, day) = part(text, '日')?;
    let (rest, month) = part(rest, '月')?;
    let (_, year) = part(rest, '年')?;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn part(text: &str, mark: char) -> Option<(&str, u16)> {
    let text = text.strip_suffix(mark)?;
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((rest, text[rest.len()..].parse().ok()?))
}

/// By Sakamoto's formula.
fn weekday(date: Date) -> char {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let (year, month, day) = date.parts();
    let shift = SHIFT.get(usize::from(month) - 1).copied().unwrap_or_default();
    let year = u32::from(year) - u32::from(month < 3);
    let days = year + year / 4 - year / 100 + year / 400 + shift + u32::from(day);
    DAYS.get(days as usize % 7).copied().unwrap_or('日')
}
