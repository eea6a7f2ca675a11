//! Where sentences begin and end.

use std::ops::Range;

/// The sentences of a text, as bytes, each with its final mark.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    cut(text, 0..text.len(), &['。', '！', '？', '\n'])
}

/// Cuts a range behind each of the marks.
fn cut(text: &str, range: Range<usize>, marks: &[char]) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut parts = vec![];
    for (at, mark) in text[range.clone()].match_indices(marks) {
        let end = range.start + at + mark.len();
        parts.push(start..end);
        start = end;
    }
    if start < range.end {
        parts.push(start..range.end);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_behind_its_marks() {
        let text = "甲，乙；丙。丁";
        let parts = |ranges: Vec<Range<usize>>| -> Vec<&str> {
            ranges.into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(parts(sentences(text)), ["甲，乙；丙。", "丁"]);
    }
}
