//! Rules about ordinals, headings and pairs of marks.

use crate::rule::Rule;

mod empty_section;
mod heading;
mod heading_mark;
mod level_skipped;
mod nested_titles;
mod ordinal_form;
mod ordinal_order;
mod series;
mod unpaired;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &ordinal_form::RULE,
    &ordinal_order::RULE,
    &level_skipped::RULE,
    &heading_mark::RULE,
    &empty_section::RULE,
    &series::RULE,
    &unpaired::RULE,
    &nested_titles::RULE,
];
