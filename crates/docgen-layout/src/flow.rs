//! Lines on rows, rows on pages.
//!
//! Rows are counted through all pages, so that the lines of a paragraph are consecutive
//! numbers wherever a page ends. The rules are those that a word processor follows with the
//! same blank rows and the same keep-with-next, so it finds the same pages by itself:
//!
//! 1. a paragraph that begins a page goes to the next page top;
//! 2. paragraphs that keep with the next move together with its first line, if all of that
//!    does not fit on the page any more;
//! 3. blank rows do not begin a page, but for those that a paragraph keeps at the top of the
//!    page that it begins;
//! 4. a table is parted between its rows, and its head stands again on every page; a picture
//!    is one such row. A row higher than a page is parted between its lines, which need not
//!    stand on rows of the grid;
//! 5. what is turned (clause 8) flows on sheets of its own, which lie across.

use std::ops::Range;

use docgen_model::Abs;
use docgen_standard::{Para, Role};

use crate::Context;
use crate::paragraph::Paragraph;

/// The pages that rows are counted through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheets {
    /// The first row of page 1 that is free.
    pub(crate) first_row: u32,
    /// Rows on a page.
    pub(crate) rows: u32,
    /// Rows on a page that lies across.
    pub(crate) turned_rows: u32,
    /// A page, from 0, and how many rows at its foot are kept free.
    pub(crate) foot: Option<(u32, u32)>,
}

impl Sheets {
    /// The sheets of a document whose 版头 leaves page 1 free from a row.
    pub(crate) fn of(first_row: u32, context: &Context<'_>) -> Self {
        let (rows, turned_rows) = (context.grid.rows, context.turned.rows);
        Self { first_row, rows, turned_rows, foot: None }
    }

    /// The page of a row, from 0, and the row on that page.
    fn locate(self, row: u32) -> (u32, u32) {
        let row = match self.foot {
            Some((page, kept)) if row >= (page + 1) * self.rows - kept => row + kept,
            Some(_) | None => row,
        };
        (row / self.rows, row % self.rows)
    }

    /// How many rows are left on the page of a row, itself among them.
    fn left(self, row: u32) -> u32 {
        let (page, on_page) = self.locate(row);
        let kept =
            self.foot.filter(|(foot, _)| *foot == page).map_or(0, |(_, kept)| kept);
        self.rows - kept - on_page
    }

    /// Whether a row begins a page that has one before it.
    fn is_top(self, row: u32) -> bool {
        row > 0 && self.locate(row).1 == 0
    }

    /// The first row of a page at or after a row.
    fn page_top(self, row: u32) -> u32 {
        if self.locate(row).1 == 0 { row } else { row + self.left(row) }
    }

    /// The first row of a page, from 0.
    fn top_of(self, page: u32) -> u32 {
        let kept = self.foot.filter(|(foot, _)| *foot < page).map_or(0, |(_, kept)| kept);
        page * self.rows - kept
    }

    /// The same sheets lying across, from the first.
    fn turned(self) -> Self {
        Self { first_row: 0, rows: self.turned_rows, foot: None, ..self }
    }
}

/// Where every paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flow {
    /// One a paragraph, in order.
    pub(crate) placed: Vec<Placed>,
    sheets: Sheets,
    /// The first row that is free behind the last line.
    end: u32,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// The blank rows above it that were kept.
    pub(crate) rows_before: u32,
    /// The first row of each line of a text, or of each part of a table.
    spots: Vec<Spot>,
    /// What stands on each spot of a table.
    pub(crate) parts: Vec<Part>,
}

/// A part of a table that one page holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The block of rows.
    pub(crate) block: usize,
    /// Which of its lines, if it is parted between them.
    pub(crate) lines: Option<Range<u32>>,
}

/// A row of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    page: u32,
    row: u32,
}

impl Flow {
    /// The page of one line of a paragraph, from 0.
    pub(crate) fn page_of(&self, paragraph: usize, line: u32) -> usize {
        self.spot(paragraph, line).page as usize
    }

    /// The row on its page of one line of a paragraph, from 0.
    pub(crate) fn row_of(&self, paragraph: usize, line: u32) -> u32 {
        self.spot(paragraph, line).row
    }

