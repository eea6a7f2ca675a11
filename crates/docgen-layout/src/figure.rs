//! 图片: how large it is drawn, and how many whole rows it takes.
//!
//! As wide as asked, else by its pixels, but never wider than the type area nor higher than
//! a page leaves room above 图题. The rows are counted by the pitch of the DOCX, which is the
//! narrower, so that both outputs take as many.

use docgen_model::{
    Abs, Bilingual, Code, Diagnostic, Figure, FigurePlan, Image, Rect, Span,
};
use docgen_standard::{Grid, Profile};

use crate::Context;

/// A picture with its size.
#[derive(Debug, Clone)]
pub(crate) struct SetFigure<'a> {
    pub(crate) figure: &'a Figure,
    pub(crate) plan: FigurePlan,
}

impl SetFigure<'_> {
    /// Where it is drawn if its first row is `row`: in the middle of its rows and of the line.
    pub(crate) fn rect(&self, row: u32, grid: &Grid) -> Rect {
        let FigurePlan { width, height, rows } = self.plan;
        let (top, bottom) = grid.band(row, rows);
        let x = grid.body.x + (grid.body.width - width) / 2;
        Rect { x, y: top + (bottom - top - height) / 2, width, height }
    }
}

/// Finds the size of a picture; one that had to be made smaller than it should be is told.
pub(crate) fn set<'a>(figure: &'a Figure, context: &mut Context<'a>) -> SetFigure<'a> {
    let profile = context.profile;
    let wanted = match figure.width {
        Some(asked) => context.grid.length(asked),
        None => natural_width(&figure.image, profile).min(context.grid.body.width),
    };
    let rows = context.grid.rows.saturating_sub(caption_rows(figure, context)).max(1);
    let highest = profile.docx.pitch * i64::from(rows) - profile.figure.air;
    let widest = scaled(highest, figure.image.height, figure.image.width);
    let width = wanted.min(context.grid.body.width).min(profile.docx_width()).min(widest);
    let height = scaled(width, figure.image.width, figure.image.height);
    if width < wanted {
        context.diagnostics.push(made_smaller(figure.span, width, height));
    }
    let taken = (height + profile.figure.air).to_emu();
    let taken = taken.div_euclid(profile.docx.pitch.to_emu().max(1)) + 1;
    let rows = u32::try_from(taken).unwrap_or(rows).min(rows);
    SetFigure { figure, plan: FigurePlan { width, height, rows } }
}

/// `length` of a side of `from` pixels, for the other side of `to` pixels.
fn scaled(length: Abs, from: u32, to: u32) -> Abs {
    length.scale(i64::from(to), i64::from(from))
}

/// By its pixels at its own resolution.
fn natural_width(image: &Image, profile: &Profile) -> Abs {
    let dpi = image.dpi.unwrap_or(profile.figure.dpi);
    Abs::INCH.scale(i64::from(image.width), i64::from(dpi))
}

/// How many rows 图题 may take: its characters are no wider than a cell each.
fn caption_rows(figure: &Figure, context: &Context<'_>) -> u32 {
    let characters =
        figure.caption.as_ref().map_or(0, |text| text.as_str().chars().count());
    u32::try_from(characters).unwrap_or(u32::MAX).div_ceil(context.grid.columns)
}

fn made_smaller(span: Span, width: Abs, height: Abs) -> Diagnostic {
    let (width, height) = (width.to_mm(), height.to_mm());
    let message = Bilingual::new(
        format!("图片放不下，已缩小为 {width:.0} × {height:.0} 毫米"),
        format!("the picture was made smaller to fit: {width:.0} × {height:.0} mm"),
    );
    Diagnostic::note(Code::FigureScaled, span, message).hint(Bilingual::new(
        "图片不宽于版心，也不跨页；可自行指定较小的宽",
        "it keeps to the type area and to one page; ask for a smaller width",
    ))
}

#[cfg(test)]
mod tests;
