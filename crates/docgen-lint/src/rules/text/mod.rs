//! Rules about marks, characters and words.

use crate::rule::Rule;

mod doubled_mark;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[&doubled_mark::RULE];
