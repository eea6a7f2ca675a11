//! Dates as prose writes them, whole or in part: `2021年3月1日`, `3月`, `10日`.

use std::ops::Range;

use docgen_model::Date;

use crate::number::next_digit;

/// A date; the parts that are not written are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) at: Range<usize>,
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl When {
    /// The calendar's day, if all of it is written.
    pub(crate) fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?)
    }

    /// This date with the parts that it leaves to the date before it.
    pub(crate) fn after(&self, earlier: &Self) -> Self {
        let year = self.year.or(earlier.year);
        let month = self.month.or(if self.year.is_none() { earlier.month } else { None });
        Self { year, month, ..self.clone() }
    }
}

/// The dates of a text, in order.
pub(crate) fn dates(text: &str) -> Vec<When> {
    let mut found = vec![];
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        let mut rest = &text[start..];
        let year = part(&mut rest, '年', 4).and_then(|n| u16::try_from(n).ok());
        let month = part(&mut rest, '月', 2).and_then(|n| u8::try_from(n).ok());
        let day = part(&mut rest, '日', 2).and_then(|n| u8::try_from(n).ok());
        let end = text.len() - rest.len();
        if end == start {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            from = start + digits.max(1);
            continue;
        }
        from = end;
        if year.is_none() || (1000..3000).contains(&year.unwrap_or(0)) {
            found.push(When { at: start..end, year, month, day });
        }
    }
    found
}

/// Takes `digits` and its mark from the front of a text, if they stand there.
fn part(rest: &mut &str, mark: char, most: usize) -> Option<u32> {
    let length = rest.find(|c: char| !c.is_ascii_digit())?;
    let fits = if most == 4 { length == 4 } else { (1..=most).contains(&length) };
    let behind = rest[length..].strip_prefix(mark).filter(|_| fits)?;
    let number = rest[..length].parse().ok()?;
    *rest = behind;
    Some(number)
}

/// The days from a fixed day to this one.
pub(crate) fn day_number(date: Date) -> i64 {
    let (year, month, day) = date.parts();
    // Years that begin in March: so the leap day comes last.
    let (year, month) = (i64::from(year), i64::from(month));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = year / 4 - year / 100 + year / 400;
    year * 365 + leaps + (month * 153 + 2) / 5 + i64::from(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_whole_or_in_part() {
        let text = "2021年3月1日至10日，3个月，5月底，2020年";
        let read: Vec<_> =
            dates(text).into_iter().map(|d| (d.year, d.month, d.day)).collect();
        assert_eq!(
            read,
            [
                (Some(2021), Some(3), Some(1)),
                (None, None, Some(10)),
                (None, Some(5), None),
                (Some(2020), None, None)
            ]
        );
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let day = |y, m, d| day_number(Date::new(y, m, d).unwrap());
        assert_eq!(day(2020, 3, 1) - day(2020, 2, 28), 2);
        assert_eq!(day(2022, 1, 1) - day(2021, 1, 1), 365);
    }
}
