//! 版头 (clause 7.2).

use docgen_model::{Code, Diagnostic, Direction, Format, Head, Span, Spanned, Text};

use super::fields::Fields;
use super::shape::type_size;
use super::{Context, Rules, copies, formats, mongolian, secrecy};
use crate::blanks::Blanks;
use crate::cells;
use crate::number::{self, Number};
use crate::report::{both, short};

/// Reads 版头; `key` is its place.
pub(super) fn read(
    mut fields: Fields,
    key: Span,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Head {
    let issuers = fields.names_apart("issuer", cx);
    let joint = issuers.len() > 1 && rules.format == Format::Common;
    let stacked = joint && fields.key("mark").is_none();
    let mark = mark(&mut fields, &issuers, key, rules, cx);
    let mongolian = mongolian::read(&mut fields, cx);
    let copy_key = fields.key("copy_number");
    let copies = fields.verbatim("copy_number", cx);
    let (copy_number, further_copies) =
        copies.map_or((None, 0), |written| copies::read(written, cx));
    let secrecy = secrecy::read(&mut fields, cx);
    if let (Some(level), None) = (&secrecy, copy_key) {
        cx.push(secrecy::without_copy_number(level.span()));
    }
    let mark_size = fields.take("mark_size", cx).and_then(|value| {
        let size = type_size(&value.node.written())?;
        Some(Spanned::new(size, value.node.span))
    });
    let urgency = fields.word("urgency", cx);
    let number = number(&mut fields, key, rules, cx);
    Head {
        stacked,
        mark,
        mongolian,
        issuers,
        mark_size,
        copy_number,
        further_copies,
        secrecy,
        urgency: urgency.map(|word| Text::new(word.value, word.span)),
        number,
        signers: signers(&mut fields, key, rules, cx),
    }
}

/// The mark as given, or that of the format: the organ and 文件 (7.2.4), or the lead organ
/// alone (10.1). That of a 命令 or a 纪要 must be given.
fn mark(
    fields: &mut Fields,
    issuers: &[Text],
    key: Span,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Text {
    let given = fields.text("mark", Blanks::Drop, cx);
    let told = fields.is_muted("mark", cx) || !rules.ruled;
    let ending: &[&str] = match rules.format {
        Format::Order => &["命令", "令"],
        Format::Minutes => &["纪要"],
        Format::Common | Format::Letter | Format::Meeting | Format::Plain => &[],
    };
    let whose = given.as_ref().or(issuers.first()).map_or("", Text::as_str);
    let ends = ending.iter().any(|end| whose.ends_with(end));
    if !ending.is_empty() && !ends && !told {
        cx.push(formats::wrong_mark(given.as_ref().map(Text::span), key, rules.format));
    }
    given.unwrap_or_else(|| match rules.format {
        Format::Common => with_file(issuers),
        Format::Letter
        | Format::Order
        | Format::Minutes
        | Format::Meeting
        | Format::Plain => issuers.first().cloned().unwrap_or_default(),
    })
}

/// The mark of the general format: the organ and 文件, or 文件 beside the organs (7.2.4).
fn with_file(issuers: &[Text]) -> Text {
    let end = issuers.last().map_or(0, |issuer| issuer.span().end);
    let mut mark = match issuers {
        [issuer] => issuer.clone(),
        _ => Text::default(),
    };
    if !issuers.is_empty() {
        mark.push_str("文件", Span::new(end, end));
    }
    mark
}

/// 发文字号 (7.2.5); a draft may lack it, or leave its serial blank.
fn number(
    fields: &mut Fields,
    key: Span,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Option<Text> {
    let written = fields.key("number");
    let form = match rules.format {
        Format::Common | Format::Letter if rules.ruled => &number::DOCUMENT,
        Format::Order if rules.ruled => &number::ORDER,
        Format::Minutes if rules.ruled => &number::MINUTES,
        Format::Common
        | Format::Letter
        | Format::Order
        | Format::Minutes
        | Format::Meeting
        | Format::Plain => return fields.verbatim("number", cx),
    };
    let Some(text) = fields.verbatim("number", cx) else {
        let place = form.place?;
        if fields.is_muted("number", cx) {
            return None;
        }
        let at = written.unwrap_or(key);
        cx.push_unless_draft(no_number(at, form));
        return Some(place_kept(place, at.before()));
    };
    match (form.read)(text.as_str()) {
        Number::Right => Some(text),
        Number::Blank(printed) => {
            cx.push_unless_draft(blank_serial(text.span()));
            Some(place_kept(&printed, text.span()))
        }
        Number::Wrong(right) => {
            cx.push(wrong_number(&text, right, form));
            Some(text)
        }
    }
}

/// What a draft shows in the place of a number.
fn place_kept(printed: &str, at: Span) -> Text {
    let mut text = Text::default();
    cells::push_added(&mut text, printed, at);
    text
}

fn no_number(at: Span, form: &number::Form) -> Diagnostic {
    let message = both("公文没有发文字号", "the document has no number");
    let example = form.example;
    Diagnostic::error(Code::Incomplete, at, message)
        .hint(both(
            format!("写上“发文字号: {example}”；还没编号的，写“稿本: 草稿”"),
            "write “number: …”, or “stage: draft” as long as there is none",
        ))
        .clause(form.clause)
}

fn blank_serial(at: Span) -> Diagnostic {
    let message = both("发文字号还没有顺序号", "the number has no serial yet");
    Diagnostic::error(Code::Incomplete, at, message)
        .hint(both(
            "填上顺序号；还没编号的，写“稿本: 草稿”",
            "fill in the serial, or write “stage: draft”",
        ))
        .clause([7, 2, 5, 0])
}

fn wrong_number(text: &Text, right: Option<String>, form: &number::Form) -> Diagnostic {
    let shown = short(text.as_str());
    let message = both(
        format!("发文字号“{shown}”的写法不对"),
        format!("“{shown}” has not the form of a document number"),
    );
    let (rule, example) = (form.rule, form.example);
    let hint = match right {
        Some(right) => both(format!("改成 {right}（{rule}）"), format!("write {right}")),
        None => both(
            format!("照这样写：{example}（{rule}）"),
            format!("write like {example}"),
        ),
    };
    Diagnostic::error(Code::DocNumber, text.span(), message)
        .hint(hint)
        .clause(form.clause)
}

/// 签发人 (7.2.6): for upward documents, and only for them.
fn signers(
    fields: &mut Fields,
    key: Span,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Vec<Text> {
    let written = fields.key("signers");
    let mut names = fields.names_apart("signers", cx);
    if rules.format == Format::Letter {
        written.into_iter().for_each(|at| cx.push(formats::signer_in_letter(at)));
        return names;
    }
    let upward = rules.direction == Some(Direction::Up);
    if upward && names.is_empty() && !fields.is_muted("signers", cx) && rules.ruled {
        let at = written.unwrap_or(key);
        cx.push_unless_draft(no_signer(at));
        // A draft keeps the place of a name.
        names.push(Text::new("　　　", at.before()));
    }
    if let (Some(at), Some(_), false) = (written, names.first(), upward)
        && rules.direction.is_some()
    {
        cx.push(needless_signer(at));
    }
    names
}

fn no_signer(at: Span) -> Diagnostic {
    let message = both(
        "上行文（报告、请示等）要有签发人",
        "an upward document must name its signer",
    );
    Diagnostic::error(Code::Signer, at, message)
        .hint(both(
            "在“版头”里写上“签发人: 姓名”；不是上行文的，写“行文方向: 下行”或“平行”",
            "write “signers: …” in the head; or give the direction, if it is not upward",
        ))
        .clause([7, 2, 6, 0])
}

fn needless_signer(at: Span) -> Diagnostic {
    let message =
        both("不是上行文，一般不标注签发人", "only upward documents name their signer");
    Diagnostic::warning(Code::Signer, at, message)
        .hint(both(
            "删去“签发人”；确是上行文的，写“行文方向: 上行”",
            "delete “signers”, or write “direction: up”",
        ))
        .clause([7, 2, 6, 0])
}
