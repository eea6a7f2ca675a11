//! 版头 (7.2): 份号, 密级 and 紧急程度 are rows of the flow, 发文机关标志, 发文字号 and 签发人
//! are framed lines, the red rule is a drawing.
//!
//! Word pushes text of the flow away from a frame, even where it is told not to. So no row
//! may stand beside one: the rows that the head keeps free are a single empty row with the
//! height of all others as the space above it, and the title follows on the next.

use docgen_model::{Abs, Color, HeadPlan, Indents, Text};
use docgen_standard::{Align, HeadText, Profile, Role};

use crate::DocxError;
use crate::body::blank_row;
use crate::drawing::{Rule, Rules};
use crate::format::{
    ParaFormat, RunFormat, Tab, empty_paragraph, paragraph, tab_run, text_run, text_runs,
};
use crate::frame::{Frame, tight_line, tight_top};
use crate::styles::HEAD_SPACE;
use crate::xml::Node;

/// The paragraphs of the 版头.
pub(crate) fn head(
    text: &HeadText,
    plan: &HeadPlan,
    profile: &Profile,
    rules: &mut Rules,
) -> Result<Vec<Node>, DocxError> {
    let mut content = corner(text, profile);
    let used = content.len() as i64;
    let free = i64::from(plan.rows) - used;
    if free < 1 {
        return Err(DocxError::Decisions("no row is left for the 版头"));
    }
    content.push(mark(text, plan, profile));
    content.extend(number_lines(text, plan, profile));
    let rule = Rule {
        y: plan.rule_y,
        thickness: profile.head.rule_thickness,
        color: Color::Red,
        name: "版头分隔线",
    };
    content.push(space(free, profile, rules.run(rule, profile)));
    Ok(content)
}

/// 份号, 密级 and 紧急程度 on their rows; a row is left empty if a later one is not.
fn corner(text: &HeadText, profile: &Profile) -> Vec<Node> {
    let head = &profile.head;
    let items = [
        (head.copy_number_row, Role::CopyNumber, &text.copy_number),
        (head.secrecy_row, Role::Secrecy, &text.secrecy),
        (head.urgency_row, Role::Urgency, &text.urgency),
    ];
    let mut rows = vec![];
    for (row, role, item) in items {
        let Some(item) = item else { continue };
        while (rows.len() as u32) + 1 < row {
            rows.push(blank_row(profile, false, false));
        }
        let style = profile.style(role);
        let run = RunFormat::of_style(style);
        let format = ParaFormat::of_role(role, profile);
        rows.push(paragraph(&format, text_runs(item, item.len(), style, run, &[])));
    }
    rows
}

fn mark(text: &HeadText, plan: &HeadPlan, profile: &Profile) -> Node {
    let style = profile.style(Role::IssuerMark);
    let run = RunFormat { size: plan.mark_size, ..RunFormat::of_style(style) };
    let format = ParaFormat::of_role(Role::IssuerMark, profile);
    let format = framed(format, plan.mark_top, plan.mark_size, profile);
    paragraph(&format, text_runs(&text.mark, text.mark.len(), style, run, &[]))
}

/// A single line whose em box begins at `em_top` of the page.
fn framed(format: ParaFormat, em_top: Abs, size: Abs, profile: &Profile) -> ParaFormat {
    let frame = Frame::at(tight_top(em_top, size), profile);
    ParaFormat { frame: Some(frame), line: tight_line(size), ..format }
}

/// The lines of 发文字号 and 签发人, each in a frame of its own.
fn number_lines(text: &HeadText, plan: &HeadPlan, profile: &Profile) -> Vec<Node> {
    let size = profile.style(Role::DocNumber).size;
    let columns = Columns::of(text, profile);
    let last = text.lines().saturating_sub(1);
    let line = |index: u32| {
        let names = text.signers.get(index as usize).map_or(&[][..], Vec::as_slice);
        let number = text.number.as_ref().filter(|_| index == last);
        let role = if number.is_some() { Role::DocNumber } else { Role::Signer };
        let format = ParaFormat::of_role(role, profile);
        let top = plan.number_top + plan.number_pitch * i64::from(index);
        let format = framed(format, top, size, profile);
        match (names, number) {
            ([], None) => None,
            ([], Some(number)) => Some(paragraph(&format, number_runs(number, profile))),
            (names, number) => {
                let format = columns.format(format, index == 0);
                let content = signer_runs(names, number, index == 0, profile);
                Some(paragraph(&format, content))
            }
        }
    };
    (0..text.lines()).filter_map(line).collect()
}

fn number_runs(number: &Text, profile: &Profile) -> Vec<Node> {
    let style = profile.style(Role::DocNumber);
    text_runs(number, number.len(), style, RunFormat::of_style(style), &[])
}

/// The number if it is on this line, then the names, each behind a tab; the label stands
/// before the first name of the first line.
fn signer_runs(
    names: &[Text],
    number: Option<&Text>,
    labelled: bool,
    profile: &Profile,
) -> Vec<Node> {
    let style = profile.style(Role::Signer);
    let label = RunFormat::of_style(style);
    let mut content = number.map_or(vec![], |number| number_runs(number, profile));
    for (index, name) in names.iter().enumerate() {
        content.push(tab_run(&label));
        if labelled && index == 0 {
            content.push(text_run(&label, HeadText::SIGNER_LABEL));
        }
        content.extend(text_runs(name, 0, style, label, &[]));
    }
    content
}

/// Where 签发人 and its names begin: as wide as the longest name of each column, one 字
/// between them, the last ending one 字 from the right edge.
struct Columns {
    label: Abs,
    names: Vec<Abs>,
    number: Abs,
}

impl Columns {
    fn of(text: &HeadText, profile: &Profile) -> Self {
        let size = profile.style(Role::Signer).size;
        let count = text.signers.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let names = text.signers.iter().filter_map(|line| line.get(column));
            names.fold(Abs::ZERO, |most, name| most.max(width(name.as_str(), size)))
        };
        let mut at = profile.page.body_width - profile.head.signer_indent.chars(size);
        let mut names = vec![];
        for column in (0..count).rev() {
            at -= widest(column);
            names.insert(0, at);
            at -= size;
        }
        let first = names.first().copied().unwrap_or(at);
        let label = first - width(HeadText::SIGNER_LABEL, size);
        Self { label, names, number: profile.head.number_indent.chars(size) }
    }

    fn format(&self, format: ParaFormat, labelled: bool) -> ParaFormat {
        let skip = usize::from(labelled);
        let first = labelled.then_some(self.label);
        let stops = first.into_iter().chain(self.names.iter().skip(skip).copied());
        let indents = Indents { first: self.number, left: self.number, right: Abs::ZERO };
        let tabs = stops.map(Tab::Left).collect();
        ParaFormat { tabs, align: Align::Left, ..format.indented(indents) }
    }
}

/// The width of a text whose ASCII is half as wide as its type.
pub(crate) fn width(text: &str, size: Abs) -> Abs {
    text.chars().map(|c| if c.is_ascii() { size / 2 } else { size }).sum()
}

/// The row that keeps `rows` rows free and carries the red rule.
fn space(rows: i64, profile: &Profile, rule: Node) -> Node {
    let pitch = profile.docx.pitch;
    let format = ParaFormat {
        style: Some(HEAD_SPACE),
        before: pitch * (rows - 1),
        ..ParaFormat::rows(pitch)
    };
    empty_paragraph(&format, &RunFormat::of_style(profile.style(Role::Body)), [rule])
}
