//! Lines on rows, rows on pages.
//!
//! Rows are counted through all pages, so that the lines of a paragraph are consecutive
//! numbers wherever a page ends. The rules are those that a word processor follows with the
//! same blank rows and the same keep-with-next, so it finds the same pages by itself:
//!
//! 1. a paragraph that begins a page goes to the next page top;
//! 2. paragraphs that keep with the next move together with its first line, if all of that
//!    does not fit on the page any more;
//! 3. blank rows do not begin a page.

use crate::paragraph::Paragraph;

/// Where every paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flow {
    /// One a paragraph, in order.
    pub(crate) placed: Vec<Placed>,
    /// Rows on a page.
    rows: u32,
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
        ((self.placed[paragraph].row + line) / self.rows) as usize
    }

    /// The row on its page of one line of a paragraph, from 0.
    pub(crate) fn row_of(&self, paragraph: usize, line: u32) -> u32 {
        (self.placed[paragraph].row + line) % self.rows
    }

    /// The last page, from 0, and how many of its rows are taken.
    pub(crate) fn last_page(&self) -> (usize, u32) {
        let last = self.end.saturating_sub(1);
        ((last / self.rows) as usize, last % self.rows + 1)
    }
}

/// Places all paragraphs; page 1 begins at `first_row`.
pub(crate) fn place(paragraphs: &[Paragraph<'_>], first_row: u32, rows: u32) -> Flow {
    let wants: Vec<Want> = paragraphs.iter().map(Want::of).collect();
    place_wants(&wants, first_row, rows)
}

/// What a paragraph asks of the flow.
#[derive(Debug, Clone, Copy)]
struct Want {
    lines: u32,
    rows_before: u32,
    page_break: bool,
    keep_next: bool,
}

impl Want {
    fn of(paragraph: &Paragraph<'_>) -> Self {
        Self {
            lines: paragraph.rows(),
            rows_before: paragraph.plan.rows_before,
            page_break: paragraph.plan.page_break,
            keep_next: paragraph.plan.keep_next,
        }
    }
}

fn place_wants(wants: &[Want], first_row: u32, rows: u32) -> Flow {
    let mut placed = vec![];
    let mut next = first_row;
    for (index, want) in wants.iter().enumerate() {
        let kept_by_last = index > 0 && wants[index - 1].keep_next;
        let mut rows_before = want.rows_before;
        if want.page_break && next > 0 {
            next = page_top(next, rows);
        } else {
            let top = next.is_multiple_of(rows) && next > 0;
            if top {
                rows_before = 0;
            }
            let free = rows - next % rows;
            let needed = rows_before + needed(&wants[index..]);
            let moves = if kept_by_last { rows_before >= free } else { needed > free };
            if moves && !top && needed <= rows {
                rows_before = rows_before.min(free);
                next = page_top(next, rows) - rows_before;
            }
        }
        let row = next + rows_before;
        placed.push(Placed { row, rows_before });
        next = row + want.lines;
    }
    Flow { placed, rows, end: next }
}

/// The first row of a page at or after `row`.
fn page_top(row: u32, rows: u32) -> u32 {
    row.div_ceil(rows) * rows
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

    const TEXT: Want =
        Want { lines: 1, rows_before: 0, page_break: false, keep_next: false };

    fn rows(wants: &[Want], first_row: u32) -> Vec<(u32, u32)> {
        let flow = place_wants(wants, first_row, 22);
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
    fn a_page_break_keeps_its_blank_rows() {
        let broken = Want { page_break: true, rows_before: 1, ..TEXT };
        assert_eq!(rows(&[TEXT, broken], 3), [(3, 0), (23, 1)]);
        assert_eq!(rows(&[TEXT, broken], 21), [(21, 0), (23, 1)]);
    }
}
