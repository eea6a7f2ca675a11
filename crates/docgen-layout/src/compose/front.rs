//! 封面 and 目录 on their pages. The dots of a leader are told to nobody who listens.

use docgen_frame::{ItemKind, Link, NodeTag, Owner};
use docgen_model::{Abs, Rect};

use super::Composer;
use crate::flow::Flow;
use crate::front::Front;
use crate::inline::set::set_line;
use crate::paragraph::Paragraph;

impl Composer<'_, '_> {
    /// 封面 and 目录; the pages that follow begin with number 1.
    pub(crate) fn front(
        &mut self,
        front: &mut Front<'_>,
        body: &[Paragraph<'_>],
        flow: &Flow,
    ) {
        let pages = front.pages();
        self.flow(&mut front.cover.paragraphs, &front.cover.flow);
        self.first = front.cover.pages();
        let whole = self.structure.len();
        for (index, paragraph) in front.contents.paragraphs.iter().enumerate() {
            let span = paragraph.para.text.span();
            if index == 0 {
                self.part(NodeTag::Contents, span, None);
            }
            let (owner, link) = match paragraph.para.leads_to {
                None => (self.part(NodeTag::Caption, span, Some(whole)), None),
                Some(target) => {
                    let (page, y) = self.heading_place(&body[target], flow, target);
                    let alt = paragraph.para.text.as_str().to_owned();
                    let rect = Rect::default();
                    let link = Link { rect, page: pages + page, y, alt };
                    (self.entry_node(paragraph, whole), Some(link))
                }
            };
            self.entry(front, index, owner, link);
        }
        self.first = pages;
    }

    fn entry_node(&mut self, paragraph: &Paragraph<'_>, whole: usize) -> Owner {
        let span = paragraph.para.text.span();
        let mut parent = whole;
        for tag in [NodeTag::Entry, NodeTag::Reference, NodeTag::Link] {
            self.part(tag, span, Some(parent));
            parent = self.structure.len() - 1;
        }
        Owner::Node(parent)
    }

    /// The lines of a paragraph of 目录, the last with its tail, each with its link.
    fn entry(
        &mut self,
        front: &Front<'_>,
        index: usize,
        owner: Owner,
        link: Option<Link>,
    ) {
        let (paragraph, flow) = (&front.contents.paragraphs[index], &front.contents.flow);
        for (line, cells) in paragraph.lines.iter().enumerate() {
            let at = u32::try_from(line).unwrap_or(u32::MAX);
            let (page, row) = (flow.page_of(index, at), flow.row_of(index, at));
            let place = self.place(paragraph, line, row);
            let runs = set_line(&paragraph.prepared, cells.clone(), place);
            let last = runs.last().filter(|_| line + 1 == paragraph.lines.len());
            let end = last.map(|run| run.origin.x + run.width());
            self.line(page, Some(row), owner, runs, false);
            let tail =
                end.and_then(|end| front.tail(index, end, place.baseline, self.context));
            if let Some(tail) = tail {
                let dots = tail.dots;
                if !dots.is_empty() {
                    self.line(page, Some(row), Owner::Decoration, dots, false);
                }
                self.line(page, Some(row), owner, tail.number, false);
            }
            if let Some(link) = &link {
                let rect = self.row_from(place.left, row);
                self.push(page, owner, ItemKind::Link(Link { rect, ..link.clone() }));
            }
        }
    }

    /// A row from a place to the right edge of the type area.
    fn row_from(&self, left: Abs, row: u32) -> Rect {
        let grid = &self.context.grid;
        let (top, bottom) = (grid.row_top(row), grid.row_bottom(row));
        Rect { x: left, y: top, width: grid.body.right() - left, height: bottom - top }
    }
}
