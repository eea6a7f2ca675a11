//! 封面 and 目录, in a section of their own without page numbers.
//!
//! 目录 is a real field, `TOC`. What stands in it are our own lines, so nothing changes before
//! somebody asks for it to be made anew, and then the same is made: from the outline levels
//! of the headings, in the styles `toc 1` to `toc 3`, which hold indents, leader and the place of
//! the number. Each entry is a link to a bookmark around its heading; `PAGEREF` tells the page.

use docgen_model::{Decisions, ParaPlan};
use docgen_standard::{Manuscript, Para, Profile, Role};

use crate::body::{blank_row, flow_format, flow_runs, run_format};
use crate::format::{RunFormat, paragraph, tab_run, text_run};
use crate::xml::{Node, el};
use crate::{DocxError, section};

/// Whether there is any of the two.
pub(crate) fn exists(manuscript: &Manuscript) -> bool {
    !manuscript.cover.is_empty() || !manuscript.contents.is_empty()
}

/// 封面 and 目录 and the end of their section; nothing where there is neither.
pub(crate) fn front(
    manuscript: &Manuscript,
    decisions: &Decisions,
    profile: &Profile,
) -> Result<Vec<Node>, DocxError> {
    let Manuscript { cover, contents, .. } = manuscript;
    let planned = (decisions.cover.len(), decisions.contents.len());
    if planned != (cover.len(), contents.len()) {
        return Err(DocxError::Decisions("not one plan for each line before page 1"));
    }
    let mut content = vec![];
    for (para, plan) in cover.iter().zip(&decisions.cover) {
        push(para, plan, flow_runs(para, plan, profile), profile, &mut content);
    }
    let level = |para: &Para| para.role.contents_level();
    let depth = contents.iter().filter_map(level).max().unwrap_or(1);
    for (index, (para, plan)) in contents.iter().zip(&decisions.contents).enumerate() {
        let mut runs = entry(index, para, plan, profile);
        if index == 1 {
            runs.splice(0..0, begin(depth, profile));
        }
        push(para, plan, runs, profile, &mut content);
    }
    if !contents.is_empty() {
        content.push(end(profile));
    }
    if decisions.blank_before_text {
        content.extend(section::blank_page(true, profile));
    }
    if exists(manuscript) {
        section::end(&mut content, section::unnumbered(profile), profile)?;
    }
    Ok(content)
}

/// The bookmark of the heading at `index` of the flow, if 目录 names it.
pub(crate) fn bookmark(manuscript: &Manuscript, index: usize) -> Option<String> {
    let mut entries = manuscript.contents.iter();
    let entry = entries.position(|para| para.leads_to == Some(index))?;
    Some(bookmark_of(entry))
}

/// As a word processor names them.
fn bookmark_of(entry: usize) -> String {
    format!("_Toc{entry:09}")
}

/// A paragraph below its blank rows.
fn push(
    para: &Para,
    plan: &ParaPlan,
    runs: Vec<Node>,
    profile: &Profile,
    content: &mut Vec<Node>,
) {
    for row in 0..plan.rows_before {
        content.push(blank_row(profile, plan.keep_next, plan.page_break && row == 0));
    }
    content.push(paragraph(&flow_format(para, plan, profile), runs));
}

/// The words of a paragraph of 目录; those of an entry with its number, in a link.
fn entry(index: usize, para: &Para, plan: &ParaPlan, profile: &Profile) -> Vec<Node> {
    let words = flow_runs(para, plan, profile);
    let Some(page) = plan.leads_to else { return words };
    let (run, to) = (run_format(para, plan, profile), bookmark_of(index));
    let link = el("w:hyperlink").attr("w:anchor", to.as_str()).attr("w:history", 1);
    let link = link
        .children(words)
        .child(tab_run(&run))
        .child(mark("begin", &run))
        .child(code(&format!(" PAGEREF {to} \\h "), &run))
        .child(mark("separate", &run))
        .child(text_run(&run, &page.to_string()))
        .child(mark("end", &run));
    vec![link]
}

/// What comes before the first entry.
fn begin(depth: u8, profile: &Profile) -> [Node; 3] {
    let run = RunFormat::of_role(Role::Contents1, profile);
    let levels = format!(" TOC \\o \"1-{depth}\" \\h \\z \\u ");
    [mark("begin", &run), code(&levels, &run), mark("separate", &run)]
}

/// The least paragraph, which ends the field and its section: it takes no room.
fn end(profile: &Profile) -> Node {
    let run = RunFormat::of_role(Role::Contents1, profile);
    section::after_table(profile).child(mark("end", &run))
}

fn mark(kind: &str, run: &RunFormat) -> Node {
    let mark = el("w:fldChar").attr("w:fldCharType", kind);
    el("w:r").set_by(run.properties().into()).child(mark)
}

fn code(code: &str, run: &RunFormat) -> Node {
    let code = el("w:instrText").attr("xml:space", "preserve").text(code);
    el("w:r").set_by(run.properties().into()).child(code)
}
