//! Several copies in one output: the pages are laid out once and repeated, each time with
//! another 份号 (clause 7.2.1).
//!
//! Numbers count from 1 in every copy, and every copy begins on a sheet of its own: an odd
//! number of pages is followed by a blank one.

use docgen_frame::{
    Copies, Item, ItemKind, Line, OutlineEntry, Owner, Page, PagedDocument,
};
use docgen_model::{Abs, Span};
use docgen_standard::{HeadText, Role};

use crate::Context;
use crate::inline::prepare::prepare;
use crate::inline::set::{Fill, Place, set_line};
use crate::paragraph::em;

/// Adds the further copies, and an entry of the outline for each. Whether a blank page ends
/// each copy.
pub(crate) fn repeat(
    pages: &mut PagedDocument,
    head: Option<&HeadText>,
    context: &mut Context<'_>,
) -> bool {
    let further = head.filter(|head| !head.further_copies.is_empty());
    let Some(head) = further else { return false };
    let Some(first) = &head.copy_number else { return false };
    let Some((item, line)) = numbered(pages, first.span()) else { return false };
    let lines: Vec<Line> = head
        .further_copies
        .iter()
        .map(|number| renumbered(&line, number, context))
        .collect();
    let blank = end_on_an_even_page(pages);
    let y = context.grid.row_top(line.row.unwrap_or_default());
    let numbers =
        [first].into_iter().chain(&head.further_copies).map(|text| text.as_str());
    outline(pages, numbers, y);
    pages.copies = Some(Copies { item, lines });
    blank
}

/// The line of the first page that shows the 份号, by its place in the source.
fn numbered(pages: &PagedDocument, span: Span) -> Option<(usize, Line)> {
    let items = &pages.pages.first()?.items;
    let line = |item: &Item| match (&item.kind, item.owner) {
        (ItemKind::Line(line), Owner::Node(node)) => {
            let here = pages.structure.get(node).is_some_and(|node| node.span == span);
            here.then(|| line.clone())
        }
        _ => None,
    };
    items.iter().enumerate().find_map(|(index, item)| Some((index, line(item)?)))
}

/// The same line with another number.
fn renumbered(
    line: &Line,
    number: &docgen_model::Text,
    context: &mut Context<'_>,
) -> Line {
    let style = context.profile.style(Role::CopyNumber);
    let faces = &mut context.faces;
    let prepared = prepare(number, number.len(), style, context.book, faces);
    let origin = line.runs.first().map(|run| run.origin).unwrap_or_default();
    let place = Place {
        left: origin.x,
        width: context.grid.body.width,
        baseline: origin.y,
        em: em(style, context),
        fill: Fill::Left,
        color: style.color,
    };
    let runs = set_line(&prepared, 0..prepared.cells.len(), place);
    Line { runs, ..line.clone() }
}

/// Whether a blank page had to be added.
fn end_on_an_even_page(pages: &mut PagedDocument) -> bool {
    let last = pages.pages.last().filter(|page| !page.number.is_multiple_of(2));
    let blank = last.map(|last| Page { number: last.number + 1, items: vec![], ..*last });
    let added = blank.is_some();
    pages.pages.extend(blank);
    added
}

/// 份号 at the top, the headings of the first copy below its own.
fn outline<'n>(
    pages: &mut PagedDocument,
    numbers: impl Iterator<Item = &'n str>,
    y: Abs,
) {
    let headings = std::mem::take(&mut pages.outline);
    let mut headings = Some(headings);
    for (copy, number) in numbers.enumerate() {
        let (text, page) = (format!("份号 {number}"), copy * pages.pages.len());
        pages.outline.push(OutlineEntry { level: 1, text, page, y });
        let below = headings.take().into_iter().flatten();
        pages
            .outline
            .extend(below.map(|entry| OutlineEntry { level: entry.level + 1, ..entry }));
    }
}
