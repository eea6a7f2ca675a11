//! The form of the lists of words that should be others:
//! `wrong → right | why ! words that hold the wrong form and are right`.

use crate::words::Words;

/// A list with what finds its wrong forms.
pub(super) struct Entries {
    entries: Vec<Entry>,
    words: Words,
}

/// A line of a list.
pub(super) struct Entry {
    pub(super) wrong: &'static str,
    pub(super) right: &'static str,
    pub(super) why: &'static str,
    /// The words that hold the wrong form and are right.
    unless: Vec<&'static str>,
}

impl Entries {
    pub(super) fn read(file: &'static str) -> Self {
        let entries: Vec<_> = read(file).collect();
        let words = Words::new(entries.iter().map(|entry| entry.wrong));
        Self { entries, words }
    }

    /// The wrong forms of a text, each with the byte at which it stands.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = (usize, &Entry)> {
        let found = self.words.find(text);
        let entries = found.map(|(at, word)| (at, &self.entries[word]));
        entries.filter(move |(at, entry)| !entry.is_right(text, *at))
    }
}

/// The lines of a list.
pub(super) fn read(file: &'static str) -> impl Iterator<Item = Entry> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(Entry::read)
}

impl Entry {
    fn read(line: &'static str) -> Option<Self> {
        let (wrong, rest) = line.split_once(" → ")?;
        let (right, rest) = rest.split_once(" | ")?;
        let (why, unless) = rest.split_once(" ! ").unwrap_or((rest, ""));
        let unless = unless.split('、').filter(|word| !word.is_empty()).collect();
        Some(Self { wrong, right, why, unless })
    }

    /// Whether the wrong form at a byte of a text is part of a word that is right.
    fn is_right(&self, text: &str, at: usize) -> bool {
        let stands = |word: &&str| {
            let start = word.find(self.wrong).and_then(|inside| at.checked_sub(inside));
            let from = start.and_then(|start| text.get(start..));
            from.is_some_and(|from| from.starts_with(word))
        };
        self.unless.iter().any(stands)
    }
}

/// Holds that a file has nothing but entries, and that what they call right holds the wrong form.
#[cfg(test)]
pub(super) fn hold(file: &'static str) {
    let written = file.lines().filter(|line| !line.starts_with('#')).count();
    let Entries { entries, .. } = Entries::read(file);
    assert_eq!(entries.len(), written);
    for Entry { wrong, right, unless, .. } in entries {
        assert_ne!(wrong, right);
        assert!(unless.iter().all(|word| word.contains(wrong)), "{wrong}");
    }
}
