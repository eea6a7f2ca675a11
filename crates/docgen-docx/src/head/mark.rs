//! A joint 发文机关标志 (7.2.4): the names in one frame, 文件 in another to its right.
//!
//! Both frames begin on the same height and end on the same, and together are as wide as the
//! type area, so that no text fits beside or between them. The names are distributed over
//! the width of the longest, so one that is edited stays as wide as the others.

use docgen_model::{Abs, HeadPlan, Indents, StackPlan};
use docgen_standard::{Align, HeadText, Profile, Role};

use super::{Fill, mark_runs};
use crate::field::Fields;
use crate::format::{ParaFormat, RunFormat, empty_paragraph, paragraph};
use crate::styles::HEAD_SPACE;
use crate::xml::Node;

/// The paragraphs of the mark; `fill` then stands below both frames.
pub(super) fn stacked(
    text: &HeadText,
    plan: &HeadPlan,
    stack: &StackPlan,
    profile: &Profile,
    fill: &mut Fill,
    fields: &mut Fields,
) -> Vec<Node> {
    fill.begin_frame();
    let (whole, width) = (fill.frame, profile.docx_width());
    let right = whole.part(stack.words_left, width - stack.words_left);
    let mut beside = Fill { frame: right, ..*fill };
    fill.frame = whole.part(Abs::ZERO, stack.words_left);
    let mut content = vec![];
    for (index, name) in text.stack.iter().enumerate() {
        let top = plan.mark_top + stack.pitch * index as i64;
        let format = fill.line(name_format(stack, profile), top, plan.mark_size);
        let name = mark_runs(name, plan, profile);
        let name = fields.numbered(&profile.fields.issuer, index + 1, name);
        content.push(paragraph(&format, name));
    }
    let words = ParaFormat { align: Align::Left, ..mark_format(profile) };
    let words = beside.line(words, plan.mark_top + stack.words_down, plan.mark_size);
    content.push(paragraph(&words, mark_runs(&text.mark, plan, profile)));
    content.push(rest(fill.filled - beside.filled, &beside, profile));
    fill.frame = whole;
    fill.begin_frame();
    content
}

fn mark_format(profile: &Profile) -> ParaFormat {
    ParaFormat::of_role(Role::IssuerMark, profile)
}

/// A name is distributed between its edges.
fn name_format(stack: &StackPlan, profile: &Profile) -> ParaFormat {
    let right = stack.words_left - stack.left - stack.width;
    let indents = Indents { first: stack.left, left: stack.left, right };
    ParaFormat { align: Align::Distribute, ..mark_format(profile).indented(indents) }
}

/// An empty line as high as what is left of a frame.
fn rest(height: Abs, fill: &Fill, profile: &Profile) -> Node {
    let rows = ParaFormat::rows(height);
    let format = ParaFormat { style: Some(HEAD_SPACE), frame: Some(fill.frame), ..rows };
    empty_paragraph(&format, &RunFormat::of_role(Role::Body, profile), [])
}
