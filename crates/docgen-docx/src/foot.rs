//! Rows kept free at the foot of a page, so that its last lines go over to the page of the
//! 落款 (clause 7.3.5.5): an empty frame where they would stand.
//!
//! Text flows around it as around any frame, so nothing is forced: edited text runs on, and
//! the frame can be deleted. It hangs on a paragraph that begins on its page.

use docgen_model::FootPlan;
use docgen_standard::{Profile, Role};

use crate::format::{ParaFormat, RunFormat, empty_paragraph};
use crate::frame::Frame;
use crate::styles::BLANK_ROW;
use crate::xml::Node;

/// The empty frame.
pub(crate) fn foot(plan: FootPlan, profile: &Profile) -> Node {
    let pitch = profile.docx.pitch;
    // A tenth of a row away from the row above, so that no rounding pushes that one too.
    let inset = pitch / 10;
    let above = pitch * (i64::from(profile.page.rows) - i64::from(plan.rows));
    let top = profile.docx.margin_top + above + inset;
    let format = ParaFormat {
        style: Some(BLANK_ROW),
        frame: Some(Frame::at(top, profile)),
        ..ParaFormat::rows(pitch * i64::from(plan.rows) - inset * 2)
    };
    empty_paragraph(&format, &RunFormat::of_role(Role::Body, profile), [])
}
