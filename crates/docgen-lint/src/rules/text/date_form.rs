//! 2021.12.28, 2021/12/28: dates in words.

use docgen_model::{Date, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-date-form",
    severity: Severity::Warning,
    title: ["日期写成了数字格式", "a date in figures alone"],
    clause: Some([7, 3, 5, 4]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.5.4、GB/T 15835-2011 5.1.2：公文中的日期写作“2021年12月28日”。",
        reason: "数字格式是表格和计算机用的；日、月的次序还会读错。",
        wrong: &["于⟦2021.12.28⟧通过。", "于⟦2021/3/5⟧通过。", "于⟦2021-03-05⟧通过。"],
        right: &["于2021年12月28日通过。", "版本2021.13.40。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let mut from = 0;
        while let Some(at) =
            text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at)
        {
            let other = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-');
            let length = text[at..].find(other).unwrap_or(text.len() - at);
            let written = text[at..at + length].trim_end_matches(['.', '/', '-']);
            from = at + length.max(1);
            let alone = !text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
            let date = ['.', '/', '-'].into_iter().find_map(|mark| date(written, mark));
            if let Some(date) = date.filter(|_| alone) {
                findings.replace(
                    passage.text,
                    at..at + written.len(),
                    [
                        format!("日期“{written}”要写年、月、日"),
                        format!("the date “{written}” in figures alone"),
                    ],
                    &date.to_string(),
                );
            }
        }
    }
}

fn date(written: &str, mark: char) -> Option<Date> {
    let mut parts = written.split(mark);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = year.len() == 4 && parts.next().is_none();
    Date::new(year.parse().ok().filter(|_| fits)?, month.parse().ok()?, day.parse().ok()?)
}
