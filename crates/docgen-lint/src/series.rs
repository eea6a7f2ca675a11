//! 一是, 二是, 三是: the members of a series.

use std::ops::Range;

use crate::number::han_number;

/// The places of `N是` at the beginning of a clause, with N.
pub(crate) fn members(text: &str) -> Vec<(Range<usize>, u32)> {
    members_with(text, '是')
}

/// The places of N and a word, 是 or 要, at the beginning of a clause, with N.
pub(crate) fn members_with(text: &str, word: char) -> Vec<(Range<usize>, u32)> {
    let mut found = vec![];
    for (at, _) in text.match_indices(word) {
        let before = &text[..at];
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| "一二三四五六七八九十".contains(*c))
            .last()
            .map_or(at, |(at, _)| at);
        let begins = before[..start].is_empty()
            || before[..start].ends_with(['。', '；', '：', '，', '！', '？', '）']);
        if let Some(number) = han_number(&before[start..]).filter(|_| begins) {
            found.push((start..at + word.len_utf8(), number));
        }
    }
    found
}
