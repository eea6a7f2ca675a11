//! The written characters of a scalar, each at its place.
//!
//! The event parser gives the value and the place of the whole scalar. Walking along both,
//! every character of the value is found again: equal characters meet, and what YAML took
//! away (indentation, quotes, escapes) is passed over.
//!
//! Line ends stay where the author made them in plain and quoted texts, since each line of
//! a text is a paragraph. Only `>` joins lines: with a space between ASCII characters, with
//! nothing in Chinese text.

use docgen_model::Span;
use serde_saphyr::granit_parser::ScalarStyle;

use super::offsets;
use crate::cells::Cell;

/// The characters of `value`, written at `at` of `source`.
pub(super) fn align(
    value: &str,
    source: &str,
    at: Span,
    style: ScalarStyle,
) -> Vec<Cell> {
    let quote = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => 1,
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => 0,
    };
    let (start, end) =
        (at.start as usize + quote, at.end as usize - quote.min(at.end as usize));
    let rest = source.get(start..end).unwrap_or_default();
    let mut walk = Walk { rest, at: start, style, inner: 0 };
    let value = match style {
        ScalarStyle::Literal | ScalarStyle::Folded => value.trim_end_matches('\n'),
        ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            value
        }
    };
    let mut cells: Vec<Cell> = vec![];
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let before = cells.last().map(|cell| cell.c);
        let after = chars.peek().copied();
        cells.extend(walk.meet(c, before, after));
    }
    cells
}

struct Walk<'s> {
    rest: &'s str,
    at: usize,
    style: ScalarStyle,
    /// Blanks before this place are known to stand inside a line.
    inner: usize,
}

impl Walk<'_> {
    /// The cell of the next character of the value; none for a fold in Chinese text.
    fn meet(
        &mut self,
        c: char,
        before: Option<char>,
        after: Option<char>,
    ) -> Option<Cell> {
        while let Some(next) = self.rest.chars().next() {
            if let Some(length) = self.escape(c) {
                let line_end = self.rest.starts_with("\\\n");
                let place = self.pass(length);
                if line_end {
                    continue;
                }
                return Some(Cell::new(c, place));
            }
            if c == ' ' && self.is_line_end() {
                return self.fold(before, after);
            }
            if next == c {
                return Some(Cell::new(c, self.pass(c.len_utf8())));
            }
            if !matches!(next, ' ' | '\t' | '\n' | '\r') {
                break;
            }
            self.pass(1);
        }
        Some(Cell::new(c, offsets(self.at, self.at)))
    }

    /// The length of the escape sequence that comes next.
    fn escape(&self, c: char) -> Option<usize> {
        match self.style {
            ScalarStyle::SingleQuoted => self.rest.starts_with("''").then_some(2),
            ScalarStyle::DoubleQuoted => {
                let code = self.rest.strip_prefix('\\')?.chars().next()?;
                Some(match code {
                    'x' => 4,
                    'u' if c > '\u{FFFF}' => 12,
                    'u' => 6,
                    'U' => 10,
                    _ => 1 + code.len_utf8(),
                })
            }
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => None,
        }
    }

    /// Whether only blanks stand before the end of the line.
    fn is_line_end(&mut self) -> bool {
        if matches!(self.style, ScalarStyle::Literal) || self.at < self.inner {
            return false;
        }
        let rest = self.rest.trim_start_matches([' ', '\t', '\r']);
        self.inner = self.at + self.rest.len() - rest.len();
        rest.starts_with('\n')
    }

    /// A line end that YAML turned into a space.
    fn fold(&mut self, before: Option<char>, after: Option<char>) -> Option<Cell> {
        let length =
            self.rest.len() - self.rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        let place = self.pass(length);
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        match self.style {
            ScalarStyle::Folded if ascii(before) && ascii(after) => {
                Some(Cell::new(' ', place))
            }
            ScalarStyle::Folded => None,
            ScalarStyle::Plain
            | ScalarStyle::SingleQuoted
            | ScalarStyle::DoubleQuoted
            | ScalarStyle::Literal => Some(Cell::new('\n', place)),
        }
    }

    /// Goes on by so many bytes; their place.
    fn pass(&mut self, length: usize) -> Span {
        let length = length.min(self.rest.len());
        let start = self.at;
        self.rest = self.rest.get(length..).unwrap_or_default();
        self.at += length;
        offsets(start, self.at)
    }
}
