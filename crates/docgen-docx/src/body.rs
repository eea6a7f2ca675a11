//! The flow between 版头 and 版记: one paragraph for each of the manuscript, set as layout
//! decided, in rows of exact height; blank rows are paragraphs of their own.

use std::ops::Range;

use docgen_model::{Abs, Decisions, FigurePlan, ParaPlan, Seal, Table};
use docgen_standard::{Align, Insert, Manuscript, Para, Profile, Role};

use crate::drawing::Rules;
use crate::elements::{Element, elements};
use crate::field::Fields;
use crate::foot;
use crate::format::{
    ParaFormat, RunFormat, Tab, empty_paragraph, paragraph, tab_run, text_runs,
};
use crate::picture::Pictures;
use crate::record::ANCHOR_LINE;
use crate::styles::BLANK_ROW;
use crate::table::Place;
use crate::xml::Node;
use crate::{DocxError, front, section, table};

/// The outline level of body text.
const BODY_LEVEL: u8 = 9;

/// Adds the paragraphs of the flow; the first carries the drawings of the 版头. `section` is that
/// of the last of them.
pub(crate) fn body(
    manuscript: &Manuscript,
    profile: &Profile,
    decisions: &Decisions,
    mut drawings: Vec<Node>,
    (rules, fields, pictures): (&mut Rules, &mut Fields, &mut Pictures<'_>),
    content: &mut Vec<Node>,
    section: &mut Node,
) -> Result<(), DocxError> {
    let (flow, plans) = (&manuscript.flow, &decisions.paras);
    if flow.len() != plans.len() {
        return Err(DocxError::Decisions("not one plan for each paragraph"));
    }
    let mut kept = false;
    let mut turned = false;
    let mut organs = Organs::default();
    let elements = elements(manuscript, profile);
    for (index, ((para, plan), element)) in
        flow.iter().zip(plans).zip(elements).enumerate()
    {
        let turns = para.turned != turned;
        if turns {
            let next = section_of(para, profile);
            section::end(content, std::mem::replace(section, next), profile)?;
            turned = para.turned;
        }
        // A section begins a page by itself.
        let plan = &ParaPlan { page_break: plan.page_break && !turns, ..plan.clone() };
        let foot = decisions.foot.filter(|foot| foot.para == index);
        let frame = foot.filter(|foot| foot.at == 0);
        content.extend(frame.map(|foot| foot::frame(foot, profile)));
        for row in 0..plan.rows_before {
            content.push(blank_row(profile, kept, plan.page_break && row == 0));
        }
        if let Some(Insert::Table(given)) = &para.insert {
            let next = flow.get(index + 1).filter(|next| next.turned == turned);
            table_block(given, plan, next, content, profile)?;
            kept = false;
            continue;
        }
        let mut runs = std::mem::take(&mut drawings);
        runs.extend(pictures.figure(para, plan)?);
        runs.extend(pictures.seals(index, profile)?);
        let inside = foot.filter(|foot| foot.at > 0);
        let inside = inside.map(|foot| (foot.at, foot::drawing(foot, rules, profile)));
        runs.extend(match has_organs(manuscript, index) {
            true => organs.runs(para, plan, profile, fields),
            false => {
                let text = words(para, plan, inside, profile);
                marked(text, front::bookmark(manuscript, index), element, fields)
            }
        });
        content.push(paragraph(&flow_format(para, plan, profile), runs));
        kept = plan.keep_next;
    }
    if decisions.record.is_none() && content.last().is_some_and(|c| c.name == "w:tbl") {
        content.push(section::after_table(profile));
    }
    Ok(())
}

/// The section of a paragraph that does not lie as the one before it.
fn section_of(para: &Para, profile: &Profile) -> Node {
    match para.turned {
        true => section::turned(profile),
        false => section::section(true, profile),
    }
}

/// A table, and before it the least paragraph if another stands right above: two tables would
/// become one. One that such a paragraph follows leaves room for it.
fn table_block(
    given: &Table,
    plan: &ParaPlan,
    next: Option<&Para>,
    content: &mut Vec<Node>,
    profile: &Profile,
) -> Result<(), DocxError> {
    let table = plan.table.as_ref();
    let table = table.ok_or(DocxError::Decisions("a table without its plan"))?;
    if content.last().is_some_and(|last| last.name == "w:tbl") {
        content.push(section::after_table(profile));
    }
    let followed =
        next.is_some_and(|next| !matches!(next.insert, Some(Insert::Table(_))));
    let place = Place {
        page_break: plan.page_break && plan.rows_before == 0,
        less: if followed { Abs::ZERO } else { ANCHOR_LINE },
    };
    content.push(table::table(given, table, place, profile)?);
    Ok(())
}

/// The one line of a picture: as high as its rows. A line of exact height would cut the
/// picture off in Word, so it is at least so high; what is free is shared out above and
/// below, but for the depth of the mark of the paragraph.
fn around_figure(base: ParaFormat, set: FigurePlan, profile: &Profile) -> ParaFormat {
    let rows = profile.docx.pitch * i64::from(set.rows);
    let depth = profile.style(Role::Figure).size / 4;
    let after = ((rows - set.height) / 2 - depth).max(Abs::ZERO);
    ParaFormat { line: rows - after, after, at_least: true, ..base }
}

/// An empty row. It carries on the bond of the paragraph above it to the one below, and
/// begins the page in the stead of a paragraph that does not stand on its first row.
pub(crate) fn blank_row(profile: &Profile, keep_next: bool, page_break: bool) -> Node {
    let format = ParaFormat {
        style: Some(BLANK_ROW),
        keep_next,
        page_break,
        ..ParaFormat::rows(profile.docx.pitch)
    };
    empty_paragraph(&format, &RunFormat::of_role(Role::Body, profile), [])
}

/// The words of a paragraph, and a drawing inside them.
fn words(
    para: &Para,
    plan: &ParaPlan,
    inside: Option<(usize, Node)>,
    profile: &Profile,
) -> Vec<Node> {
    match inside {
        Some((at, drawing)) => parted_runs(para, plan, at, drawing, profile),
        None => flow_runs(para, plan, profile),
    }
}

/// The words of a paragraph as part of an element, and as what a line of 目录 leads to.
fn marked(
    mut text: Vec<Node>,
    target: Option<String>,
    element: Element<'_>,
    fields: &mut Fields,
) -> Vec<Node> {
    if let Some(name) = target {
        text = fields.around(&name, text);
    }
    match element {
        Some((name, part)) => fields.part(name, text, part),
        None => text,
    }
}

/// Whether a paragraph is a row of 署名. Above the date of a 签名章 stands 职务, which is none.
fn has_organs(manuscript: &Manuscript, index: usize) -> bool {
    let signed = manuscript.signed.as_ref().filter(|s| s.seal != Seal::Signed);
    signed.is_some_and(|signed| signed.rows.contains(&index))
}

/// Counts the names of 署名 from row to row.
#[derive(Debug, Default)]
struct Organs {
    told: usize,
}

impl Organs {
    /// The names of a row, each an element, behind a tab if it stands at a stop.
    fn runs(
        &mut self,
        para: &Para,
        plan: &ParaPlan,
        profile: &Profile,
        fields: &mut Fields,
    ) -> Vec<Node> {
        let style = profile.style(para.role);
        let base = run_format(para, plan, profile);
        let mut runs = vec![];
        for (index, bytes) in para.parts().into_iter().enumerate() {
            self.told += 1;
            runs.extend(plan.stops.get(index).map(|_| tab_run(&base)));
            let name = para.text.slice(bytes);
            let name = text_runs(&name, name.len(), style, base, &plan.breaks);
            runs.extend(fields.numbered(&profile.fields.organ, self.told, name));
        }
        runs
    }
}

pub(crate) fn flow_format(para: &Para, plan: &ParaPlan, profile: &Profile) -> ParaFormat {
    let base = ParaFormat::of_role(para.role, profile).indented(plan.indents);
    let format = ParaFormat {
        keep_next: plan.keep_next,
        page_break: plan.page_break && plan.rows_before == 0,
        tabs: plan.stops.iter().copied().map(Tab::from).collect(),
        align: match plan.stops.is_empty() {
            true => alignment(base.align, plan),
            false => Align::Left,
        },
        outline: outline(para, profile),
        ..base
    };
    match plan.figure {
        Some(set) => around_figure(format, set, profile),
        None => format,
    }
}

pub(crate) fn flow_runs(para: &Para, plan: &ParaPlan, profile: &Profile) -> Vec<Node> {
    let style = profile.style(para.role);
    let run = run_format(para, plan, profile);
    text_runs(&para.text, para.lead, style, run, &plan.breaks)
}

pub(crate) fn run_format(para: &Para, plan: &ParaPlan, profile: &Profile) -> RunFormat {
    RunFormat { tracking: plan.tracking, ..RunFormat::of_role(para.role, profile) }
}

/// The runs of a paragraph with a drawing before one of its bytes.
fn parted_runs(
    para: &Para,
    plan: &ParaPlan,
    at: usize,
    drawing: Node,
    profile: &Profile,
) -> Vec<Node> {
    let part = |range: Range<usize>| {
        let lead = para.lead.clamp(range.start, range.end) - range.start;
        let part = Para { text: para.text.slice(range), lead, ..para.clone() };
        flow_runs(&part, plan, profile)
    };
    let mut runs = part(0..at);
    runs.push(drawing);
    runs.extend(part(at..para.text.len()));
    runs
}

fn alignment(align: Align, plan: &ParaPlan) -> Align {
    match align {
        _ if plan.flush => Align::Left,
        _ if plan.centered => Align::Center,
        Align::Justify if !plan.justified => Align::Left,
        Align::Left
        | Align::Justify
        | Align::Distribute
        | Align::Center
        | Align::Right => align,
    }
}

/// A run-in heading would put its whole paragraph into the navigation pane, so it leaves the
/// outline. A heading that stands alone has the level of its style, unless it stands deeper.
fn outline(para: &Para, profile: &Profile) -> Option<u8> {
    let level = para.outline(profile)?;
    if para.lead < para.text.len() {
        return Some(BODY_LEVEL);
    }
    (para.deeper > 0).then(|| level.saturating_sub(1))
}
