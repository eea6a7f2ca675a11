//! An invisible drawing as wide as the text, above and below which lines stand but not beside
//! it: rows of a page that stay free.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::xml::{Node, el};

/// `wp:anchor` of the drawing, at a fixed place of the page on which its run stands.
pub(crate) fn anchor(id: u32, y: Abs, height: Abs, profile: &Profile) -> Node {
    let position = |name, from: Abs| {
        let offset = el("wp:posOffset").text(&from.to_emu().to_string());
        el(name).attr("relativeFrom", "page").child(offset)
    };
    let anchor = ["distT", "distB", "distL", "distR", "simplePos", "behindDoc", "locked"]
        .iter()
        .fold(el("wp:anchor"), |anchor, name| anchor.attr(name, 0));
    let extent = |name| {
        el(name).attr("cx", profile.page.body_width.to_emu()).attr("cy", height.to_emu())
    };
    anchor
        .attr("relativeHeight", id)
        .attr("layoutInCell", 1)
        .attr("allowOverlap", 1)
        .child(el("wp:simplePos").attr("x", 0).attr("y", 0))
        .child(position("wp:positionH", profile.page.left))
        .child(position("wp:positionV", y))
        .child(extent("wp:extent"))
        .child(el("wp:wrapTopAndBottom"))
        .child(el("wp:docPr").attr("id", id).attr("name", "落款与正文同页"))
        .child(el("wp:cNvGraphicFramePr"))
        .child(graphic(extent("a:ext")))
}

/// A rectangle without ink.
fn graphic(extent: Node) -> Node {
    let transform =
        el("a:xfrm").child(el("a:off").attr("x", 0).attr("y", 0)).child(extent);
    let geometry = el("a:prstGeom").attr("prst", "rect").child(el("a:avLst"));
    let properties = el("wps:spPr")
        .child(transform)
        .child(geometry)
        .child(el("a:noFill"))
        .child(el("a:ln").child(el("a:noFill")));
    let shape =
        el("wps:wsp").child(el("wps:cNvSpPr")).child(properties).child(el("wps:bodyPr"));
    let data = el("a:graphicData")
        .attr("uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
        .child(shape);
    el("a:graphic").child(data)
}
