//! 版头 (7.2): one frame at the top of the type area, with 份号, 密级 and 紧急程度 on its first
//! rows, 发文机关标志 and the lines of 发文字号 and 签发人 in tight lines below.
//!
//! 1. All paragraphs of the head carry the same `w:framePr`, so they form one frame, anchored
//!    to the page and as wide as the type area.
//! 2. The space above each line brings it to its place; the last row, which is empty, fills
//!    the frame up to whole rows.
//! 3. No text fits beside or above the frame, so the title begins right below it: on the row
//!    that layout chose. Word and LibreOffice agree on that; they do not on frames that the
//!    flow should ignore (MS-OI29500 2.1.563).
//! 4. The red rules are drawings, placed from the page, and hang on the title.
//!
//! That of a 信函 has a module of its own: its frame begins above the type area.

use docgen_model::{Abs, Format, HeadPlan, Indents, RulePlan, Text};
use docgen_standard::{Align, HeadText, Profile, Role};

use crate::DocxError;
use crate::drawing::{Rule, Rules};
use crate::field::Fields;
use crate::format::{
    ParaFormat, RunFormat, Tab, empty_paragraph, paragraph, tab_run, text_run, text_runs,
};
use crate::frame::Frame;
use crate::line::{tight_line, tight_top};
use crate::styles::{BLANK_ROW, HEAD_SPACE};
use crate::xml::Node;

mod letter;
mod mark;
mod mongolian;

/// The 版头: its paragraphs, and the red rules for the first paragraph of the flow.
pub(crate) struct Head {
    /// The paragraphs, all in one frame.
    pub(crate) content: Vec<Node>,
    /// The runs that draw the rules, and the Mongolian of a bilingual mark.
    pub(crate) rules: Vec<Node>,
}

/// Builds the 版头.
pub(crate) fn head(
    text: &HeadText,
    plan: &HeadPlan,
    format: Format,
    profile: &Profile,
    rules: &mut Rules,
    fields: &mut Fields,
) -> Result<Head, DocxError> {
    let content = match format {
        Format::Letter => letter::content(text, plan, profile, fields)?,
        Format::Common
        | Format::Order
        | Format::Minutes
        | Format::Meeting
        | Format::Plain => content(text, plan, profile, fields)?,
    };
    let rule = |plan: &RulePlan| {
        rules.run(Rule {
            left: plan.left,
            length: plan.length,
            y: plan.y,
            thickness: plan.thickness,
            color: profile.palette.red,
            name: "版头分隔线",
        })
    };
    let mut drawings: Vec<_> = plan.rules.iter().map(rule).collect();
    if let Some(above) = &plan.mongolian {
        drawings.extend(mongolian::runs(text, above, profile, rules));
    }
    Ok(Head { content, rules: drawings })
}

/// The paragraphs of a head that begins at the top of the type area.
fn content(
    text: &HeadText,
    plan: &HeadPlan,
    profile: &Profile,
    fields: &mut Fields,
) -> Result<Vec<Node>, DocxError> {
    let pitch = profile.docx.pitch;
    let mut content = corner(text, profile, fields);
    let used = pitch * content.len() as i64;
    let (origin, frame) = (profile.docx.margin_top, whole(profile));
    let mut fill = Fill { origin, filled: used, frame };
    match &plan.stack {
        None => content.push(mark(text, plan, profile, &mut fill, fields)),
        Some(stack) => {
            content.extend(mark::stacked(text, plan, stack, profile, &mut fill, fields));
        }
    }
    content.extend(number_lines(text, plan, profile, &mut fill, fields));
    content.push(last_row(plan, &fill, profile)?);
    Ok(content)
}

/// The empty row that fills the frame up to whole rows of the type area.
fn last_row(plan: &HeadPlan, fill: &Fill, profile: &Profile) -> Result<Node, DocxError> {
    let rows = profile.docx.pitch * (i64::from(plan.rows) - 1);
    let before = profile.docx.margin_top + rows - fill.origin - fill.filled;
    if before < Abs::ZERO {
        return Err(DocxError::Decisions("the 版头 needs more rows"));
    }
    Ok(empty_row(HEAD_SPACE, before, fill.frame, profile))
}

/// How far the head is filled; whole twips, so that no rounding adds up.
#[derive(Clone, Copy)]
struct Fill {
    /// Its top on the page.
    origin: Abs,
    /// From there to the end of the last line.
    filled: Abs,
    /// The frame that is being filled.
    frame: Frame,
}

impl Fill {
    /// What follows stands in a new frame, right below what is filled.
    fn begin_frame(&mut self) {
        self.frame = self.frame.down_at(self.origin + self.filled);
    }

    /// A single line whose em box begins at `em_top` of the page.
    fn line(&mut self, format: ParaFormat, em_top: Abs, size: Abs) -> ParaFormat {
        let top = (tight_top(em_top, size) - self.origin).max(self.filled);
        let top = Abs::twips(top.to_twips());
        let before = top - self.filled;
        let line = Abs::twips(tight_line(size).to_twips());
        self.filled = top + line;
        ParaFormat { before, line, frame: Some(self.frame), ..format }
    }
}

/// 份号, 密级 and 紧急程度 on their rows; a row is left empty if a later one is not.
fn corner(text: &HeadText, profile: &Profile, fields: &mut Fields) -> Vec<Node> {
    let mut rows = vec![];
    for (row, role, item) in text.corner(profile) {
        while (rows.len() as u32) + 1 < row {
            rows.push(empty_row(BLANK_ROW, Abs::ZERO, whole(profile), profile));
        }
        let format = ParaFormat {
            frame: Some(whole(profile)),
            ..ParaFormat::of_role(role, profile)
        };
        rows.push(paragraph(&format, corner_runs(role, item, profile, fields)));
    }
    rows
}

