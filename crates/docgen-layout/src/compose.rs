//! The last step: places become page items, logical structure and outline.
//!
//! Items are added in reading order: 版头, the flow, 版记, and on each page its number.

mod front;
mod table;

use std::ops::Range;

use docgen_frame::{
    Axis, GlyphRun, Ground, Info, Item, ItemKind, Line, Node, NodeTag, OutlineEntry,
    Owner, Page, PagedDocument, Picture, Rule, Turn,
};
use docgen_model::{
    Abs, Color, Document, Point, RecordPage, RecordPlan, RulePlan, Span, Stop, Text,
    properties,
};
use docgen_standard::{Role, em_ascent};

use crate::Context;
use crate::figure::SetFigure;
use crate::flow::Flow;
use crate::folio::folio;
use crate::head::Head;
use crate::head::mongolian::LANGUAGE;
use crate::inline::prepare::Prepared;
use crate::inline::set::{Fill, Place, set_line};
use crate::paragraph::{Inset, Paragraph, grid};
use crate::record::Record;
use crate::signature::SealPlace;

/// Collects the items of all pages.
pub(crate) struct Composer<'c, 'a> {
    context: &'c Context<'a>,
    info: Info,
    /// Whether the mark stands for the title.
    untitled: bool,
    first_number: bool,
    pages: Vec<Vec<Item>>,
    /// How many pages stand before the one that is counted as the first.
    first: usize,
    /// How many pages bear their number.
    numbered: usize,
    structure: Vec<Node>,
    outline: Vec<OutlineEntry>,
    /// A table whose caption stands already, and the caption.
    captioned: Option<(usize, usize)>,
}

impl<'c, 'a> Composer<'c, 'a> {
    pub(crate) fn new(document: &Document, context: &'c Context<'a>) -> Self {
        Self {
            context,
            info: info(document),
            untitled: document.title.is_empty(),
            first_number: context.profile.numbers_first_page(document),
            pages: vec![vec![]],
            first: 0,
            numbered: usize::MAX,
            structure: vec![],
            outline: vec![],
            captioned: None,
        }
    }

    /// 版头, on page 1.
    pub(crate) fn head(&mut self, head: &Head) {
        for (index, line) in head.lines.iter().enumerate() {
            if index == head.mark {
                self.mongolian(head);
            }
            let runs = line.parts.iter().flat_map(|(prepared, place)| {
                set_line(prepared, 0..prepared.cells.len(), *place)
            });
            let runs: Vec<_> = runs.collect();
            let spans = line.parts.iter().map(|(prepared, _)| prepared.text.span());
            let span = spans.reduce(Span::to).unwrap_or_default();
            let named = index == head.mark && self.untitled;
            let tag = match named {
                true => NodeTag::Heading { level: 1, text: self.info.title.clone() },
                false => NodeTag::Paragraph,
            };
            let owner = self.node(tag, span);
            let line = Line { row: line.row, turn: Turn::Upright, runs };
            self.push(0, owner, ItemKind::Line(line));
            if named {
                let (text, y) = (self.info.title.clone(), head.plan.mark_top);
                self.outline.push(OutlineEntry { level: 1, text, page: self.first, y });
            }
        }
        for rule in &head.plan.rules {
            self.push(0, Owner::Decoration, ItemKind::Rule(red_rule(rule)));
        }
    }

    /// The Mongolian of a bilingual mark: one piece, read before the Chinese.
    fn mongolian(&mut self, head: &Head) {
        let Some((lines, span)) = &head.mongolian else { return };
        let owner = self.node(NodeTag::Foreign { language: LANGUAGE }, *span);
        for line in lines {
            self.push(0, owner, ItemKind::Line(line.clone()));
        }
    }

