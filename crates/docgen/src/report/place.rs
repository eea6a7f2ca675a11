//! From bytes to lines and columns.

use std::cell::Cell;
use std::ops::Range;

use docgen_model::Span;

/// Where a span begins and ends, from 1, columns in characters; the end is behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// The starts of the lines of a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last place asked for, as a byte and its column from 0: many findings may stand on
    /// one long line.
    last: Cell<(usize, usize)>,
}

impl<'a> Lines<'a> {
    /// Reads the text once.
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { text, starts, last: Cell::new((0, 0)) }
    }

    /// Line and column of a span.
    pub(super) fn place(&self, span: Span) -> Place {
        let range = self.clamp(span);
        let (line, column) = self.position(range.start);
        let (end_line, end_column) = self.position(range.end);
        Place { line, column, end_line, end_column }
    }

    /// The bytes of a span, moved onto the text and its character boundaries.
    pub(super) fn clamp(&self, span: Span) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start as usize);
        let end = self.text.ceil_char_boundary(span.end as usize);
        start..end.max(start)
    }

    /// The whole lines that hold `range`, without the last line break; and the number of
    /// the first.
    pub(super) fn around(&self, range: &Range<usize>) -> (Range<usize>, usize) {
        let (first, last) = (self.line_of(range.start), self.line_of(range.end));
        let start = self.starts.get(first).copied().unwrap_or_default();
        let next = self.starts.get(last + 1).map_or(self.text.len(), |next| next - 1);
        (start..next.max(range.end), first + 1)
    }

    fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line_of(at);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let (last, column) = self.last.get();
        let (from, before) =
            if (start..=at).contains(&last) { (last, column) } else { (start, 0) };
        let column = before + self.text[from..at].chars().count();
        self.last.set((at, column));
        (line + 1, column + 1)
    }

    /// The line that holds a byte, from 0.
    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::new("一\r\n二三𠮷四\n");
        let at = |start, end| lines.place(Span::new(start, end));
        let place = |line, column, end_line, end_column| Place {
            line,
            column,
            end_line,
            end_column,
        };
        assert_eq!(at(0, 3), place(1, 1, 1, 2));
        assert_eq!(at(11, 15), place(2, 3, 2, 4));
        assert_eq!(at(12, 13), place(2, 3, 2, 4));
        assert_eq!(at(99, 99), place(3, 1, 3, 1));
        assert_eq!(lines.around(&(11..15)), (5..18, 2));
        assert_eq!(Lines::new("").place(Span::new(0, 0)), place(1, 1, 1, 1));
    }
}
