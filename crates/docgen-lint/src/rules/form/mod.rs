//! Rules about the elements of a document and how they agree.

use crate::rule::Rule;

mod dates_in_order;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[&dates_in_order::RULE];
