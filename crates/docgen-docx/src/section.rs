//! The one section: sheet, margins and footers. There is no document grid: it would shift the
//! first row (`docs/spec/word-layout.md`).

use docgen_standard::Profile;

use crate::xml::{Node, el};
use crate::{footers, package};

/// `w:sectPr`.
pub(crate) fn section(profile: &Profile) -> Node {
    let page = &profile.page;
    let size = el("w:pgSz")
        .attr("w:w", page.width.to_twips())
        .attr("w:h", page.height.to_twips());
    let footer = |kind: &str, id: &str| {
        el("w:footerReference").attr("w:type", kind).attr("r:id", id)
    };
    el("w:sectPr")
        .child(footer("default", package::FOOTER_ODD.id()))
        .child(footer("even", package::FOOTER_EVEN.id()))
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
