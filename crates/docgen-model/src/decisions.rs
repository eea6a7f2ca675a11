//! What layout chose and a word processor cannot find by itself.
//!
//! The DOCX writer reads the document, the profile and these decisions; it never sees a
//! page. All lengths here are those of the DOCX: nominal cells and its own tracking.

use crate::Abs;

/// Everything that a DOCX must repeat to break and place its lines as the pages do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Decisions {
    /// Where the objects of the 版头 stand; none without a 版头.
    pub head: Option<HeadPlan>,
    /// One plan for each paragraph of the manuscript's cover, in order.
    pub cover: Vec<ParaPlan>,
    /// One plan for each paragraph of the manuscript's contents, in order.
    pub contents: Vec<ParaPlan>,
    /// Whether a blank page stands between them and page 1.
    pub blank_before_text: bool,
    /// One plan for each paragraph of the manuscript's flow, in order.
    pub paras: Vec<ParaPlan>,
    /// Rows kept free at the foot of a page; none unless the 落款 needs it.
    pub foot: Option<FootPlan>,
    /// Where the pictures of the seals go, in order; none where their places stay free.
    pub seals: Vec<SealPlan>,
    /// Where the 版记 stands; none without one.
    pub record: Option<RecordPlan>,
    /// Whether a blank page ends each copy, so that the next begins on a sheet of its own.
    pub blank_after_copy: bool,
    /// Whether 主送机关 had to move to the 版记 ([`crate::Document::recipients_in_record`]).
    pub recipients_in_record: bool,
}

/// Rows kept free at the foot of one page, so that its last lines go over to the page of the
/// 落款 (clause 7.3.5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FootPlan {
    /// A paragraph that begins on the page, by its index in the flow; one that covers the
    /// page, where none begins on it.
    pub para: usize,
    /// A byte of that paragraph which stands on the page; 0 where it begins there.
    pub at: usize,
    /// How many rows stay free.
    pub rows: u32,
}

/// Places of the objects of the 版头, from the top of page 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadPlan {
    /// Type size of the 发文机关标志.
    pub mark_size: Abs,
    /// Top of the em box of the mark, or of its first name.
    pub mark_top: Abs,
    /// How the Mongolian above a bilingual mark is set.
    pub mongolian: Option<MongolianPlan>,
    /// How the names of a joint mark are stacked; none on one line.
    pub stack: Option<StackPlan>,
    /// Top of the em box of the first line of 发文字号 and 签发人.
    pub number_top: Abs,
    /// From one line of 签发人 to the next.
    pub number_pitch: Abs,
    /// The lines of 发文字号 and 签发人, top to bottom.
    pub lines: u32,
    /// The red rules, top to bottom; those of a 信函 among them that stands at the page's foot.
    pub rules: Vec<RulePlan>,
    /// Rows of page 1 that the whole head keeps free; the title stands on the next.
    pub rows: u32,
}

/// The Mongolian of a bilingual 发文机关标志: columns from the left, each running downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MongolianPlan {
    /// Its type size.
    pub size: Abs,
    /// Left edge of the first column, from the left edge of the page.
    pub left: Abs,
    /// Where all columns begin, from the top of the page.
    pub top: Abs,
    /// From one column to the next, and how wide each is.
    pub pitch: Abs,
    /// How many columns there are.
    pub columns: u32,
    /// How far the longest reaches down.
    pub height: Abs,
}

/// The names of a joint 发文机关标志, one above the other, and the words to their right.
/// Lengths from the left are from the edge of the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StackPlan {
    /// From one name to the next.
    pub pitch: Abs,
    /// Left edge of the names.
    pub left: Abs,
    /// Width to which each name is stretched.
    pub width: Abs,
    /// Left edge of the words.
    pub words_left: Abs,
    /// From the top of the first name to that of the words.
    pub words_down: Abs,
}

/// A level rule at a fixed place of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RulePlan {
    /// Its left end, from the left edge of the page.
    pub left: Abs,
    /// Its centre, from the top of the page.
    pub y: Abs,
    /// How long it is.
    pub length: Abs,
    /// How thick it is.
    pub thickness: Abs,
}

