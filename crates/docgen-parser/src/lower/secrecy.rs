//! 密级和保密期限 (clause 7.2.2), printed as `机密★1年`.

use docgen_model::{Code, Diagnostic, Span, Text};

use super::Context;
use super::fields::Fields;
use crate::report::{both, short};

/// Reads 密级 with its 保密期限, given together or apart.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Option<Text> {
    let written = fields.verbatim("secrecy", cx);
    let period = fields.verbatim("secrecy_period", cx);
    let Some(written) = written else {
        if let Some(period) = period {
            let message =
                both("写了保密期限，没有写密级", "a secrecy period without a level");
            cx.push(
                fault(period.span(), message)
                    .hint(both("补上“密级: 机密”一类", "write “secrecy: …” too")),
            );
        }
        return None;
    };
    let (level, joined) = split(&written);
    if !matches!(level.as_str(), "绝密" | "机密" | "秘密") {
        let message = both(
            format!("密级“{}”不是绝密、机密、秘密之一", short(written.as_str())),
            format!("“{}” is not a level of secrecy", short(written.as_str())),
        );
        cx.push(fault(written.span(), message).hint(both(
            "写成 绝密、机密 或 秘密，可以连写期限：机密★1年",
            "write 绝密, 机密 or 秘密, perhaps with a period: 机密★1年",
        )));
        return Some(written);
    }
    let period = match (joined, period) {
        (Some(_), Some(period)) => {
            let message = both("保密期限写了两次", "the secrecy period is given twice");
            cx.push(fault(period.span(), message).hint(both("只保留一处", "keep one")));
            return Some(written);
        }
        (joined, period) => joined.or(period),
    };
    let Some(period) = period else { return Some(level) };
    check_period(&period, cx);
    let mut printed = level;
    printed.push_str("★", period.span().before());
    printed.push_text(&period);
    Some(printed)
}

/// Level and period of `机密★1年`; other stars, or none, are understood.
fn split(written: &Text) -> (Text, Option<Text>) {
    let string = written.as_str();
    let end = string.char_indices().nth(2).map_or(string.len(), |(at, _)| at);
    let rest = string.get(end..).unwrap_or_default();
    let period = rest.trim_start_matches(['★', '☆', '*', '＊', ' ', '　']);
    let period = (!period.is_empty())
        .then(|| written.slice(string.len() - period.len()..string.len()));
    (written.slice(0..end), period)
}

/// A period is in Arabic digits: `1年`, `6个月`; 长期 has none.
fn check_period(period: &Text, cx: &mut Context<'_>) {
    let text = period.as_str();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.strip_suffix(unit).unwrap_or_default();
    let counted = !number.is_empty() && !number.starts_with('0');
    if (counted && matches!(unit, "年" | "个月" | "月" | "日" | "天")) || text == "长期"
    {
        return;
    }
    let message = both(
        format!("保密期限“{text}”的写法不对"),
        format!("“{text}” is not a secrecy period"),
    );
    cx.push(fault(period.span(), message).hint(both(
        "期限用阿拉伯数字，例如 1年、6个月",
        "write the period in Arabic digits, such as 1年",
    )));
}

/// A classified document without 份号.
pub(super) fn without_copy_number(at: Span) -> Diagnostic {
    let message = both(
        "涉密公文要标注份号（《党政机关公文处理工作条例》第九条第（一）项）",
        "a classified document must have a copy number (Regulation, article 9 (1))",
    );
    fault(at, message).hint(both(
        "在“版头”里写上“份号: 000001”",
        "write “copy_number: 000001” in the head",
    ))
}

fn fault(at: Span, message: docgen_model::Bilingual) -> Diagnostic {
    Diagnostic::error(Code::Secrecy, at, message).clause([7, 2, 2, 0])
}
