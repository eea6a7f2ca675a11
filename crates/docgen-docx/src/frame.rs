//! Paragraphs at a fixed place of the page: `w:framePr`, which every reader of DOCX finds as
//! ordinary text.
//!
//! Where a glyph stands in an exact line: LibreOffice puts the baseline 0.8 of the line
//! below its top, Word centres the characters. In a line 1.2 times as high as its type both
//! put it 0.96 of the type size below the top, so framed lines have that height. The em box
//! is taken as 0.88 above and 0.12 below the baseline, as everywhere in docgen.

use docgen_model::Abs;
use docgen_standard::Profile;

use crate::xml::{Node, el};

/// A place on the page, as wide as the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    x: Abs,
    y: Abs,
    width: Abs,
}

impl Frame {
    /// A frame whose top stands at `y` on the page.
    pub(crate) fn at(y: Abs, profile: &Profile) -> Self {
        Self { x: profile.page.left, y, width: profile.page.body_width }
    }

    /// `w:framePr`. A height or borders would make LibreOffice set it in the flow; with
    /// `wrap="none"` Word pushes text away, and so nothing of the flow may stand beside it.
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

/// The height of a line in which LibreOffice and Word agree.
pub(crate) fn tight_line(size: Abs) -> Abs {
    size.scale(6, 5)
}

/// From the top of a tight line to its baseline.
pub(crate) fn tight_baseline(size: Abs) -> Abs {
    size.scale(96, 100)
}

/// From the top of an exact line of any height to its baseline, in LibreOffice.
pub(crate) fn exact_baseline(line: Abs) -> Abs {
    line.scale(4, 5)
}

/// From the top of the em box to the baseline.
pub(crate) fn em_ascent(size: Abs) -> Abs {
    size.scale(88, 100)
}

/// The top of a tight line whose em box begins at `em_top`.
pub(crate) fn tight_top(em_top: Abs, size: Abs) -> Abs {
    em_top + em_ascent(size) - tight_baseline(size)
}
