//! 附件 (clauses 7.3.4 and 7.3.7).

use docgen_model::{Attachment, Span};

use super::fields::{Fields, Value, not_built};
use super::{Context, body, title};
use crate::blanks::Blanks;
use crate::schema::ATTACHMENT;
use crate::yaml::{Entry, NodeKind};

/// Reads the list of attachments.
pub(super) fn read(value: Option<Value>, cx: &mut Context<'_>) -> Vec<Attachment> {
    let mut attachments = vec![];
    for item in value.map_or(vec![], |value| value.node.into_items()) {
        if let NodeKind::Map(entries) = item.kind {
            attachments.push(attachment(entries, item.span, cx));
        }
    }
    attachments
}

fn attachment(entries: Vec<Entry>, span: Span, cx: &mut Context<'_>) -> Attachment {
    let owner = entries.first().map_or(span.before(), |entry| entry.key.span);
    let mut fields = Fields::open(entries, &ATTACHMENT, owner, cx);
    let title = fields.text("title", Blanks::Wide, cx).unwrap_or_default();
    title::check_end(&title, "附件名称", cx);
    if let Some(separate) = fields.flag("separate", cx)
        && separate.value
    {
        cx.push(not_built(
            separate.span,
            ["单独装订的附件", "an attachment bound apart"],
        ));
    }
    let regulation = body::is_regulation(title.as_str());
    let body = body::read(fields.take("body", cx), regulation, cx);
    Attachment { title, body, span }
}
