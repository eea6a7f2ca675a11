//! Numbers as office prose writes them: `128条`, `11万余条`, `458246万元`, `90%`.
//!
//! Years, dates, ordinals, document numbers and telephone numbers are no quantities. An
//! amount is exact, in millionths, so that sums and shares need no floating point.

use std::ops::Range;
use std::sync::LazyLock;

/// An exact amount, in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Amount(pub(crate) i128);

impl Amount {
    /// One.
    pub(crate) const ONE: i128 = 1_000_000;

    /// The most that is read: a thousand 万亿. Any two amounts may be multiplied.
    const MOST: i128 = 1_000_000_000_000_000 * Self::ONE;

    /// The amount that digits write.
    pub(crate) fn of(digits: &str) -> Option<Self> {
        mantissa(digits).and_then(|(amount, _)| Self(amount).plausible())
    }

    fn plausible(self) -> Option<Self> {
        (self.0 <= Self::MOST).then_some(self)
    }

    /// As prose would write it, without 万 and 亿.
    pub(crate) fn written(self) -> String {
        self.written_in(1)
    }

    /// As prose would write it, in what 万 or 亿 multiplies by.
    fn written_in(self, times: i128) -> String {
        let name =
            MYRIADS.iter().find(|(_, of)| *of == times).map_or("", |(name, _)| name);
        let one = Self::ONE * times;
        let (whole, rest) = (self.0 / one, (self.0 % one).abs());
        let width = one.to_string().len() - 1;
        let decimals = format!("{rest:0width$}");
        match decimals.trim_end_matches('0') {
            "" => format!("{whole}{name}"),
            decimals => format!("{whole}.{decimals}{name}"),
        }
    }
}

/// The words that multiply a number, the longest first.
const MYRIADS: [(&str, i128); 3] =
    [("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("万", 10_000)];

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quantity<'t> {
    /// The bytes from the first digit to the end of the unit.
    pub(crate) at: Range<usize>,
    /// The bytes of the digits, decimal point and thousands marks among them.
    pub(crate) digits: Range<usize>,
    /// How much, 万 and 亿 multiplied in.
    pub(crate) amount: Amount,
    /// How many decimals are written.
    pub(crate) decimals: u32,
    /// What 万 and 亿 multiply by; 1 without them.
    pub(crate) times: i128,
    /// The measure word or unit; empty if none is known.
    pub(crate) unit: &'t str,
    /// Whether it is about so much: 约, 近, 余, 多 stand with it.
    pub(crate) about: bool,
}

impl Quantity<'_> {
    /// Whether it is a share of a hundred.
    pub(crate) fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// An amount, told in the 万 or 亿 of this one, so that figures can be compared at sight.
    pub(crate) fn tells(&self, amount: Amount) -> String {
        amount.written_in(self.times)
    }

    /// The last decimal that is written.
    pub(crate) fn step(&self) -> i128 {
        Amount::ONE * self.times / 10_i128.pow(self.decimals.min(6))
    }

    /// Whether it is an exact amount, rounded or cut off to its decimals.
    pub(crate) fn is_rounded_from(&self, exact: i128) -> bool {
        let over = exact - self.amount.0;
        over >= -(self.step() / 2) && (over < self.step() || over == 0)
    }

    /// An exact amount, rounded to its decimals.
    pub(crate) fn rounded(&self, exact: i128) -> Amount {
        let step = self.step().max(1);
        Amount((exact + step / 2) / step * step)
    }
}

/// The year in the four digits that end a text.
pub(crate) fn year_before(text: &str) -> Option<u16> {
    let digits = text.get(text.len().checked_sub(4)?..)?;
    let year = digits.bytes().all(|byte| byte.is_ascii_digit());
    year.then(|| digits.parse().ok()).flatten()
}

/// Measure words, the longest first: as written, and what it means the same as.
static UNITS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../data/units.txt").lines();
    let words = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut units: Vec<_> =
        words.map(|line| line.split_once(" = ").unwrap_or((line, line))).collect();
    units.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    units
});

/// The quantities of a text, in order.
pub(crate) fn quantities(text: &str) -> Vec<Quantity<'_>> {
    let mut found = vec![];
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        let digits = digits(text, start);
        from = digits.end;
        if let Some(quantity) = quantity(text, digits) {
            from = quantity.at.end;
            found.push(quantity);
        }
    }
    found
}

/// The next digit at or behind a byte. Bytes are asked, not characters: rules look for digits
/// more than for anything else.
pub(crate) fn next_digit(text: &str, from: usize) -> Option<usize> {
    let at = text.as_bytes().get(from..)?.iter().position(u8::is_ascii_digit)?;
    Some(from + at)
}

/// Digits with a decimal point or thousands marks between them.
fn digits(text: &str, start: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mark = |at: usize| matches!(bytes.get(at), Some(b'.' | b','));
    let mut end = start;
    while digit(end) || (mark(end) && digit(end + 1)) {
        end += 1;
    }
    start..end
}

fn quantity(text: &str, digits: Range<usize>) -> Option<Quantity<'_>> {
    let before = &text[..digits.start];
    let mut rest = &text[digits.end..];
    if is_no_quantity(before, &text[digits.clone()], rest) {
        return None;
    }
    let (mantissa, decimals) = mantissa(&text[digits.clone()])?;
    let mut about = is_about(before);
    about |= take(&mut rest, [("余", ()), ("多", ()), ("来", ())]).is_some();
    let times = take(&mut rest, MYRIADS).unwrap_or(1);
    about |= take(&mut rest, [("余", ()), ("多", ())]).is_some();
    let (written, unit) = unit(rest).unwrap_or(("", ""));
    let after = &rest[written.len()..];
    about |= ["左右", "上下", "以上", "以下"].iter().any(|w| after.starts_with(w));
    let at = digits.start..text.len() - after.len();
    let amount = Amount(mantissa.checked_mul(times)?).plausible()?;
    Some(Quantity { at, digits, amount, decimals, times, unit, about })
}

