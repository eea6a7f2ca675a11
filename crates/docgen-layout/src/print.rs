//! 打印: what a printing house asks for is done to the finished pages.
//!
//! 1. 套打: what is red is on the paper already; it is left out, and nothing else moves.
//! 2. 双面: an even page is turned over the binding edge, so its type area stands as far from
//!    the right edge as that of an odd page from the left.
//! 3. 出血 and 裁切线: the sheet is larger than the page; marks show where to trim it.

use docgen_frame::{Axis, Item, ItemKind, Owner, Page, PagedDocument, Rule};
use docgen_model::{Abs, Color, Point, Print};
use docgen_standard::{PrintSpec, Profile};

/// Makes pages ready for the press.
pub(crate) fn prepare(pages: &mut PagedDocument, print: &Print, profile: &Profile) {
    if print.preprinted {
        drop_red(pages);
    }
    for page in &mut pages.pages {
        if print.mirror && page.number.is_multiple_of(2) {
            let by = profile.right_margin() - profile.page.left;
            page.items.iter_mut().for_each(|item| item.shift(by));
        }
        enlarge(page, print, profile);
    }
}

fn drop_red(pages: &mut PagedDocument) {
    if let (Some(copies), Some(page)) = (&mut pages.copies, pages.pages.first()) {
        let above = page.items.iter().take(copies.item);
        copies.item -= above.filter(|item| item.is_red()).count();
    }
    for page in &mut pages.pages {
        page.items.retain(|item| !item.is_red());
    }
}

fn enlarge(page: &mut Page, print: &Print, profile: &Profile) {
    let spec = &profile.print;
    page.bleed = print.bleed.map_or(Abs::ZERO, |bleed| profile.grid().length(bleed));
    page.margin = page.bleed;
    if print.crop_marks {
        let gap = page.bleed.max(spec.crop_mark_gap);
        page.margin = gap + spec.crop_mark_length;
        page.items.extend(crop_marks(page, gap, spec));
    }
}

/// Two marks at each corner, in line with the edges that meet there.
fn crop_marks(page: &Page, gap: Abs, spec: &PrintSpec) -> Vec<Item> {
    let length = spec.crop_mark_length;
    let across = [-gap - length, page.width + gap];
    let down = [-gap - length, page.height + gap];
    let edges = |end: Abs| [Abs::ZERO, end];
    let level =
        edges(page.height).map(|y| across.map(|x| (Point { x, y }, Axis::Horizontal)));
    let upright =
        edges(page.width).map(|x| down.map(|y| (Point { x, y }, Axis::Vertical)));
    let ends = level.into_iter().chain(upright).flatten();
    ends.map(|(from, axis)| {
        let (thickness, color) = (spec.crop_mark_thickness, Color::Black);
        let rule = Rule { from, axis, length, thickness, color };
        Item { owner: Owner::Decoration, kind: ItemKind::Rule(rule) }
    })
    .collect()
}
