//! Lines of text: runs of glyphs, each with the characters that it stands for.
//!
//! krilla writes the characters of each glyph to the font's `ToUnicode` map, and where one
//! glyph stands for different characters in different places, as `ActualText`.

use std::collections::BTreeMap;
use std::num::NonZeroU64;
use std::sync::Arc;

use docgen_fonts::{Face, FaceData};
use docgen_frame::{Glyph, GlyphRun, Line, Turn};
use docgen_model::{Abs, Abs32, Color, Palette, Span};
use krilla::color::rgb;
use krilla::geom::{Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::Fill;
use krilla::surface::{Location, Surface};
use krilla::text::{Font, FontProgram, GlyphId, KrillaGlyph, Subsetter};

use crate::PdfError;
use crate::convert::points;

/// The fonts of a document: one for each face, made when it is first used.
#[derive(Default)]
pub(crate) struct Fonts(BTreeMap<usize, Font>);

impl Fonts {
    fn of(&mut self, face: &Face) -> Result<Font, PdfError> {
        if let Some(font) = self.0.get(&face.index()) {
            return Ok(font.clone());
        }
        let font =
            font(face).ok_or_else(|| PdfError::internal("a face that is no font"))?;
        self.0.insert(face.index(), font.clone());
        Ok(font)
    }
}

/// A face as krilla takes it, with its frozen glyphs, if it has any.
fn font(face: &Face) -> Option<Font> {
    let (data, index) = (face.data(), face.collection_index());
    match face.frozen() {
        Some(frozen) => {
            let subsetter = Arc::new(Thaw { data: Arc::clone(&data), frozen });
            Font::new_with_subsetter(data.into(), index, subsetter)
        }
        None => Font::new(data.into(), index),
    }
}

/// What makes the programs of a frozen face.
struct Thaw {
    data: FaceData,
    frozen: &'static [u8],
}

impl Subsetter for Thaw {
    fn subset(&self, glyphs: &[u16]) -> Option<FontProgram> {
        let face: &[u8] = self.data.as_ref().as_ref();
        let program = docgen_frozen::thaw(self.frozen, face, glyphs)?;
        let [left, bottom, right, top] = program.bounds.unwrap_or_default();
        Some(FontProgram {
            deflated: program.deflated,
            num_glyphs: u32::from(program.glyphs),
            bbox: program.bounds.and(Rect::from_ltrb(left, bottom, right, top)),
        })
    }
}

/// Draws a line.
pub(crate) fn draw(
    line: &Line,
    surface: &mut Surface<'_>,
    fonts: &mut Fonts,
    palette: Palette,
) -> Result<(), PdfError> {
    for run in &line.runs {
        let font = fonts.of(&run.face)?;
        let glyphs = run
            .glyphs
            .iter()
            .map(|glyph| convert(glyph, run))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| PdfError::internal("a run of glyphs"))?;
        let (x, y) = (points(run.origin.x), points(run.origin.y));
        let turned = turned(line.turn, x, y);
        let start = match turned {
            Some(_) => Point::from_xy(0.0, 0.0),
            None => Point::from_xy(x, y),
        };
        surface.set_stroke(None);
        surface.set_fill(Some(fill(run.color, palette)));
        turned.iter().for_each(|turned| surface.push_transform(turned));
        surface.draw_glyphs(start, &glyphs, font, &run.text, points(run.size), false);
        turned.iter().for_each(|_| surface.pop());
    }
    Ok(())
}

/// The turn of a line about the origin of a run, which it moves there.
fn turned(turn: Turn, x: f32, y: f32) -> Option<Transform> {
    match turn {
        Turn::Upright => None,
        Turn::Left => Some(Transform::from_row(0.0, -1.0, 1.0, 0.0, x, y)),
        Turn::Right => Some(Transform::from_row(0.0, 1.0, -1.0, 0.0, x, y)),
    }
}

/// A colour of the sheet as sRGB.
pub(crate) fn color(color: Color, palette: Palette) -> rgb::Color {
    let [red, green, blue] = palette.rgb(color);
    rgb::Color::new(red, green, blue)
}

fn fill(ink: Color, palette: Palette) -> Fill {
    Fill {
        paint: color(ink, palette).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}

/// A glyph in krilla's measure, fractions of the type size; `None` if the run has no size
/// or its text does not hold the characters of the glyph.
fn convert(glyph: &Glyph, run: &GlyphRun) -> Option<KrillaGlyph> {
    run.characters(glyph)?;
    if run.size <= Abs::ZERO {
        return None;
    }
    let size = run.size.to_emu() as f64;
    let em = |length: Abs32| (Abs::from(length).to_emu() as f64 / size) as f32;
    Some(KrillaGlyph {
        glyph_id: GlyphId::new(u32::from(glyph.id)),
        text_range: glyph.bytes(),
        x_advance: em(glyph.advance),
        x_offset: em(glyph.dx),
        y_offset: em(glyph.dy),
        y_advance: 0.0,
        location: Some(location(glyph.span)),
    })
}

/// A place in the source as the number that krilla hands back with an error.
pub(crate) fn location(span: Span) -> Location {
    let packed = u64::from(span.end) << 32 | u64::from(span.start);
    NonZeroU64::MIN.saturating_add(packed)
}

/// The place that [`location`] packed.
pub(crate) fn span(location: Location) -> Span {
    let packed = location.get() - 1;
    Span::new(packed as u32, (packed >> 32) as u32)
}
