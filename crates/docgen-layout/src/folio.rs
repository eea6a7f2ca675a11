//! 页码 (clause 7.5): half-width 四号 digits between one-em rules, 7 mm below the type area, one 字
//! from the outer edge; or as a house has them.

use docgen_fonts::{Em, Face, Width};
use docgen_frame::{Line, Turn};
use docgen_model::{Abs, Point, Span};
use docgen_standard::{NumberPosition, Role};

use crate::Context;
use crate::inline::prepare::Drawn;
use crate::inline::set::Runs;

/// Height of the one-em rule above the baseline: where the faces draw it.
const DASH_HEIGHT: Em = Em(360_000);

/// The page number of a page, from 1: right on odd pages, left on even ones.
pub(crate) fn folio(number: u32, context: &Context<'_>) -> Line {
    let style = context.profile.style(Role::PageNumber);
    let spec = &context.profile.page_number;
    let (glyphs, faces) = glyphs(number, context);
    let width: Abs = glyphs.iter().map(|(_, _, advance)| *advance).sum();
    let body = context.grid.body;
    let indent = spec.indent.chars(style.size);
    let x = match (spec.position, number % 2) {
        (NumberPosition::Centre, _) => body.x + (body.width - width) / 2,
        (NumberPosition::Outside, 1) => body.right() - indent - width,
        (NumberPosition::Outside, _) => body.x + indent,
    };
    let y = body.bottom() + spec.below_body + DASH_HEIGHT.at(style.size);
    let mut runs = Runs::new(style.size, style.color, Point { x, y });
    for alike in glyphs.chunk_by(|(_, a, _), (_, b, _)| a.face == b.face) {
        let bytes = alike.iter().map(|(c, ..)| c.len_utf8()).sum();
        runs.begin(&faces[usize::from(alike[0].1.face)], alike.len(), bytes);
        for &(c, glyph, advance) in alike {
            runs.push(&c.to_string(), glyph, advance, Abs::ZERO, Span::default());
        }
    }
    Line { row: None, turn: Turn::Upright, runs: runs.done }
}

/// The characters with their glyphs and advances, and the faces of these. Blanks are half an em.
fn glyphs(number: u32, context: &Context<'_>) -> (Vec<(char, Drawn, Abs)>, Vec<Face>) {
    let style = context.profile.style(Role::PageNumber);
    let mut faces = vec![];
    let set = |c: char| {
        let width = if c == '—' { Width::Natural } else { Width::Half };
        let glyph = context.book.glyph(style.font, c, width)?;
        let advance = if c == ' ' { Em::HALF } else { glyph.advance };
        Some((c, Drawn::of(&glyph, &mut faces), advance.at(style.size)))
    };
    let (before, after) = context.profile.page_number.around();
    let glyphs = format!("{before}{number}{after}").chars().filter_map(set).collect();
    (glyphs, faces)
}
