//! Sections: sheet, margins and footers. A document has one; a 版记 behind a blank page has a
//! second one, which bears no page numbers. There is no document grid: it would shift the
//! first row (`docs/spec/word-layout.md`).

use docgen_standard::{Profile, Role};

use crate::body::blank_row;
use crate::format::{ParaFormat, RunFormat, empty_paragraph};
use crate::package::{self, PartKind};
use crate::record::ANCHOR_LINE;
use crate::styles::RECORD_ANCHOR;
use crate::xml::{Node, el};
use crate::{DocxError, footers};

/// `w:sectPr` of numbered pages, or of all but the first, which then has a footer of its own.
pub(crate) fn section(first_numbered: bool, profile: &Profile) -> Node {
    let section = footed(&package::FOOTER_ODD, &package::FOOTER_EVEN, profile);
    if first_numbered {
        return section;
    }
    section.child(footer("first", &package::FOOTER_BARE)).child(el("w:titlePg"))
}

fn footer(kind: &str, part: &PartKind) -> Node {
    el("w:footerReference").attr("w:type", kind).attr("r:id", part.id())
}

/// `w:sectPr` of a blank page and the one after it (clause 7.5).
pub(crate) fn unnumbered(profile: &Profile) -> Node {
    footed(&package::FOOTER_BARE, &package::FOOTER_BARE, profile)
}

/// `w:sectPr` of pages that lie across (clause 8): the head of such a page is at the left edge
/// of the sheet, which a word processor turns when it prints.
pub(crate) fn turned(profile: &Profile) -> Node {
    let (page, docx) = (&profile.page, &profile.docx);
    let size = el("w:pgSz")
        .attr("w:w", page.height.to_twips())
        .attr("w:h", page.width.to_twips())
        .attr("w:orient", "landscape");
    let margins = el("w:pgMar")
        .attr("w:top", page.left.to_twips())
        .attr("w:right", docx.margin_top.to_twips())
        .attr("w:bottom", profile.right_margin().to_twips())
        .attr("w:left", docx.margin_bottom.to_twips())
        .attr("w:header", 0)
        .attr("w:footer", 0)
        .attr("w:gutter", 0);
    el("w:sectPr")
        .child(footer("default", &package::FOOTER_TURNED_ODD))
        .child(footer("even", &package::FOOTER_TURNED_EVEN))
        .child(size)
        .child(margins)
}

/// The rows of a blank page, which a section begins or they do. LibreOffice drops an empty
/// paragraph that ends a section, so it takes two.
pub(crate) fn blank_page(begins: bool, profile: &Profile) -> [Node; 2] {
    [begins, false].map(|begins| blank_row(profile, false, begins))
}

/// Lets the last paragraph of a text end its section; behind a table stands one for it, which
/// takes no room.
pub(crate) fn end(
    content: &mut Vec<Node>,
    section: Node,
    profile: &Profile,
) -> Result<(), DocxError> {
    if content.last().is_some_and(|last| last.name == "w:tbl") {
        content.push(after_table(profile));
    }
    let last = content.last_mut().and_then(|last| last.children.first_mut());
    let properties = last.filter(|properties| properties.name == "w:pPr");
    let properties = properties.ok_or(DocxError::Decisions("no text before the 版记"))?;
    properties.children.push(section);
    Ok(())
}

/// The least paragraph, which must stand behind a table that ends a section.
pub(crate) fn after_table(profile: &Profile) -> Node {
    let mark =
        RunFormat { size: ANCHOR_LINE, ..RunFormat::of_role(Role::Printer, profile) };
    let format =
        ParaFormat { style: Some(RECORD_ANCHOR), ..ParaFormat::rows(ANCHOR_LINE) };
    empty_paragraph(&format, &mark, [])
}

fn footed(odd: &PartKind, even: &PartKind, profile: &Profile) -> Node {
    let page = &profile.page;
    let size = el("w:pgSz")
        .attr("w:w", page.width.to_twips())
        .attr("w:h", page.height.to_twips());
    el("w:sectPr")
        .child(footer("default", odd))
        .child(footer("even", even))
        .child(size)
        .child(margins(profile))
}

fn margins(profile: &Profile) -> Node {
    let (page, docx) = (&profile.page, &profile.docx);
    let footer = footers::distance(profile).to_twips();
    el("w:pgMar")
        .attr("w:top", docx.margin_top.to_twips())
        .attr("w:right", profile.right_margin().to_twips())
        .attr("w:bottom", docx.margin_bottom.to_twips())
        .attr("w:left", page.left.to_twips())
        .attr("w:header", footer)
        .attr("w:footer", footer)
        .attr("w:gutter", 0)
}
