//! Characters with their places: what reading works on before a [`Text`] is made.
//!
//! A step may drop, replace or insert cells; whatever it does, each character keeps the
//! place of the characters in the source that it stands for.

use docgen_model::{Span, Text};

/// One character and where the author wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) c: char,
    pub(crate) span: Span,
    /// Whether it stands inside `**…**`.
    pub(crate) strong: bool,
}

impl Cell {
    pub(crate) const fn new(c: char, span: Span) -> Self {
        Self { c, span, strong: false }
    }
}

/// A blank of whatever width: space, tab, U+3000, NBSP…
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// `string` from another file: every character stands at `span`.
pub(crate) fn placed(string: &str, span: Span) -> Vec<Cell> {
    string.chars().map(|c| Cell::new(c, span)).collect()
}

/// Appends words that the program adds: every character of them stands at `span`.
pub(crate) fn push_added(text: &mut Text, words: &str, span: Span) {
    // One by one, so that equal lengths are not taken for equal characters.
    for c in words.chars() {
        text.push_str(c.encode_utf8(&mut [0; 4]), span);
    }
}

/// The characters alone.
pub(crate) fn string(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.c).collect()
}

/// The place of all of them.
pub(crate) fn span(cells: &[Cell]) -> Span {
    let spans = cells.iter().map(|cell| cell.span);
    spans.reduce(Span::to).unwrap_or_default()
}

/// Without the blanks at both ends.
pub(crate) fn trim(cells: &[Cell]) -> &[Cell] {
    let inked = |cell: &Cell| !is_blank(cell.c);
    let Some(first) = cells.iter().position(inked) else { return &[] };
    let last = cells.iter().rposition(inked).unwrap_or(first);
    &cells[first..=last]
}

/// The lines, trimmed; empty ones too.
pub(crate) fn lines(cells: &[Cell]) -> impl Iterator<Item = &[Cell]> {
    cells.split(|cell| cell.c == '\n').map(trim)
}

/// The lines joined into one: nothing between Han characters, else one space.
pub(crate) fn one_line(cells: &[Cell]) -> Vec<Cell> {
    let mut joined: Vec<Cell> = vec![];
    for line in lines(cells) {
        if let (Some(last), Some(first)) = (joined.last(), line.first())
            && last.c.is_ascii()
            && first.c.is_ascii()
        {
            // Characters of another file all stand at the one place that names it.
            let start = last.span.end.min(first.span.start);
            joined.push(Cell::new(' ', Span::new(start, first.span.start)));
        }
        joined.extend(line);
    }
    joined
}

/// A text whose every character knows its place, with its strong ranges.
pub(crate) fn text(cells: &[Cell]) -> Text {
    let mut text = Text::default();
    let mut strong = None;
    for cell in cells {
        let at = text.len();
        match (strong, cell.strong) {
            (None, true) => strong = Some(at),
            (Some(start), false) => {
                text.mark_strong(start..at);
                strong = None;
            }
            (None, false) | (Some(_), true) => {}
        }
        text.push_str(cell.c.encode_utf8(&mut [0; 4]), cell.span);
    }
    if let Some(start) = strong {
        text.mark_strong(start..text.len());
    }
    text
}
