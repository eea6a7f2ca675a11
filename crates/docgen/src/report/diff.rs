//! What `docgen check --fix --dry-run` would change, as a unified diff. A change never makes
//! or joins lines, so line answers line.

use std::ops::Range;

/// How many lines around a change are shown.
const AROUND: usize = 2;

/// The diff of two texts with as many lines; empty if they are the same.
pub(crate) fn unified(file: &str, old: &str, new: &str) -> String {
    let lines: Vec<(&str, &str)> = old.lines().zip(new.lines()).collect();
    let mut text = String::new();
    for hunk in hunks(&lines) {
        if text.is_empty() {
            text = format!("--- {file}\n+++ {file}\n");
        }
        let (first, count) = (hunk.start + 1, hunk.len());
        text += &format!("@@ -{first},{count} +{first},{count} @@\n");
        for (old, new) in lines.get(hunk).unwrap_or_default() {
            text += &if old == new {
                format!(" {old}\n")
            } else {
                format!("-{old}\n+{new}\n")
            };
        }
    }
    text
}

/// The lines that are shown: those that change, with what stands around them.
fn hunks(lines: &[(&str, &str)]) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = vec![];
    for (at, _) in lines.iter().enumerate().filter(|(_, (old, new))| old != new) {
        let (start, end) =
            (at.saturating_sub(AROUND), (at + AROUND + 1).min(lines.len()));
        match hunks.last_mut().filter(|last| last.end >= start) {
            Some(last) => last.end = end,
            None => hunks.push(start..end),
        }
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_shown_with_the_lines_around_them() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let new = "1\n2\nc\n4\n5\n6\n7\n8\ni\n";
        let expected = "--- f\n+++ f\n@@ -1,5 +1,5 @@\n 1\n 2\n-3\n+c\n 4\n 5\n\
                        @@ -7,3 +7,3 @@\n 7\n 8\n-9\n+i\n";
        assert_eq!(unified("f", old, new), expected);
        assert_eq!(unified("f", old, old), "");
    }
}
