//! Rules about ordinals, headings and pairs of marks.

use crate::rule::Rule;

mod article_order;
mod empty_pair;
mod empty_section;
mod final_mark;
mod first_second;
mod heading;
mod heading_mark;
mod heading_twice;
mod level_skipped;
mod nested_brackets;
mod nested_quotes;
mod nested_titles;
mod nesting;
mod ordinal_form;
mod ordinal_order;
mod paragraph_twice;
mod series;
mod series_alone;
mod series_marks;
mod single_heading;
mod single_titles;
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
    &article_order::RULE,
    &single_heading::RULE,
    &heading_twice::RULE,
    &paragraph_twice::RULE,
    &final_mark::RULE,
    &series_alone::RULE,
    &series_marks::RULE,
    &first_second::RULE,
    &nested_quotes::RULE,
    &nested_brackets::RULE,
    &single_titles::RULE,
    &empty_pair::RULE,
];
