//! The theme: Word expects one. Nothing refers to it.

/// `word/theme/theme1.xml`: the least that is valid.
pub(crate) const THEME: &str = include_str!("../data/theme1.xml");
