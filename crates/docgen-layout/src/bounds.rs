//! A last look at the pages: nothing may leave the type area or lie on something else.
//!
//! Each step keeps to its room, but a name, a number or a label of absurd length can defeat
//! any of them. Such a line is an error at its place, never a wrong page.

use std::collections::BTreeSet;

use docgen_frame::{GlyphRun, Item, ItemKind, Line, Owner, PagedDocument, Turn};
use docgen_model::{Abs, Bilingual, Code, Diagnostic, Point, Rect, Span};

use crate::Context;

/// Errors for what leaves the type area or overlaps itself: one a paragraph, at its first
/// such line.
pub(crate) fn check(
    pages: &PagedDocument,
    room: Rect,
    context: &Context<'_>,
) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let items = || pages.pages.iter().flat_map(|page| &page.items);
    let wide = items().filter_map(picture).filter(|(_, rect)| !holds(room, *rect));
    let wide =
        wide.filter_map(|(node, _)| Some(too_large(pages.structure.get(node)?.span)));
    let height = context.profile.page.height;
    let fits = |line: &Line| match line.turn {
        Turn::Left => fits(&upright(line, height), context.turned.body),
        Turn::Upright => fits(line, room),
        Turn::Right => stands(line, room),
    };
    let lines = items()
        .filter_map(flow_line)
        .filter(|(node, line)| !fits(line) && told.insert(*node))
        .map(|(_, line)| {
            let message = Bilingual::new("这里排不下", "this does not fit on its line");
            let hint = Bilingual::new("请缩短，或用规范化简称", "shorten it");
            Diagnostic::error(Code::Overfull, span(line), message).hint(hint)
        });
    lines.chain(wide).collect()
}

/// Pictures with the piece that they are.
fn picture(item: &Item) -> Option<(usize, Rect)> {
    match (&item.kind, item.owner) {
        (ItemKind::Picture(picture), Owner::Node(node)) => Some((node, picture.rect)),
        _ => None,
    }
}

/// Whether a picture stays between the edges and below the top; the lower edge of a seal may
/// pass that of the type area, as a name may stand on the last row.
fn holds(body: Rect, rect: Rect) -> bool {
    rect.x >= body.x && rect.right() <= body.right() && rect.y >= body.y
}

fn too_large(span: Span) -> Diagnostic {
    let message =
        Bilingual::new("图片伸出版心", "the picture reaches beyond the type area");
    let hint = Bilingual::new("请改小尺寸", "give it a smaller size");
    Diagnostic::error(Code::Overfull, span, message).hint(hint)
}

/// Lines in the type area with their paragraph; the page number has its place below.
fn flow_line(item: &Item) -> Option<(usize, &Line)> {
    match (&item.kind, item.owner) {
        (ItemKind::Line(line), Owner::Node(node)) => Some((node, line)),
        _ => None,
    }
}

/// Whether a line stays between the edges, but for the empty half of a mark at its end, and
/// no run begins before the one before it has ended. Lengths are rounded, so a little is free.
fn fits(line: &Line, body: Rect) -> bool {
    let (Some(first), Some(last)) = (line.runs.first(), line.runs.last()) else {
        return true;
    };
    let free = last.size / 50;
    let end = |run: &GlyphRun| run.origin.x + run.width();
    let parted = line.runs.windows(2).all(|two| end(&two[0]) <= two[1].origin.x + free);
    let y = first.origin.y;
    parted
        && first.origin.x >= body.x - free
        && end(last) <= body.right() + last.size / 2 + free
        && (body.y..=body.bottom()).contains(&y)
}

/// Whether a line that runs downwards stays in the type area.
fn stands(line: &Line, body: Rect) -> bool {
    line.runs.iter().all(|run| {
        let (x, y) = (run.origin.x, run.origin.y);
        let across = (body.x..=body.right()).contains(&x);
        across && y >= body.y && y + run.width() <= body.bottom()
    })
}

/// A turned line as one looks at it, with the head of a sheet of this height at the top.
fn upright(line: &Line, sheet_height: Abs) -> Line {
    let mut line = line.clone();
    for run in &mut line.runs {
        let Point { x, y } = run.origin;
        run.origin = Point { x: sheet_height - y, y: x };
    }
    line
}

fn span(line: &Line) -> Span {
    let spans = line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.span);
    spans.reduce(Span::to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::set::{Fill, Place, set_line};
    use crate::inline::testing::body as prepared;
    use docgen_model::Color;
    use docgen_standard::Profile;

    fn line(count: usize, left: Abs) -> Line {
        let grid = Profile::gbt9704().grid();
        let prepared = prepared(&"国".repeat(count));
        let place = Place {
            left,
            width: Abs::mm100(30_000),
            baseline: grid.row_top(3),
            em: grid.cell(),
            fill: Fill::Left,
            color: Color::Black,
        };
        Line {
            row: None,
            turn: Turn::Upright,
            runs: set_line(&prepared, 0..count, place),
        }
    }

    #[test]
    fn a_line_past_an_edge_does_not_fit() {
        let body = Profile::gbt9704().grid().body;
        assert!(fits(&line(28, body.x), body));
        assert!(!fits(&line(30, body.x), body));
        assert!(!fits(&line(3, body.x - Abs::mm100(500)), body));
    }
}
