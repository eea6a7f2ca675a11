//! The table of all rules: one group a folder, one rule a file;
//! [`page`] lists what layout finds.

mod form;
mod number;
mod page;
mod structure;
mod text;

use crate::rule::Rule;

/// Every rule, in the order of the manual.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [form::RULES, structure::RULES, text::RULES, number::RULES, page::RULES]
        .into_iter()
        .flatten()
        .copied()
}