    /// How many lines a paragraph has, or how many parts of a table pages hold.
    pub(crate) fn pieces(&self, paragraph: usize) -> u32 {
        u32::try_from(self.placed[paragraph].spots.len()).unwrap_or(u32::MAX)
    }

    /// How many lines stand together on one of them: one, but for a row that pages part.
    pub(crate) fn lines_of(&self, paragraph: usize, piece: u32) -> u32 {
        let part = self.placed[paragraph].parts.get(piece as usize);
        let lines = part.and_then(|part| part.lines.clone());
        lines.map_or(1, |lines| lines.end - lines.start)
    }

    /// The last page, from 0, and how many of its rows are taken.
    pub(crate) fn last_page(&self) -> (usize, u32) {
        let (page, row) = self.sheets.locate(self.end.saturating_sub(1));
        (page as usize, row + 1)
    }

    /// A paragraph without lines stands nowhere: on the first row of all.
    fn spot(&self, paragraph: usize, line: u32) -> Spot {
        let spots = &self.placed[paragraph].spots;
        spots.get(line as usize).copied().unwrap_or(Spot { page: 0, row: 0 })
    }
}

/// Places all paragraphs.
pub(crate) fn place(paragraphs: &[Paragraph<'_>], sheets: Sheets) -> Flow {
    let wants: Vec<Want> = paragraphs.iter().map(Want::of).collect();
    place_wants(&wants, sheets)
}

/// How many lines of the body stand on page 1, and how many there are.
pub(crate) fn body_lines(paragraphs: &[Paragraph<'_>], flow: &Flow) -> (u32, u32) {
    let is_body = |para: &Para| para.is_text() && para.role != Role::Recipients;
    let body = paragraphs.iter().enumerate().filter(|(_, p)| is_body(p.para));
    let lines = body
        .flat_map(|(index, _)| (0..flow.pieces(index)).map(move |line| (index, line)));
    lines.fold((0, 0), |(first, all), (index, line)| {
        (first + u32::from(flow.page_of(index, line) == 0), all + 1)
    })
}

/// What a paragraph asks of the flow.
#[derive(Debug, Clone)]
struct Want {
    body: Body,
    rows_before: u32,
    page_break: bool,
    top_rows: u32,
    keep_next: bool,
    turned: bool,
}

/// The rows that a paragraph takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    /// Lines of text, a row each; a page may end after any of them.
    Lines(u32),
    /// Blocks of rows of a table, below a head of so many rows of the grid that every page
    /// begins with. A picture is one block without a head.
    Table { head: u32, blocks: Vec<Block> },
}

/// Rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    /// So many rows of the grid, on one page.
    Whole(u32),
    /// A row higher than a page: so many lines, which pages part.
    Lines(u32, LinePitch),
}

/// How far lines of cells stand apart, and the rows of the grid on which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LinePitch {
    /// From one line to the next.
    pub(crate) line: Abs,
    /// From one row of the grid to the next.
    pub(crate) row: Abs,
}

impl LinePitch {
    /// The rows of the grid that hold some lines.
    pub(crate) fn rows(self, lines: u32) -> u32 {
        let high = self.line * i64::from(lines);
        let row = self.row.to_emu().max(1);
        u32::try_from((high.to_emu() + row - 1) / row).unwrap_or(u32::MAX)
    }

    /// How many lines some rows of the grid hold.
    fn lines(self, rows: u32) -> u32 {
        let high = self.row * i64::from(rows);
        u32::try_from(high.to_emu() / self.line.to_emu().max(1)).unwrap_or(u32::MAX)
    }
}

impl Block {
    /// The rows of the grid that belong together at its beginning.
    fn first(self) -> u32 {
        match self {
            Self::Whole(rows) => rows,
            Self::Lines(lines, pitch) => pitch.rows(lines.min(1)),
        }
    }

    /// All its rows of the grid, if pages had no end.
    fn all(self) -> u32 {
        match self {
            Self::Whole(rows) => rows,
            Self::Lines(lines, pitch) => pitch.rows(lines),
        }
    }
}

