//! A paragraph of the flow: its lines, and its indents in both outputs.
//!
//! The page measures a 字 by the cell of its grid, a word processor by the type size; so each
//! paragraph has indents for both, from the same numbers of the standard.

use std::ops::Range;

use docgen_model::{Abs, Bilingual, Code, Diagnostic, Indents, ParaPlan, Stop, Text};
use docgen_standard::{Align, Grid, Insert, Para, ParaStyle, Role};

use crate::Context;
use crate::figure::{self, SetFigure};
use crate::flow::{Block, Body};
use crate::front;
use crate::inline::breaker::natural_width;
use crate::inline::fit::{self, Fitted, Room};
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, width};
use crate::subtitle;
use crate::table::{self, SetTable};
use crate::title::{break_title, is_shaped};

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
    /// Blank rows that it keeps at the top of the page that it begins.
    pub(crate) top_rows: u32,
    /// Where its parts stand on the page, if they stand apart.
    pub(crate) stops: Vec<Stop>,
    /// What one em is set to on the page.
    pub(crate) em: Abs,
    /// What stands in the place of lines.
    pub(crate) inset: Option<Inset<'a>>,
}

/// What stands in the flow and is no text.
#[derive(Debug, Clone)]
pub(crate) enum Inset<'a> {
    /// 表格.
    Table(SetTable<'a>),
    /// 图片.
    Figure(SetFigure<'a>),
}

impl Paragraph<'_> {
    /// How one of its lines fills its room.
    pub(crate) fn fill(&self, line: usize) -> Fill {
        match self.style.align {
            _ if self.plan.flush => Fill::Left,
            _ if self.plan.centered => Fill::Center,
            Align::Justify if line + 1 < self.lines.len() => Fill::Justified,
            Align::Distribute => Fill::Justified,
            Align::Justify | Align::Left => Fill::Left,
            Align::Center => Fill::Center,
            Align::Right => Fill::Right,
        }
    }

    /// How many pieces it has that a page may part: lines, or rows of a table.
    pub(crate) fn rows(&self) -> u32 {
        self.body().pieces()
    }

    /// The table that stands in its place.
    pub(crate) fn table(&self) -> Option<&SetTable<'_>> {
        match &self.inset {
            Some(Inset::Table(table)) => Some(table),
            Some(Inset::Figure(_)) | None => None,
        }
    }

    /// What it asks of the flow.
    pub(crate) fn body(&self) -> Body {
        match &self.inset {
            None => Body::Lines(u32::try_from(self.lines.len()).unwrap_or(u32::MAX)),
            Some(Inset::Table(table)) => table.body(),
            Some(Inset::Figure(figure)) => {
                Body::Table { head: 0, blocks: vec![Block::Whole(figure.plan.rows)] }
            }
        }
    }

    /// The natural width of its whole text on the page and in the DOCX.
    pub(crate) fn natural(&self) -> (Abs, Abs) {
        widths(&self.prepared, 0..self.prepared.cells.len(), self)
    }

    /// The natural width of its widest line on the page and in the DOCX.
    pub(crate) fn widest(&self) -> (Abs, Abs) {
        let lines = self.lines.iter().cloned();
        lines
            .map(|cells| widths(&self.prepared, cells, self))
            .fold((Abs::ZERO, Abs::ZERO), |widest, line| {
                (widest.0.max(line.0), widest.1.max(line.1))
            })
    }

    /// The natural width of each of its parts on the page and in the DOCX.
    pub(crate) fn part_widths(&self) -> Vec<(Abs, Abs)> {
        let cells = self.part_cells().into_iter();
        cells.map(|cells| widths(&self.prepared, cells, self)).collect()
    }

    /// The cells of its parts.
    pub(crate) fn part_cells(&self) -> Vec<Range<usize>> {
        let parts = self.para.parts().into_iter();
        parts.map(|bytes| self.prepared.cells_of(bytes)).collect()
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
            width: docx_width(self.para, context),
            first: self.plan.indents.first,
            left: self.plan.indents.left,
            tracking: context.profile.tracking(self.style),
        }
    }
}

/// Breaks one paragraph.
pub(crate) fn set<'a>(para: &'a Para, context: &mut Context<'a>) -> Paragraph<'a> {
    let style = context.profile.style(para.role);
    let prepared =
        prepare(&para.text, para.lead, style, context.book, &mut context.faces);
    let em = em(style, context);
    let tracking = context.profile.tracking(style);
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
        top_rows: para.top_rows,
        stops: vec![],
        em,
        inset: None,
    };
    if let Some(insert) = &para.insert {
        let (width, grid) = (docx_width(para, context), grid(para, context));
        paragraph.inset = Some(match insert {
            Insert::Table(given) => Inset::Table(table::set(given, width, grid, context)),
            Insert::Figure(given) => {
                let figure = figure::set(given, context);
                paragraph.plan.figure = Some(figure.plan);
                Inset::Figure(figure)
            }
        });
        return paragraph;
    }
    indent(&mut paragraph, context);
    break_into_lines(&mut paragraph, context);
    paragraph
}

/// The grid on which a paragraph stands.
pub(crate) fn grid(para: &Para, context: &Context<'_>) -> Grid {
    grid_of(para.turned, context)
}

/// The grid of an upright sheet, or of one that lies across.
pub(crate) fn grid_of(turned: bool, context: &Context<'_>) -> Grid {
    if turned { context.turned } else { context.grid }
}

