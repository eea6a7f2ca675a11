//! 版记 (7.4): its lines stand in one frame at the bottom of the type area, its rules are
//! drawings, and both hang on a paragraph that takes no room.
//!
//! 1. The last rule lies on the bottom edge of the type area; from there each line takes its
//!    rows upwards, so that every rule and every baseline has a fixed place.
//! 2. Text is centred between the rules: the em box in its row.
//! 3. A line of one row is a tight line, which Word and LibreOffice set alike; a line that
//!    turns over has rows of the full pitch, placed as LibreOffice places them. The space
//!    above each line fills what is left to its place.

use docgen_model::{Abs, Color, Indents, RecordPage, RecordPlan, Text};
use docgen_standard::{Align, Profile, RecordLine, RecordNames, Role, em_ascent};

use crate::drawing::{Rule, Rules};
use crate::field::Fields;
use crate::format::{
    ParaFormat, RunFormat, Tab, empty_paragraph, paragraph, tab_run, text_runs,
};
use crate::frame::Frame;
use crate::line::{exact_baseline, tight_baseline, tight_line};
use crate::styles::RECORD_ANCHOR;
use crate::xml::Node;

/// The height of the paragraph on which the 版记 hangs: the least that LibreOffice keeps.
pub(crate) const ANCHOR_LINE: Abs = Abs::twips(20);

/// The paragraphs of the 版记; `plan` has the rows of each line.
pub(crate) fn record(
    lines: &[RecordLine],
    plan: &RecordPlan,
    profile: &Profile,
    rules: &mut Rules,
    fields: &mut Fields,
) -> Vec<Node> {
    let ruled = lines.iter().any(|line| line.rule_above);
    let places = places(&plan.rows, ruled, profile);
    let frame_top = places.first().map_or(Abs::ZERO, |place| place.text_top);
    let frame = Some(Frame::at(frame_top, profile));
    let mut filled = frame_top;
    let mut content = vec![];
    if plan.page == RecordPage::AfterBlank {
        content.push(anchor(false, profile, vec![]));
    }
    for (line, place) in lines.iter().zip(&places) {
        let before = place.text_top - filled;
        let base = line_format(line, profile);
        let format = ParaFormat { frame, before, line: place.line, ..base };
        content.push(paragraph(&format, line_runs(line, profile, fields)));
        filled = place.text_top + place.line * i64::from(place.rows);
    }
    let below = lines.iter().zip(&places).filter(|(line, _)| line.rule_above);
    let mut edges: Vec<Abs> = below.map(|(_, place)| place.top).collect();
    edges.extend(ruled.then(|| profile.grid().body.bottom()));
    let own_page = plan.page != RecordPage::Last;
    content.push(anchor(own_page, profile, rule_runs(&edges, profile, rules)));
    content
}

/// The place of one line of the 版记.
struct Place {
    /// How many rows it takes.
    rows: u32,
    /// The edge above it, where a rule may lie.
    top: Abs,
    /// The height of its exact lines.
    line: Abs,
    /// The top of the first of them.
    text_top: Abs,
}

/// The rows end at the bottom of the type area; without rules, as in a 信函, the last text
/// stands where the last row of the grid does.
fn places(rows: &[u32], ruled: bool, profile: &Profile) -> Vec<Place> {
    let (grid, pitch) = (profile.grid(), profile.docx.pitch);
    let size = profile.style(Role::Printer).size;
    let white = (pitch - grid.size) / 2;
    let mut top = grid.body.bottom() + if ruled { Abs::ZERO } else { white };
    let mut places = vec![];
    for &rows in rows.iter().rev() {
        top -= pitch * i64::from(rows);
        let baseline = top + pitch / 2 + em_ascent(size) - size / 2;
        let (line, ascent) = if rows > 1 {
            (pitch, exact_baseline(pitch))
        } else {
            (tight_line(size), tight_baseline(size))
        };
        places.push(Place { rows, top, line, text_top: baseline - ascent });
    }
    places.reverse();
    places
}

/// One 字 from both edges; a list turns over under its first name, a date ends at the right.
/// Not justified: a mark that hangs over the edge of a justified line is sometimes lost when
/// LibreOffice prints it, and layout has no plan for these lines that could prevent it.
fn line_format(line: &RecordLine, profile: &Profile) -> ParaFormat {
    let run = RunFormat::of_role(line.role, profile);
    let indent = profile.record.indent.chars(run.size);
    let label = line.text.as_str().get(..line.hang_at).unwrap_or("");
    let indents =
        Indents { first: indent, left: indent + run.width(label), right: indent };
    let end = profile.docx_width() - indent;
    let tabs = line.right.iter().map(|_| Tab::Right(end)).collect();
    let format = ParaFormat::of_role(line.role, profile).indented(indents);
    ParaFormat { tabs, align: Align::Left, ..format }
}

/// The words of a line; 抄送机关, 印发机关 and 印发日期, without 印发, are elements.
fn line_runs(line: &RecordLine, profile: &Profile, fields: &mut Fields) -> Vec<Node> {
    let style = profile.style(line.role);
    let run = RunFormat::of_role(line.role, profile);
    let set = |text: &Text| text_runs(text, text.len(), style, run, &[]);
    let names = line.text.slice(line.hang_at..line.text.len());
    let mut content = set(&line.text.slice(0..line.hang_at));
    content.extend(match element(line, profile) {
        Some(name) => fields.around(name, set(&names)),
        None => set(&names),
    });
    if let Some(right) = &line.right {
        let date = line.print_date().unwrap_or_default();
        content.push(tab_run(&run));
        content.extend(fields.around(&profile.fields.print_date, set(&date)));
        content.extend(set(&right.slice(date.len()..right.len())));
    }
    content
}

/// The element that the words behind the label of a line are.
fn element<'a>(line: &RecordLine, profile: &'a Profile) -> Option<&'a str> {
    match line.names {
        RecordNames::Recipients => Some(&profile.fields.recipients),
        RecordNames::CopyTo => Some(&profile.fields.copy_to),
        RecordNames::Printing => Some(&profile.fields.printer),
        RecordNames::Other => None,
    }
}

/// The first and the last rule are thick, those between them thin (7.4.1).
fn rule_runs(edges: &[Abs], profile: &Profile, rules: &mut Rules) -> Vec<Node> {
    let last = edges.len().saturating_sub(1);
    let rule = |(index, &y): (usize, &Abs)| {
        let outer = index == 0 || index == last;
        let spec = &profile.record;
        let thickness = if outer { spec.outer_thickness } else { spec.inner_thickness };
        rules.run(Rule {
            left: profile.page.left,
            length: profile.page.body_width,
            y,
            thickness,
            color: profile.palette.rgb(Color::Black),
            name: "版记分隔线",
        })
    };
    edges.iter().enumerate().map(rule).collect()
}

/// A paragraph that takes no room. The 版记 stands on the page of the last one: it follows the
/// text, and fits below it because a 版记 leaves at least a row blank above itself. One before
/// it is all of a blank page.
fn anchor(page_break: bool, profile: &Profile, rules: Vec<Node>) -> Node {
    let format = ParaFormat {
        style: Some(RECORD_ANCHOR),
        page_break,
        ..ParaFormat::rows(ANCHOR_LINE)
    };
    let mark =
        RunFormat { size: ANCHOR_LINE, ..RunFormat::of_role(Role::Printer, profile) };
    empty_paragraph(&format, &mark, rules)
}
