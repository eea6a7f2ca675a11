//! The Mongolian of a bilingual 发文机关标志 (7.2.4): text boxes side by side above the Chinese, one a
//! column.
//!
//! One box of several columns would do in Word (`mongolianVert`), but LibreOffice sets its
//! columns from right to left; a box of one column has no such order. It reaches down to the
//! mark and beyond, since other faces set longer words; its empty part covers nothing.

use docgen_model::{Abs, FontRole, MongolianPlan, Rect};
use docgen_standard::{Align, HeadText, Profile, Role};

use crate::drawing::Rules;
use crate::format::{ParaFormat, RunFormat, paragraph, text_run};
use crate::textbox;
use crate::xml::Node;

/// The runs with the boxes.
pub(super) fn runs(
    text: &HeadText,
    plan: &MongolianPlan,
    profile: &Profile,
    rules: &mut Rules,
) -> Vec<Node> {
    let format = ParaFormat { align: Align::Left, ..ParaFormat::rows(plan.pitch) };
    let run = RunFormat {
        latin: FontRole::Mongolian,
        han: FontRole::Mongolian,
        size: plan.size,
        tracking: Abs::ZERO,
        ..RunFormat::of_role(Role::IssuerMark, profile)
    };
    let mut boxes = vec![];
    for (index, word) in text.mongolian.iter().enumerate() {
        let place = Rect {
            x: plan.left + plan.pitch * index as i64,
            y: plan.top,
            width: plan.pitch,
            height: plan.height + plan.size,
        };
        let column = paragraph(&format, [text_run(&run, word.as_str())]);
        boxes.push(textbox::turned(place, column, rules.number(), "蒙文标志"));
    }
    boxes
}
