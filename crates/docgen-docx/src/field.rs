//! 公文域 (GB/T 33476.2): which text is which element, for systems that exchange documents.
//!
//! Bookmarks, not content controls: python-docx, and what is built on it, finds no paragraph
//! and no run inside a `w:sdt`, so the title would be lost to its readers. A bookmark is a
//! mark before the element and one behind it; it hides nothing, moves nothing, and may
//! begin in one paragraph and end in another, as 正文 does. Who exchanges documents with a
//! system that asks for content controls gets them instead ([`controls`]).

use crate::xml::{Node, el, val};

const START: &str = "w:bookmarkStart";
const END: &str = "w:bookmarkEnd";

/// Marks elements and numbers the marks, since each bookmark needs its own number. A name
/// stands once in a document: further copies are not marked.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    made: Vec<String>,
    /// The number of the element that goes on in a later paragraph.
    open: Option<usize>,
}

/// Whether a paragraph begins and whether it ends an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) first: bool,
    pub(crate) last: bool,
}

impl Part {
    const WHOLE: Self = Self { first: true, last: true };
}

impl Fields {
    /// The runs of the element `name` between its marks; without a run there is none.
    pub(crate) fn around(&mut self, name: &str, runs: Vec<Node>) -> Vec<Node> {
        self.part(name, runs, Part::WHOLE)
    }

    /// The same for an element of which there may be several: its name ends in its number.
    pub(crate) fn numbered(
        &mut self,
        name: &str,
        number: usize,
        runs: Vec<Node>,
    ) -> Vec<Node> {
        self.around(&format!("{name}_{number}"), runs)
    }

    /// The same for what a paragraph holds of an element.
    pub(crate) fn part(&mut self, name: &str, runs: Vec<Node>, part: Part) -> Vec<Node> {
        let begins =
            part.first && !runs.is_empty() && !self.made.iter().any(|m| m == name);
        let begun = begins.then(|| {
            self.made.push(name.to_owned());
            self.made.len()
        });
        let ended = match (part.first, part.last) {
            (true, true) => begun,
            (true, false) => {
                self.open = begun;
                None
            }
            (false, true) => self.open.take(),
            (false, false) => None,
        };
        let start = |id| el(START).attr("w:id", id).attr("w:name", name);
        let end = |id| el(END).attr("w:id", id);
        begun.map(start).into_iter().chain(runs).chain(ended.map(end)).collect()
    }
}

/// Turns the bookmarks of a body into content controls with the same names as tags, but for
/// those of headings, to which 目录 leads. One that ends in a later paragraph than it begins
/// becomes a control around its paragraphs and tables.
pub(crate) fn controls(body: &mut Node) {
    around_runs(body);
    around_blocks(body);
}

fn around_runs(node: &mut Node) {
    while let Some((start, end)) = pair(&node.children) {
        let mut inner: Vec<_> = node.children.drain(start..=end).collect();
        inner.pop();
        let mark = inner.remove(0);
        node.children.insert(start, control(&mark, inner));
    }
    node.children.iter_mut().for_each(around_runs);
}

/// Where among the runs of a paragraph an element begins and ends.
fn pair(runs: &[Node]) -> Option<(usize, usize)> {
    let mut starts = runs.iter().enumerate().filter(|(_, run)| is_start(run));
    starts
        .find_map(|(at, start)| Some((at, runs.iter().position(|run| ends(run, start))?)))
}

fn around_blocks(body: &mut Node) {
    for first in 0.. {
        let Some(block) = body.children.get_mut(first) else { return };
        let Some(at) = block.children.iter().position(is_start) else { continue };
        let mark = block.children.remove(at);
        let rest = body.children.iter_mut().enumerate().skip(first);
        let mut closing = rest.filter_map(|(last, block)| {
            let at = block.children.iter().position(|node| ends(node, &mark))?;
            block.children.remove(at);
            Some(last)
        });
        if let Some(last) = closing.next() {
            let inner = body.children.drain(first..=last).collect();
            body.children.insert(first, control(&mark, inner));
        }
    }
}

/// Whether it begins an element. Word's own marks begin with a `_`.
fn is_start(node: &Node) -> bool {
    node.name == START && node.value("w:name").is_some_and(|name| !name.starts_with('_'))
}

fn ends(node: &Node, start: &Node) -> bool {
    node.name == END && node.value("w:id") == start.value("w:id")
}

/// A content control with the name of a bookmark as its tag.
fn control(mark: &Node, inner: Vec<Node>) -> Node {
    let given = |name| mark.value(name).unwrap_or_default();
    let properties = el("w:sdtPr")
        .child(val("w:tag", given("w:name")))
        .child(val("w:id", given("w:id")));
    el("w:sdt").child(properties).child(el("w:sdtContent").children(inner))
}
