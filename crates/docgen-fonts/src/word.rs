//! Words whose letters take their forms from each other: Mongolian, shaped by the rules of
//! `HarfBuzz`.
//!
//! The controls between letters (free variation selectors, the vowel separator, the narrow
//! blank of suffixes) choose forms and draw nothing. They keep a place among the glyphs, or
//! share that of the letter before them, so that a word that is read back has them all.

use std::ops::Range;

use docgen_model::FontRole;
use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer, script};
use skrifa::GlyphId;

use crate::face::Tables;
use crate::{Em, Face, FontBook};

/// A shaped word.
#[derive(Debug, Clone)]
pub struct Word {
    /// The face of all its glyphs.
    pub face: Face,
    /// In the order of the text; those of one character follow each other.
    pub glyphs: Vec<WordGlyph>,
    /// The lowest of its ink, from the baseline upwards.
    pub bottom: Em,
    /// The highest of its ink.
    pub top: Em,
}

/// A glyph of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordGlyph {
    /// Its index in the face.
    pub id: u16,
    /// To the origin of the next.
    pub advance: Em,
    /// Where it is drawn, from its origin, along the line.
    pub dx: Em,
    /// Where it is drawn, from its origin, upwards.
    pub dy: Em,
    /// Its characters: bytes of the word.
    pub text: Range<usize>,
}

impl FontBook {
    /// A Mongolian word in the first face that has all of it: one that is known for
    /// Mongolian, or a spare one.
    pub fn mongolian(&self, text: &str) -> Option<Word> {
        let known = |face: &&Face| face.role() == FontRole::Mongolian || face.is_spare();
        self.faces().iter().filter(known).find_map(|face| shape(face, text))
    }
}

/// Shapes a word; `None` if the face lacks a character of it.
fn shape(face: &Face, text: &str) -> Option<Word> {
    let tables = face.tables()?;
    let data = ShaperData::new(&tables.font);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::MONGOLIAN);
    let shaper = data.shaper(&tables.font).build();
    let shaped = shaper.shape(buffer, ShapeOptions::new());
    let starts: Vec<usize> =
        shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut glyphs = vec![];
    for (index, info) in shaped.glyph_infos().iter().enumerate() {
        let position = shaped.glyph_positions().get(index)?;
        let start = starts[index];
        let end = starts.iter().copied().find(|&next| next > start).unwrap_or(text.len());
        let em = |units: i32| tables.em(units as f32);
        glyphs.push(WordGlyph {
            id: u16::try_from(info.glyph_id).ok().filter(|&id| id != 0)?,
            advance: em(position.x_advance),
            dx: em(position.x_offset),
            dy: em(position.y_offset),
            text: start..end,
        });
    }
    let (bottom, top) = ink(&glyphs, &tables);
    Some(Word { face: face.clone(), glyphs, bottom, top })
}

/// How far the ink reaches down and up.
fn ink(glyphs: &[WordGlyph], tables: &Tables<'_>) -> (Em, Em) {
    let boxes = glyphs.iter().filter_map(|glyph| {
        let ink =
            tables.ink(GlyphId::from(glyph.id)).filter(|ink| ink.left < ink.right)?;
        Some((Em(ink.bottom.0 + glyph.dy.0), Em(ink.top.0 + glyph.dy.0)))
    });
    let joined = boxes.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    joined.unwrap_or((Em::ZERO, Em::ZERO))
}
