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
//!    page that it begins.

use docgen_standard::{Para, Role};

use crate::paragraph::Paragraph;

/// The pages that rows are counted through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheets {
    /// The first row of page 1 that is free.
    pub(crate) first_row: u32,
    /// Rows on a page.
    pub(crate) rows: u32,
    /// A page, from 0, and how many rows at its foot are kept free.
    pub(crate) foot: Option<(u32, u32)>,
}

impl Sheets {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    /// The row of its first line, counted through all pages.
    pub(crate) row: u32,
    /// The blank rows above it that were kept.
    pub(crate) rows_before: u32,
}

impl Flow {
    /// The page of one line of a paragraph, from 0.
    pub(crate) fn page_of(&self, paragraph: usize, line: u32) -> usize {
        self.sheets.locate(self.placed[paragraph].row + line).0 as usize
    }

    /// The row on its page of one line of a paragraph, from 0.
    pub(crate) fn row_of(&self, paragraph: usize, line: u32) -> u32 {
        self.sheets.locate(self.placed[paragraph].row + line).1
    }

    /// The last page, from 0, and how many of its rows are taken.
    pub(crate) fn last_page(&self) -> (usize, u32) {
        let (page, row) = self.sheets.locate(self.end.saturating_sub(1));
        (page as usize, row + 1)
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
    let lines = body.flat_map(|(index, p)| (0..p.rows()).map(move |line| (index, line)));
    lines.fold((0, 0), |(first, all), (index, line)| {
        (first + u32::from(flow.page_of(index, line) == 0), all + 1)
    })
}

/// What a paragraph asks of the flow.
#[derive(Debug, Clone, Copy)]
struct Want {
    lines: u32,
    rows_before: u32,
    page_break: bool,
    top_rows: u32,
    keep_next: bool,
}

impl Want {
    fn of(paragraph: &Paragraph<'_>) -> Self {
        Self {
            lines: paragraph.rows(),
            rows_before: paragraph.plan.rows_before,
            page_break: paragraph.plan.page_break,
            top_rows: paragraph.para.top_rows,
            keep_next: paragraph.plan.keep_next,
        }
    }
}

fn place_wants(wants: &[Want], sheets: Sheets) -> Flow {
    let mut placed = vec![];
    let mut next = sheets.first_row;
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
        let row = next + rows_before;
        placed.push(Placed { row, rows_before });
        next = row + want.lines;
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
            return rows + want.lines.min(1);
        }
        rows += want.lines;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Want = Want {
        lines: 1,
        rows_before: 0,
        page_break: false,
        top_rows: 0,
        keep_next: false,
    };

    fn rows(wants: &[Want], first_row: u32) -> Vec<(u32, u32)> {
        let flow = place_wants(wants, Sheets { first_row, rows: 22, foot: None });
        flow.placed.iter().map(|placed| (placed.row, placed.rows_before)).collect()
    }

    #[test]
    fn lines_run_on_over_pages() {
        let found = rows(&[Want { lines: 30, ..TEXT }, TEXT], 10);
        assert_eq!(found, [(10, 0), (40, 0)]);
    }

    #[test]
    fn a_heading_never_ends_a_page() {
        let heading = Want { keep_next: true, ..TEXT };
        assert_eq!(rows(&[heading, heading, TEXT], 19), [(19, 0), (20, 0), (21, 0)]);
        assert_eq!(rows(&[heading, heading, TEXT], 20), [(22, 0), (23, 0), (24, 0)]);
    }

    #[test]
    fn blank_rows_do_not_begin_a_page() {
        let spaced = Want { rows_before: 2, ..TEXT };
        assert_eq!(rows(&[TEXT, spaced], 18), [(18, 0), (21, 2)]);
        assert_eq!(rows(&[TEXT, spaced], 19), [(19, 0), (22, 2)]);
        assert_eq!(rows(&[TEXT, spaced], 20), [(20, 0), (22, 1)]);
        assert_eq!(rows(&[TEXT, spaced], 21), [(21, 0), (22, 0)]);
    }

    #[test]
    fn a_page_break_drops_its_blank_rows() {
        let broken = Want { page_break: true, rows_before: 1, ..TEXT };
        assert_eq!(rows(&[TEXT, broken], 3), [(3, 0), (22, 0)]);
        assert_eq!(rows(&[TEXT, broken], 21), [(21, 0), (22, 0)]);
    }

    #[test]
    fn a_page_may_begin_with_blank_rows() {
        let lower = Want { page_break: true, rows_before: 1, top_rows: 2, ..TEXT };
        assert_eq!(rows(&[TEXT, lower, TEXT], 3), [(3, 0), (24, 2), (25, 0)]);
    }

    #[test]
    fn rows_at_the_foot_stay_free() {
        let sheets = Sheets { first_row: 0, rows: 22, foot: Some((0, 2)) };
        let flow = place_wants(&[Want { lines: 22, ..TEXT }, TEXT], sheets);
        assert_eq!((flow.page_of(0, 19), flow.row_of(0, 19)), (0, 19));
        assert_eq!((flow.page_of(0, 20), flow.row_of(0, 20)), (1, 0));
        assert_eq!((flow.page_of(1, 0), flow.row_of(1, 0)), (1, 2));
        assert_eq!(flow.last_page(), (1, 3));
        let heading = Want { keep_next: true, ..TEXT };
        let flow = place_wants(&[Want { lines: 19, ..TEXT }, heading, TEXT], sheets);
        assert_eq!((flow.page_of(1, 0), flow.row_of(1, 0)), (1, 0));
    }
}
