//! 一是, 二是, 三是: the members of a series.

use std::ops::Range;

use crate::number::han_number;

/// The places of `N是` at the beginning of a clause, with N.
pub(crate) fn members(text: &str) -> Vec<(Range<usize>, u32)> {
    let mut found = vec![];
    for (at, _) in text.match_indices('是') {
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
            found.push((start..at + '是'.len_utf8(), number));
        }
    }
    found
}