/// Where a paragraph was laid.
#[derive(Debug, Default)]
struct Laid {
    /// The first row of each line or part.
    rows: Vec<u32>,
    /// The parts of a table.
    parts: Vec<Part>,
    /// The row behind the last.
    end: u32,
}

impl Body {
    /// How many pieces have a place of their own.
    pub(crate) fn pieces(&self) -> u32 {
        match self {
            Self::Lines(lines) => *lines,
            Self::Table { blocks, .. } => u32::try_from(blocks.len()).unwrap_or(u32::MAX),
        }
    }

    /// The rows of the grid that belong together at its beginning.
    fn first(&self) -> u32 {
        match self {
            Self::Lines(lines) => (*lines).min(1),
            Self::Table { head, blocks } => {
                head + blocks.first().map_or(0, |block| block.first())
            }
        }
    }

    /// All its rows of the grid, on one page.
    fn all(&self) -> u32 {
        match self {
            Self::Lines(lines) => *lines,
            Self::Table { head, blocks } => {
                head + blocks.iter().map(|block| block.all()).sum::<u32>()
            }
        }
    }

    /// Lays it, if its first piece may stand on row `start`.
    fn lay(&self, start: u32, sheets: Sheets) -> Laid {
        let (head, blocks) = match self {
            Self::Lines(lines) => {
                let rows = (start..start + lines).collect();
                return Laid { rows, parts: vec![], end: start + lines };
            }
            Self::Table { head, blocks } => (*head, blocks),
        };
        let mut laid = Laid { end: start, ..Laid::default() };
        for (index, &block) in blocks.iter().enumerate() {
            let above = if index == 0 { head } else { 0 };
            let next = laid.end;
            let turns =
                above + block.first() > sheets.left(next) && sheets.locate(next).1 > 0;
            let next = if turns { sheets.page_top(next) } else { next };
            let headed = index == 0 || turns || sheets.is_top(next);
            laid.end = next + if headed { head } else { 0 };
            laid.block(index, block, head, sheets);
        }
        laid
    }
}

impl Laid {
    /// Adds a block from the row that is free; a parted one goes on below the `head` of the
    /// next page.
    fn block(&mut self, index: usize, block: Block, head: u32, sheets: Sheets) {
        let (lines, pitch) = match block {
            Block::Whole(rows) => {
                self.rows.push(self.end);
                self.parts.push(Part { block: index, lines: None });
                self.end += rows;
                return;
            }
            Block::Lines(lines, pitch) => (lines, pitch),
        };
        let mut from = 0;
        while from < lines {
            let left = sheets.left(self.end);
            let upto = lines.min(from + pitch.lines(left).max(1));
            self.rows.push(self.end);
            self.parts.push(Part { block: index, lines: Some(from..upto) });
            self.end += match upto == lines {
                true => pitch.rows(upto - from),
                false => left + head,
            };
            from = upto;
        }
    }
}

impl Want {
    fn of(paragraph: &Paragraph<'_>) -> Self {
        Self {
            body: paragraph.body(),
            rows_before: paragraph.plan.rows_before,
            page_break: paragraph.plan.page_break,
            top_rows: paragraph.top_rows,
            keep_next: paragraph.plan.keep_next,
            turned: paragraph.para.turned,
        }
    }
}

/// Paragraphs that are turned flow by themselves, on whole pages.
fn place_wants(wants: &[Want], sheets: Sheets) -> Flow {
    let mut flow = Flow { placed: vec![], sheets, end: sheets.first_row };
    for run in wants.chunk_by(|a, b| a.turned == b.turned) {
        if run.iter().all(|want| want.turned) {
            let base = sheets.locate(sheets.page_top(flow.end)).0;
            let across = place_run(run, 0, sheets.turned());
            let moved = |spot: &mut Spot| spot.page += base;
            flow.placed.extend(across.placed.into_iter().map(|mut placed| {
                placed.spots.iter_mut().for_each(moved);
                placed
            }));
            let pages = across.end.div_ceil(sheets.turned_rows);
            flow.end = sheets.top_of(base + pages);
        } else {
            let upright = place_run(run, flow.end, sheets);
            flow.placed.extend(upright.placed);
            flow.end = upright.end;
        }
    }
    flow
}

