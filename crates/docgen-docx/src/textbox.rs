//! A paragraph at a fixed place of the page that runs downwards: a text box whose text is
//! turned a quarter to the right, with a VML box for readers from before 2010.

use docgen_model::{Abs, Rect};

use crate::xml::{Node, el};

/// A run with the box at `place` of the page.
pub(crate) fn turned(place: Rect, content: Node, id: u32, name: &'static str) -> Node {
    let choice = el("mc:Choice")
        .attr("Requires", "wps")
        .child(el("w:drawing").child(anchor(place, content.clone(), id, name)));
    let fallback = el("mc:Fallback").child(el("w:pict").child(vml(place, content)));
    el("w:r").child(el("mc:AlternateContent").child(choice).child(fallback))
}

fn anchor(place: Rect, content: Node, id: u32, name: &'static str) -> Node {
    let position = |name, from: Abs| {
        let offset = el("wp:posOffset").text(&from.to_emu().to_string());
        el(name).attr("relativeFrom", "page").child(offset)
    };
    let anchor = ["distT", "distB", "distL", "distR", "simplePos", "behindDoc", "locked"]
        .iter()
        .fold(el("wp:anchor"), |anchor, name| anchor.attr(name, 0));
    let effect = ["l", "t", "r", "b"]
        .iter()
        .fold(el("wp:effectExtent"), |node, side| node.attr(side, 0));
    anchor
        .attr("relativeHeight", id)
        .attr("layoutInCell", 1)
        .attr("allowOverlap", 1)
        .child(el("wp:simplePos").attr("x", 0).attr("y", 0))
        .child(position("wp:positionH", place.x))
        .child(position("wp:positionV", place.y))
        .child(extent("wp:extent", place))
        .child(effect)
        .child(el("wp:wrapNone"))
        .child(el("wp:docPr").attr("id", id).attr("name", name))
        .child(el("wp:cNvGraphicFramePr"))
        .child(graphic(place, content))
}

fn extent(name: &'static str, place: Rect) -> Node {
    el(name).attr("cx", place.width.to_emu()).attr("cy", place.height.to_emu())
}

fn graphic(place: Rect, content: Node) -> Node {
    let transform = el("a:xfrm")
        .child(el("a:off").attr("x", 0).attr("y", 0))
        .child(extent("a:ext", place));
    let geometry = el("a:prstGeom").attr("prst", "rect").child(el("a:avLst"));
    let properties = el("wps:spPr")
        .child(transform)
        .child(geometry)
        .child(el("a:noFill"))
        .child(el("a:ln").child(el("a:noFill")));
    let insets = ["lIns", "tIns", "rIns", "bIns"];
    let body = el("wps:bodyPr").attr("vert", "vert").attr("wrap", "square");
    let body = insets.iter().fold(body, |body, inset| body.attr(inset, 0));
    let shape = el("wps:wsp")
        .child(el("wps:cNvSpPr").attr("txBox", 1))
        .child(properties)
        .child(el("wps:txbx").child(el("w:txbxContent").child(content)))
        .child(body);
    let data = el("a:graphicData")
        .attr("uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
        .child(shape);
    el("a:graphic").child(data)
}

fn vml(place: Rect, content: Node) -> Node {
    let points = |length: Abs| format!("{:.2}pt", length.to_pt());
    let style = format!(
        "position:absolute;margin-left:{};margin-top:{};width:{};height:{};\
         mso-position-horizontal-relative:page;mso-position-vertical-relative:page",
        points(place.x),
        points(place.y),
        points(place.width),
        points(place.height),
    );
    let words = el("v:textbox")
        .attr("style", "layout-flow:vertical")
        .attr("inset", "0,0,0,0")
        .child(el("w:txbxContent").child(content));
    el("v:rect")
        .attr("style", style)
        .attr("filled", "f")
        .attr("stroked", "f")
        .child(words)
}
