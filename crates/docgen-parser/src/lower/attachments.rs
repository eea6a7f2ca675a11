//! 附件 (clauses 7.3.4 and 7.3.7).

use docgen_model::{Attachment, Code, Diagnostic, Span};

use super::fields::{Fields, Value};
use super::{Context, body, title};
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::ATTACHMENT;
use crate::yaml::Entry;

/// Reads the list of attachments.
pub(super) fn read(value: Option<Value>, cx: &mut Context<'_>) -> Vec<Attachment> {
    let maps = value.into_iter().flat_map(|value| value.node.into_maps());
    maps.map(|(entries, span)| attachment(entries, span, cx)).collect()
}

fn attachment(entries: Vec<Entry>, span: Span, cx: &mut Context<'_>) -> Attachment {
    let owner = entries.first().map_or(span.before(), |entry| entry.key.span);
    let mut fields = Fields::open(entries, &ATTACHMENT, owner, cx);
    let title = fields.text("title", Blanks::Wide, cx).unwrap_or_default();
    title::check_end(&title, "附件名称", cx);
    let separate = fields.flag("separate", cx).filter(|flag| flag.value);
    let regulation = body::is_regulation(title.as_str());
    let body = body::read(fields.take("body", cx), regulation, cx);
    body::tell_idle_breaks(&body, false, cx);
    if let (Some(flag), true) =
        (separate, body.is_empty() && !fields.is_muted("body", cx))
    {
        cx.push(nothing_to_bind(flag.span));
    }
    Attachment { title, body, separate: separate.is_some(), span }
}

fn nothing_to_bind(at: Span) -> Diagnostic {
    let message = both("单独装订的附件没有正文", "an attachment bound apart has no body");
    Diagnostic::error(Code::MissingKey, at, message)
        .hint(both(
            "写上“正文”；只列名称的，删去“单独装订”",
            "write “body: …”, or delete “separate”",
        ))
        .clause([7, 3, 7, 0])
}
