//! 公文域 (GB/T 33476.2): which text is which element, for systems that exchange documents.
//!
//! Bookmarks, not content controls: python-docx, and what is built on it, finds no paragraph
//! and no run inside a `w:sdt`, so the title would be lost to its readers. A bookmark is a
//! mark before the element and one behind it; it hides nothing, moves nothing, and may
//! begin in one paragraph and end in another, as 正文 does.

use crate::xml::{Node, el};

/// Marks elements and numbers the marks, since each bookmark needs its own number.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    made: u32,
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
        if runs.is_empty() {
            return runs;
        }
        self.made += 1;
        let start = el("w:bookmarkStart").attr("w:id", self.made).attr("w:name", name);
        let end = el("w:bookmarkEnd").attr("w:id", self.made);
        [start].into_iter().chain(runs).chain([end]).collect()
    }
}
