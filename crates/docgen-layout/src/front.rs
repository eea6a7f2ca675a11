//! 封面 and 目录: flows of their own, on pages before page 1, which bear no numbers.
//!
//! The body begins on a new page with number 1 and on a right-hand page, so how many pages 目录
//! takes changes nothing in the body, and the numbers that it names are known before it is
//! set: the room for them is always the same.

use docgen_frame::GlyphRun;
use docgen_model::{
    Abs, Bilingual, Code, Contents, Diagnostic, Document, Point, Span, Text,
};
use docgen_standard::{Manuscript, Para, Role};

use crate::Context;
use crate::flow::{self, Flow, Sheets};
use crate::inline::fit::{self, Room};
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, Place, Runs, set_line, width};
use crate::paragraph::{self, Paragraph};
use crate::title::break_block;

/// 封面 and 目录.
pub(crate) struct Front<'a> {
    pub(crate) cover: Part<'a>,
    pub(crate) contents: Part<'a>,
    /// The page numbers that the paragraphs of 目录 name, one each; its title names none.
    pub(crate) numbers: Vec<Option<Prepared>>,
    /// A dot, of which leaders are made, one a paragraph.
    dots: Vec<Prepared>,
}

/// One of the two, on pages of its own.
pub(crate) struct Part<'a> {
    pub(crate) paragraphs: Vec<Paragraph<'a>>,
    pub(crate) flow: Flow,
}

impl<'a> Part<'a> {
    fn place(paragraphs: Vec<Paragraph<'a>>, context: &Context<'_>) -> Self {
        let flow = flow::place(&paragraphs, Sheets::of(0, context));
        Self { paragraphs, flow }
    }

    /// How many pages it takes.
    pub(crate) fn pages(&self) -> usize {
        if self.paragraphs.is_empty() { 0 } else { self.flow.last_page().0 + 1 }
    }
}

impl Front<'_> {
    /// How many pages stand before page 1: it is a right-hand page, as a word processor has it
    /// by itself, so they are even in number.
    pub(crate) fn pages(&self) -> usize {
        self.written().next_multiple_of(2)
    }

    /// Whether the last of them is blank.
    pub(crate) fn ends_blank(&self) -> bool {
        self.pages() > self.written()
    }

    fn written(&self) -> usize {
        self.cover.pages() + self.contents.pages()
    }
}

/// Sets 封面 and 目录 of a text that has its places.
pub(crate) fn front<'a>(
    document: &Document,
    manuscript: &'a Manuscript,
    flow: &Flow,
    context: &mut Context<'a>,
) -> Front<'a> {
    let mut set = |paras: &'a [Para]| -> Vec<Paragraph<'a>> {
        paras.iter().map(|para| paragraph::set(para, context)).collect()
    };
    let (mut cover, mut contents) = (set(&manuscript.cover), set(&manuscript.contents));
    sink(&mut cover, context);
    let (mut numbers, mut dots) = (vec![], vec![]);
    for paragraph in &mut contents {
        let target = paragraph.para.leads_to.map(|target| flow.page_of(target, 0) + 1);
        paragraph.plan.leads_to = target.and_then(|page| u32::try_from(page).ok());
        let number = paragraph.plan.leads_to.map(|page| page.to_string());
        numbers.push(number.map(|number| words(&number, paragraph, context)));
        dots.push(words(".", paragraph, context));
    }
    if let Some(contents) = &document.contents {
        tell(contents, manuscript, document, context);
    }
    let (cover, contents) = (Part::place(cover, context), Part::place(contents, context));
    Front { cover, contents, numbers, dots }
}

/// Breaks an entry of 目录. Its last line must leave room for dots and number: a word processor
/// paints nothing beyond a right indent, so there is none. An entry that turns over is broken
/// between words, no single character left over, and its breaks are fixed as those of a title.
pub(crate) fn break_entry(paragraph: &mut Paragraph<'_>, context: &mut Context<'_>) {
    let room = paragraph.room(context);
    let size = paragraph.style.size;
    let full = room.width - context.profile.contents.number_room.chars(size);
    paragraph.accept(&fit::fit(&paragraph.prepared, room));
    let last = paragraph.lines.last().cloned().unwrap_or_default();
    let indent = if last.start == 0 { room.first } else { room.left };
    let (_, width) = paragraph::widths(&paragraph.prepared, last, paragraph);
    let between_words = |paragraph: &Paragraph<'_>| {
        break_block(paragraph.para.text.as_str(), |bytes| {
            let indent = if bytes.start == 0 { room.first } else { room.left };
            let cells = paragraph.prepared.cells_of(bytes);
            indent + paragraph::widths(&paragraph.prepared, cells, paragraph).1 <= full
        })
    };
    let turns = paragraph.lines.len() > 1 || indent + width > full;
    if let Some(breaks) = turns.then(|| between_words(paragraph)).flatten() {
        paragraph::break_at(paragraph, &breaks, context);
    } else if indent + width > full {
        paragraph.accept(&fit::fit(&paragraph.prepared, Room { width: full, ..room }));
        let starts = paragraph.lines.iter().skip(1).map(|line| line.start);
        let bytes = |start| paragraph.prepared.bytes_of(start).start;
        paragraph.plan.breaks = starts.map(bytes).collect();
    }
    paragraph.plan.indents.right = Abs::ZERO;
}

