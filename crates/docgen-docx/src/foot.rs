//! Rows kept free at the foot of a page, so that its last lines go over to the page of the
//! 落款 (clause 7.3.5.5): an empty frame where they would stand.
//!
//! Text flows around it as around any frame, so nothing is forced: edited text runs on, and
//! the frame can be deleted. It hangs on a paragraph that begins on its page. Where none
//! does, since one paragraph covers the whole page, an invisible drawing inside that paragraph
//! takes the rows.

use docgen_model::{Abs, FootPlan};
use docgen_standard::{Profile, Role};

use crate::drawing::Rules;
use crate::format::{ParaFormat, RunFormat, empty_paragraph};
use crate::frame::Frame;
use crate::styles::BLANK_ROW;
use crate::xml::Node;

/// Top and height of the rows. They keep a tenth of a row away from the row above, so that no
/// rounding pushes that one too.
fn rows(plan: FootPlan, profile: &Profile) -> (Abs, Abs) {
    let pitch = profile.docx.pitch;
    let inset = pitch / 10;
    let above = pitch * (i64::from(profile.page.rows) - i64::from(plan.rows));
    let top = profile.docx.margin_top + above + inset;
    (top, pitch * i64::from(plan.rows) - inset * 2)
}

/// The drawing, for a run inside a paragraph.
pub(crate) fn drawing(plan: FootPlan, drawings: &mut Rules, profile: &Profile) -> Node {
    let (y, height) = rows(plan, profile);
    drawings.clearing(y, height, profile)
}

/// The empty frame.
pub(crate) fn frame(plan: FootPlan, profile: &Profile) -> Node {
    let (top, height) = rows(plan, profile);
    let format = ParaFormat {
        style: Some(BLANK_ROW),
        frame: Some(Frame::at(top, profile)),
        ..ParaFormat::rows(height)
    };
    empty_paragraph(&format, &RunFormat::of_role(Role::Body, profile), [])
}
