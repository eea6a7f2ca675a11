//! The written forms that the standard asks for: numbers, dates, periods of secrecy.

/// 某政发〔2022〕5号: an organ's word, a year in 〔〕, a number without leading zero (7.2.5).
pub(crate) fn is_document_number(text: &str) -> bool {
    let parts = text.split_once('〔').zip(text.strip_suffix('号'));
    let Some(((organ, rest), _)) = parts else { return false };
    let Some((year, serial)) = rest.split_once('〕') else { return false };
    let serial = serial.trim_end_matches('号');
    !organ.is_empty()
        && organ.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !organ.ends_with('第')
        && digits(year) == Some(4)
        && (year.starts_with("19") || year.starts_with("20"))
        && is_count(serial)
}

/// 2022年1月18日, without leading zeros (7.3.5.4).
pub(crate) fn is_date(text: &str) -> bool {
    let day = text.strip_suffix('日').and_then(|rest| rest.split_once('年'));
    let Some((year, rest)) = day else { return false };
    let Some((month, day)) = rest.split_once('月') else { return false };
    let upto = |text: &str, most: u32| {
        is_count(text) && text.parse::<u32>().is_ok_and(|number| number <= most)
    };
    digits(year) == Some(4) && upto(month, 12) && upto(day, 31)
}

/// Whether a text ends in a date followed by 印发 (7.4.3).
pub(crate) fn ends_in_print_date(text: &str) -> bool {
    let Some(rest) = text.strip_suffix("印发") else { return false };
    let head = rest.find('年').map_or("", |year| &rest[..year]);
    let four: usize = head.chars().rev().take(4).map(char::len_utf8).sum();
    is_date(&rest[head.len() - four..])
}

/// 机密, or 机密★1年 (7.2.2).
pub(crate) fn is_secrecy(text: &str) -> bool {
    let (level, period) = text
        .split_once('★')
        .map_or((text, None), |(level, period)| (level, Some(period)));
    let timed = |period: &str| {
        let units = ["年", "个月", "月", "日", "天"];
        let number = |unit: &str| period.strip_suffix(unit).is_some_and(is_number);
        period == "长期" || units.into_iter().any(number)
    };
    ["绝密", "机密", "秘密"].contains(&level) && period.is_none_or(timed)
}

/// —2—.
pub(crate) fn is_page_number(text: &str) -> bool {
    let dashes = ['—', '–', '―'];
    let inner = text.strip_prefix(dashes).and_then(|rest| rest.strip_suffix(dashes));
    inner.is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    digits(text).is_some()
}

/// A number without leading zero.
fn is_count(text: &str) -> bool {
    is_number(text) && !text.starts_with('0')
}

/// How many digits a text is, if it is nothing else.
pub(crate) fn digits(text: &str) -> Option<usize> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then_some(text.len())
}

/// A text without blanks, as pages show it.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| shows(*c)).collect()
}

/// Whether a character shows; those that choose a variant (异体) say nothing by themselves.
pub(crate) fn shows(c: char) -> bool {
    let chooses = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    !c.is_whitespace() && !chooses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_from_what_resembles_them() {
        assert!(is_document_number("某政发〔2022〕5号"));
        for wrong in [
            "某政发（2022）5号",
            "某政发〔2022〕05号",
            "某政发〔22〕5号",
            "某政发〔2022〕5",
        ] {
            assert!(!is_document_number(wrong), "{wrong}");
        }
        assert!(!is_document_number("某政发〔2022〕第5号"));
        assert!(is_date("2022年1月18日"));
        assert!(!is_date("2022年01月18日") && !is_date("2022年13月1日"));
        assert!(ends_in_print_date("某某县人民政府办公室2022年1月18日印发"));
        assert!(!ends_in_print_date("办公室2022年1月018日印发"));
        assert!(is_secrecy("机密★1年") && is_secrecy("绝密") && is_secrecy("机密★6个月"));
        assert!(!is_secrecy("机密★一年") && !is_secrecy("内部"));
        assert!(is_page_number("—12—") && !is_page_number("—a—"));
    }
}
