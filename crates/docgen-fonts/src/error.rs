//! What can be wrong with the faces that a book is made of.

use docgen_model::{Bilingual, FontRole};

/// Why a [`FontBook`](crate::FontBook) could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontError {
    /// No face serves the class.
    Missing(FontRole),
    /// A face is no font file, or has no table that maps Unicode characters to glyphs.
    Unreadable {
        /// The class that it was to serve.
        role: FontRole,
        /// Its number among the given faces, from 0.
        index: usize,
    },
    /// There are more faces than a book can number.
    TooMany,
}

impl FontError {
    /// The sentence for the author.
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Missing(role) => Bilingual::new(
                format!("缺少{}字体", role.name()),
                format!("no face serves {role:?}"),
            ),
            Self::Unreadable { role, index } => Bilingual::new(
                format!("第 {} 个字体（{}）无法读取", index + 1, role.name()),
                format!("face {} ({role:?}) cannot be read", index + 1),
            ),
            Self::TooMany => Bilingual::new("字体超过 65536 个", "more than 65536 faces"),
        }
    }
}

impl std::fmt::Display for FontError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for FontError {}
