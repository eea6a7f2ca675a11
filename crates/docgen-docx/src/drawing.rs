//! The level rules of 版头 and 版记: DrawingML lines at a fixed place of the page, with a VML line for
//! readers from before 2010.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::clearing;
use crate::floating;
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
        let id = self.number();
        floating::run(anchor(rule, id), Some(vml(rule)))
    }

    /// The number of a drawing that another module makes.
    pub(crate) fn number(&mut self) -> u32 {
        self.made += 1;
        self.made
    }

    /// A run that keeps rows free on the page where it stands.
    pub(crate) fn clearing(&mut self, y: Abs, height: Abs, profile: &Profile) -> Node {
        let anchor = clearing::anchor(self.number(), y, height, profile);
        floating::run(anchor, None)
    }
}

fn anchor(rule: Rule, id: u32) -> Node {
    let size = [rule.length, Abs::ZERO];
    let fill = el("a:solidFill").child(el("a:srgbClr").attr("val", hex(rule.color)));
    let line = el("a:ln").attr("w", rule.thickness.to_emu()).child(fill);
    let properties = el("wps:spPr")
        .child(floating::transform(size))
        .child(floating::geometry("line"))
        .child(line);
    let shape =
        el("wps:wsp").child(el("wps:cNvCnPr")).child(properties).child(el("wps:bodyPr"));
    let place = [rule.left, rule.y];
    floating::shape_anchor(id, rule.name, place, "wp:wrapNone", size, shape)
        .child(floating::no_effect())
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
