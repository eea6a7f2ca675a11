//! Where a glyph stands in an exact line.
//!
//! LibreOffice puts the baseline 0.8 of the line below its top, Word centres the characters.
//! In a tight line, 1.2 times as high as its type, both put it 0.96 of the type size below
//! the top, so whatever has a place of its own on the page is set in tight lines.

use docgen_model::Abs;
use docgen_standard::em_ascent;

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

/// The top of a tight line whose em box begins at `em_top`.
pub(crate) fn tight_top(em_top: Abs, size: Abs) -> Abs {
    em_top + em_ascent(size) - tight_baseline(size)
}
