//! Where sentences, and the parts between their commas, begin and end.

use std::ops::Range;

/// The sentences of a text, as bytes, each with its final mark.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    cut(text, 0..text.len(), &['。', '！', '？', '\n'])
}

/// The parts of a sentence between 。 ； ： and ，, without those marks.
pub(crate) fn clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let marks = ['。', '！', '？', '；', '：', '，', '\n'];
    let with_marks = cut(text, sentence, &marks);
    let bare = |range: Range<usize>| {
        let length = text[range.clone()].trim_end_matches(marks).len();
        range.start..range.start + length
    };
    with_marks.into_iter().map(bare).filter(|range| !range.is_empty()).collect()
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
        assert_eq!(parts(clauses(text, 0..15)), ["甲", "乙", "丙"]);
    }
}
