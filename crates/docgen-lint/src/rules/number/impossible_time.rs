//! 25时, 8时70分: a time that no clock shows.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-impossible-time",
    severity: Severity::Warning,
    title: ["钟表上没有的时刻", "a time that no clock shows"],
    clause: None,
    manual: Manual {
        source: "二十四小时制：0时至24时，0分至59分。",
        reason: "时刻写错，会议就开不成。",
        wrong: &[
            "定于5月8日⟦25时⟧召开。",
            "5月8日⟦8时70分⟧开始降雨。",
            "定于5月8日上午⟦9:75⟧召开。",
        ],
        right: &[
            "定于5月8日15时召开。",
            "5月8日8时50分开始降雨。",
            "定于5月8日上午9:00召开。",
            "工作72小时，3:2的比例，5月8日24时。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (end, mark) in text.match_indices(['时', ':', '：']) {
            let before = &text[..end];
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let Ok(hour) = before[start..].parse::<u32>() else { continue };
            let lead = &text[..start];
            let of_day = lead.ends_with(['日', '午', '晨', '晚']) && end - start <= 2;
            let behind = end + mark.len();
            let length = text[behind..].find(|c: char| !c.is_ascii_digit());
            let length = length.unwrap_or(text.len() - behind);
            let minute = text[behind..behind + length].parse::<u32>().ok();
            let clock = mark != "时";
            if !of_day || (clock && length != 2) {
                continue;
            }
            let to = behind + length;
            let minute = minute.filter(|_| clock || text[to..].starts_with('分'));
            if hour > 24 || minute.is_some_and(|minute| minute > 59) {
                let minutes =
                    if clock || minute.is_none() { 0 } else { '分'.len_utf8() };
                let end = if minute.is_some() { to + minutes } else { behind };
                let told = &text[start..end];
                tell(
                    findings,
                    passage,
                    start..end,
                    [format!("没有“{told}”这个时刻"), format!("there is no {told}")],
                );
            }
        }
    }
}