    /// The flow, line by line; the paragraphs lose their cells.
    pub(crate) fn flow(&mut self, paragraphs: &mut [Paragraph<'_>], flow: &Flow) {
        for (index, paragraph) in paragraphs.iter_mut().enumerate() {
            match &paragraph.inset {
                None => self.text(paragraph, flow, index),
                Some(Inset::Table(table)) => {
                    let turned = paragraph.para.turned;
                    self.table(table, flow, index, turned);
                }
                Some(Inset::Figure(figure)) => self.figure(figure, flow, index),
            }
            // Nobody asks for its cells any more, and the glyphs need the room.
            paragraph.prepared = Prepared::default();
        }
    }

    /// A picture, which stands on one page.
    fn figure(&mut self, set: &SetFigure<'_>, flow: &Flow, index: usize) {
        let alt = set.figure.alt.as_str().to_owned();
        let owner = self.node(NodeTag::Figure { alt }, set.figure.span);
        let rect = set.rect(flow.row_of(index, 0), &self.context.grid);
        let image = set.figure.image.clone();
        let picture = Picture { image, rect, ground: Ground::Paper };
        self.push(flow.page_of(index, 0), owner, ItemKind::Picture(picture));
    }

    fn text(&mut self, paragraph: &Paragraph<'_>, flow: &Flow, index: usize) {
        let owner = self.paragraph_node(paragraph);
        self.outline_entry(paragraph, flow, index);
        for line in 0..paragraph.lines.len() {
            let at = u32::try_from(line).unwrap_or(u32::MAX);
            let row = flow.row_of(index, at);
            let place = self.place(paragraph, line, row);
            let cells = paragraph.lines[line].clone();
            let runs = match paragraph.stops.is_empty() {
                true => set_line(&paragraph.prepared, cells, place),
                false => self.set_parts(paragraph, place),
            };
            let page = flow.page_of(index, at);
            self.line(page, Some(row), owner, runs, paragraph.para.turned);
        }
    }

    /// Adds a line, which stands across the sheet if it is turned.
    pub(crate) fn line(
        &mut self,
        page: usize,
        row: Option<u32>,
        owner: Owner,
        mut runs: Vec<GlyphRun>,
        turned: bool,
    ) {
        let height = self.context.profile.page.height;
        for run in runs.iter_mut().filter(|_| turned) {
            run.origin = turn_left(run.origin, height);
        }
        let turn = if turned { Turn::Left } else { Turn::Upright };
        self.push(page, owner, ItemKind::Line(Line { row, turn, runs }));
    }

    /// The parts of a line, each at its own place.
    fn set_parts(&self, paragraph: &Paragraph<'_>, place: Place) -> Vec<GlyphRun> {
        let left = self.context.grid.body.x;
        let widths = paragraph.part_widths().into_iter().map(|(page, _)| page);
        let parts = paragraph.part_cells().into_iter().zip(widths);
        let set = |((cells, width), stop): ((Range<usize>, Abs), &Stop)| {
            let from = match *stop {
                Stop::Left(x) => x,
                Stop::Center(x) => x - width / 2,
            };
            let place = Place { left: left + from, width, fill: Fill::Left, ..place };
            set_line(&paragraph.prepared, cells, place)
        };
        parts.zip(&paragraph.stops).flat_map(set).collect()
    }

    /// The picture of a seal, over the name and the date.
    pub(crate) fn seal(&mut self, place: &SealPlace, alt: String) {
        let (Some(seal), Some(rect)) = (&place.picture, place.rect()) else { return };
        let owner = self.node(NodeTag::Figure { alt }, seal.span);
        let image = seal.image.clone();
        let picture = Picture { image, rect, ground: Ground::Text };
        self.push(place.page, owner, ItemKind::Picture(picture));
    }

    /// 版记, on the last page or on a page of its own.
    pub(crate) fn record(&mut self, record: &Record, plan: &RecordPlan, flow: &Flow) {
        let last = flow.last_page().0;
        let page = last + plan.page.after_text();
        if plan.page == RecordPage::AfterBlank {
            self.numbered = last + 1;
        }
        for (line, texts) in record.lines.iter().zip(record.texts(self.context)) {
            let owner = self.node(NodeTag::Paragraph, line.text.text.span());
            for text in texts {
                let runs = set_line(text.text, text.cells, text.place);
                self.push(
                    page,
                    owner,
                    ItemKind::Line(Line { row: None, turn: Turn::Upright, runs }),
                );
            }
        }
        for rule in record.rules(self.context) {
            self.push(page, Owner::Decoration, ItemKind::Rule(rule));
        }
    }

    /// The pages with their numbers.
    pub(crate) fn finish(mut self) -> PagedDocument {
        level_out(&mut self.structure, &mut self.outline);
        let spec = &self.context.profile.page;
        let (context, numbered, first) = (self.context, self.numbered, self.first);
        let page = |(index, mut items): (usize, Vec<Item>)| {
            let front = index < first;
            let index = if front { index } else { index - first };
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            if !front && index < numbered && (index > 0 || self.first_number) {
                let kind = ItemKind::Line(folio(number, context));
                items.push(Item { owner: Owner::PageNumber, kind });
            }
            let (width, height, none) = (spec.width, spec.height, Abs::ZERO);
            Page { number, front, width, height, bleed: none, margin: none, items }
        };
        PagedDocument {
            info: self.info,
            pages: self.pages.into_iter().enumerate().map(page).collect(),
            structure: self.structure,
            outline: self.outline,
            copies: None,
            palette: context.profile.palette,
        }
    }

    /// Adds an item to a page, counted from the first.
    pub(crate) fn push(&mut self, page: usize, owner: Owner, kind: ItemKind) {
        let page = self.first + page;
        while self.pages.len() <= page {
            self.pages.push(vec![]);
        }
        self.pages[page].push(Item { owner, kind });
    }

    fn node(&mut self, tag: NodeTag, span: Span) -> Owner {
        self.part(tag, span, None)
    }

    /// A part of a piece.
    pub(crate) fn part(
        &mut self,
        tag: NodeTag,
        span: Span,
        parent: Option<usize>,
    ) -> Owner {
        self.structure.push(Node { tag, span, parent });
        Owner::Node(self.structure.len() - 1)
    }

    /// 表题 and 单位 are the caption of the table below them.
    fn paragraph_node(&mut self, paragraph: &Paragraph<'_>) -> Owner {
        let para = paragraph.para;
        if matches!(para.role, Role::TableCaption | Role::TableUnit) {
            return self.caption(para.text.span());
        }
        let whole = para.lead == para.text.len();
        let tag = match para.outline(self.context.profile).filter(|_| whole) {
            Some(level) => {
                let text = para.text.as_str().to_owned();
                NodeTag::Heading { level, text }
            }
            None => NodeTag::Paragraph,
        };
        self.node(tag, para.text.span())
    }

    /// Headings stand in the outline, run-in ones with their own words only.
    fn outline_entry(&mut self, paragraph: &Paragraph<'_>, flow: &Flow, index: usize) {
        let para = paragraph.para;
        let Some(level) = para.outline(self.context.profile) else {
            return;
        };
        let text = para.text.slice(0..para.lead);
        let text = text.as_str().trim_end_matches('。').to_owned();
        let (page, y) = self.heading_place(paragraph, flow, index);
        let page = self.first + page;
        self.outline.push(OutlineEntry { level, text, page, y });
    }

    /// The page of a heading, from the first, and the top of its line there.
    fn heading_place(
        &self,
        paragraph: &Paragraph<'_>,
        flow: &Flow,
        index: usize,
    ) -> (usize, Abs) {
        let y = match paragraph.para.turned {
            true => self.context.profile.page.top,
            false => self.context.grid.row_top(flow.row_of(index, 0)),
        };
        (flow.page_of(index, 0), y)
    }

    /// The room of one line of a paragraph on its row.
    fn place(&self, paragraph: &Paragraph<'_>, line: usize, row: u32) -> Place {
        let grid = grid(paragraph.para, self.context);
        let (indents, size) = (paragraph.indents, paragraph.style.size);
        let left = if line == 0 { indents.first } else { indents.left };
        Place {
            left: grid.body.x + left,
            width: grid.body.width - left - indents.right,
            baseline: grid.em_top(row, size) + em_ascent(size),
            em: paragraph.em,
            fill: paragraph.fill(line),
            color: paragraph.style.color,
        }
    }
}

/// A rule of the 版头.
fn red_rule(plan: &RulePlan) -> Rule {
    Rule {
        from: Point { x: plan.left, y: plan.y },
        axis: Axis::Horizontal,
        length: plan.length,
        thickness: plan.thickness,
        color: Color::Red,
    }
}

/// A place of a sheet that lies across, as one looks at it, on the sheet as it is bound: its
/// head at the left edge (clause 8).
pub(crate) fn turn_left(place: Point, sheet_height: Abs) -> Point {
    Point { x: place.y, y: sheet_height - place.x }
}

/// Levels of headings and outline never skip downwards.
fn level_out(structure: &mut [Node], outline: &mut [OutlineEntry]) {
    let mut above = 0;
    for node in structure {
        if let NodeTag::Heading { level, .. } = &mut node.tag {
            *level = (*level).min(above + 1);
            above = *level;
        }
    }
    above = 0;
    for entry in outline {
        entry.level = entry.level.min(above + 1);
        above = entry.level;
    }
}

fn info(document: &Document) -> Info {
    let issuers = document.head.iter().flat_map(|head| &head.issuers);
    let organs = document.signature.iter().flat_map(|s| &s.organs);
    let mut authors: Vec<String> = vec![];
    for organ in issuers.chain(organs).map(Text::to_string) {
        if !authors.contains(&organ) {
            authors.push(organ);
        }
    }
    let date = document.signature.as_ref().and_then(|signature| signature.date);
    Info {
        title: document.name(),
        authors,
        subject: document.kind.map(|kind| kind.name().to_owned()),
        date: date.map(|date| date.value.parts()),
        properties: properties(document),
    }
}
