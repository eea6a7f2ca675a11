//! 版头 of a 信函 (10.1): a frame from the 发文机关标志, which stands above the type area, down to
//! the row of the title. The double rules are drawings.

use docgen_model::{Abs, HeadPlan, Indents};
use docgen_standard::{Align, HeadText, Profile, Role};

use super::{Fill, corner_runs, last_row, mark, number_runs};
use crate::DocxError;
use crate::field::Fields;
use crate::format::{ParaFormat, RunFormat, Tab, paragraph, tab_run};
use crate::frame::Frame;
use crate::line::tight_top;
use crate::xml::Node;

/// Its paragraphs: the mark, then 份号, 密级 and 紧急程度 at the left, one a line, and 发文字号 at the
/// right of the first line.
pub(super) fn content(
    text: &HeadText,
    plan: &HeadPlan,
    profile: &Profile,
    fields: &mut Fields,
) -> Result<Vec<Node>, DocxError> {
    let mark_top = tight_top(plan.mark_top, plan.mark_size);
    let top = plan.mongolian.map_or(mark_top, |above| above.top);
    let origin = Abs::twips(top.to_twips());
    let frame = Frame::at(origin, profile);
    let mut fill = Fill { origin, filled: Abs::ZERO, frame };
    let mut content = vec![mark(text, plan, profile, &mut fill, fields)];
    for line in 0..plan.lines {
        let corner = text.corner_in_turn();
        let role = corner.get(line as usize).map_or(Role::DocNumber, |(role, _)| *role);
        let em_top = plan.number_top + plan.number_pitch * i64::from(line);
        let format = ParaFormat {
            align: Align::Left,
            tabs: vec![Tab::Right(profile.docx_width())],
            ..ParaFormat::of_role(role, profile).indented(Indents::default())
        };
        let format = fill.line(format, em_top, profile.style(role).size);
        content.push(paragraph(&format, element_runs(line, text, profile, fields)));
    }
    content.push(last_row(plan, &fill, profile)?);
    Ok(content)
}

/// The element of one line, and on the first line the number behind a tab.
fn element_runs(
    line: u32,
    text: &HeadText,
    profile: &Profile,
    fields: &mut Fields,
) -> Vec<Node> {
    let mut runs = vec![];
    if let Some(&(role, element)) = text.corner_in_turn().get(line as usize) {
        runs.extend(corner_runs(role, element, profile, fields));
    }
    if let Some(number) = text.number.as_ref().filter(|_| line == 0) {
        runs.push(tab_run(&RunFormat::of_role(Role::DocNumber, profile)));
        runs.extend(number_runs(number, profile, fields));
    }
    runs
}
