//! 封面 and 目录, which stand before page 1.
//!
//! 封面 repeats the title and what the author says of issuer and date. 目录 names the headings
//! that stand alone; one that goes on in its text is left out, as a word processor that makes
//! the table anew would take the whole paragraph for it.

use docgen_model::{Document, Span, Text};

use super::{Para, title_para};
use crate::{Profile, Role};

/// The roles of the entries, by level.
const ENTRIES: [Role; 3] = [Role::Contents1, Role::Contents2, Role::Contents3];

impl Para {
    /// The level in 目录 of a heading, from 1: that of the title, which 目录 leaves out, is 0.
    fn entry_level(&self, profile: &Profile) -> Option<usize> {
        let level = self.outline(profile)?.checked_sub(1)?;
        (level > 0).then_some(usize::from(level))
    }

    /// Whether it is a heading that 目录 would name, but goes on in its text.
    pub fn is_left_out(&self, depth: u8, profile: &Profile) -> bool {
        let level = self.entry_level(profile);
        let asked = level.is_some_and(|level| level <= usize::from(depth));
        asked && self.lead < self.text.len()
    }
}

/// 封面, top to bottom; layout moves its last lines to the foot.
pub(super) fn cover(document: &Document, profile: &Profile) -> Vec<Para> {
    let Some(cover) = &document.cover else { return vec![] };
    let label = cover.label.as_ref().map(|text| Para::new(Role::Label, text.clone()));
    let above = u32::from(label.is_some());
    let mut title = Para { role: Role::CoverTitle, ..title_para(&document.title) };
    title.rows_before = profile.cover.title_row.saturating_sub(1 + above);
    let subtitle = super::meeting::subtitle(document);
    let lines = cover.issuers.iter().chain(&cover.date);
    let lines = lines.map(|text| Para::new(Role::CoverLine, text.clone()));
    label.into_iter().chain([title]).chain(subtitle).chain(lines).collect()
}

/// 目录: its title and an entry for each heading of the levels that it shows; nothing where
/// there is none.
pub(super) fn contents(
    document: &Document,
    flow: &[Para],
    profile: &Profile,
) -> Vec<Para> {
    let Some(depth) = profile.contents_depth(document) else { return vec![] };
    let roles = ENTRIES.get(..usize::from(depth)).unwrap_or(&ENTRIES);
    let entry = |(index, para): (usize, &Para)| {
        let level = para.entry_level(profile).filter(|_| para.lead == para.text.len())?;
        let role = *roles.get(level - 1)?;
        let entry = Para::new(role, para.text.clone());
        Some(Para { leads_to: Some(index), ..entry })
    };
    let mut entries: Vec<_> = flow.iter().enumerate().filter_map(entry).collect();
    let Some(first) = entries.first_mut() else { return vec![] };
    first.rows_before = profile.contents.entries_after;
    let place = document.contents.map_or(Span::default(), |contents| contents.span);
    let title = Para {
        rows_before: profile.contents.title_row.saturating_sub(1),
        page_break: document.cover.is_some(),
        keep_next: true,
        ..Para::new(Role::ContentsTitle, Text::new(&profile.contents.title, place))
    };
    entries.insert(0, title);
    entries
}
