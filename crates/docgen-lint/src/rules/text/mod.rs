//! Rules about marks, characters and words.

use crate::rule::Rule;

mod about_twice;
mod comma_between_titles;
mod dots;
mod doubled_mark;
mod full_width_digit;
mod range_mark;
mod range_percent;
mod repeated_word;
mod slip;
mod stray_character;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &doubled_mark::RULE,
    &dots::RULE,
    &comma_between_titles::RULE,
    &range_percent::RULE,
    &range_mark::RULE,
    &full_width_digit::RULE,
    &stray_character::RULE,
    &repeated_word::RULE,
    &about_twice::RULE,
    &slip::RULE,
];
