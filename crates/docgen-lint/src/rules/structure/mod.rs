//! Rules about ordinals, headings and pairs of marks.

use crate::rule::Rule;

mod series;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[&series::RULE];
