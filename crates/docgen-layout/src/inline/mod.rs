//! From a paragraph's words to set lines, one file a step.
//!
//! 1. [`prepare`]: every character gets its glyph, its script and its break class.
//! 2. [`breaker`]: the lines that a word processor breaks, by its own measure.
//! 3. [`fit`]: which right indent, tracking and alignment the DOCX must say so that it breaks
//!    these lines and loses no mark.
//! 4. [`set`]: the room inside each line is shared out, and glyphs get their places. Nothing
//!    here moves a break.

pub(crate) mod breaker;
pub(crate) mod classes;
pub(crate) mod faces;
pub(crate) mod fit;
pub(crate) mod prepare;
pub(crate) mod set;

#[cfg(test)]
pub(crate) mod testing;
