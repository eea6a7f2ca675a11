//! The numbers of 表格.

use docgen_model::Abs;
use serde::Deserialize;

use crate::Len;
use crate::data::{cited, cited_abs};

/// 表格, of which the standard says only how one stands across the sheet (clause 8).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct TableSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub pitch: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub padding: Abs,
    #[serde(deserialize_with = "cited")]
    pub least: Len,
    #[serde(deserialize_with = "cited_abs")]
    pub outer_thickness: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub inner_thickness: Abs,
}
