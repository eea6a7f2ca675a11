//! Rules about the elements of a document and how they agree.

use crate::rule::Rule;

mod attachment_named;
mod dates_in_order;
mod one_recipient;
mod request_in_report;
mod title_parts;
mod title_year;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &title_parts::RULE,
    &title_year::RULE,
    &one_recipient::RULE,
    &request_in_report::RULE,
    &attachment_named::RULE,
    &dates_in_order::RULE,
];
