//! The names in 《 》 of a text, those that hold others left out.

use crate::script::Passage;

/// A name between its marks.
#[derive(Clone, Copy)]
pub(super) struct Named<'s, 'a> {
    pub(super) passage: &'s Passage<'a>,
    /// Where its first mark stands.
    pub(super) start: usize,
    pub(super) name: &'s str,
}

impl<'s> Named<'s, '_> {
    /// Its bytes, marks included.
    pub(super) fn bytes(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.name.len() + 2 * '《'.len_utf8()
    }

    /// The name without 中华人民共和国 before it and brackets behind it, and whether it has the
    /// first.
    pub(super) fn bare(&self) -> (&'s str, bool) {
        let name = self.name.split('（').next().unwrap_or_default();
        let bare = name.strip_prefix(REPUBLIC).filter(|bare| !bare.is_empty());
        (bare.unwrap_or(name), bare.is_some())
    }
}

/// What the full names of laws begin with.
const REPUBLIC: &str = "中华人民共和国";

/// The names of a text, in order.
pub(super) fn titles<'s, 'a>(
    passage: &'s Passage<'a>,
) -> impl Iterator<Item = Named<'s, 'a>> {
    let text = passage.text.as_str();
    text.match_indices('《').filter_map(move |(start, mark)| {
        let rest = &text[start + mark.len()..];
        let name = &rest[..rest.find('》')?];
        (!name.contains(['《', '〈'])).then_some(Named { passage, start, name })
    })
}
