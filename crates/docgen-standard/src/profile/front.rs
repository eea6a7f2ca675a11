//! 封面 and 目录: the standard has neither, so practice fills in.

use docgen_model::{Abs, Document};
use serde::Deserialize;

use crate::Len;
use crate::Profile;
use crate::data::{cited, cited_abs};

/// 封面.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct CoverSpec {
    #[serde(deserialize_with = "cited")]
    pub title_row: u32,
    #[serde(deserialize_with = "cited")]
    pub last_row: u32,
}

/// 目录.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct ContentsSpec {
    #[serde(deserialize_with = "cited")]
    pub title: String,
    #[serde(deserialize_with = "cited")]
    pub title_row: u32,
    #[serde(deserialize_with = "cited")]
    pub entries_after: u32,
    #[serde(deserialize_with = "cited")]
    pub depth: u8,
    #[serde(deserialize_with = "cited")]
    pub number_room: Len,
    #[serde(deserialize_with = "cited_abs")]
    pub leader_step: Abs,
}

impl Profile {
    /// The same for a word processor that makes 目录 from outline levels: every heading stands a
    /// level higher, and the title at level 0, which is none.
    pub fn with_contents(&self) -> Self {
        let mut profile = self.clone();
        profile.styles.iter_mut().for_each(|style| {
            style.outline = style.outline.map(|level| level.saturating_sub(1));
        });
        profile
    }

    /// How many levels of headings 目录 names, where there is one.
    pub fn contents_depth(&self, document: &Document) -> Option<u8> {
        Some(document.contents?.depth.unwrap_or(self.contents.depth))
    }
}
