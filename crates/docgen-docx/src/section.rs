//! Sections: sheet, margins and footers. A document has one; a 版记 behind a blank page has a
//! second one, which bears no page numbers. There is no document grid: it would shift the
//! first row (`docs/spec/word-layout.md`).

use docgen_standard::Profile;

use crate::package::{self, PartKind};
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

/// Lets the last paragraph of a text end its section.
pub(crate) fn end(content: &mut [Node], section: Node) -> Result<(), DocxError> {
    let last = content.last_mut().and_then(|last| last.children.first_mut());
    let properties = last.filter(|properties| properties.name == "w:pPr");
    let properties = properties.ok_or(DocxError::Decisions("no text before the 版记"))?;
    properties.children.push(section);
    Ok(())
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
