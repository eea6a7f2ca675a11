//! 公文域 (GB/T 33476.2): which text is which element, for systems that exchange documents.
//!
//! Bookmarks, not content controls: python-docx, and what is built on it, finds no paragraph
//! and no run inside a `w:sdt`, so the title would be lost to its readers. A bookmark is a
//! mark before the element and one behind it; it hides nothing, moves nothing, and may
//! begin in one paragraph and end in another, as 正文 does.

use crate::xml::{Node, el};

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
