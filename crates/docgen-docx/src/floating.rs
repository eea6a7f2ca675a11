//! What drawings share that stand at a place of the page and not in a line: `wp:anchor`, the
//! shapes of DrawingML without ink, and what readers from before 2010 are given instead.

use docgen_model::Abs;

use crate::xml::{Node, el};

const SHAPE: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

/// `wp:anchor` of a drawing whose left and top edges lie so far from what is named, with text
/// flowing by `wrap`; what it shows is still to be added.
pub(crate) fn anchor(
    id: impl ToString,
    [left, top]: [(&str, Abs); 2],
    wrap: &'static str,
) -> Node {
    let position = |name, (from, by): (&str, Abs)| {
        let offset = el("wp:posOffset").text(&by.to_emu().to_string());
        el(name).attr("relativeFrom", from).child(offset)
    };
    ["distT", "distB", "distL", "distR", "simplePos", "behindDoc", "locked"]
        .iter()
        .fold(el("wp:anchor"), |anchor, name| anchor.attr(name, 0))
        .attr("relativeHeight", id)
        .attr("layoutInCell", 1)
        .attr("allowOverlap", 1)
        .child(el("wp:simplePos").attr("x", 0).attr("y", 0))
        .child(position("wp:positionH", left))
        .child(position("wp:positionV", top))
        .child(el(wrap))
}

/// An anchor with a shape of that size at a place of the page.
pub(crate) fn shape_anchor(
    id: u32,
    name: &'static str,
    [x, y]: [Abs; 2],
    wrap: &'static str,
    size: [Abs; 2],
    shape: Node,
) -> Node {
    let data = el("a:graphicData").attr("uri", SHAPE).child(shape);
    anchor(id, [("page", x), ("page", y)], wrap)
        .child(extent("wp:extent", size))
        .child(el("wp:docPr").attr("id", id).attr("name", name))
        .child(el("wp:cNvGraphicFramePr"))
        .child(el("a:graphic").child(data))
}

/// `wp:effectExtent` of a drawing without shadow or glow.
pub(crate) fn no_effect() -> Node {
    ["l", "t", "r", "b"]
        .iter()
        .fold(el("wp:effectExtent"), |node, side| node.attr(side, 0))
}

/// The size of a drawing, as `wp:extent` or `a:ext`.
pub(crate) fn extent(name: &'static str, [width, height]: [Abs; 2]) -> Node {
    el(name).attr("cx", width.to_emu()).attr("cy", height.to_emu())
}

/// `a:xfrm` of a shape that is as large as its drawing.
pub(crate) fn transform(size: [Abs; 2]) -> Node {
    let origin = el("a:off").attr("x", 0).attr("y", 0);
    el("a:xfrm").child(origin).child(extent("a:ext", size))
}

/// `a:prstGeom`.
pub(crate) fn geometry(preset: &'static str) -> Node {
    el("a:prstGeom").attr("prst", preset).child(el("a:avLst"))
}

/// `wps:spPr` of a rectangle without ink.
pub(crate) fn clear_rectangle(size: [Abs; 2]) -> Node {
    el("wps:spPr")
        .child(transform(size))
        .child(geometry("rect"))
        .child(el("a:noFill"))
        .child(el("a:ln").child(el("a:noFill")))
}

/// A run with a shape, and what stands for it where shapes are not known.
pub(crate) fn run(anchor: Node, fallback: Option<Node>) -> Node {
    let drawing = el("w:drawing").child(anchor);
    let choice = el("mc:Choice").attr("Requires", "wps").child(drawing);
    let fallback = fallback.map(|vml| el("mc:Fallback").child(el("w:pict").child(vml)));
    let content = el("mc:AlternateContent").child(choice).children(fallback);
    el("w:r").child(content)
}
