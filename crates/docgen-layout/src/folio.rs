//! 页码 (clause 7.5): half-width 四号 digits between one-em rules, 7 mm below the type area, one 字
//! from the outer edge; or as a house has them.

use docgen_fonts::{Em, Glyph, Width};
use docgen_frame::{Line, Turn};
use docgen_model::{Abs, Point, Span};
use docgen_standard::{NumberPosition, Role};

use crate::Context;
use crate::inline::set::Runs;

/// Height of the one-em rule above the baseline: where the faces draw it.
const DASH_HEIGHT: Em = Em(360_000);

/// The page number of a page, from 1: right on odd pages, left on even ones.
pub(crate) fn folio(number: u32, context: &Context<'_>) -> Line {
    let style = context.profile.style(Role::PageNumber);
    let spec = &context.profile.page_number;
    let glyphs = glyphs(number, context);
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
    for (c, glyph, advance) in &glyphs {
        runs.push(
            c.encode_utf8(&mut [0; 4]),
            glyph,
            *advance,
            Abs::ZERO,
            Span::default(),
        );
    }
    Line { row: None, turn: Turn::Upright, runs: runs.done }
}

/// The characters with their glyphs and advances. Blanks are half an em.
fn glyphs(number: u32, context: &Context<'_>) -> Vec<(char, Glyph, Abs)> {
    let style = context.profile.style(Role::PageNumber);
    let set = |c: char| {
        let width = if c == '—' { Width::Natural } else { Width::Half };
        let glyph = context.book.glyph(style.font, c, width)?;
        let advance = if c == ' ' { Em::HALF } else { glyph.advance };
        Some((c, glyph, advance.at(style.size)))
    };
    let (before, after) = context.profile.page_number.around();
    format!("{before}{number}{after}").chars().filter_map(set).collect()
}
