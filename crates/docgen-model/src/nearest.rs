//! Which known word a mistyped one is nearest to.

/// The word of `known` with the least edit distance to `word`, and that distance; of
/// equally near ones the first.
pub fn nearest<'k>(
    word: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<(&'k str, usize)> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    known
        .into_iter()
        .map(|candidate| (candidate, distance(&word, candidate)))
        .min_by_key(|&(_, distance)| distance)
}

/// Whether a word so far from another is rather a slip than a word of its own.
pub fn is_slip(word: &str, distance: usize) -> bool {
    distance <= (word.chars().count() / 2).max(1)
}

/// Levenshtein distance, row by row.
fn distance(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (j, cb) in b.chars().enumerate() {
        let mut corner = j;
        let mut left = j + 1;
        for (ca, above) in a.iter().zip(row.iter_mut().skip(1)) {
            let replaced = corner + usize::from(*ca != cb);
            corner = *above;
            left = replaced.min(corner + 1).min(left + 1);
            *above = left;
        }
        if let Some(first) = row.first_mut() {
            *first = j + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_in_both_languages() {
        let known = ["title", "标题", "body", "正文"];
        assert_eq!(nearest("titel", known), Some(("title", 2)));
        assert_eq!(nearest("标提", known), Some(("标题", 1)));
        assert_eq!(nearest("Body", known), Some(("body", 0)));
        assert!(is_slip("titelx", 2));
        assert!(!is_slip("落款", 2));
    }
}
