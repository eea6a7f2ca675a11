//! The page form: what layout hands to every page backend.
//!
//! Everything is resolved: coordinates are absolute and final, origin at the top left of
//! the page, y downwards, in EMU; fonts are faces with their data; items stand in reading
//! order; every glyph knows its characters and their place in the source. A backend walks
//! it and decides nothing. `SPEC.md` beside this crate lists what can no longer occur.

mod dump;
mod item;

use std::ops::Range;

use docgen_fonts::Face;
use docgen_model::{Abs, Abs32, Color, Image, Palette, Point, Property, Rect, Span};

pub use dump::dump;

/// A whole document, laid out.
#[derive(Debug, Clone)]
pub struct PagedDocument {
    /// Metadata, all of it from the document.
    pub info: Info,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// The logical pieces, in reading order; items name theirs by index.
    pub structure: Vec<Node>,
    /// The outline, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// Further copies of all pages, if there are any.
    pub copies: Option<Copies>,
    /// What the colours look like.
    pub palette: Palette,
}

/// Further copies: the same pages again, but for one line.
#[derive(Debug, Clone)]
pub struct Copies {
    /// The item of the first page that differs.
    pub item: usize,
    /// What stands in its place, one line a copy.
    pub lines: Vec<Line>,
}

impl PagedDocument {
    /// How often the pages are repeated, the first time counted.
    pub fn times(&self) -> usize {
        1 + self.copies.as_ref().map_or(0, |copies| copies.lines.len())
    }
}

/// Metadata of the document; nothing here comes from a clock.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Info {
    /// 标题, on one line.
    pub title: String,
    /// 发文机关.
    pub authors: Vec<String>,
    /// 文种.
    pub subject: Option<String>,
    /// 成文日期: year, month, day.
    pub date: Option<(u16, u8, u8)>,
    /// What an archive asks for.
    pub properties: Vec<Property>,
}

/// A logical piece of the document, which may run over several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: NodeTag,
    /// Where the author wrote it.
    pub span: Span,
    /// The piece of which it is a part, by its index, which is a lower one.
    pub parent: Option<usize>,
}

/// What a logical piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeTag {
    /// A heading of level 1 (the title) and below; levels never skip downwards.
    Heading {
        /// From 1.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Everything else that is read.
    Paragraph,
    /// The same in another language than the document's.
    Foreign {
        /// Its tag by BCP 47.
        language: &'static str,
    },
    /// A table; its parts are a caption and rows.
    Table,
    /// The words above a table.
    Caption,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell {
        /// Whether it heads its column.
        head: bool,
        /// How many columns it covers.
        across: u32,
        /// How many rows it covers.
        down: u32,
    },
    /// 目录; its parts are a caption and entries.
    Contents,
    /// An entry of 目录; its part is a reference.
    Entry,
    /// What refers to another place; its part is a link.
    Reference,
    /// What leads to another place.
    Link,
    /// A picture.
    Figure {
        /// What it shows, for those who cannot see it.
        alt: String,
    },
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// From 1; levels never skip downwards.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Index of the page.
    pub page: usize,
    /// Top of its line.
    pub y: Abs,
}

/// One page.
#[derive(Debug, Clone)]
pub struct Page {
    /// The printed number, or what it would be.
    pub number: u32,
    /// Whether it stands before page 1, with 封面 or 目录: its number counts by itself.
    pub front: bool,
    /// Width.
    pub width: Abs,
    /// Height.
    pub height: Abs,
    /// How far what is printed may reach beyond each edge: it is trimmed off.
    pub bleed: Abs,
    /// How far the sheet reaches beyond each edge, with the bleed and the marks for trimming.
    pub margin: Abs,
    /// What stands on it, in reading order.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub struct Item {
    /// To which logical piece it belongs.
    pub owner: Owner,
    /// What it is.
    pub kind: ItemKind,
}

