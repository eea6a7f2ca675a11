//! Faces, their traps and the fallback chain.
//!
//! A [`FontBook`] answers one question: which glyph of which face sets this character in
//! this typeface class, and how wide it is. It takes bytes, never paths.
//!
//! A character's width depends on the character and its class alone, never on the face that
//! happens to be there: Latin is as wide as the bundled face of the class says, everything
//! else is one em. So the same text breaks into the same lines whichever faces are given.

mod book;
mod bundled;
mod embed;
mod error;
mod face;
mod form;
mod given;
mod names;
mod substitution;
#[cfg(test)]
mod tests;
mod word;

use docgen_model::Abs;

pub use book::{FontBook, clusters};
pub use bundled::BundledFace;
pub use embed::{EmbedError, embedded_family};
pub use error::FontError;
pub use face::{Face, FaceData};
pub use given::{GivenFace, Origin, Refusal};
pub use names::most_wanted;
pub use word::{Word, WordGlyph};

/// A fraction of the type size, in millionths.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Em(pub i32);

impl Em {
    /// No width.
    pub const ZERO: Self = Self(0);
    /// The whole type size.
    pub const ONE: Self = Self(1_000_000);
    /// Half of it.
    pub const HALF: Self = Self(500_000);

    /// The length at a type size.
    pub fn at(self, size: Abs) -> Abs {
        size.scale(i64::from(self.0), 1_000_000)
    }
}

/// How wide a character is wanted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// One em for everything but Latin letters, digits and ASCII marks. Those are set in the
    /// face that serves Latin beside the class (a table of the profile) and are
    /// as wide as it says, but for the digits of 黑体 and 小标宋: half an em.
    #[default]
    Natural,
    /// ASCII at half an em in the class's own face, for 半角 page numbers (clause 7.5);
    /// everything else as in [`Width::Natural`].
    Half,
}

/// How a character is set.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// From which face.
    pub face: Face,
    /// Its index there.
    pub id: u16,
    /// How wide it is set.
    pub advance: Em,
    /// Where it is drawn, from its origin, rightwards.
    pub dx: Em,
    /// Where it is drawn, from its origin, upwards.
    pub dy: Em,
    /// Whether a face outside the class had to help.
    pub fallback: bool,
    /// Whether it lacks the form that a variation selector asks for.
    pub plain: bool,
}
