//! The numbers of 图片.

use docgen_model::Abs;
use serde::Deserialize;

use crate::data::{cited, cited_abs};

/// 图片, of which the standard says nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct FigureSpec {
    #[serde(deserialize_with = "cited")]
    pub dpi: u32,
    #[serde(deserialize_with = "cited_abs")]
    pub air: Abs,
}