/// To which logical piece an item belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// An index into [`PagedDocument::structure`].
    Node(usize),
    /// A page number: told to nobody who listens.
    PageNumber,
    /// A rule: decoration.
    Decoration,
}

/// What an item is.
#[derive(Debug, Clone)]
pub enum ItemKind {
    /// A line of text.
    Line(Line),
    /// A straight rule.
    Rule(Rule),
    /// A picture.
    Picture(Picture),
    /// An area that leads to another place; it shows nothing.
    Link(Link),
}

/// An area that leads to another place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The area.
    pub rect: Rect,
    /// Index of the page to which it leads.
    pub page: usize,
    /// Top of the line to which it leads.
    pub y: Abs,
    /// Where it leads, for those who cannot see it.
    pub alt: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What is drawn, upright.
    pub image: Image,
    /// Where all of it is drawn.
    pub rect: Rect,
    /// What shows where it is clear.
    pub ground: Ground,
}

/// What lies under a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Nothing but paper.
    Paper,
    /// Text that must stay readable: a seal lies over a name.
    Text,
}

/// A line of text. It never crosses a page.
#[derive(Debug, Clone)]
pub struct Line {
    /// Row of the grid, from 0, if it stands on one.
    pub row: Option<u32>,
    /// Which way it runs.
    pub turn: Turn,
    /// The runs, left to right.
    pub runs: Vec<GlyphRun>,
}

/// Which way a line of text runs. Glyphs are turned with it, about the origin of their run;
/// advances and offsets follow the line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// To the right.
    #[default]
    Upright,
    /// Upwards, a quarter turn to the left: tables set across the sheet (clause 8).
    Left,
    /// Downwards, a quarter turn to the right: vertical scripts such as Mongolian.
    Right,
}

/// Glyphs of one face, size and colour on one baseline.
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// The face, with its data.
    pub face: Face,
    /// Type size.
    pub size: Abs,
    /// Colour.
    pub color: Color,
    /// Origin of the first glyph, on the baseline.
    pub origin: Point,
    /// The characters.
    pub text: String,
    /// The glyphs; those of one character follow each other.
    pub glyphs: Vec<Glyph>,
}

impl GlyphRun {
    /// The sum of the advances.
    pub fn width(&self) -> Abs {
        self.glyphs.iter().map(|g| Abs::from(g.advance)).sum()
    }

    /// The characters of a glyph; none if the text does not hold them.
    pub fn characters(&self, glyph: &Glyph) -> Option<&str> {
        self.text.get(glyph.bytes())
    }
}

/// One glyph. It is the largest part of a document, so it takes half the memory that it could:
/// 32 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// Its index in the face.
    pub id: u16,
    /// To the origin of the next glyph.
    pub advance: Abs32,
    /// Where it is drawn, from its origin, rightwards.
    pub dx: Abs32,
    /// Where it is drawn, from its origin, upwards.
    pub dy: Abs32,
    /// Its characters: bytes of the run's text.
    pub text: Range<u32>,
    /// Their place in the source.
    pub span: Span,
}

impl Glyph {
    /// Its characters: bytes of the run's text, to be looked up.
    pub fn bytes(&self) -> Range<usize> {
        self.text.start as usize..self.text.end as usize
    }
}

/// A straight rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Left or upper end, at the middle of its thickness.
    pub from: Point,
    /// Which way it runs.
    pub axis: Axis,
    /// How long it is.
    pub length: Abs,
    /// How thick it is.
    pub thickness: Abs,
    /// Its colour.
    pub color: Color,
}

/// Which way a rule runs.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
    /// To the right.
    #[default]
    Horizontal,
    /// Downwards.
    Vertical,
}

impl Rule {
    /// Right or lower end, at the middle of its thickness.
    pub fn to(&self) -> Point {
        match self.axis {
            Axis::Horizontal => Point { x: self.from.x + self.length, ..self.from },
            Axis::Vertical => Point { y: self.from.y + self.length, ..self.from },
        }
    }
}
