//! What the formats of clause 10 ask for, and what they have no place for. What would not be
//! printed is an error; what is printed against usage is a warning.

use docgen_model::{Bilingual, Code, Diagnostic, Format, Kind, Span};

use super::Context;
use super::fields::Fields;
use crate::report::both;
use crate::schema::FORMATS;

/// Whether a 文种 is sent in the format.
pub(super) fn check_kind(
    kind: Option<Kind>,
    format: Format,
    at: Span,
    cx: &mut Context<'_>,
) {
    let Some(kind) = kind else { return };
    let fits = match format {
        Format::Letter => !matches!(kind, Kind::Report | Kind::Request),
        Format::Order => kind == Kind::Order,
        Format::Minutes => kind == Kind::Minutes,
        Format::Common | Format::Meeting | Format::Plain => true,
    };
    if !fits {
        let (name, shown) = (kind.name(), format_name(format));
        let message = both(
            format!("{name}一般不用{shown}格式"),
            format!("a {name} is not usually sent in this format"),
        );
        let hint = both(
            "核对“文种”和“格式”；上行文用公文格式",
            "check “kind” and “format”; upward documents take “format: common”",
        );
        let found = Diagnostic::warning(Code::NotInFormat, at, message).hint(hint);
        cx.push(found.clause(clause(format)));
    }
}

/// A 命令 has neither 标题 nor 主送机关; they are printed all the same.
pub(super) fn check_elements(fields: &Fields, format: Format, cx: &mut Context<'_>) {
    if format != Format::Order {
        return;
    }
    for (name, what) in [("title", "标题"), ("recipients", "主送机关")] {
        let Some(at) = fields.key(name) else { continue };
        let message = both(
            format!("命令格式没有{what}，这里照写的印出"),
            format!("an order has no “{name}”; it is printed as written"),
        );
        let found = Diagnostic::warning(Code::NotInFormat, at, message);
        cx.push(found.hint(delete(what, name)).clause(clause(format)));
    }
}

/// The mark of a 命令 ends in 命令 or 令, that of a 纪要 in 纪要.
pub(super) fn wrong_mark(given: Option<Span>, head: Span, format: Format) -> Diagnostic {
    let (ending, example) = match format {
        Format::Order => ("“命令”或“令”", "某某县人民政府令"),
        Format::Common
        | Format::Letter
        | Format::Minutes
        | Format::Meeting
        | Format::Plain => ("“纪要”", "某某县人民政府常务会议纪要"),
    };
    let shown = format_name(format);
    let message = match given {
        Some(_) => both(
            format!("{shown}的机关标志要以{ending}结尾"),
            "the mark does not end as this format asks",
        ),
        None => both(
            format!("{shown}要写机关标志，以{ending}结尾"),
            "this format needs a mark of its own",
        ),
    };
    Diagnostic::error(Code::IssuerMark, given.unwrap_or(head), message)
        .hint(both(
            format!("在“版头”里写：机关标志: {example}"),
            format!("write “mark: {example}” in the head"),
        ))
        .clause(clause(format))
}

/// 签发人 of a 信函.
pub(super) fn signer_in_letter(at: Span) -> Diagnostic {
    let message = both(
        "信函格式没有签发人，这里不会印",
        "a letter names no signer; this one would not be printed",
    );
    let hint = both(
        "删去“签发人”；上行文改用“格式: 公文”",
        "delete “signers”; an upward document takes “format: common”",
    );
    let found = Diagnostic::error(Code::NotInFormat, at, message);
    found.hint(hint).clause(clause(Format::Letter))
}

/// 印发机关 or 印发日期 of a 信函.
pub(super) fn printer_in_letter(at: Span) -> Diagnostic {
    let message = both(
        "信函格式的版记没有印发机关和印发日期，这里不会印",
        "the 版记 of a letter has neither printer nor date of printing",
    );
    let found = Diagnostic::error(Code::NotInFormat, at, message);
    found.hint(delete("这一项", "this")).clause(clause(Format::Letter))
}

/// A seal on a 纪要.
pub(super) fn sealed_minutes(at: Span) -> Diagnostic {
    let message = both("纪要一般不加盖印章", "minutes are not usually sealed");
    let found = Diagnostic::warning(Code::NotInFormat, at, message);
    found.hint(delete("印章", "seal")).clause(clause(Format::Minutes))
}

/// 出席 in another format.
pub(super) fn attendance_elsewhere(at: Span) -> Diagnostic {
    let message = both(
        "只有纪要格式有出席、请假、列席名单，这里不会印",
        "only minutes list who was present; this would not be printed",
    );
    let hint = both(
        "写上“格式: 纪要”，或者删去“出席”",
        "write “format: minutes”, or delete “attendance”",
    );
    let found = Diagnostic::error(Code::NotInFormat, at, message);
    found.hint(hint).clause(clause(Format::Minutes))
}

fn delete(zh: &str, en: &str) -> Bilingual {
    both(format!("删去{zh}"), format!("delete “{en}”"))
}

fn format_name(format: Format) -> &'static str {
    FORMATS[format as usize].alias.unwrap_or_default()
}

fn clause(format: Format) -> [u8; 4] {
    match format {
        Format::Letter => [10, 1, 0, 0],
        Format::Order => [10, 2, 0, 0],
        Format::Minutes => [10, 3, 0, 0],
        Format::Common | Format::Meeting | Format::Plain => [7, 1, 0, 0],
    }
}
