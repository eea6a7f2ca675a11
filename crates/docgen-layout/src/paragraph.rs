//! A paragraph of the flow: its lines, and its indents in both outputs.
//!
//! The page measures a 字 by the cell of its grid, a word processor by the type size; so each
//! paragraph has indents for both, from the same numbers of the standard.

use std::ops::Range;

use docgen_model::{Abs, Bilingual, Code, Diagnostic, Indents, ParaPlan, Text};
use docgen_standard::{Align, Para, ParaStyle, Role};

use crate::Context;
use crate::inline::breaker::natural_width;
use crate::inline::fit::{self, Fitted, Room};
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, width};
use crate::title::break_title;

/// A paragraph with its lines.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph<'a> {
    /// What the standard says of it.
    pub(crate) para: &'a Para,
    /// How its role is set.
    pub(crate) style: &'a ParaStyle,
    /// Its characters.
    pub(crate) prepared: Prepared,
    /// Its lines, as ranges of cells.
    pub(crate) lines: Vec<Range<usize>>,
    /// What the DOCX repeats.
    pub(crate) plan: ParaPlan,
    /// Indents on the page.
    pub(crate) indents: Indents,
    /// What one em is set to on the page.
    pub(crate) em: Abs,
}

impl Paragraph<'_> {
    /// How one of its lines fills its room.
    pub(crate) fn fill(&self, line: usize) -> Fill {
        match self.style.align {
            Align::Justify if line + 1 < self.lines.len() => Fill::Justified,
            Align::Justify | Align::Left => Fill::Left,
            Align::Center => Fill::Center,
            Align::Right => Fill::Right,
        }
    }

    /// How many rows it takes.
    pub(crate) fn rows(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX)
    }

    /// The natural width of its whole text on the page and in the DOCX.
    pub(crate) fn natural(&self) -> (Abs, Abs) {
        let cells = 0..self.prepared.cells.len();
        let docx = natural_width(&self.prepared, cells.clone(), self.tracking());
        (width(&self.prepared, cells, self.em), Abs::twips(docx))
    }

    fn tracking(&self) -> i64 {
        self.plan.tracking.to_twips()
    }

    /// Takes the lines of a fit.
    pub(crate) fn accept(&mut self, fitted: &Fitted) {
        self.lines = fitted.lines.iter().map(|line| line.start..line.end).collect();
        self.plan.tracking = fitted.tracking;
        self.plan.justified = fitted.justified;
        self.plan.indents.right = fitted.right;
    }

    /// The room that the DOCX gives it.
    pub(crate) fn room(&self, context: &Context<'_>) -> Room {
        Room {
            width: docx_width(context),
            first: self.plan.indents.first,
            left: self.plan.indents.left,
            tracking: docx_tracking(self.style, context),
        }
    }
}

/// Breaks one paragraph.
pub(crate) fn set<'a>(para: &'a Para, context: &mut Context<'a>) -> Paragraph<'a> {
    let style = context.profile.style(para.role);
    let prepared =
        prepare(&para.text, para.lead, style, context.book, &mut context.faces);
    let em = em(style, context);
    let tracking = docx_tracking(style, context);
    let mut paragraph = Paragraph {
        para,
        style,
        lines: vec![],
        prepared,
        plan: ParaPlan {
            rows_before: para.rows_before,
            page_break: para.page_break,
            keep_next: para.keep_next,
            tracking,
            ..ParaPlan::default()
        },
        indents: Indents::default(),
        em,
    };
    indent(&mut paragraph);
    break_into_lines(&mut paragraph, context);
    paragraph
}

/// What one em of a role is set to on the page: the body text stands on the cells.
pub(crate) fn em(style: &ParaStyle, context: &Context<'_>) -> Abs {
    if style.size == context.grid.size { context.grid.cell() } else { style.size }
}

/// The tracking of a role in the DOCX: the body text's, none elsewhere.
fn docx_tracking(style: &ParaStyle, context: &Context<'_>) -> Abs {
    let body = style.size == context.grid.size;
    if body { context.profile.docx.tracking } else { Abs::ZERO }
}

/// The width between the margins of the DOCX, which are whole twips.
pub(crate) fn docx_width(context: &Context<'_>) -> Abs {
    let page = &context.profile.page;
    let right = page.width - page.left - page.body_width;
    let twips = |length: Abs| length.to_twips();
    Abs::twips(twips(page.width) - twips(page.left) - twips(right))
}

/// First-line and hanging indents.
fn indent(paragraph: &mut Paragraph<'_>) {
    let Paragraph { para, style, em, .. } = *paragraph;
    let (page, docx) = (style.first.chars(em), style.first.chars(style.size));
    (paragraph.indents.first, paragraph.plan.indents.first) = (page, docx);
    if let Some(bytes) = para.hang_at {
        hang(paragraph, bytes);
    }
}

/// Lets the further lines begin under the character at a byte.
fn hang(paragraph: &mut Paragraph<'_>, bytes: usize) {
    let cells = paragraph.prepared.cells_of(0..bytes);
    let page = width(&paragraph.prepared, cells.clone(), paragraph.em);
    let docx = natural_width(&paragraph.prepared, cells, paragraph.tracking());
    paragraph.indents.left = paragraph.indents.first + page;
    paragraph.plan.indents.left = paragraph.plan.indents.first + Abs::twips(docx);
}

