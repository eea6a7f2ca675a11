//! 附件 bound apart (7.3.7): each is a document of its own, named in 附件说明 of the main one.

use docgen_model::{Attachment, Document, Format, Text, Title};

/// A document of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Its label: 附件, or 附件2.
    pub label: String,
    /// What stands in it.
    pub document: Document,
}

/// The label of one of `count` attachments, counted from 0; one that is alone has no number.
pub(crate) fn label(index: usize, count: usize) -> String {
    if count > 1 { format!("附件{}", index + 1) } else { "附件".to_owned() }
}

/// The attachments that are bound apart, in order.
pub fn bound_apart(document: &Document) -> Vec<Apart> {
    let all = &document.attachments;
    let separate = all.iter().enumerate().filter(|(_, attachment)| attachment.separate);
    separate
        .map(|(index, attachment)| {
            let label = label(index, all.len());
            let document = apart(document, attachment, &label);
            Apart { label, document }
        })
        .collect()
}

/// Its first line is 发文字号 followed by its label; pages count from 1. It has no 版头, no 落款 and
/// no 版记.
fn apart(document: &Document, attachment: &Attachment, label: &str) -> Document {
    let number = document.head.as_ref().and_then(|head| head.number.as_ref());
    let mut line: Text = number.cloned().unwrap_or_default();
    line.push_str(label, attachment.title.span().before());
    Document {
        format: Format::Plain,
        stage: document.stage,
        source: document.source.clone(),
        profile: document.profile.clone(),
        title: Title::Auto(attachment.title.clone()),
        body: attachment.body.clone(),
        bound_apart: Some(line),
        archive: document.archive.clone(),
        print: document.print.clone(),
        ..Document::default()
    }
}
