//! The level rules of 版头 and 版记: DrawingML lines at a fixed place of the page, with a VML line for
//! readers from before 2010.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::clearing;
use crate::format::hex;
use crate::xml::{Node, el};

/// Makes rules and numbers them, since each drawing of a document needs its own number.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    made: u32,
}

/// A level rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// Its left end, from the left edge of the page.
    pub(crate) left: Abs,
    /// How long it is.
    pub(crate) length: Abs,
    /// Its centre, from the top of the page.
    pub(crate) y: Abs,
    /// Its thickness.
    pub(crate) thickness: Abs,
    /// Its colour.
    pub(crate) color: [u8; 3],
    /// Its name, for those who edit the document.
    pub(crate) name: &'static str,
}

impl Rules {
    /// A run that carries the rule; it may stand in any paragraph on the same page.
    pub(crate) fn run(&mut self, rule: Rule) -> Node {
        self.made += 1;
        let choice = el("mc:Choice")
            .attr("Requires", "wps")
            .child(el("w:drawing").child(anchor(rule, self.made)));
        let fallback = el("mc:Fallback").child(el("w:pict").child(vml(rule)));
        let content = el("mc:AlternateContent").child(choice).child(fallback);
        el("w:r").child(content)
    }

    /// The number of a drawing that another module makes.
    pub(crate) fn number(&mut self) -> u32 {
        self.made += 1;
        self.made
    }

    /// A run that keeps rows free on the page where it stands.
    pub(crate) fn clearing(&mut self, y: Abs, height: Abs, profile: &Profile) -> Node {
        self.made += 1;
        let anchor = clearing::anchor(self.made, y, height, profile);
        let choice =
            el("mc:Choice").attr("Requires", "wps").child(el("w:drawing").child(anchor));
        el("w:r").child(el("mc:AlternateContent").child(choice))
    }
}

fn anchor(rule: Rule, id: u32) -> Node {
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
        .child(position("wp:positionH", rule.left))
        .child(position("wp:positionV", rule.y))
        .child(extent("wp:extent", rule))
        .child(effect)
        .child(el("wp:wrapNone"))
        .child(el("wp:docPr").attr("id", id).attr("name", rule.name))
        .child(el("wp:cNvGraphicFramePr"))
        .child(graphic(rule))
}

fn extent(name: &'static str, rule: Rule) -> Node {
    el(name).attr("cx", rule.length.to_emu()).attr("cy", 0)
}

fn graphic(rule: Rule) -> Node {
    let transform = el("a:xfrm")
        .child(el("a:off").attr("x", 0).attr("y", 0))
        .child(extent("a:ext", rule));
    let geometry = el("a:prstGeom").attr("prst", "line").child(el("a:avLst"));
    let fill = el("a:solidFill").child(el("a:srgbClr").attr("val", hex(rule.color)));
    let line = el("a:ln").attr("w", rule.thickness.to_emu()).child(fill);
    let properties = el("wps:spPr").child(transform).child(geometry).child(line);
    let shape =
        el("wps:wsp").child(el("wps:cNvCnPr")).child(properties).child(el("wps:bodyPr"));
    let data = el("a:graphicData")
        .attr("uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape")
        .child(shape);
    el("a:graphic").child(data)
}

fn vml(rule: Rule) -> Node {
    let point = |x: Abs| format!("{:.2}pt,{:.2}pt", x.to_pt(), rule.y.to_pt());
    let style = "position:absolute;mso-position-horizontal-relative:page;\
                 mso-position-vertical-relative:page";
    el("v:line")
        .attr("style", style)
        .attr("from", point(rule.left))
        .attr("to", point(rule.left + rule.length))
        .attr("strokecolor", format!("#{}", hex(rule.color)))
        .attr("strokeweight", format!("{:.2}pt", rule.thickness.to_pt()))
}
