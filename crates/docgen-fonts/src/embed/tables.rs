//! The tables of a font file that a word processor takes: everything that Windows asks for.
//!
//! What describes the face (scripts, weight, proportions, licence) is taken over from the
//! bundled face; what depends on the glyphs is counted. Lines are one em high, whatever the face
//! says: the faces disagree, and a DOCX sets its lines exactly.

use skrifa::GlyphId;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use write_fonts::FontBuilder;
use write_fonts::from_obj::ToOwnedTable;
use write_fonts::tables::cmap::{
    Cmap, Cmap14, CmapSubtable, EncodingRecord, NonDefaultUvs, PlatformId, UvsMapping,
    VariationSelector,
};
use write_fonts::tables::glyf::GlyfLocaBuilder;
use write_fonts::tables::head::{Head, MacStyle};
use write_fonts::tables::hhea::Hhea;
use write_fonts::tables::hmtx::{Hmtx, LongMetric};
use write_fonts::tables::maxp::Maxp;
use write_fonts::tables::name::{Name, NameRecord};
use write_fonts::tables::os2::{Os2, SelectionFlags};
use write_fonts::tables::post::Post;
use write_fonts::types::{FWord, NameId, UfWord, Uint24, Version16Dot16};

use super::{Draft, EmbedError};
use crate::{Em, Face};

/// The top and the bottom of a line of one em, from the baseline.
const LINE: (Em, Em) = (Em(880_000), Em(-120_000));

/// The whole file.
pub(super) fn file(draft: &Draft, name: &str) -> Result<Vec<u8>, EmbedError> {
    let mut outlines = GlyfLocaBuilder::new();
    for drawn in &draft.glyphs {
        outlines.add_glyph(&drawn.outline)?;
    }
    let (glyf, loca, format) = outlines.build();
    let mut file = FontBuilder::new();
    file.add_table(&glyf)?
        .add_table(&loca)?
        .add_table(&head(draft, format as i16)?)?
        .add_table(&hhea(draft)?)?
        .add_table(&maxp(draft)?)?
        .add_table(&hmtx(draft))?
        .add_table(&cmap(draft)?)?
        .add_table(&os2(draft)?)?
        .add_table(&names(draft, name))?
        .add_table(&post(draft)?)?;
    Ok(file.build())
}

/// The box of all ink: left, bottom, right, top.
fn ink(draft: &Draft) -> [i16; 4] {
    let inked = draft.glyphs.iter().filter(|drawn| drawn.contours > 0);
    let all = inked.map(|drawn| drawn.ink).reduce(|a, b| a.union(b));
    let all = all.unwrap_or_default();
    [all.x0.floor(), all.y0.floor(), all.x1.ceil(), all.y1.ceil()].map(|at| at as i16)
}

/// The top and the bottom of a line, in units.
fn line(draft: &Draft) -> (i16, i16) {
    let units = |length| draft.units(length).round() as i16;
    (units(LINE.0), units(LINE.1))
}

fn head(draft: &Draft, loca: i16) -> Result<Head, EmbedError> {
    let tables = draft.first.tables().ok_or(EmbedError(draft.first.name()))?;
    let head: Head = tables.font.head()?.to_owned_table();
    let [x_min, y_min, x_max, y_max] = ink(draft);
    Ok(Head {
        units_per_em: draft.units,
        x_min,
        y_min,
        x_max,
        y_max,
        mac_style: MacStyle::empty(),
        index_to_loc_format: loca,
        ..head
    })
}

fn hhea(draft: &Draft) -> Result<Hhea, EmbedError> {
    let (top, bottom) = line(draft);
    let widest = draft.glyphs.iter().map(|drawn| drawn.advance).max().unwrap_or(0);
    let inked = || draft.glyphs.iter().filter(|drawn| drawn.contours > 0);
    let left = inked().map(|drawn| drawn.ink.x0 as i16).min().unwrap_or(0);
    let right = inked().map(|drawn| f64::from(drawn.advance) - drawn.ink.x1);
    let right = right.map(|right| right as i16).min().unwrap_or(0);
    Ok(Hhea {
        ascender: FWord::new(top),
        descender: FWord::new(bottom),
        line_gap: FWord::new(0),
        advance_width_max: UfWord::new(widest),
        min_left_side_bearing: FWord::new(left),
        min_right_side_bearing: FWord::new(right),
        x_max_extent: FWord::new(ink(draft)[2]),
        caret_slope_rise: 1,
        caret_slope_run: 0,
        caret_offset: 0,
        number_of_h_metrics: u16::try_from(draft.glyphs.len())?,
    })
}

fn maxp(draft: &Draft) -> Result<Maxp, EmbedError> {
    let most = |of: fn(&super::Drawn) -> usize| draft.glyphs.iter().map(of).max();
    let most = |of| u16::try_from(most(of).unwrap_or(0)).map(Some);
    Ok(Maxp {
        num_glyphs: u16::try_from(draft.glyphs.len())?,
        max_points: most(|drawn| drawn.points)?,
        max_contours: most(|drawn| drawn.contours)?,
        max_composite_points: Some(0),
        max_composite_contours: Some(0),
        max_zones: Some(1),
        max_twilight_points: Some(0),
        max_storage: Some(0),
        max_function_defs: Some(0),
        max_instruction_defs: Some(0),
        max_stack_elements: Some(0),
        max_size_of_instructions: Some(0),
        max_component_elements: Some(0),
        max_component_depth: Some(0),
    })
}