/// The second and further entries of 附件说明 begin behind the label of the first, and their
/// names under its name (clause 7.3.4).
pub(crate) fn align_attachment_notes(
    paragraphs: &mut [Paragraph<'_>],
    context: &Context<'_>,
) {
    let Some(first) = paragraphs.iter().position(|p| p.para.role == Role::AttachmentNote)
    else {
        return;
    };
    let (head, rest) = paragraphs.split_at_mut(first + 1);
    let head = &head[first];
    for paragraph in rest.iter_mut() {
        let (Some(label), Some(bytes)) =
            (paragraph.para.start_after, paragraph.para.hang_at)
        else {
            continue;
        };
        let cells = head.prepared.cells_of(0..label.len());
        let page = width(&head.prepared, cells.clone(), head.em);
        let docx = natural_width(&head.prepared, cells, head.tracking());
        paragraph.indents.first = head.indents.first + page;
        paragraph.plan.indents.first = head.plan.indents.first + Abs::twips(docx);
        hang(paragraph, bytes);
        let fitted = fit::fit(&paragraph.prepared, paragraph.room(context));
        paragraph.accept(&fitted);
    }
}

fn break_into_lines(paragraph: &mut Paragraph<'_>, context: &mut Context<'_>) {
    let title = matches!(paragraph.para.role, Role::Title | Role::AttachmentTitle);
    match (&paragraph.para.breaks, title) {
        (Some(breaks), _) => break_at(paragraph, breaks, context),
        (None, true) => {
            let breaks = title_breaks(&paragraph.para.text, paragraph.style, context);
            break_at(paragraph, &breaks, context);
        }
        (None, false) => {
            let fitted = fit::fit(&paragraph.prepared, paragraph.room(context));
            paragraph.accept(&fitted);
            warn_short_line(paragraph, &fitted, context);
        }
    }
}

fn title_breaks(text: &Text, style: &ParaStyle, context: &mut Context<'_>) -> Vec<usize> {
    let spec = &context.profile.title;
    let widest = spec.widest.chars(style.size).to_emu() * 2 / style.size.to_emu().max(1);
    let shape = break_title(text.as_str(), widest, spec.most_lines);
    let hint = || {
        Bilingual::new(
            "请把标题写成列表，每行一项，自行定断行处",
            "write the title as a list, one line an item",
        )
    };
    let found = match &shape {
        Some(shape) if shape.legal => None,
        Some(_) => Some(Diagnostic::warning(
            Code::TitleShape,
            text.span(),
            Bilingual::new(
                "标题不能排成梯形或菱形",
                "the title cannot be broken into a trapezoid or a rhombus",
            ),
        )),
        None => Some(Diagnostic::error(
            Code::Overfull,
            text.span(),
            Bilingual::new("标题排不下", "the title does not fit"),
        )),
    };
    let found = found.map(|found| found.hint(hint()).clause([7, 3, 1, 0]));
    context.diagnostics.extend(found);
    shape.map_or(vec![], |shape| shape.breaks)
}

/// Breaks at the given bytes; a line that is then too wide is an error.
fn break_at(paragraph: &mut Paragraph<'_>, breaks: &[usize], context: &mut Context<'_>) {
    let text = &paragraph.para.text;
    let starts = [0].into_iter().chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([text.len()]);
    let bytes: Vec<_> = starts.zip(ends).map(|(start, end)| start..end).collect();
    paragraph.lines =
        bytes.iter().map(|bytes| paragraph.prepared.cells_of(bytes.clone())).collect();
    paragraph.plan.breaks = breaks.to_vec();
    let told = paragraph.para.breaks.is_none() && breaks.is_empty();
    for (line, bytes) in paragraph.lines.iter().zip(bytes).filter(|_| !told) {
        let natural = width(&paragraph.prepared, line.clone(), paragraph.em);
        if natural > context.grid.body.width {
            let message =
                Bilingual::new("这一行比版心宽", "this line is wider than the type area");
            let hint = Bilingual::new("请改在词语间断行", "break it between words");
            let found = Diagnostic::error(Code::Overfull, text.span_of(bytes), message);
            context.diagnostics.push(found.hint(hint).clause([7, 3, 1, 0]));
        }
    }
}

fn warn_short_line(
    paragraph: &Paragraph<'_>,
    fitted: &Fitted,
    context: &mut Context<'_>,
) {
    if !paragraph.para.is_text() || !fit::ends_short(&paragraph.prepared, &fitted.lines) {
        return;
    }
    let Some(line) = paragraph.lines.last().filter(|line| !line.is_empty()) else {
        return;
    };
    let first = paragraph.prepared.bytes_of(line.start).start;
    let span = paragraph.para.text.span_of(first..paragraph.para.text.len());
    let message = Bilingual::new(
        "这一段末行只有一个字",
        "the last line of this paragraph is one character",
    );
    let hint = Bilingual::new("可增删一两个字", "a word more or less would cure it");
    let found = Diagnostic::note(Code::ShortLastLine, span, message);
    context.diagnostics.push(found.hint(hint));
}
