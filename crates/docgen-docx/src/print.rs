//! 打印, on the finished text: 套打 leaves out what is red and keeps its place, 双面 places what is
//! anchored to the sheet from the type area, which a word processor mirrors.
//!
//! 出血 and 裁切线 are for the PDF alone.

use docgen_model::Print;
use docgen_standard::Profile;

use crate::format::hex;
use crate::xml::Node;

/// Changes every element below `node`.
pub(crate) fn prepare(node: &mut Node, print: &Print, profile: &Profile) {
    if print.preprinted {
        drop_red(node, &hex(profile.palette.red));
    }
    if print.mirror {
        anchor_to_text(node, profile);
    }
}

/// Drops runs of red text and red drawings; the paragraphs they stood in keep their height,
/// which is exact.
fn drop_red(node: &mut Node, red: &str) {
    node.children.iter_mut().for_each(|child| drop_red(child, red));
    node.children.retain(|child| !(child.name == "w:r" && is_red(child, red)));
}

fn is_red(run: &Node, red: &str) -> bool {
    let mut colors = run.properties.iter().flat_map(|properties| &properties.children);
    colors.any(|child| child.name == "w:color" && child.says("w:val", red))
        || (holds(run, &|node| node.name == "a:srgbClr" && node.says("val", red))
            && !holds(run, &|node| node.name == "w:t"))
}

fn holds(node: &Node, wanted: &dyn Fn(&Node) -> bool) -> bool {
    wanted(node) || node.children.iter().any(|child| holds(child, wanted))
}

/// `page` and a distance from its left edge become `margin` and the distance from the text.
fn anchor_to_text(node: &mut Node, profile: &Profile) {
    let left = profile.page.left;
    if node.name == "w:framePr" && node.says("w:hAnchor", "page") {
        move_left(node.attribute("w:x"), left.to_twips());
        if let Some(anchor) = node.attribute("w:hAnchor") {
            "margin".clone_into(anchor);
        }
    }
    if node.name == "wp:positionH" && node.says("relativeFrom", "page") {
        move_left(node.children.first_mut().and_then(Node::content), left.to_emu());
        if let Some(anchor) = node.attribute("relativeFrom") {
            "margin".clone_into(anchor);
        }
    }
    node.children.iter_mut().for_each(|child| anchor_to_text(child, profile));
}

fn move_left(distance: Option<&mut String>, by: i64) {
    if let Some(distance) = distance
        && let Ok(old) = distance.parse::<i64>()
    {
        *distance = (old - by).to_string();
    }
}