/// The words of 份号, 密级和保密期限 or 紧急程度.
fn corner_runs(
    role: Role,
    item: &Text,
    profile: &Profile,
    fields: &mut Fields,
) -> Vec<Node> {
    let run = RunFormat::of_role(role, profile);
    let runs = text_runs(item, item.len(), profile.style(role), run, &[]);
    let names = &profile.fields;
    let name = match role {
        Role::CopyNumber => &names.copy_number,
        Role::Secrecy => &names.secrecy,
        _ => &names.urgency,
    };
    fields.around(name, runs)
}

/// 发文机关标志: the name of the 发文机关, and 文件.
fn mark(
    text: &HeadText,
    plan: &HeadPlan,
    profile: &Profile,
    fill: &mut Fill,
    fields: &mut Fields,
) -> Node {
    let format = ParaFormat::of_role(Role::IssuerMark, profile);
    let format = fill.line(format, plan.mark_top, plan.mark_size);
    let set = |range| mark_runs(&text.mark.slice(range), plan, profile);
    let mut runs = fields.numbered(&profile.fields.issuer, 1, set(0..text.issuer));
    runs.extend(set(text.issuer..text.mark.len()));
    paragraph(&format, runs)
}

/// Words of a mark.
fn mark_runs(text: &Text, plan: &HeadPlan, profile: &Profile) -> Vec<Node> {
    let run = RunFormat {
        size: plan.mark_size,
        tracking: Abs::ZERO,
        ..RunFormat::of_role(Role::IssuerMark, profile)
    };
    text_runs(text, text.len(), profile.style(Role::IssuerMark), run, &[])
}

/// The lines of 发文字号 and 签发人.
fn number_lines(
    text: &HeadText,
    plan: &HeadPlan,
    profile: &Profile,
    fill: &mut Fill,
    fields: &mut Fields,
) -> Vec<Node> {
    let size = profile.style(Role::DocNumber).size;
    let columns = Columns::of(text, profile);
    let last = text.lines().saturating_sub(1);
    let line = |index: u32| {
        let names = text.signers.get(index as usize).map_or(&[][..], Vec::as_slice);
        let number = text.number.as_ref().filter(|_| index == last);
        if names.is_empty() && number.is_none() {
            return None;
        }
        let role = if number.is_some() { Role::DocNumber } else { Role::Signer };
        let em_top = plan.number_top + plan.number_pitch * i64::from(index);
        let format = ParaFormat::of_role(role, profile);
        let format = fill.line(format, em_top, size);
        if names.is_empty() {
            let number = number_runs(number?, profile, fields);
            return Some(paragraph(&format, number));
        }
        let before = text.signers.iter().take(index as usize).map(Vec::len).sum();
        let content = signer_runs(names, number, before, profile, fields);
        Some(paragraph(&columns.format(format, index == 0), content))
    };
    (0..text.lines()).filter_map(line).collect()
}

fn number_runs(number: &Text, profile: &Profile, fields: &mut Fields) -> Vec<Node> {
    let style = profile.style(Role::DocNumber);
    let run = RunFormat::of_role(Role::DocNumber, profile);
    let runs = text_runs(number, number.len(), style, run, &[]);
    fields.around(&profile.fields.number, runs)
}

/// The number if it is on this line, then the names, each behind a tab; `before` stand on the
/// lines above. The label stands before the first name of the first line.
fn signer_runs(
    names: &[Text],
    number: Option<&Text>,
    before: usize,
    profile: &Profile,
    fields: &mut Fields,
) -> Vec<Node> {
    let style = profile.style(Role::Signer);
    let label = RunFormat::of_role(Role::Signer, profile);
    let mut content =
        number.map_or(vec![], |number| number_runs(number, profile, fields));
    for (index, name) in (before..).zip(names) {
        content.push(tab_run(&label));
        if index == 0 {
            content.push(text_run(&label, HeadText::SIGNER_LABEL));
        }
        let name = text_runs(name, 0, style, label, &[]);
        content.extend(fields.numbered(&profile.fields.signer, index + 1, name));
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
        let run = RunFormat::of_role(Role::Signer, profile);
        let count = text.signers.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let names = text.signers.iter().filter_map(|line| line.get(column));
            names.fold(Abs::ZERO, |most, name| most.max(run.width(name.as_str())))
        };
        let mut at = profile.docx_width() - profile.head.signer_indent.chars(run.size);
        let mut names = vec![];
        for column in (0..count).rev() {
            at -= widest(column);
            names.insert(0, at);
            at -= run.size;
        }
        let first = names.first().copied().unwrap_or(at);
        let label = first - run.width(HeadText::SIGNER_LABEL);
        Self { label, names, number: profile.head.number_indent.chars(run.size) }
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

/// An empty row of the frame.
fn empty_row(style: &'static str, before: Abs, frame: Frame, profile: &Profile) -> Node {
    let rows = ParaFormat::rows(profile.docx.pitch);
    let format = ParaFormat { style: Some(style), before, frame: Some(frame), ..rows };
    empty_paragraph(&format, &RunFormat::of_role(Role::Body, profile), [])
}

/// The frame from the top of the type area.
fn whole(profile: &Profile) -> Frame {
    Frame::at(profile.docx.margin_top, profile)
}
