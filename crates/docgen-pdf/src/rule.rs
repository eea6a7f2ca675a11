//! Rules: stroked lines, so that a viewer draws equal rules equally thick.

use docgen_frame::Rule;
use docgen_model::Palette;
use krilla::geom::PathBuilder;
use krilla::num::NormalizedF32;
use krilla::paint::{LineCap, Stroke};
use krilla::surface::Surface;

use crate::PdfError;
use crate::convert::points;
use crate::text::color;

/// Draws a rule: exactly as long and as thick as the frame says.
pub(crate) fn draw(
    rule: &Rule,
    surface: &mut Surface<'_>,
    palette: Palette,
) -> Result<(), PdfError> {
    let (from, to) = (rule.from, rule.to());
    let mut path = PathBuilder::new();
    path.move_to(points(from.x), points(from.y));
    path.line_to(points(to.x), points(to.y));
    let path = path.finish().ok_or_else(|| PdfError::internal("a rule"))?;
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: color(rule.color, palette).into(),
        width: points(rule.thickness),
        line_cap: LineCap::Butt,
        opacity: NormalizedF32::ONE,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    Ok(())
}
