//! Marks in pairs that stand inside the same pair.

use std::ops::Range;

/// The pairs inside another one, marks included, and the words in them, in the order of their
/// ends.
pub(super) fn inner_pairs(
    text: &str,
    [opening, closing]: [char; 2],
) -> Vec<(Range<usize>, &str)> {
    let (mut open, mut found) = (vec![], vec![]);
    for (at, c) in text.char_indices() {
        if c == opening {
            open.push(at);
        } else if c == closing {
            let start = open.pop().filter(|_| !open.is_empty());
            let pair =
                |start| (start..at + c.len_utf8(), &text[start + opening.len_utf8()..at]);
            found.extend(start.map(pair));
        }
    }
    found
}
