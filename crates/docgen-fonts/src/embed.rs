//! A font file for a DOCX: the characters of one document, set as the pages set them.
//!
//! A word processor knows nothing of [`crate::form`] or of fallback: it takes a character's glyph
//! and width from the face that a run names. So the file is made, not cut out: each character
//! gets the glyph, the place and the width that the book answers for its class, from
//! whichever face has it. It needs no substitutions, and lines are as wide as those of the pages.
//!
//! 1. Ask the book for each cluster; draw the outline where it stands in its box.
//! 2. Number the outlines, map characters to them, variants behind their selectors.
//! 3. Put the tables around them ([`tables`]), named as what they were made of.
//!
//! Only faces that ship with docgen are used: their licences allow it, and a test reads it from
//! their `fsType`.

mod tables;

use std::collections::{BTreeMap, BTreeSet};

use docgen_model::{FontRole, extends, selects_variant};
use kurbo::{BezPath, Rect, Shape};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{GlyphId, MetadataProvider};
use unicode_normalization::char::compose;
use write_fonts::tables::glyf;

use crate::{Em, Face, FontBook, Glyph, Width};

/// Why a font file could not be made: a fault of a face or of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedError(pub String);

impl<E: std::error::Error> From<E> for EmbedError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl std::fmt::Display for EmbedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an embedded face of a class is called: as the bundled face that it is made of, and
/// "docgen", so that nobody takes it for the face itself, whose quotes are narrow. The
/// name of 西文 may not hold that of its source, which its licence reserves for the unchanged one.
/// Windows takes 31 characters, of which a document's own mark takes five.
pub const fn embedded_family(role: FontRole) -> &'static str {
    match role {
        FontRole::FangSong => "Zhuque Fangsong docgen",
        FontRole::KaiTi => "LXGW WenKai GB Lite docgen",
        FontRole::HeiTi => "Noto Sans SC Medium docgen",
        FontRole::XiaoBiaoSong => "Noto Serif SC Bold docgen",
        FontRole::SongTi => "Noto Serif SC docgen",
        FontRole::Latin => "Latin Serif docgen",
        // Embedded whole, under its own name.
        FontRole::Mongolian => "Noto Sans Mongolian",
    }
}

impl FontBook {
    /// A font file with the characters of the clusters ([`crate::clusters`]) as a class sets
    /// them, under the given name; none if no bundled face has any of them.
    ///
    /// # Errors
    /// [`EmbedError`], if a face is damaged.
    pub fn embed(
        &self,
        role: FontRole,
        name: &str,
        clusters: &BTreeSet<String>,
    ) -> Result<Option<Vec<u8>>, EmbedError> {
        let mut draft = Draft::new(self.face(role))?;
        for cluster in clusters {
            if let Some(glyph) = self.cluster(role, cluster, Width::Natural)
                && glyph.face.origin().is_none()
            {
                draft.add(cluster, &glyph)?;
            }
        }
        match draft.chars.is_empty() {
            true => Ok(None),
            false => tables::file(&draft, name).map(Some),
        }
    }

    /// The bundled face of Mongolian, which must be shaped: its file as it is.
    pub fn mongolian_file(&self) -> Option<Vec<u8>> {
        let faces = self.faces().iter().filter(|face| face.origin().is_none());
        let face = { faces }.find(|face| face.role() == FontRole::Mongolian)?;
        Some((*face.data()).as_ref().to_vec())
    }
}

/// The glyphs of a font file, and what leads to them.
struct Draft {
    /// The face whose size of the em, proportions and description the file takes over.
    first: Face,
    /// Units of the em.
    units: u16,
    /// Every face that gave a glyph, in the order of their first one.
    sources: Vec<Face>,
    /// By their numbers; the first stands for what is missing.
    glyphs: Vec<Drawn>,
    chars: BTreeMap<char, u16>,
    /// By selector and character.
    variants: BTreeMap<(char, char), u16>,
}

/// An outline in its box.
struct Drawn {
    outline: glyf::Glyph,
    points: usize,
    contours: usize,
    advance: u16,
    ink: Rect,
}

