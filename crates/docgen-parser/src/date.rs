//! Dates: `2021-12-28` or `2021年12月28日`.

use docgen_model::Date;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateError {
    /// Written in another form; the date it probably means.
    Form(Option<Date>),
    /// The calendar has no such day.
    NoSuchDay,
}

/// Reads a date in one of the two forms.
pub(crate) fn parse(text: &str) -> Result<Date, DateError> {
    if let Some(date) = year_month_day(text, ["-", "-", ""]) {
        return date.ok_or(DateError::NoSuchDay);
    }
    if let Some(date) = year_month_day(text, ["年", "月", "日"]) {
        return date.ok_or(DateError::NoSuchDay);
    }
    Err(DateError::Form(guess(text)))
}

/// The numbers between `marks`; none if the form is another, an inner none if the calendar
/// has no such day.
fn year_month_day(text: &str, marks: [&str; 3]) -> Option<Option<Date>> {
    let (year, rest) = text.split_once(marks[0])?;
    let (month, rest) = rest.split_once(marks[1])?;
    let day = rest.strip_suffix(marks[2])?;
    let short = |s: &str| (1..=2).contains(&s.len());
    if year.len() != 4 || !short(month) || !short(day) {
        return None;
    }
    let number = |s: &str| {
        let digits = s.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| s.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    Some(Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// What a date in another common form means: `2021/12/28`, `2021.12.28`, blanks, 二〇二一年….
fn guess(text: &str) -> Option<Date> {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '/' | '.' | '．' | '／' | '－' | '—' => '-',
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0'))
                    .unwrap_or(c)
            }
            '号' => '日',
            _ => c,
        })
        .collect();
    let digits = digits.strip_suffix('-').unwrap_or(&digits);
    let plain = year_month_day(digits, ["-", "-", ""]);
    plain.or_else(|| year_month_day(digits, ["年", "月", "日"])).flatten().or_else(|| {
        let (year, rest) = digits.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let year: u32 = year.chars().try_fold(0, |sum, c| {
            let digit = "〇一二三四五六七八九".chars().position(|d| d == c);
            let digit = if c == '零' || c == '○' { Some(0) } else { digit }?;
            u32::checked_mul(sum, 10)?.checked_add(u32::try_from(digit).ok()?)
        })?;
        let part = |s| crate::ordinals::han_number(s).and_then(|n| u8::try_from(n).ok());
        let day = part(rest.strip_suffix('日')?)?;
        Date::new(u16::try_from(year).ok()?, part(month)?, day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_forms() {
        let date = Date::new(2021, 12, 8);
        assert_eq!(parse("2021-12-08").ok(), date);
        assert_eq!(parse("2021年12月8日").ok(), date);
    }

    #[test]
    fn a_day_must_exist_and_other_forms_are_understood_but_refused() {
        assert_eq!(parse("2021-02-29"), Err(DateError::NoSuchDay));
        assert_eq!(parse("2021年13月1日"), Err(DateError::NoSuchDay));
        let meant = DateError::Form(Date::new(2021, 12, 28));
        for text in
            ["2021/12/28", "2021.12.28", "２０２１年12月28号", "二〇二一年十二月二十八日"]
        {
            assert_eq!(parse(text), Err(meant), "{text}");
        }
        assert_eq!(parse("去年底"), Err(DateError::Form(None)));
        assert_eq!(parse("2021-12"), Err(DateError::Form(None)));
    }
}
