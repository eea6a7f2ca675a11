//! 封面 and 目录 of a long report. What the author does not say of 封面 is taken from elsewhere in
//! the file; what stands nowhere is not printed.

use docgen_model::{Code, Contents, Cover, Diagnostic, Document, Text};

use super::fields::{Fields, Value};
use super::{Context, Rules};
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::COVER;
use crate::yaml::NodeKind;

/// Reads both, of a document whose other parts are read.
pub(super) fn read(
    fields: &mut Fields,
    mut document: Document,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Document {
    let (cover, toc) = (fields.take("cover", cx), fields.take("toc", cx));
    document.cover = cover
        .filter(|value| fits(value, "封面", rules, cx))
        .and_then(|value| read_cover(value, &document, cx));
    document.contents = toc.filter(|value| fits(value, "目录", rules, cx)).map(|value| {
        let depth = value.node.written().parse().ok();
        Contents { depth, span: value.key }
    });
    document
}

/// Whether it is switched on; a format with 版头, which begins page 1, has no place for it.
fn fits(value: &Value, name: &str, rules: Rules, cx: &mut Context<'_>) -> bool {
    let on = !matches!(value.node.written().as_str(), "false" | "否");
    if on && rules.ruled && rules.format.has_head() {
        let message = both(
            format!("有版头的公文没有{name}"),
            "a document with a head has neither cover nor contents",
        );
        let hint = both(
            format!("删去“{name}”，或者改用普通格式、会议文件"),
            "delete it, or write “format: plain” or “format: meeting”",
        );
        let found = Diagnostic::error(Code::NotInFormat, value.key, message);
        cx.push(found.hint(hint).clause([7, 1, 0, 0]));
    }
    on
}

fn read_cover(value: Value, document: &Document, cx: &mut Context<'_>) -> Option<Cover> {
    let mut cover = Cover::default();
    if let NodeKind::Map(entries) = value.node.kind {
        let mut fields = Fields::open(entries, &COVER, value.key, cx);
        cover.label = fields.text("label", Blanks::Keep, cx);
        cover.issuers = fields.names("issuer", &[], cx);
        cover.date = fields.text("date", Blanks::Drop, cx);
    }
    if cover.issuers.is_empty() {
        cover.issuers = issuers(document);
    }
    cover.date = cover.date.or_else(|| date(document));
    Some(cover)
}

/// 单位行, else 署名, else 报告人.
fn issuers(document: &Document) -> Vec<Text> {
    let signature = document.signature.as_ref();
    let organs = signature.map_or(vec![], |signature| signature.organs.clone());
    let reporter = || document.meeting.as_ref().and_then(|meeting| meeting.reporter());
    match &document.issuer_line {
        Some(line) => vec![line.clone()],
        None if organs.is_empty() => reporter().into_iter().collect(),
        None => organs,
    }
}

/// 成文日期, else that of the meeting.
fn date(document: &Document) -> Option<Text> {
    let signed = document.signature.as_ref().and_then(|signature| signature.date);
    let met = document.meeting.as_ref().and_then(|meeting| meeting.date);
    signed.or(met).map(|date| Text::new(date.value.to_string(), date.span))
}
