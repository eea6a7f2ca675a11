//! The table of all rules: one group a folder, one rule a file;
//! [`reading`] and [`page`] list what the
//! reader and layout find.

mod form;
mod number;
mod page;
mod reading;
mod structure;
mod text;

use crate::rule::Rule;

/// Every rule, in the order of the manual.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        form::RULES,
        structure::RULES,
        text::RULES,
        number::RULES,
        reading::RULES,
        page::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}