/// Places paragraphs on sheets of one kind, from row `next`.
fn place_run(wants: &[Want], mut next: u32, sheets: Sheets) -> Flow {
    let mut placed = vec![];
    for (index, want) in wants.iter().enumerate() {
        let kept_by_last = index > 0 && wants[index - 1].keep_next;
        let mut rows_before = want.rows_before;
        if want.page_break && next > 0 {
            next = sheets.page_top(next);
            rows_before = want.top_rows;
        } else {
            let top = sheets.is_top(next);
            if top {
                rows_before = 0;
            }
            let left = sheets.left(next);
            let needed = rows_before + needed(&wants[index..]);
            let moves = if kept_by_last { rows_before >= left } else { needed > left };
            if moves && !top && next > 0 && needed <= sheets.rows {
                rows_before = rows_before.min(left);
                next = sheets.page_top(next) - rows_before;
            }
        }
        let Laid { rows, parts, end } = want.body.lay(next + rows_before, sheets);
        let spot = |row| {
            let (page, row) = sheets.locate(row);
            Spot { page, row }
        };
        let spots = rows.into_iter().map(spot).collect();
        placed.push(Placed { rows_before, spots, parts });
        next = end;
    }
    Flow { placed, sheets, end: next }
}

/// The rows from a paragraph to the first line of what it keeps with.
fn needed(wants: &[Want]) -> u32 {
    let mut rows = 0;
    for (index, want) in wants.iter().enumerate() {
        if index > 0 {
            rows += want.rows_before;
        }
        if !want.keep_next {
            return rows + want.body.first();
        }
        rows += want.body.all();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Want = Want {
        body: Body::Lines(1),
        rows_before: 0,
        page_break: false,
        top_rows: 0,
        keep_next: false,
        turned: false,
    };
    const SHEETS: Sheets = Sheets { first_row: 0, rows: 22, turned_rows: 15, foot: None };

    /// The first row of each paragraph, counted through all pages, and its blank rows.
    fn rows(wants: &[Want], first_row: u32) -> Vec<(u32, u32)> {
        let flow = place_wants(wants, Sheets { first_row, ..SHEETS });
        let row = |placed: &Placed| placed.spots[0].page * 22 + placed.spots[0].row;
        flow.placed.iter().map(|placed| (row(placed), placed.rows_before)).collect()
    }

    fn table(head: u32, rows: Vec<u32>) -> Want {
        let blocks = rows.into_iter().map(Block::Whole).collect();
        Want { body: Body::Table { head, blocks }, ..TEXT }
    }

    /// Page and row of each row of the paragraph at `index`.
    fn spots(wants: &[Want], index: usize) -> Vec<(u32, u32)> {
        let flow = place_wants(wants, SHEETS);
        flow.placed[index].spots.iter().map(|spot| (spot.page, spot.row)).collect()
    }

    #[test]
    fn a_table_breaks_between_rows_below_its_head_again() {
        let wants =
            [Want { body: Body::Lines(17), ..TEXT }, table(1, vec![2, 2, 1]), TEXT];
        assert_eq!(spots(&wants, 1), [(0, 18), (0, 20), (1, 1)]);
        assert_eq!(spots(&wants, 2), [(1, 2)]);
    }

    #[test]
    fn a_head_never_stands_alone() {
        let caption = Want { keep_next: true, ..TEXT };
        let wants = [Want { body: Body::Lines(19), ..TEXT }, caption, table(1, vec![2])];
        assert_eq!(spots(&wants, 1), [(1, 0)]);
        assert_eq!(spots(&wants, 2), [(1, 2)]);
    }

    #[test]
    fn a_block_that_does_not_fit_begins_a_page() {
        let wants = [Want { body: Body::Lines(20), ..TEXT }, table(0, vec![3]), TEXT];
        assert_eq!((spots(&wants, 1), spots(&wants, 2)), (vec![(1, 0)], vec![(1, 3)]));
    }

    #[test]
    fn a_row_higher_than_a_page_is_parted_between_its_lines() {
        let pitch = LinePitch { line: Abs::pt10(210), row: Abs::pt10(280) };
        let blocks = vec![Block::Whole(1), Block::Lines(40, pitch), Block::Whole(1)];
        let parted = Want { body: Body::Table { head: 1, blocks }, ..TEXT };
        let wants = [Want { body: Body::Lines(16), ..TEXT }, parted, TEXT];
        assert_eq!(spots(&wants, 1), [(0, 17), (0, 18), (1, 1), (2, 1), (2, 7)]);
        let parts = &place_wants(&wants, SHEETS).placed[1].parts;
        let lines: Vec<_> = parts.iter().filter_map(|part| part.lines.clone()).collect();
        assert_eq!(lines, [0..5, 5..33, 33..40]);
        assert_eq!(spots(&wants, 2), [(2, 8)]);
    }

    #[test]
    fn what_is_turned_takes_whole_pages() {
        let turned = Want { turned: true, ..table(1, vec![7, 7, 7]) };
        let wants = [TEXT, turned, TEXT];
        assert_eq!(spots(&wants, 1), [(1, 1), (1, 8), (2, 1)]);
        assert_eq!(spots(&wants, 2), [(3, 0)]);
        assert_eq!(place_wants(&wants[..2], SHEETS).last_page(), (2, 22));
    }

    #[test]
    fn lines_run_on_over_pages() {
        let found = rows(&[Want { body: Body::Lines(30), ..TEXT }, TEXT], 10);
        assert_eq!(found, [(10, 0), (40, 0)]);
    }

    #[test]
    fn a_heading_never_ends_a_page() {
        let heading = Want { keep_next: true, ..TEXT };
        assert_eq!(
            rows(&[heading.clone(), heading.clone(), TEXT], 19),
            [(19, 0), (20, 0), (21, 0)]
        );
        assert_eq!(
            rows(&[heading.clone(), heading, TEXT], 20),
            [(22, 0), (23, 0), (24, 0)]
        );
    }

    #[test]
    fn blank_rows_do_not_begin_a_page() {
        let spaced = Want { rows_before: 2, ..TEXT };
        assert_eq!(rows(&[TEXT, spaced.clone()], 18), [(18, 0), (21, 2)]);
        assert_eq!(rows(&[TEXT, spaced.clone()], 19), [(19, 0), (22, 2)]);
        assert_eq!(rows(&[TEXT, spaced.clone()], 20), [(20, 0), (22, 1)]);
        assert_eq!(rows(&[TEXT, spaced.clone()], 21), [(21, 0), (22, 0)]);
    }

    #[test]
    fn a_page_break_drops_its_blank_rows() {
        let broken = Want { page_break: true, rows_before: 1, ..TEXT };
        assert_eq!(rows(&[TEXT, broken.clone()], 3), [(3, 0), (22, 0)]);
        assert_eq!(rows(&[TEXT, broken], 21), [(21, 0), (22, 0)]);
    }

    #[test]
    fn a_page_may_begin_with_blank_rows() {
        let lower = Want { page_break: true, rows_before: 1, top_rows: 2, ..TEXT };
        assert_eq!(rows(&[TEXT, lower, TEXT], 3), [(3, 0), (24, 2), (25, 0)]);
    }

    #[test]
    fn rows_at_the_foot_stay_free() {
        let sheets = Sheets { foot: Some((0, 2)), ..SHEETS };
        let flow = place_wants(&[Want { body: Body::Lines(22), ..TEXT }, TEXT], sheets);
        assert_eq!((flow.page_of(0, 19), flow.row_of(0, 19)), (0, 19));
        assert_eq!((flow.page_of(0, 20), flow.row_of(0, 20)), (1, 0));
        assert_eq!((flow.page_of(1, 0), flow.row_of(1, 0)), (1, 2));
        assert_eq!(flow.last_page(), (1, 3));
        let heading = Want { keep_next: true, ..TEXT };
        let flow =
            place_wants(&[Want { body: Body::Lines(19), ..TEXT }, heading, TEXT], sheets);
        assert_eq!((flow.page_of(1, 0), flow.row_of(1, 0)), (1, 0));
    }
}
