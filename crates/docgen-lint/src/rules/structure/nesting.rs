//! Marks in pairs that stand inside the same pair.

use std::ops::Range;

/// The pairs inside another one, marks included, in the order of their ends.
pub(super) fn inner_pairs(
    text: &str,
    [opening, closing]: [char; 2],
) -> Vec<Range<usize>> {
    let (mut open, mut found) = (vec![], vec![]);
    for (at, c) in text.char_indices() {
        if c == opening {
            open.push(at);
        } else if c == closing {
            let start = open.pop().filter(|_| !open.is_empty());
            found.extend(start.map(|start| start..at + c.len_utf8()));
        }
    }
    found
}
