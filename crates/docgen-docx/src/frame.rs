//! Paragraphs at a fixed place of the page: `w:framePr`, which every reader of DOCX finds as
//! ordinary text.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::xml::{Node, el};

/// A place on the page, as wide as the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    x: Abs,
    y: Abs,
    width: Abs,
}

impl Frame {
    /// A frame whose top stands at `y` on the page.
    pub(crate) fn at(y: Abs, profile: &Profile) -> Self {
        Self { x: profile.page.left, y, width: profile.docx_width() }
    }

    /// The part of it that begins at `left` and is so wide.
    pub(crate) fn part(self, left: Abs, width: Abs) -> Self {
        Self { x: self.x + left, width, ..self }
    }

    /// The same with its top at `y`.
    pub(crate) fn down_at(self, y: Abs) -> Self {
        Self { y, ..self }
    }

    /// `w:framePr`. With a height or borders LibreOffice would set it in the flow.
    pub(crate) fn properties(self) -> Node {
        el("w:framePr")
            .attr("w:w", self.width.to_twips())
            .attr("w:wrap", "around")
            .attr("w:vAnchor", "page")
            .attr("w:hAnchor", "page")
            .attr("w:x", self.x.to_twips())
            .attr("w:y", self.y.to_twips())
    }
}
