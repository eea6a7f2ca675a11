//! Rules about sums, shares, growth and units.

use crate::rule::Rule;

mod growth;
mod impossible_date;
mod list_length;
mod over_hundred;
mod part_sum;
mod percent_of_count;
mod subset;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &part_sum::RULE,
    &subset::RULE,
    &percent_of_count::RULE,
    &over_hundred::RULE,
    &growth::RULE,
    &list_length::RULE,
    &impossible_date::RULE,
];
