//! The page masters of clause 10: what 信函, 命令（令） and 纪要 do otherwise than the general
//! format.

use docgen_model::Abs;
use serde::Deserialize;

use crate::data::{cited, cited_abs};

/// 信函 (clause 10.1).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct LetterSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub mark_top: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub mark_size: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_below_mark: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_above_page_end: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_length: Abs,
    #[serde(deserialize_with = "cited")]
    pub rule_centre: RuleCentre,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_thick: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_gap: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_thin: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub element_below_rule: Abs,
    #[serde(deserialize_with = "cited")]
    pub first_page_number: bool,
    #[serde(deserialize_with = "cited")]
    pub record_rules: bool,
}

/// On what the double rules of a 信函 are centred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleCentre {
    /// 版心.
    TypeArea,
    /// The sheet.
    Page,
}

/// 命令（令） (clause 10.2).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct OrderSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub mark_top: Abs,
    #[serde(deserialize_with = "cited")]
    pub rule: bool,
}

/// 纪要 (clause 10.3).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct MinutesSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub mark_top: Abs,
    #[serde(deserialize_with = "cited")]
    pub rule: bool,
}
