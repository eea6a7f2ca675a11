//! Rules about the elements of a document and how they agree.

use crate::rule::Rule;

mod attachment_differs;
mod attachment_label;
mod attachment_named;
mod attachment_titled;
mod cited_number;
mod closing_mark;
mod closing_words;
mod copy_repeats;
mod date_zero;
mod dates_in_order;
mod joint_order;
mod joint_signers;
mod kind_direction;
mod number_year;
mod one_recipient;
mod placeholder;
mod printed_by;
mod reply_cites;
mod request_closing;
mod request_contact;
mod request_in_report;
mod salutation;
mod secrecy_term;
mod secret_public;
mod sent_downward;
mod signature_organ;
mod title_asks_twice;
mod title_de;
mod title_marks;
mod title_organ;
mod title_parts;
mod title_repeats;
mod title_year;
mod two_kinds;
mod urgent_title;
mod weekday;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &title_parts::RULE,
    &title_year::RULE,
    &one_recipient::RULE,
    &request_in_report::RULE,
    &attachment_named::RULE,
    &dates_in_order::RULE,
    &printed_by::RULE,
    &number_year::RULE,
    &cited_number::RULE,
    &date_zero::RULE,
    &weekday::RULE,
    &closing_words::RULE,
    &request_closing::RULE,
    &two_kinds::RULE,
    &title_asks_twice::RULE,
    &title_marks::RULE,
    &title_repeats::RULE,
    &title_de::RULE,
    &kind_direction::RULE,
    &sent_downward::RULE,
    &salutation::RULE,
    &attachment_label::RULE,
    &attachment_titled::RULE,
    &attachment_differs::RULE,
    &joint_order::RULE,
    &joint_signers::RULE,
    &copy_repeats::RULE,
    &signature_organ::RULE,
    &title_organ::RULE,
    &secret_public::RULE,
    &secrecy_term::RULE,
    &request_contact::RULE,
    &urgent_title::RULE,
    &closing_mark::RULE,
    &reply_cites::RULE,
    &placeholder::RULE,
];
