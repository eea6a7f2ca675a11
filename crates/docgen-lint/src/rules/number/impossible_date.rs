//! 2月30日: a day that no calendar has.

use docgen_model::{Date, Severity};

use crate::findings::Findings;
use crate::number::year_before;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-impossible-date",
    severity: Severity::Warning,
    title: ["日历上没有的日子", "a day that does not exist"],
    clause: None,
    manual: Manual {
        source: "公历。",
        reason: "日期写错，时限就说不清。",
        wrong: &[
            "于⟦2021年2月29日⟧印发。",
            "截至⟦11月31日⟧。",
            "于⟦2021年13月1日⟧召开会议。",
        ],
        right: &[
            "于2021年2月28日印发。",
            "2020年2月29日。",
            "2月29日。",
            "1至11月31个部门完成。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (month_end, _) in text.match_indices('月') {
            let before = &text[..month_end];
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let rest = &text[month_end + '月'.len_utf8()..];
            let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let month = before[start..].parse::<u8>();
            let day = rest[..length].parse::<u8>();
            let (Ok(month), Ok(day), true) =
                (month, day, rest[length..].starts_with('日'))
            else {
                continue;
            };
            let year = before[..start].strip_suffix('年').and_then(year_before);
            // Without a year a leap day is possible.
            if Date::new(year.unwrap_or(2020), month, day).is_none() {
                let from = start - year.map_or(0, |_| 4 + '年'.len_utf8());
                let end = month_end + '月'.len_utf8() + length + '日'.len_utf8();
                let found = &text[from..end];
                findings.at(
                    passage.text,
                    from..end,
                    [format!("没有“{found}”这一天"), format!("there is no {found}")],
                    ["核对日期".to_owned(), "check the date".to_owned()],
                );
            }
        }
    }
}
