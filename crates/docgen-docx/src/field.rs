//! 公文域 (GB/T 33476.2): which text is which element, for systems that exchange documents.
//!
//! Bookmarks, not content controls: python-docx, and what is built on it, finds no paragraph
//! and no run inside a `w:sdt`, so the title would be lost to its readers. A bookmark is a
//! mark before the element and one behind it; it hides nothing, moves nothing, and may
//! begin in one paragraph and end in another, as 正文 does. Who exchanges documents with a
//! system that asks for content controls gets them instead ([`controls`]): measured, they
//! move no line, as long as each holds words of one paragraph.

use crate::xml::{Node, el, val};

/// Marks elements and numbers the marks, since each bookmark needs its own number. A name
/// stands once in a document: further copies are not marked.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    made: Vec<String>,
}

impl Fields {
    /// The same for an element of which each organ has one: its name ends in the organ's number.
    pub(crate) fn numbered(
        &mut self,
        name: &str,
        number: usize,
        runs: Vec<Node>,
    ) -> Vec<Node> {
        self.around(&format!("{name}_{number}"), runs)
    }

    /// The runs of the element `name` between its marks; without a run there is none.
    pub(crate) fn around(&mut self, name: &str, runs: Vec<Node>) -> Vec<Node> {
        if runs.is_empty() || self.made.iter().any(|made| made == name) {
            return runs;
        }
        self.made.push(name.to_owned());
        let id = self.made.len();
        let start = el("w:bookmarkStart").attr("w:id", id).attr("w:name", name);
        let end = el("w:bookmarkEnd").attr("w:id", id);
        [start].into_iter().chain(runs).chain([end]).collect()
    }
}

/// Turns the bookmarks below a node into content controls with the same names as tags, but for
/// those of headings, to which 目录 leads.
pub(crate) fn controls(node: &mut Node) {
    let mut open: Option<(Node, Vec<Node>)> = None;
    for mut child in std::mem::take(&mut node.children) {
        match (child.name, open.take()) {
            ("w:bookmarkStart", None) if !leads_here(&mut child) => {
                open = Some((properties(&mut child), vec![]));
            }
            ("w:bookmarkEnd", Some((properties, content))) => {
                let content = el("w:sdtContent").children(content);
                node.children.push(el("w:sdt").child(properties).child(content));
            }
            (_, Some((properties, mut content))) => {
                content.push(child);
                open = Some((properties, content));
            }
            (_, None) => {
                controls(&mut child);
                node.children.push(child);
            }
        }
    }
}

fn leads_here(start: &mut Node) -> bool {
    start.attribute("w:name").is_some_and(|name| name.starts_with("_Toc"))
}

/// Tag and number of a content control, from the start of its bookmark.
fn properties(start: &mut Node) -> Node {
    let mut given = |name| start.attribute(name).map(std::mem::take).unwrap_or_default();
    let (tag, id) = (val("w:tag", given("w:name")), val("w:id", given("w:id")));
    el("w:sdtPr").child(tag).child(id)
}