/// The width that a word processor gives a paragraph.
fn docx_width(para: &Para, context: &Context<'_>) -> Abs {
    match para.turned {
        true => context.profile.docx_turned_width(),
        false => context.profile.docx_width(),
    }
}

/// What one em of a role is set to on the page: the body text stands on the cells.
pub(crate) fn em(style: &ParaStyle, context: &Context<'_>) -> Abs {
    if style.size == context.grid.size { context.grid.cell() } else { style.size }
}

/// First-line and hanging indents. The second and further entries of 附件说明 begin behind
/// the label of the first, and their names under its name (clause 7.3.4).
fn indent(paragraph: &mut Paragraph<'_>, context: &mut Context<'_>) {
    let Paragraph { para, style, em, .. } = *paragraph;
    let indents = |em| Indents {
        first: style.first.chars(em),
        left: style.left.chars(em),
        right: Abs::ZERO,
    };
    (paragraph.indents, paragraph.plan.indents) = (indents(em), indents(style.size));
    if let Some(label) = para.start_after {
        let label = Text::new(label, para.text.span().before());
        let label = prepare(&label, label.len(), style, context.book, &mut context.faces);
        let (page, docx) = widths(&label, 0..label.cells.len(), paragraph);
        paragraph.indents.first += page;
        paragraph.plan.indents.first += docx;
    }
    if let Some(bytes) = para.hang_at {
        let cells = paragraph.prepared.cells_of(0..bytes);
        let (page, docx) = widths(&paragraph.prepared, cells, paragraph);
        paragraph.indents.left = paragraph.indents.first + page;
        paragraph.plan.indents.left = paragraph.plan.indents.first + docx;
    }
}

/// The natural width of cells on the page and in the DOCX, set like a paragraph.
pub(crate) fn widths(
    prepared: &Prepared,
    cells: Range<usize>,
    like: &Paragraph<'_>,
) -> (Abs, Abs) {
    let docx = natural_width(prepared, cells.clone(), like.plan.tracking.to_twips());
    (width(prepared, cells, like.em), Abs::twips(docx))
}

fn break_into_lines(paragraph: &mut Paragraph<'_>, context: &mut Context<'_>) {
    let title = matches!(
        paragraph.para.role,
        Role::Title | Role::AttachmentTitle | Role::CoverTitle
    );
    match (&paragraph.para.breaks, title) {
        (None, _) if paragraph.para.leads_to.is_some() => {
            front::break_entry(paragraph, context);
        }
        (None, _) if paragraph.para.role == Role::Subtitle => {
            subtitle::set(paragraph, context);
        }
        (Some(breaks), _) => {
            if title && !is_shaped(paragraph.para.text.as_str(), breaks) {
                context.diagnostics.push(title_shape(&paragraph.para.text));
            }
            break_at(paragraph, breaks, context);
        }
        (None, true) => {
            let breaks = title_breaks(&paragraph.para.text, paragraph.style, context);
            break_at(paragraph, &breaks, context);
        }
        (None, false) => {
            let fitted = fit::fit(&paragraph.prepared, paragraph.room(context));
            paragraph.accept(&fitted);
            warn_short_line(paragraph, &fitted, context);
            warn_connectors(paragraph, context);
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
        Some(_) => Some(title_shape(text).hint(hint())),
        None => Some(
            Diagnostic::error(
                Code::Overfull,
                text.span(),
                Bilingual::new("标题排不下", "the title does not fit"),
            )
            .hint(hint())
            .clause([7, 3, 1, 0]),
        ),
    };
    context.diagnostics.extend(found);
    shape.map_or(vec![], |shape| shape.breaks)
}

fn title_shape(text: &Text) -> Diagnostic {
    let message = Bilingual::new(
        "标题没有排成梯形或菱形",
        "the lines of the title form neither a trapezoid nor a rhombus",
    );
    Diagnostic::warning(Code::TitleShape, text.span(), message).clause([7, 3, 1, 0])
}

/// Breaks at the given bytes; a line that is then too wide is an error.
pub(crate) fn break_at(
    paragraph: &mut Paragraph<'_>,
    breaks: &[usize],
    context: &mut Context<'_>,
) {
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
        if natural > grid(paragraph.para, context).body.width {
            let message =
                Bilingual::new("这一行比版心宽", "this line is wider than the type area");
            let hint = Bilingual::new("请改在词语间断行", "break it between words");
            let found = Diagnostic::error(Code::Overfull, text.span_of(bytes), message);
            context.diagnostics.push(found.hint(hint).clause([7, 3, 1, 0]));
        }
    }
}

/// Tells of lines that begin with a mark that joins what stands on both sides of it.
fn warn_connectors(paragraph: &Paragraph<'_>, context: &mut Context<'_>) {
    let prepared = &paragraph.prepared;
    let starts = paragraph.lines.iter().skip(1).map(|line| line.start);
    for start in starts.filter(|&start| fit::begins_with_connector(prepared, start)) {
        let span = paragraph.para.text.span_of(prepared.bytes_of(start));
        let message =
            Bilingual::new("一行以连接号开头", "a line begins with a connecting mark");
        let hint = Bilingual::new("可增删一两个字", "a word more or less would cure it");
        context
            .diagnostics
            .push(Diagnostic::note(Code::MarkAtEdge, span, message).hint(hint));
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