/// Words that the program adds to a paragraph, set like it.
fn words(words: &str, paragraph: &Paragraph<'_>, context: &mut Context<'_>) -> Prepared {
    let text = Text::new(words, paragraph.para.text.span().before());
    prepare(&text, text.len(), paragraph.style, context.book, &mut context.faces)
}

/// Moves the last lines of 封面 to its foot. What is too much for the page is an error.
fn sink(cover: &mut [Paragraph<'_>], context: &mut Context<'_>) {
    let rows = |paragraph: &Paragraph<'_>| paragraph.plan.rows_before + paragraph.rows();
    let taken: u32 = cover.iter().map(rows).sum();
    let line = |paragraph: &&mut Paragraph<'_>| paragraph.para.role == Role::CoverLine;
    let free = context.profile.cover.last_row.saturating_sub(taken).max(1);
    let sunk = cover.iter_mut().find(line).map(|first| {
        first.plan.rows_before = free;
        free
    });
    if taken + sunk.unwrap_or(0) > context.grid.rows
        && let Some(last) = cover.last()
    {
        let message = Bilingual::new("封面排不下", "the cover does not fit on its page");
        let hint = Bilingual::new("请减少单位或行数", "give it fewer lines");
        let found = Diagnostic::error(Code::Cover, last.para.text.span(), message);
        context.diagnostics.push(found.hint(hint));
    }
}

/// 目录 without an entry is not printed, and a run-in heading is not named in it.
fn tell(
    contents: &Contents,
    manuscript: &Manuscript,
    document: &Document,
    context: &mut Context<'_>,
) {
    if manuscript.contents.is_empty() {
        let message = Bilingual::new(
            "没有可列入目录的小标题，不印目录",
            "no heading stands alone, so there is no table of contents",
        );
        let hint = Bilingual::new("删去“目录”，或者写上小标题", "delete “toc”");
        let found = Diagnostic::warning(Code::NoEntries, contents.span, message);
        context.diagnostics.push(found.hint(hint));
    }
    let depth = context.profile.contents_depth(document).unwrap_or(0);
    let left_out = |para: &&Para| para.is_left_out(depth, context.profile);
    let mut left_out = manuscript.flow.iter().filter(left_out);
    let Some(first) = left_out.next() else { return };
    let span = |para: &Para| para.text.slice(0..para.lead).span();
    let message = Bilingual::new(
        "接排的小标题不列入目录",
        "the table of contents leaves out headings that go on in their text",
    );
    let hint = Bilingual::new(
        "要列入，就让小标题单独成段",
        "give the heading a line of its own",
    );
    let mut found = Diagnostic::note(Code::EntriesLeftOut, span(first), message);
    found.also = left_out.map(span).collect::<Vec<Span>>();
    context.diagnostics.push(found.hint(hint));
}

/// The dots and the number behind the words of an entry, in a room as wide as the type area.
pub(crate) struct Tail {
    pub(crate) dots: Vec<GlyphRun>,
    pub(crate) number: Vec<GlyphRun>,
}

impl Front<'_> {
    /// The tail of the entry at `index`, whose words end at `end`.
    pub(crate) fn tail(
        &self,
        index: usize,
        end: Abs,
        baseline: Abs,
        context: &Context<'_>,
    ) -> Option<Tail> {
        let paragraph = self.contents.paragraphs.get(index)?;
        let number = self.numbers.get(index)?.as_ref()?;
        let body = context.grid.body;
        let cells = 0..number.cells.len();
        let place = Place {
            left: body.x,
            width: body.width,
            baseline,
            em: paragraph.em,
            fill: Fill::Right,
            color: paragraph.style.color,
        };
        let right = body.right() - width(number, cells.clone(), paragraph.em);
        let dots = self.dots.get(index)?;
        Some(Tail {
            dots: leader(dots, paragraph, (end, right, baseline), context),
            number: set_line(number, cells, place),
        })
    }
}

/// Dots from `left` to `right`, a step free at both ends. Those of all lines stand one below the
/// other, counted from the right edge.
fn leader(
    dot: &Prepared,
    paragraph: &Paragraph<'_>,
    (left, right, baseline): (Abs, Abs, Abs),
    context: &Context<'_>,
) -> Vec<GlyphRun> {
    let step = context.profile.contents.leader_step;
    let edge = context.grid.body.right();
    let steps = |length: Abs| length.to_emu() / step.to_emu().max(1);
    let (first, last) = (steps(edge - left) - 1, steps(edge - right) + 2);
    let (Some(cell), true) = (dot.cells.first(), first >= last) else { return vec![] };
    let origin = Point { x: edge - step * first, y: baseline };
    let mut runs = Runs::new(paragraph.style.size, paragraph.style.color, origin);
    let count = usize::try_from(first - last + 1).unwrap_or_default();
    runs.begin(dot.face(&cell.glyph), count, count);
    for _ in last..=first {
        runs.push(".", cell.glyph, step, Abs::ZERO, paragraph.para.text.span());
    }
    runs.done
}
