//! Rules about sums, shares, growth and units.

use crate::rule::Rule;

mod part_sum;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[&part_sum::RULE];
