//! A paragraph at a fixed place of the page that runs downwards: a text box whose text is
//! turned a quarter to the right, with a VML box for readers from before 2010.

use docgen_model::{Abs, Rect};

use crate::floating;
use crate::xml::{Node, el};

/// A run with the box at `place` of the page.
pub(crate) fn turned(place: Rect, content: Node, id: u32, name: &'static str) -> Node {
    let anchor = anchor(place, content.clone(), id, name);
    floating::run(anchor, Some(vml(place, content)))
}

fn anchor(place: Rect, content: Node, id: u32, name: &'static str) -> Node {
    let size = [place.width, place.height];
    let insets = ["lIns", "tIns", "rIns", "bIns"];
    let body = el("wps:bodyPr").attr("vert", "vert").attr("wrap", "square");
    let body = insets.iter().fold(body, |body, inset| body.attr(inset, 0));
    let shape = el("wps:wsp")
        .child(el("wps:cNvSpPr").attr("txBox", 1))
        .child(floating::clear_rectangle(size))
        .child(el("wps:txbx").child(el("w:txbxContent").child(content)))
        .child(body);
    floating::shape_anchor(id, name, [place.x, place.y], "wp:wrapNone", size, shape)
        .child(floating::no_effect())
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