impl Draft {
    fn new(first: &Face) -> Result<Self, EmbedError> {
        let tables = first.tables().ok_or(EmbedError(first.name()))?;
        let units = tables.font.head()?.units_per_em();
        let mut draft = Self {
            first: first.clone(),
            units,
            sources: vec![],
            glyphs: vec![],
            chars: BTreeMap::new(),
            variants: BTreeMap::new(),
        };
        let missing = Glyph {
            face: first.clone(),
            id: 0,
            advance: tables.advance(GlyphId::NOTDEF),
            dx: Em::ZERO,
            dy: Em::ZERO,
            fallback: false,
            plain: false,
        };
        let missing = draft.drawn(&missing)?;
        draft.glyphs.push(missing);
        Ok(draft)
    }

    fn add(&mut self, cluster: &str, glyph: &Glyph) -> Result<(), EmbedError> {
        let mut chars = cluster.chars();
        let Some(base) = chars.next() else { return Ok(()) };
        let (selectors, marks): (Vec<_>, Vec<_>) =
            chars.filter(|&c| extends(c)).partition(|&c| selects_variant(c));
        let composed = marks.into_iter().try_fold(base, compose).unwrap_or(base);
        // A selector that chooses nothing leaves the character as it is.
        let variant = selectors.first().filter(|_| !glyph.plain);
        let known = match variant {
            Some(&selector) => self.variants.contains_key(&(selector, composed)),
            None => self.chars.contains_key(&composed),
        };
        if known {
            return Ok(());
        }
        let id = u16::try_from(self.glyphs.len())?;
        let drawn = self.drawn(glyph)?;
        self.glyphs.push(drawn);
        if !self.sources.iter().any(|face| face.index() == glyph.face.index()) {
            self.sources.push(glyph.face.clone());
        }
        match variant {
            Some(&selector) => {
                self.variants.insert((selector, composed), id);
                // What knows no selectors shows the character in that form.
                self.chars.entry(composed).or_insert(id);
            }
            None => drop(self.chars.insert(composed, id)),
        }
        Ok(())
    }

    /// A length in units of the file.
    fn units(&self, length: Em) -> f64 {
        f64::from(length.0) * f64::from(self.units) / f64::from(Em::ONE.0)
    }

    fn drawn(&self, glyph: &Glyph) -> Result<Drawn, EmbedError> {
        let tables = glyph.face.tables().ok_or(EmbedError(glyph.face.name()))?;
        let mut pen = Pen {
            path: BezPath::new(),
            dx: self.units(glyph.dx),
            dy: self.units(glyph.dy),
        };
        let size = match tables.font.head()?.units_per_em() == self.units {
            true => Size::unscaled(),
            false => Size::new(f32::from(self.units)),
        };
        if let Some(outline) = tables.font.outline_glyphs().get(GlyphId::from(glyph.id)) {
            let settings = DrawSettings::unhinted(size, LocationRef::default());
            outline.draw(settings, &mut pen)?;
        }
        let advance = self.units(glyph.advance).round() as u16;
        let ink = pen.path.bounding_box();
        if pen.path.elements().is_empty() {
            let outline = glyf::Glyph::Empty;
            return Ok(Drawn {
                outline,
                points: 0,
                contours: 0,
                advance,
                ink: Rect::ZERO,
            });
        }
        let simple = glyf::SimpleGlyph::from_bezpath(&pen.path)
            .map_err(|why| EmbedError(format!("{why:?}")))?;
        let points = simple.contours.iter().map(glyf::Contour::len).sum();
        let contours = simple.contours.len();
        Ok(Drawn { outline: glyf::Glyph::Simple(simple), points, contours, advance, ink })
    }
}

/// Takes an outline to its place.
struct Pen {
    path: BezPath,
    dx: f64,
    dy: f64,
}

impl Pen {
    /// On whole units, where the file has its points: what is drawn is what is measured.
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        ((f64::from(x) + self.dx).round(), (f64::from(y) + self.dy).round())
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.at(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.at(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(self.at(cx0, cy0), self.at(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

#[cfg(test)]
mod tests;
