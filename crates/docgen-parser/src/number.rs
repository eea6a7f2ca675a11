//! 发文字号 (clause 7.2.5): `某政发〔2022〕5号`.

use crate::cells::is_blank;
use crate::han::is_han;

/// What a text is as 发文字号.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Number {
    /// Of the right form.
    Right,
    /// The serial is left blank, as in a draft; how it is printed.
    Blank(String),
    /// Of another form; the right form that it probably means.
    Wrong(Option<String>),
}

/// Reads a 发文字号.
pub(crate) fn read(text: &str) -> Number {
    if is_right(text) {
        return Number::Right;
    }
    let mended = mend(text);
    if let Some(form) = mended.strip_suffix('号')
        && form.ends_with('〕')
        && is_right(&format!("{form}1号"))
    {
        return Number::Blank(format!("{form}　号"));
    }
    Number::Wrong(is_right(&mended).then_some(mended))
}

/// `^\p{Han}+〔(19|20)\d{2}〕[1-9]\d*号$`
fn is_right(text: &str) -> bool {
    let parts = || {
        let (organ, rest) = text.split_once('〔')?;
        let (year, rest) = rest.split_once('〕')?;
        Some((organ, year, rest.strip_suffix('号')?))
    };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    parts().is_some_and(|(organ, year, serial)| {
        !organ.is_empty()
            && organ.chars().all(is_han)
            && year.len() == 4
            && digits(year)
            && (year.starts_with("19") || year.starts_with("20"))
            && digits(serial)
            && !serial.starts_with('0')
    })
}

/// The usual slips undone: brackets of another shape, 第, leading zeros, blanks, full-width
/// digits, no 号.
fn mend(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|&c| !is_blank(c))
        .map(|c| match c {
            '[' | '【' | '(' | '（' | '［' | '「' | '〖' => '〔',
            ']' | '】' | ')' | '）' | '］' | '」' | '〗' => '〕',
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0'))
                    .unwrap_or(c)
            }
            _ => c,
        })
        .collect();
    let Some((organ_year, serial)) = plain.split_once('〕') else { return plain };
    let serial = serial.strip_suffix('号').unwrap_or(serial);
    let serial = serial.strip_prefix('第').unwrap_or(serial).trim_start_matches('0');
    format!("{organ_year}〕{serial}号")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_form_is_right() {
        assert_eq!(read("某政发〔2022〕5号"), Number::Right);
        let right = Number::Wrong(Some("某政发〔2022〕5号".into()));
        for slip in [
            "某政发[2022]5号",
            "某政发【2022】5号",
            "某政发（2022）5号",
            "某政发(2022)第5号",
            "某政发〔2022〕05号",
            "某政发〔2022〕 5 号",
            "某政发〔2022〕5",
            "某政发〔２０２２〕５号",
        ] {
            assert_eq!(read(slip), right, "{slip}");
        }
        for other in
            ["第5号", "某政发〔22〕5号", "〔2022〕5号", "ABC〔2022〕5号", "某〔2022〕号x"]
        {
            assert_eq!(read(other), Number::Wrong(None), "{other}");
        }
    }

    #[test]
    fn a_draft_may_leave_the_serial_blank() {
        let blank = Number::Blank("某政发〔2026〕　号".into());
        for text in ["某政发〔2026〕　号", "某政发〔2026〕号", "某政发[2026]  号"]
        {
            assert_eq!(read(text), blank, "{text}");
        }
    }
}
