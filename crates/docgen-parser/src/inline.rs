//! The only mark-up in a line: `**强调**`.
//!
//! Exactly two asterisks on both sides of words that begin and end without a blank; `\*` is
//! an asterisk; every other run of asterisks is literal, so that pasted text is safe.

use std::ops::Range;

use crate::cells::{Cell, is_blank};

/// Takes the mark-up out of a line and sets its words strong.
pub(crate) fn read(line: &[Cell]) -> Vec<Cell> {
    let (cells, escaped) = unescape(line);
    let pairs = pairs(&cells, &escaped);
    let mut kept = vec![];
    let mut from = 0;
    for pair in pairs {
        kept.extend_from_slice(
            cells.get(from..pair.start.saturating_sub(2)).unwrap_or_default(),
        );
        let words = cells.get(pair.start..pair.end).unwrap_or_default();
        kept.extend(words.iter().map(|cell| Cell { strong: true, ..*cell }));
        from = pair.end + 2;
    }
    kept.extend_from_slice(cells.get(from..).unwrap_or_default());
    kept
}

/// The line with `\*` made `*`, and for each cell whether it was escaped.
fn unescape(line: &[Cell]) -> (Vec<Cell>, Vec<bool>) {
    let (mut cells, mut escaped) = (vec![], vec![]);
    let mut rest = line.iter().peekable();
    while let Some(cell) = rest.next() {
        let star = rest.next_if(|next| cell.c == '\\' && next.c == '*');
        escaped.push(star.is_some());
        cells.push(star.map_or(*cell, |star| Cell::new('*', cell.span.to(star.span))));
    }
    (cells, escaped)
}

/// The words between each pair of marks.
fn pairs(cells: &[Cell], escaped: &[bool]) -> Vec<Range<usize>> {
    let star = |i: usize| {
        cells.get(i).is_some_and(|cell| cell.c == '*')
            && !escaped.get(i).copied().unwrap_or_default()
    };
    let mut marks = vec![];
    let mut i = 0;
    while i < cells.len() {
        let length = (i..cells.len()).take_while(|&j| star(j)).count();
        if length == 2 {
            marks.push(i);
        }
        i += length.max(1);
    }
    let inked = |i: Option<usize>| {
        i.and_then(|i| cells.get(i)).is_some_and(|cell| !is_blank(cell.c))
    };
    let mut pairs = vec![];
    let mut open = None;
    for mark in marks {
        match open {
            Some(start) if inked(mark.checked_sub(1)) => {
                pairs.push(start..mark);
                open = None;
            }
            Some(_) | None if inked(Some(mark + 2)) => open = Some(mark + 2),
            Some(_) | None => {}
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use docgen_model::Span;

    use super::*;
    use crate::cells::{placed, text};

    fn strong(line: &str) -> (String, Vec<String>) {
        let text = text(&read(&placed(line, Span::default())));
        let ranges = text.strong().iter().map(|r| text.as_str()[r.clone()].to_owned());
        (text.as_str().to_owned(), ranges.collect())
    }

    #[test]
    fn two_asterisks_on_both_sides_and_nothing_else() {
        assert_eq!(strong("要**重点**抓"), ("要重点抓".into(), vec!["重点".into()]));
        assert_eq!(
            strong("**甲**、**乙**"),
            ("甲、乙".into(), vec!["甲".into(), "乙".into()])
        );
        for literal in
            ["138****5678", "2**3", "a ** b ** c", "***甲***", "**甲 ** 乙", "3*4"]
        {
            assert_eq!(strong(literal), (literal.into(), vec![]), "{literal}");
        }
        assert_eq!(strong(r"\**甲**"), ("**甲**".into(), vec![]));
        assert_eq!(strong(r"甲\*乙\丙"), (r"甲*乙\丙".into(), vec![]));
    }
}
