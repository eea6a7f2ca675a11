//! Faces, their traps and the fallback chain.
//!
//! A [`FontBook`] answers one question: which glyph of which face sets this character in
//! this typeface class, and how wide it is. It takes bytes, never paths.

use std::sync::Arc;

use docgen_model::{Abs, FontRole};

/// The bytes of a font file, shared without copying.
pub type FaceData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A loaded face; cheap to clone.
#[derive(Clone)]
pub struct Face(Arc<FaceInner>);

struct FaceInner {
    role: FontRole,
    index: u8,
    data: FaceData,
}

impl Face {
    /// The class that the face serves first.
    pub fn role(&self) -> FontRole {
        self.0.role
    }

    /// Its number within its book, from 0.
    pub fn index(&self) -> usize {
        usize::from(self.0.index)
    }

    /// The bytes of its file.
    pub fn data(&self) -> FaceData {
        Arc::clone(&self.0.data)
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({}, {:?})", self.0.index, self.0.role)
    }
}

/// A fraction of the type size, in millionths.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Em(pub i32);

impl Em {
    /// The whole type size.
    pub const ONE: Self = Self(1_000_000);
    /// Half of it.
    pub const HALF: Self = Self(500_000);

    /// The length at a type size.
    pub fn at(self, size: Abs) -> Abs {
        size.scale(i64::from(self.0), 1_000_000)
    }
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
}
