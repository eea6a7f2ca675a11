//! The table of all rules: one group a folder, one rule a file.

mod form;
mod number;
mod structure;
mod text;

use crate::rule::Rule;

/// Every rule, in the order of the manual.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [form::RULES, structure::RULES, text::RULES, number::RULES]
        .into_iter()
        .flatten()
        .copied()
}