/// Where the picture of a seal goes: it is centred on the row of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealPlan {
    /// The paragraph of the flow that names its organ, or the post of its signer.
    pub para: usize,
    /// The line of that paragraph, from 0, on which it is centred.
    pub line: u32,
    /// Its centre, from the left edge of the type area.
    pub center: Abs,
    /// How wide it is.
    pub width: Abs,
    /// How high it is.
    pub height: Abs,
}

/// How one paragraph is set.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct ParaPlan {
    /// Empty rows above it, on its own page.
    pub rows_before: u32,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Byte offsets of forced breaks inside its text (titles only).
    pub breaks: Vec<usize>,
    /// Added to every advance.
    pub tracking: Abs,
    /// Its indents.
    pub indents: Indents,
    /// Where its parts stand, one a part; none where it is one running text.
    pub stops: Vec<Stop>,
    /// Whether its lines are justified; layout clears it where a reader would lose a mark.
    pub justified: bool,
    /// Whether it must stay with the next paragraph.
    pub keep_next: bool,
    /// Whether its lines begin at its indents, although its style centres them.
    pub flush: bool,
    /// Whether its lines are centred between its indents, although its style says otherwise.
    pub centered: bool,
    /// How a table is set that stands in its place.
    pub table: Option<TablePlan>,
    /// How a picture is set that stands in its place.
    pub figure: Option<FigurePlan>,
    /// The page to which it leads, by the number printed there; of an entry of 目录.
    pub leads_to: Option<u32>,
}

/// How a picture is set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct FigurePlan {
    /// Its width.
    pub width: Abs,
    /// Its height.
    pub height: Abs,
    /// How many rows of the grid it takes.
    pub rows: u32,
}

/// How a table is set.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TablePlan {
    /// The width of each column.
    pub columns: Vec<Abs>,
    /// How many rows of the grid each row takes.
    pub heights: Vec<u32>,
    /// Whether a page must not end after each row.
    pub kept: Vec<bool>,
    /// One a cell, row by row.
    pub cells: Vec<Vec<CellPlan>>,
    /// The rows that are higher than a page, top to bottom.
    pub parted: Vec<PartedRow>,
}

/// A row of a table that pages part between its lines.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct PartedRow {
    /// The row.
    pub row: usize,
    /// Its cell that has the most lines.
    pub cell: usize,
    /// Kept free below the last of them, so that what follows stands on its row.
    pub below: Abs,
}

/// How a cell is set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct CellPlan {
    /// Where its lines stand.
    pub side: Side,
    /// Kept free at the right of its lines: what a number lacks behind its point.
    pub right: Abs,
}

/// Where the lines of a cell stand.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Flush left.
    Left,
    /// In the middle.
    #[default]
    Center,
    /// Flush right.
    Right,
}

/// Where a part of a line stands, from the left edge of the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It begins here.
    Left(Abs),
    /// It is centred here.
    Center(Abs),
}

/// Indents from the edges of the type area.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Indents {
    /// Of the first line, from the left edge.
    pub first: Abs,
    /// Of the other lines, from the left edge.
    pub left: Abs,
    /// Of all lines, from the right edge.
    pub right: Abs,
}

/// The page on which the 版记 stands.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum RecordPage {
    /// The last page of the text.
    #[default]
    Last,
    /// The page after it.
    Next,
    /// The page after a blank one, so that it is even; neither is numbered (clause 7.5).
    AfterBlank,
}

impl RecordPage {
    /// How many pages after the last page of the text.
    pub const fn after_text(self) -> usize {
        match self {
            Self::Last => 0,
            Self::Next => 1,
            Self::AfterBlank => 2,
        }
    }
}

/// Where the 版记 stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct RecordPlan {
    /// On which page.
    pub page: RecordPage,
    /// How many rows each line of the manuscript's record turns over into, in order: the
    /// rules between them are drawn at fixed places.
    pub rows: Vec<u32>,
}
