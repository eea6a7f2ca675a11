//! The words of a document, and of its pages. Blanks are left out: a line may end at one.

use std::collections::BTreeMap;

use docgen_frame::{Item, ItemKind, Line, Owner, Page, PagedDocument};
use docgen_model::{Attachment, Block, BlockKind, Document, Seal, Table, Text, Title};

/// All words of a page of a copy, both from 0, in the order in which they are drawn.
pub(super) fn drawn(document: &PagedDocument, copy: usize, page: usize) -> String {
    let own = document.copies.as_ref().filter(|_| page == 0 && copy > 0);
    let own = own.map(|copies| (copies.item, &copies.lines[copy - 1]));
    let items = document.pages[page].items.iter().enumerate();
    let lines = items.filter_map(|(at, item)| match own {
        Some((place, line)) if place == at => Some(line),
        _ => line(item),
    });
    lines.map(of_line).collect()
}

/// The words of the pages in reading order, without page numbers: piece by piece, since the
/// cells of a row that pages part stand beside each other on each of them.
pub(super) fn of_pages(pages: &[Page]) -> String {
    let mut pieces: BTreeMap<usize, String> = BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        if let (Owner::Node(node), Some(line)) = (item.owner, line(item)) {
            pieces.entry(node).or_default().push_str(&of_line(line));
        }
    }
    pieces.into_values().collect()
}

/// The line that an item is.
pub(super) fn line(item: &Item) -> Option<&Line> {
    match &item.kind {
        ItemKind::Line(line) => Some(line),
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    }
}

/// The words of a line.
pub(super) fn of_line(line: &Line) -> String {
    line.runs.iter().map(|run| inked(&run.text)).collect()
}

fn inked(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether all words of a document stand in `shown`, and those of its 正文 in order.
///
/// # Errors
/// The first text that does not.
pub(super) fn all_in(document: &Document, shown: &str) -> Result<(), String> {
    for text in apart(document) {
        let text = inked(text.as_str());
        if !shown.contains(&text) {
            return Err(text);
        }
    }
    let mut rest = shown;
    for text in in_order(document) {
        let text = inked(text.as_str());
        let at = rest.find(&text).ok_or_else(|| text.clone())?;
        rest = &rest[at + text.len()..];
    }
    Ok(())
}

/// The texts around the 正文, those of the 版头 first.
fn apart(document: &Document) -> Vec<&Text> {
    let mut texts: Vec<&Text> = vec![];
    if let Some(head) = &document.head {
        let single = [&head.copy_number, &head.secrecy, &head.urgency, &head.number];
        texts.extend(single.into_iter().flatten().chain(&head.signers));
    }
    match &document.title {
        Title::Auto(text) => texts.push(text),
        Title::Lines(lines) => texts.extend(lines),
    }
    let around = [&document.subtitle, &document.issuer_line, &document.label];
    texts.extend(around.into_iter().flatten());
    texts.extend(&document.recipients);
    texts.extend(&document.note);
    texts.extend(document.attachments.iter().map(|attachment| &attachment.title));
    if let Some(signature) = &document.signature {
        match signature.seal {
            Seal::Stamped | Seal::None => texts.extend(&signature.organs),
            // The 签名章 itself is the name.
            Seal::Signed => texts.extend(&signature.signer_posts),
        }
    }
    if let Some(attendance) = &document.attendance {
        let lists = [&attendance.present, &attendance.absent, &attendance.observers];
        texts.extend(lists.into_iter().flatten());
    }
    if let Some(record) = &document.record {
        texts.extend(record.copy_to.iter().chain(&record.main_to).chain(&record.extra));
        texts.extend(&record.printer);
    }
    texts
}

/// 正文 and what follows it, as a reader meets them.
fn in_order(document: &Document) -> Vec<&Text> {
    let mut texts = vec![];
    blocks(&document.body, &mut texts);
    texts.extend(&document.closing);
    for enclosed in &document.enclosed {
        blocks(&enclosed.body, &mut texts);
    }
    let bound = |attachment: &&Attachment| !attachment.separate;
    for attachment in document.attachments.iter().filter(bound) {
        blocks(&attachment.body, &mut texts);
    }
    texts
}

fn blocks<'a>(blocks: &'a [Block], texts: &mut Vec<&'a Text>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(paragraph) => texts.push(&paragraph.text),
            BlockKind::Table(table) => texts.extend(of_table(table)),
            BlockKind::Figure(figure) => texts.extend(&figure.caption),
            BlockKind::PageBreak => {}
        }
    }
}

fn of_table(table: &Table) -> impl Iterator<Item = &Text> {
    let above = table.caption.iter().chain(&table.unit);
    above.chain(table.rows.iter().flatten().map(|cell| &cell.text)).chain(&table.note)
}