fn hmtx(draft: &Draft) -> Hmtx {
    let metric =
        |drawn: &super::Drawn| LongMetric::new(drawn.advance, drawn.ink.x0 as i16);
    Hmtx::new(draft.glyphs.iter().map(metric).collect(), vec![])
}

fn cmap(draft: &Draft) -> Result<Cmap, EmbedError> {
    let chars = draft.chars.iter().map(|(&c, &id)| (c, GlyphId::from(id)));
    let mut cmap = Cmap::from_mappings(chars)?;
    if !draft.variants.is_empty() {
        let record = EncodingRecord::new(PlatformId::Unicode, 5, variants(draft)?);
        // Behind the other tables of its platform.
        let unicode = |record: &EncodingRecord| record.platform_id == PlatformId::Unicode;
        let at = cmap.encoding_records.iter().take_while(|record| unicode(record));
        let at = at.count();
        cmap.encoding_records.insert(at, record);
    }
    Ok(cmap)
}

/// Which glyph a variation selector chooses.
fn variants(draft: &Draft) -> Result<CmapSubtable, EmbedError> {
    let mut selectors: Vec<(char, Vec<UvsMapping>)> = vec![];
    for (&(selector, c), &id) in &draft.variants {
        let mapping = UvsMapping::new(Uint24::new(c.into()), id);
        match selectors.last_mut().filter(|(last, _)| *last == selector) {
            Some((_, mappings)) => mappings.push(mapping),
            None => selectors.push((selector, vec![mapping])),
        }
    }
    let count = u32::try_from(selectors.len())?;
    // A header, a record a selector, and behind them a count and the mappings of each.
    let length = 10 + count * (11 + 4) + 5 * u32::try_from(draft.variants.len())?;
    let records = selectors.into_iter().map(|(selector, mappings)| {
        let count = u32::try_from(mappings.len())?;
        let forms = NonDefaultUvs::new(count, mappings);
        Ok(VariationSelector::new(Uint24::new(selector.into()), None, Some(forms)))
    });
    let records = records.collect::<Result<_, EmbedError>>()?;
    Ok(CmapSubtable::Format14(Cmap14::new(length, count, records)))
}

fn os2(draft: &Draft) -> Result<Os2, EmbedError> {
    let tables = draft.first.tables().ok_or(EmbedError(draft.first.name()))?;
    let os2: Os2 = tables.font.os2()?.to_owned_table();
    let code = |c: Option<&char>| {
        c.map_or(0, |&c| u16::try_from(u32::from(c)).unwrap_or(u16::MAX))
    };
    let ((top, bottom), [_, lowest, _, highest]) = (line(draft), ink(draft));
    Ok(Os2 {
        // The one weight of its family, whatever it looks like.
        us_weight_class: 400,
        fs_selection: SelectionFlags::REGULAR | SelectionFlags::USE_TYPO_METRICS,
        us_first_char_index: code(draft.chars.keys().next()),
        us_last_char_index: code(draft.chars.keys().next_back()),
        s_typo_ascender: top,
        s_typo_descender: bottom,
        s_typo_line_gap: 0,
        // Beyond them Windows may cut ink off.
        us_win_ascent: top.max(highest).unsigned_abs(),
        us_win_descent: bottom.min(lowest).unsigned_abs(),
        ..os2
    })
}

fn post(draft: &Draft) -> Result<Post, EmbedError> {
    let tables = draft.first.tables().ok_or(EmbedError(draft.first.name()))?;
    let post: Post = tables.font.post()?.to_owned_table();
    Ok(Post {
        version: Version16Dot16::VERSION_3_0,
        num_glyphs: None,
        glyph_name_index: None,
        string_data: None,
        ..post
    })
}

/// Its name, and of every face that gave a glyph what its licence asks to go with it.
fn names(draft: &Draft, name: &str) -> Name {
    let each = |id| {
        let mut all: Vec<String> = vec![];
        for text in draft.sources.iter().filter_map(|face| face.string(id)) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all.join("; ")
    };
    let source = |face: &Face| {
        let (family, version) = (face.family(), face.version());
        [family, version].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let sources: Vec<String> = draft.sources.iter().map(source).collect();
    let made = format!("Characters of one document, made from {}", sources.join("; "));
    let records = [
        (NameId::COPYRIGHT_NOTICE, each(StringId::COPYRIGHT_NOTICE)),
        (NameId::FAMILY_NAME, name.to_owned()),
        (NameId::SUBFAMILY_NAME, "Regular".to_owned()),
        (NameId::UNIQUE_ID, name.to_owned()),
        (NameId::FULL_NAME, name.to_owned()),
        (NameId::VERSION_STRING, "Version 1.0".to_owned()),
        (NameId::POSTSCRIPT_NAME, name.replace(' ', "")),
        (NameId::DESCRIPTION, made),
        (NameId::LICENSE_DESCRIPTION, each(StringId::LICENSE_DESCRIPTION)),
        (NameId::LICENSE_URL, each(StringId::LICENSE_URL)),
    ];
    // Windows, Unicode, American English.
    let record =
        |(id, text): (NameId, String)| NameRecord::new(3, 1, 0x409, id, text.into());
    Name::new(records.into_iter().map(record).collect())
}
