//! An invisible drawing as wide as the text, above and below which lines stand but not beside
//! it: rows of a page that stay free.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::floating;
use crate::xml::{Node, el};

/// For those who edit the document.
const NAME: &str = "落款与正文同页";

/// `wp:anchor` of the drawing, at a fixed place of the page on which its run stands.
pub(crate) fn anchor(id: u32, y: Abs, height: Abs, profile: &Profile) -> Node {
    let size = [profile.page.body_width, height];
    let shape = el("wps:wsp")
        .child(el("wps:cNvSpPr"))
        .child(floating::clear_rectangle(size))
        .child(el("wps:bodyPr"));
    let place = [profile.page.left, y];
    floating::shape_anchor(id, NAME, place, "wp:wrapTopAndBottom", size, shape)
}
