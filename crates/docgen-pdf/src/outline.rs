//! The outline: headings nested by level, each with its place.

use docgen_frame::{OutlineEntry, PagedDocument};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::convert::points;

/// The outline of a document, shown unfolded.
pub(crate) fn outline(document: &PagedDocument) -> Outline {
    let mut outline = Outline::new();
    let mut entries = document.outline.as_slice();
    while let Some(node) = next(&mut entries, document.pages.len() * document.times()) {
        outline.push_child(node);
    }
    outline
}

/// Takes the first entry and all deeper ones that follow it. An entry that points behind
/// the last page points at the last.
fn next(entries: &mut &[OutlineEntry], pages: usize) -> Option<OutlineNode> {
    let (entry, rest) = entries.split_first()?;
    *entries = rest;
    let page = entry.page.min(pages.saturating_sub(1));
    let place = XyzDestination::new(page, Point::from_xy(0.0, points(entry.y)));
    let mut node = OutlineNode::new(entry.text.clone(), place).with_open(true);
    while entries.first().is_some_and(|deeper| deeper.level > entry.level) {
        if let Some(child) = next(entries, pages) {
            node.push_child(child);
        }
    }
    Some(node)
}
