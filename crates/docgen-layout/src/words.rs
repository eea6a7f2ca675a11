//! Cuts Chinese text into words: the likeliest sequence, by the costs of the word list.

use std::sync::LazyLock;

use fst::Map;

static WORDS: LazyLock<Option<Map<&'static [u8]>>> = LazyLock::new(|| {
    Map::new(include_bytes!(concat!(env!("OUT_DIR"), "/words.fst")).as_slice()).ok()
});

/// What a character costs that stands alone: more than any word of the list.
const LONE: u64 = 130;

/// The longest word of the list, in characters.
const LONGEST: usize = 16;

/// The byte offsets at which words begin, but for the first, and the end.
///
/// Runs of ASCII letters and digits are one word.
pub(crate) fn boundaries(text: &str) -> Vec<usize> {
    let starts: Vec<usize> =
        text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let count = starts.len() - 1;
    // best[i]: the least cost of the text before the i-th character, and the word's start.
    let mut best: Vec<(u64, usize)> = vec![(u64::MAX, 0); count + 1];
    best[0] = (0, 0);
    for from in 0..count {
        let before = best[from].0;
        for to in from + 1..=(from + LONGEST).min(count) {
            let Some(cost) = cost(&text[starts[from]..starts[to]], to - from) else {
                continue;
            };
            if before.saturating_add(cost) < best[to].0 {
                best[to] = (before + cost, from);
            }
        }
    }
    let mut boundaries = vec![];
    let mut at = count;
    while at > 0 {
        at = best[at].1;
        boundaries.push(starts[at]);
    }
    boundaries.reverse();
    boundaries.retain(|&at| at > 0 && !inside_ascii(text, at));
    boundaries
}

/// Whether `at` stands between two ASCII letters or digits, which no boundary may.
fn inside_ascii(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.ends_with(|c: char| c.is_ascii_alphanumeric())
        && after.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The cost of a word, if it is one.
fn cost(word: &str, length: usize) -> Option<u64> {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Some(1);
    }
    let listed = WORDS.as_ref().and_then(|words| words.get(word));
    listed.or((length == 1).then_some(LONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let mut out = String::new();
        let boundaries = boundaries(text);
        for (at, c) in text.char_indices() {
            if boundaries.contains(&at) {
                out.push('|');
            }
            out.push(c);
        }
        out
    }

    #[test]
    fn titles_are_cut_into_words() {
        assert_eq!(
            cut("关于2021年度法治政府建设情况的报告"),
            "关于|2021|年度|法治政府建设|情况|的|报告"
        );
        assert_eq!(cut("优化营商环境实施方案"), "优化|营商环境|实施方案");
        assert_eq!(cut(""), "");
    }
}
