//! The text of a document in reading order, once for each copy that it holds (clause 7.2.1).
//!
//! A copy is a section of its own, whose pages count from 1. It begins on an odd page because each
//! copy of an odd number of pages ends with a blank one, in a section without numbers: a section
//! that itself asks for an odd page LibreOffice moves about when it saves.

use docgen_model::{Decisions, Document, Format};
use docgen_standard::{Manuscript, Profile};

use crate::drawing::Rules;
use crate::field::Fields;
use crate::picture::Pictures;
use crate::xml::{Node, el, val};
use crate::{DocxError, after_blank, body, front, head, record, section};

/// The paragraphs of all copies, and the section that ends the last of them.
pub(crate) fn copies(
    document: &Document,
    manuscript: &mut Manuscript,
    profile: &Profile,
    decisions: &Decisions,
    pictures: &mut Pictures<'_>,
) -> Result<(Vec<Node>, Node), DocxError> {
    let (mut rules, mut fields) = (Rules::default(), Fields::default());
    let head = manuscript.head.as_ref();
    let further = head.map_or(vec![], |head| head.further_copies.clone());
    let numbered = profile.numbers_first_page(document);
    let first = section::section(numbered, profile);
    let first = match front::exists(manuscript) || !further.is_empty() {
        true => counted_anew(first),
        false => first,
    };
    let mut set = |manuscript: &Manuscript, section: Node| {
        let counted = (&mut rules, &mut fields, &mut *pictures);
        copy(manuscript, document.format, profile, decisions, section, counted)
    };
    let mut content = front::front(manuscript, decisions, profile)?;
    let (text, mut last) = set(manuscript, first.clone())?;
    content.extend(text);
    for number in further {
        if let Some(head) = &mut manuscript.head {
            head.copy_number = Some(number);
        }
        section::end(&mut content, last, profile)?;
        let (next, section) = set(manuscript, first.clone())?;
        content.extend(next);
        last = section;
    }
    Ok((content, last))
}

/// A section on the next page whose pages count from 1. What stands before it, 封面 and 目录 or
/// another copy, ends on an even page: when LibreOffice saves a section that begins on an odd one, it
/// parts a paragraph that runs from page 1 to page 2.
fn counted_anew(section: Node) -> Node {
    section.child(val("w:type", "nextPage")).child(el("w:pgNumType").attr("w:start", 1))
}

/// One copy: 版头, the flow, 版记; `section` is that of its numbered pages.
fn copy(
    manuscript: &Manuscript,
    format: Format,
    profile: &Profile,
    decisions: &Decisions,
    mut section: Node,
    (rules, fields, pictures): (&mut Rules, &mut Fields, &mut Pictures<'_>),
) -> Result<(Vec<Node>, Node), DocxError> {
    let (mut content, mut drawings) = (vec![], vec![]);
    match (&manuscript.head, &decisions.head) {
        (None, None) => {}
        (Some(text), Some(plan)) => {
            let head = head::head(text, plan, format, profile, rules, fields)?;
            content.extend(head.content);
            drawings = head.rules;
        }
        (Some(_), None) | (None, Some(_)) => {
            return Err(DocxError::Decisions("版头 without its plan"));
        }
    }
    body::body(
        manuscript,
        profile,
        decisions,
        drawings,
        (rules, fields, pictures),
        &mut content,
        &mut section,
    )?;
    let across = manuscript.flow.last().is_some_and(|para| para.turned);
    if across && decisions.record.is_some() {
        let ended = std::mem::replace(&mut section, section::section(true, profile));
        section::end(&mut content, ended, profile)?;
    }
    if after_blank(decisions) {
        section::end(&mut content, section, profile)?;
        section = section::unnumbered(profile);
    }
    match &decisions.record {
        None if manuscript.record.is_empty() => {}
        Some(plan) if plan.rows.len() == manuscript.record.len() => {
            let lines = &manuscript.record;
            content.extend(record::record(lines, plan, profile, rules, fields));
        }
        None | Some(_) => return Err(DocxError::Decisions("版记 without its plan")),
    }
    if decisions.blank_after_copy {
        section::end(&mut content, section, profile)?;
        content.extend(section::blank_page(false, profile));
        section = section::unnumbered(profile);
    }
    Ok((content, section))
}
