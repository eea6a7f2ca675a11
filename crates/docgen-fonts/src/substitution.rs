//! One glyph for another: the single substitutions of `GSUB`.
//!
//! No shaper is needed: Chinese text is set glyph by glyph, and the one feature that counts
//! here (`hwid`) replaces single glyphs in every face seen.

use skrifa::raw::tables::gsub::{Gsub, SingleSubst, SubstitutionSubtables};
use skrifa::raw::tables::layout::Feature;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, Tag};

/// What `feature` puts in the place of a glyph, whatever the script and the language.
pub(crate) fn single(
    font: &FontRef<'_>,
    feature: Tag,
    glyph: GlyphId,
) -> Option<GlyphId> {
    let gsub = font.gsub().ok()?;
    let list = gsub.feature_list().ok()?;
    list.feature_records()
        .iter()
        .filter(|record| record.feature_tag() == feature)
        .filter_map(|record| record.feature(list.offset_data()).ok())
        .find_map(|feature| by_feature(&gsub, &feature, glyph))
}

fn by_feature(gsub: &Gsub<'_>, feature: &Feature<'_>, glyph: GlyphId) -> Option<GlyphId> {
    let lookups = gsub.lookup_list().ok()?.lookups();
    feature
        .lookup_list_indices()
        .iter()
        .filter_map(|index| lookups.get(usize::from(index.get())).ok())
        .filter_map(|lookup| lookup.subtables().ok())
        .find_map(|subtables| match subtables {
            SubstitutionSubtables::Single(subtables) => subtables
                .iter()
                .filter_map(Result::ok)
                .find_map(|subtable| by_subtable(&subtable, glyph)),
            _ => None,
        })
}

fn by_subtable(subtable: &SingleSubst<'_>, glyph: GlyphId) -> Option<GlyphId> {
    match subtable {
        SingleSubst::Format1(table) => {
            table.coverage().ok()?.get(glyph)?;
            let id = i64::from(glyph.to_u32()) + i64::from(table.delta_glyph_id());
            Some(GlyphId::new(id.rem_euclid(1 << 16) as u32))
        }
        SingleSubst::Format2(table) => {
            let at = table.coverage().ok()?.get(glyph)?;
            let id = table.substitute_glyph_ids().get(usize::from(at))?;
            Some(GlyphId::from(id.get()))
        }
    }
}
