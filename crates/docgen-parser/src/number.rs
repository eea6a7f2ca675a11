//! 发文字号 (clause 7.2.5): `某政发〔2022〕5号`; 令号 and the numbers of 纪要.

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

/// How a number of one format is written.
#[derive(Debug)]
pub(crate) struct Form {
    /// What a text is as such a number.
    pub(crate) read: fn(&str) -> Number,
    /// What a draft shows in its place; none where a number may be missing.
    pub(crate) place: Option<&'static str>,
    /// The rule, in Chinese.
    pub(crate) rule: &'static str,
    /// A number of the right form.
    pub(crate) example: &'static str,
    /// Who says so.
    pub(crate) clause: [u8; 4],
}

/// 发文字号.
pub(crate) static DOCUMENT: Form = Form {
    read,
    place: Some("　　　〔　　　　〕　号"),
    rule: "机关代字＋六角括号〔〕里的四位年份＋顺序号＋号；顺序号不加“第”，不编虚位",
    example: "某政发〔2022〕5号",
    clause: [7, 2, 5, 0],
};

/// 令号.
pub(crate) static ORDER: Form = Form {
    read: |text| read_serial(text, &["号"]),
    place: Some("第　号"),
    rule: "第＋顺序号＋号；用阿拉伯数字，不编虚位",
    example: "第12号",
    clause: [10, 2, 0, 0],
};

/// 纪要编号: 期, or year and serial.
pub(crate) static MINUTES: Form = Form {
    read: read_minutes,
    place: None,
    rule: "第＋期数＋期，或六角括号〔〕里的四位年份＋顺序号；用阿拉伯数字，不编虚位",
    example: "第5期",
    clause: [10, 3, 0, 0],
};

/// `^第[1-9]\d*号$`, and the like with other units.
fn read_serial(text: &str, units: &[&str]) -> Number {
    let mut plain = half_width(text);
    let unit = units.iter().find(|unit| plain.ends_with(**unit)).or(units.first());
    let unit = unit.copied().unwrap_or_default();
    plain = plain.strip_suffix(unit).unwrap_or(&plain).to_owned();
    let digits = plain.strip_prefix('第').unwrap_or(&plain).trim_start_matches('0');
    if plain == "第" {
        return Number::Blank(format!("第　{unit}"));
    }
    let right = format!("第{digits}{unit}");
    if right == text && is_serial(digits) {
        Number::Right
    } else {
        Number::Wrong(is_serial(digits).then_some(right))
    }
}

/// `第5期` (also 次, 号), `〔2026〕3` or a whole 发文字号.
fn read_minutes(text: &str) -> Number {
    let year = |text: &str| {
        let (organ, rest) = text.split_once('〔')?;
        let (year, serial) = rest.split_once('〕')?;
        let serial = serial.strip_suffix('号').unwrap_or(serial);
        Some(organ.chars().all(is_han) && is_year(year) && is_serial(serial))
    };
    if !half_width(text).contains('〔') {
        return read_serial(text, &["期", "次", "号"]);
    }
    if year(text) == Some(true) {
        return Number::Right;
    }
    let mended = mend(text);
    let mended = match text.ends_with('号') {
        true => mended,
        false => mended.strip_suffix('号').map_or(mended.clone(), str::to_owned),
    };
    Number::Wrong((year(&mended) == Some(true)).then_some(mended))
}

fn is_serial(text: &str) -> bool {
    is_digits(text) && !text.starts_with('0')
}

fn is_year(text: &str) -> bool {
    is_digits(text)
        && text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Reads a 发文字号.
fn read(text: &str) -> Number {
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
    parts().is_some_and(|(organ, year, serial)| {
        !organ.is_empty()
            && organ.chars().all(is_han)
            && is_year(year)
            && is_serial(serial)
    })
}

/// The usual slips undone: brackets of another shape, 第, leading zeros, blanks, full-width
/// digits, no 号.
fn mend(text: &str) -> String {
    let plain = half_width(text);
    let Some((organ_year, serial)) = plain.split_once('〕') else { return plain };
    let serial = serial.strip_suffix('号').unwrap_or(serial);
    let serial = serial.strip_prefix('第').unwrap_or(serial).trim_start_matches('0');
    format!("{organ_year}〕{serial}号")
}

/// Brackets of another shape become 〔〕, full-width digits half-width; blanks go.
fn half_width(text: &str) -> String {
    text.chars()
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
        .collect()
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
    fn an_order_has_a_serial_only() {
        let read = ORDER.read;
        assert_eq!(read("第12号"), Number::Right);
        assert_eq!(read("第　号"), Number::Blank("第　号".into()));
        for slip in ["12号", "第012号", "第 12 号", "第１２号", "第12"] {
            assert_eq!(read(slip), Number::Wrong(Some("第12号".into())), "{slip}");
        }
        for other in ["第十二号", "某政令〔2026〕12号", "第12期"] {
            assert_eq!(read(other), Number::Wrong(None), "{other}");
        }
    }

    #[test]
    fn minutes_have_an_issue_or_a_year() {
        let read = MINUTES.read;
        for right in ["第5期", "第5次", "〔2026〕3", "〔2026〕3号", "某政纪〔2026〕3号"]
        {
            assert_eq!(read(right), Number::Right, "{right}");
        }
        assert_eq!(read("第05期"), Number::Wrong(Some("第5期".into())));
        assert_eq!(read("[2026]第3"), Number::Wrong(Some("〔2026〕3".into())));
        assert_eq!(
            read("某政纪（2026）03号"),
            Number::Wrong(Some("某政纪〔2026〕3号".into()))
        );
        assert_eq!(read("五"), Number::Wrong(None));
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
