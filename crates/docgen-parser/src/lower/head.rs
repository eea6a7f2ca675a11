//! 版头 (clause 7.2).

use docgen_model::{Code, Diagnostic, Direction, Format, Head, Span, Spanned, Text};

use super::fields::Fields;
use super::shape::points;
use super::{Context, Rules, copies, secrecy};
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
    let mark = fields.text("mark", Blanks::Drop, cx);
    let copy_key = fields.key("copy_number");
    let copies = fields.verbatim("copy_number", cx);
    let (copy_number, further_copies) =
        copies.map_or((None, 0), |written| copies::read(written, cx));
    let secrecy = secrecy::read(&mut fields, cx);
    if let (Some(level), None) = (&secrecy, copy_key) {
        cx.push(secrecy::without_copy_number(level.span()));
    }
    let mark_size = fields.take("mark_size", cx).and_then(|value| {
        let points = points(&value.node.written())?;
        Some(Spanned::new(points, value.node.span))
    });
    let urgency = fields.word("urgency", cx);
    let number = number(&mut fields, key, rules, cx);
    Head {
        stacked: mark.is_none() && issuers.len() > 1,
        mark: mark.unwrap_or_else(|| default_mark(&issuers)),
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

/// The mark of the general format: the organ and 文件, or 文件 beside the organs (7.2.4).
fn default_mark(issuers: &[Text]) -> Text {
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
    let common = rules.ruled && rules.format == Format::Common;
    let Some(text) = fields.verbatim("number", cx) else {
        if !common || fields.is_muted("number", cx) {
            return None;
        }
        let at = written.unwrap_or(key);
        cx.push_unless_draft(no_number(at));
        return Some(place_kept("　　　〔　　　　〕　号", at.before()));
    };
    if !common {
        return Some(text);
    }
    match number::read(text.as_str()) {
        Number::Right => Some(text),
        Number::Blank(printed) => {
            cx.push_unless_draft(blank_serial(text.span()));
            Some(place_kept(&printed, text.span()))
        }
        Number::Wrong(right) => {
            cx.push(wrong_number(&text, right));
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

fn no_number(at: Span) -> Diagnostic {
    let message = both("公文没有发文字号", "the document has no number");
    Diagnostic::error(Code::Incomplete, at, message)
        .hint(both(
            "写上“发文字号: 某政发〔2022〕5号”；还没编号的，写“稿本: 草稿”",
            "write “number: …”, or “stage: draft” as long as there is none",
        ))
        .clause([7, 2, 5, 0])
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

fn wrong_number(text: &Text, right: Option<String>) -> Diagnostic {
    let shown = short(text.as_str());
    let message = both(
        format!("发文字号“{shown}”的写法不对"),
        format!("“{shown}” has not the form of a document number"),
    );
    let rule = "机关代字＋六角括号〔〕里的四位年份＋顺序号＋号；顺序号不加“第”，不编虚位";
    let hint = match right {
        Some(right) => both(format!("改成 {right}（{rule}）"), format!("write {right}")),
        None => both(
            format!("照这样写：某政发〔2022〕5号（{rule}）"),
            "write like 某政发〔2022〕5号",
        ),
    };
    Diagnostic::error(Code::DocNumber, text.span(), message)
        .hint(hint)
        .clause([7, 2, 5, 0])
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