/// The measure word that begins a text, and what it means the same as.
fn unit(text: &str) -> Option<(&'static str, &'static str)> {
    UNITS.iter().find(|(word, _)| text.starts_with(*word)).copied()
}

/// How many bytes of the front of a text are a measure word, 万 and 亿 before it with it.
pub(crate) fn unit_length(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['万', '亿']);
    unit(bare).map(|(word, _)| text.len() - bare.len() + word.len())
}

/// Takes one of some words from the front of a text, if one stands there, and gives what it
/// means.
fn take<T, const N: usize>(rest: &mut &str, words: [(&str, T); N]) -> Option<T> {
    let (behind, means) = words
        .into_iter()
        .find_map(|(word, means)| Some((rest.strip_prefix(word)?, means)))?;
    *rest = behind;
    Some(means)
}

/// Whether the words before a number say that it is about so much: 约, but not 签约.
pub(crate) fn is_about(before: &str) -> bool {
    let words = ["约", "近", "超", "逾", "超过", "不足"];
    let others = [
        "签约", "预约", "节约", "履约", "违约", "公约", "合约", "续约", "解约", "最近",
        "附近",
    ];
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    ends(&words) && !ends(&others)
}

/// A year, a date, an ordinal, part of a name or of a longer number.
fn is_no_quantity(before: &str, digits: &str, rest: &str) -> bool {
    let last = before.chars().next_back();
    let first = rest.chars().next();
    let joined = |c: Option<char>| {
        c.is_some_and(|c| {
            c.is_ascii_alphabetic() || matches!(c, '-' | '/' | ':' | '〔' | '〕' | '№')
        })
    };
    let year = digits.len() == 4 && digits.starts_with(['1', '2']) && first == Some('年');
    let date = matches!(first, Some('月' | '日' | '号' | '时' | '点'))
        && !rest.starts_with("日志");
    let ordinal = last == Some('第');
    joined(last)
        || joined(first.filter(|c| !c.is_ascii_alphabetic()))
        || year
        || date
        || ordinal
}

/// The digits as millionths, and how many decimals they have; none if there are too many.
fn mantissa(digits: &str) -> Option<(i128, u32)> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if whole.len() > 18 || decimals.len() > 6 || decimals.contains(['.', ',']) {
        return None;
    }
    let millionths = format!("{decimals:0<6}").parse::<i128>().ok()?;
    let whole = whole.parse::<i128>().ok()?;
    let count = u32::try_from(decimals.len()).ok()?;
    Some((whole * Amount::ONE + millionths, count))
}

/// A number in Chinese characters up to 99, as lists are counted: 五, 十二.
pub(crate) fn han_number(text: &str) -> Option<u32> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |c: char| {
        let place = DIGITS.chars().position(|digit| digit == c)?;
        u32::try_from(place + 1).ok()
    };
    let mut chars = text.chars();
    match (chars.next()?, chars.next(), chars.next(), chars.next()) {
        ('两', None, ..) => Some(2),
        ('十', None, ..) => Some(10),
        ('十', Some(ones), None, _) => Some(10 + digit(ones)?),
        (tens, Some('十'), None, _) => Some(digit(tens)? * 10),
        (tens, Some('十'), Some(ones), None) => Some(digit(tens)? * 10 + digit(ones)?),
        (ones, None, ..) => digit(ones),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, String, &str, bool)> {
        let all = quantities(text).into_iter();
        all.map(|q| (&text[q.at], q.amount.written(), q.unit, q.about)).collect()
    }

    #[test]
    fn quantities_have_amount_and_unit() {
        assert_eq!(read("明确了128条措施"), [("128条", "128".to_owned(), "条", false)]);
        assert_eq!(read("发布11万余条"), [("11万余条", "110000".to_owned(), "条", true)]);
        assert_eq!(read("1000多名人员"), [("1000多名", "1000".to_owned(), "人", true)]);
        assert_eq!(
            read("1,033.5万元"),
            [("1,033.5万元", "10335000".to_owned(), "元", false)]
        );
        assert_eq!(
            read("达90%，约80％"),
            [("90%", "90".to_owned(), "%", false), ("80％", "80".to_owned(), "%", true)]
        );
    }

    #[test]
    fn amounts_are_told_in_the_unit_of_another() {
        let all = quantities("1.2亿元、3500万元、8元");
        let told: Vec<_> = all.iter().map(|q| all[0].tells(q.amount)).collect();
        assert_eq!(told, ["1.2亿", "0.35亿", "0.00000008亿"]);
        assert_eq!(all[1].tells(all[0].amount), "12000万");
        assert_eq!(all[2].tells(all[1].amount), "35000000");
    }

    #[test]
    fn years_dates_and_names_are_no_quantities() {
        assert_eq!(read("2021年10月28日，第3次，GB/T 9704-2012，某政发〔2022〕5号"), []);
        assert_eq!(read("3年").len(), 1);
    }

    #[test]
    fn small_numbers_in_han() {
        assert_eq!(han_number("五"), Some(5));
        assert_eq!(han_number("二十三"), Some(23));
        assert_eq!(han_number("几"), None);
    }
}
