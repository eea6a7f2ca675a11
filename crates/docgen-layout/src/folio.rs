//! 页码 (clause 7.5): half-width 四号 digits between one-em rules, 7 mm below the type area, one 字
//! from the outer edge.

use docgen_fonts::{Em, Width};
use docgen_frame::{Glyph, GlyphRun, Line};
use docgen_model::{Abs, Point, Span};
use docgen_standard::Role;

use crate::Context;

/// Height of the one-em rule above the baseline: where the faces draw it.
const DASH_HEIGHT: Em = Em(360_000);

/// The page number of a page, from 1: right on odd pages, left on even ones.
pub(crate) fn folio(number: u32, context: &Context<'_>) -> Line {
    let style = context.profile.style(Role::PageNumber);
    let spec = &context.profile.page_number;
    let text = format!("— {number} —");
    let mut runs = runs(&text, context);
    let width: Abs = runs.iter().map(GlyphRun::width).sum();
    let body = context.grid.body;
    let indent = spec.indent.chars(style.size);
    let mut x = match number % 2 {
        1 => body.right() - indent - width,
        _ => body.x + indent,
    };
    let y = body.bottom() + spec.below_body + DASH_HEIGHT.at(style.size);
    for run in &mut runs {
        run.origin = Point { x, y };
        x += run.width();
    }
    Line { row: None, runs }
}

/// The characters in runs of one face, not yet placed. Blanks are half an em.
fn runs(text: &str, context: &Context<'_>) -> Vec<GlyphRun> {
    let style = context.profile.style(Role::PageNumber);
    let mut runs: Vec<GlyphRun> = vec![];
    for c in text.chars() {
        let width = if c == '—' { Width::Natural } else { Width::Half };
        let Some(glyph) = context.book.glyph(style.font, c, width) else { continue };
        let advance = if c == ' ' { Em::HALF } else { glyph.advance };
        if runs.last().is_none_or(|run| run.face.index() != glyph.face.index()) {
            runs.push(GlyphRun {
                face: glyph.face.clone(),
                size: style.size,
                color: style.color,
                origin: Point::default(),
                text: String::new(),
                glyphs: vec![],
            });
        }
        if let Some(run) = runs.last_mut() {
            let start = run.text.len();
            run.text.push(c);
            run.glyphs.push(Glyph {
                id: glyph.id,
                advance: advance.at(style.size),
                dx: glyph.dx.at(style.size),
                dy: glyph.dy.at(style.size),
                text: start..run.text.len(),
                span: Span::default(),
            });
        }
    }
    runs
}
