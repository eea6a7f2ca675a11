//! Ordinals of headings: 一、（一）1.（1）第一章 第一节 第一条 (clause 7.3.3).

use docgen_model::Level;

/// An ordinal at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ordinal {
    pub(crate) level: Level,
    pub(crate) number: u32,
    /// Its bytes, with the mark that belongs to it.
    pub(crate) len: usize,
}

/// The longest run of numerals in an ordinal; `（2021）` is a year.
const MAX_DIGITS: usize = 3;

/// The ordinal at the start of `line`.
pub(crate) fn read(line: &str) -> Option<Ordinal> {
    if let Some(rest) = line.strip_prefix('第') {
        return read_named(line, rest);
    }
    let bracketed = line.strip_prefix(['(', '（']);
    let (han, arabic) = (numeral(bracketed.unwrap_or(line), is_han_digit), {
        numeral(bracketed.unwrap_or(line), |c| c.is_ascii_digit())
    });
    let (level, number, rest) = match (bracketed.is_some(), han, arabic) {
        (true, Some((han, rest)), _) => {
            (Level::Second, han_number(han)?, rest.strip_prefix([')', '）'])?)
        }
        (true, None, Some((digits, rest))) => {
            (Level::Fourth, digits.parse().ok()?, rest.strip_prefix([')', '）'])?)
        }
        (false, Some((han, rest)), _) => {
            (Level::First, han_number(han)?, rest.strip_prefix('、')?)
        }
        (false, None, Some((digits, rest))) => {
            let rest = rest.strip_prefix(['.', '．'])?;
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            (Level::Third, digits.parse().ok()?, rest)
        }
        (_, None, None) => return None,
    };
    Some(Ordinal { level, number, len: line.len() - rest.len() })
}

/// 第…章, 第…节, 第…条.
fn read_named(line: &str, rest: &str) -> Option<Ordinal> {
    let (han, rest) = numeral(rest, is_han_digit)?;
    let mut chars = rest.chars();
    let level = match chars.next()? {
        '章' => Level::Chapter,
        '节' => Level::Section,
        '条' => Level::Article,
        _ => return None,
    };
    let len = line.len() - chars.as_str().len();
    Some(Ordinal { level, number: han_number(han)?, len })
}

/// The ordinal `number` of a heading's `level`, as printed; none for body text and for the
/// levels of regulations, which are never generated.
pub(crate) fn write(level: Level, number: u32) -> Option<String> {
    match level {
        Level::First => Some(format!("{}、", han(number))),
        Level::Second => Some(format!("（{}）", han(number))),
        Level::Third => Some(format!("{number}.")),
        Level::Fourth => Some(format!("（{number}）")),
        Level::Body | Level::Chapter | Level::Section | Level::Article => None,
    }
}

/// Whether the line begins like `1、`, a form that the standard does not have.
pub(crate) fn is_digit_and_comma(line: &str) -> bool {
    numeral(line, |c| c.is_ascii_digit()).is_some_and(|(_, rest)| rest.starts_with('、'))
}

/// The numeral at the start of `text`, and the rest.
fn numeral(text: &str, digit: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(digit);
    let numeral = text.strip_suffix(rest)?;
    let fits = !numeral.is_empty() && numeral.chars().count() <= 2 * MAX_DIGITS;
    let short = !numeral.is_ascii() || numeral.len() <= MAX_DIGITS;
    (fits && short).then_some((numeral, rest))
}

const HAN_DIGITS: &str = "〇一二三四五六七八九";

fn is_han_digit(c: char) -> bool {
    matches!(c, '十' | '百' | '零') || HAN_DIGITS.contains(c)
}

fn digit(c: char) -> Option<u32> {
    let place = HAN_DIGITS.chars().position(|d| d == c);
    place.and_then(|place| u32::try_from(place).ok())
}

/// The number of a Han numeral such as 十, 二十一, 一百零三.
pub(crate) fn han_number(text: &str) -> Option<u32> {
    let (mut sum, mut last) = (0, None);
    for c in text.chars() {
        match c {
            '零' | '〇' if last.is_none() => {}
            '百' => sum += last.take()? * 100,
            '十' => sum += last.take().unwrap_or(1) * 10,
            _ if last.is_none() => last = Some(digit(c)?),
            _ => return None,
        }
    }
    let number = sum + last.unwrap_or(0);
    (number > 0).then_some(number)
}

/// A Han numeral below 1000; above, Arabic digits.
fn han(number: u32) -> String {
    let name = |n: u32| HAN_DIGITS.chars().nth(n as usize).unwrap_or_default();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    if number == 0 || hundreds > 9 {
        return number.to_string();
    }
    let mut text = String::new();
    if hundreds > 0 {
        text.extend([name(hundreds), '百']);
    }
    match (hundreds, tens) {
        (0, 0) => {}
        (0, 1) => text.push('十'),
        (_, 0) if ones > 0 => text.push('零'),
        (_, 0) => {}
        (_, _) => text.extend([name(tens), '十']),
    }
    if ones > 0 {
        text.push(name(ones));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ordinals_of_all_levels() {
        let read = |line| read(line).map(|o| (o.level, o.number, o.len));
        assert_eq!(read("一、主要"), Some((Level::First, 1, 6)));
        assert_eq!(read("二十一、主要"), Some((Level::First, 21, 12)));
        assert_eq!(read("（三）加强"), Some((Level::Second, 3, 9)));
        assert_eq!(read("(三)加强"), Some((Level::Second, 3, 5)));
        assert_eq!(read("1.开展"), Some((Level::Third, 1, 2)));
        assert_eq!(read("12．开展"), Some((Level::Third, 12, 5)));
        assert_eq!(read("（1）开展"), Some((Level::Fourth, 1, 7)));
        assert_eq!(read("第十二条　本"), Some((Level::Article, 12, 12)));
        assert_eq!(read("第一章 总则"), Some((Level::Chapter, 1, 9)));
        assert_eq!(read("第一节"), Some((Level::Section, 1, 9)));
    }

    #[test]
    fn other_starts_are_body() {
        for line in [
            "一是",
            "①",
            "1、",
            "1.5亿元",
            "（2021）",
            "第一，",
            "第一批",
            "十分",
            "一",
            "(一",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
        assert!(is_digit_and_comma("1、开展"));
        assert!(!is_digit_and_comma("一、开展"));
    }

    #[test]
    fn writes_what_it_reads() {
        for number in (1..=130).chain([200, 210, 999]) {
            assert_eq!(han_number(&han(number)), Some(number), "{}", han(number));
            for level in [Level::First, Level::Second, Level::Third, Level::Fourth] {
                let text = write(level, number).unwrap();
                let ordinal = Ordinal { level, number, len: text.len() };
                assert_eq!(read(&text), Some(ordinal), "{text}");
            }
        }
        assert_eq!(write(Level::First, 11).unwrap(), "十一、");
    }
}
