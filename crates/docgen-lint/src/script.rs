//! The texts of a document in reading order, each with the part that it plays.

use std::ops::Range;

use docgen_model::{Block, BlockKind, Document, Level, Paragraph, Text, Title};

use crate::number::{Quantity, quantities};
use crate::sentence::sentences;

/// A document as an editor reads it.
#[derive(Debug)]
pub(crate) struct Script<'a> {
    /// The document.
    pub(crate) document: &'a Document,
    /// Its texts.
    pub(crate) passages: Vec<Passage<'a>>,
}

/// One text.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    /// Which part it plays.
    pub(crate) part: Part,
    /// Its words.
    pub(crate) text: &'a Text,
    /// How many of its bytes are a heading.
    pub(crate) lead: usize,
    /// The sentences of running text, in bytes.
    pub(crate) sentences: Vec<Range<usize>>,
    /// The quantities of running text, in order.
    pub(crate) quantities: Vec<Quantity<'a>>,
}

impl<'a> Passage<'a> {
    fn new(part: Part, text: &'a Text, lead: usize) -> Self {
        let (mut all, mut numbers) = (vec![], vec![]);
        if part.is_prose() {
            all = sentences(text.as_str());
            numbers = quantities(text.as_str());
        }
        Self { part, text, lead, sentences: all, quantities: numbers }
    }

    /// The quantities that begin in a part of the text.
    pub(crate) fn quantities_in(&self, bytes: Range<usize>) -> &[Quantity<'a>] {
        let before = |at| self.quantities.partition_point(|q| q.at.start < at);
        &self.quantities[before(bytes.start)..before(bytes.end)]
    }
}

/// Which part a text plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// 标题; of a title that the author broke, one line.
    Title,
    /// 副标题.
    Subtitle,
    /// 主送机关.
    Recipient,
    /// A paragraph of the body, or of the attachment of this index; texts that are issued are
    /// counted on behind the attachments.
    Body(Level, Option<usize>),
    /// A cell, a caption, a unit or a note of a table, or the caption of a figure.
    Cell,
    /// 结语.
    Closing,
    /// 附件名称, or the title of a text that is issued.
    AttachmentTitle,
    /// 附注.
    Note,
    /// 抄送机关.
    CopyTo,
}

impl Part {
    /// Whether it is running text: body, of whichever level, or closing words.
    pub(crate) fn is_prose(self) -> bool {
        matches!(self, Self::Body(..) | Self::Closing)
    }
}

impl<'a> Script<'a> {
    /// Gathers the texts of a document.
    pub(crate) fn new(document: &'a Document) -> Self {
        let mut passages = vec![];
        let whole = |part, text: &'a Text| Passage::new(part, text, 0);
        passages.extend(titles(&document.title, Part::Title));
        passages.extend(document.subtitle.iter().map(|t| whole(Part::Subtitle, t)));
        passages.extend(document.recipients.iter().map(|t| whole(Part::Recipient, t)));
        passages.extend(paragraphs(&document.body, None));
        passages.extend(document.closing.iter().map(|t| whole(Part::Closing, t)));
        passages.extend(document.note.iter().map(|t| whole(Part::Note, t)));
        for (index, attachment) in document.attachments.iter().enumerate() {
            passages.push(whole(Part::AttachmentTitle, &attachment.title));
            passages.extend(paragraphs(&attachment.body, Some(index)));
        }
        for (index, enclosed) in document.enclosed.iter().enumerate() {
            passages.extend(titles(&enclosed.title, Part::AttachmentTitle));
            passages.extend(enclosed.subtitle.iter().map(|t| whole(Part::Subtitle, t)));
            let index = document.attachments.len() + index;
            passages.extend(paragraphs(&enclosed.body, Some(index)));
        }
        let record = document.record.iter().flat_map(|record| &record.copy_to);
        passages.extend(record.map(|text| whole(Part::CopyTo, text)));
        passages.retain(|passage| !passage.text.is_empty());
        Self { document, passages }
    }

    /// The running text, paragraph by paragraph.
    pub(crate) fn prose(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.iter().filter(|passage| passage.part.is_prose())
    }
}

/// The lines of a title.
fn titles(title: &Title, part: Part) -> impl Iterator<Item = Passage<'_>> {
    let lines = match title {
        Title::Auto(text) => std::slice::from_ref(text),
        Title::Lines(lines) => lines,
    };
    lines.iter().map(move |text| Passage::new(part, text, 0))
}

fn paragraphs(
    blocks: &[Block],
    attachment: Option<usize>,
) -> impl Iterator<Item = Passage<'_>> {
    blocks.iter().flat_map(move |block| passages(block, attachment))
}

fn passages(block: &Block, attachment: Option<usize>) -> Vec<Passage<'_>> {
    let cell = |text| Passage::new(Part::Cell, text, 0);
    match &block.kind {
        BlockKind::Paragraph(Paragraph { level, text, lead }) => {
            vec![Passage::new(Part::Body(*level, attachment), text, *lead)]
        }
        BlockKind::Table(table) => {
            let around = [&table.caption, &table.unit, &table.note];
            let cells = table.rows.iter().flatten().map(|cell| &cell.text);
            around.into_iter().flatten().chain(cells).map(cell).collect()
        }
        BlockKind::Figure(figure) => figure.caption.iter().map(cell).collect(),
        BlockKind::PageBreak => vec![],
    }
}
