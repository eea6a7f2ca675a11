//! Rules about marks, characters and words.

use crate::rule::Rule;

mod about_twice;
mod adjacent_numbers;
mod as_of;
mod colon_twice;
mod comma_before_and;
mod comma_before_etc;
mod comma_between_titles;
mod date_form;
mod decimal_point;
mod degree;
mod dots;
mod doubled_mark;
mod ellipsis_etc;
mod entries;
mod full_width_digit;
mod half_width_stop;
mod han_zero;
mod law_full;
mod law_name;
mod limit_twice;
mod marks_collide;
mod mixed_number;
mod money_twice;
mod money_unit;
mod organ_forms;
mod organ_short;
mod organ_spoken;
mod organ_varies;
mod percent_mixed;
mod percent_words;
mod range_hyphen;
mod range_mark;
mod range_numbers;
mod range_percent;
mod ranges;
mod redundant;
mod repeated_word;
mod slip;
mod stray_character;
mod thousands;
mod thousands_mixed;
mod title_varies;
mod titles;
mod told;
mod traditional;
mod unit_form;
mod unit_mixed;
mod unit_twice;
mod year_short;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &doubled_mark::RULE,
    &dots::RULE,
    &comma_between_titles::RULE,
    &range_percent::RULE,
    &range_mark::RULE,
    &full_width_digit::RULE,
    &half_width_stop::RULE,
    &stray_character::RULE,
    &repeated_word::RULE,
    &about_twice::RULE,
    &slip::RULE,
    &marks_collide::RULE,
    &comma_before_etc::RULE,
    &comma_before_and::RULE,
    &ellipsis_etc::RULE,
    &unit_form::RULE,
    &unit_mixed::RULE,
    &year_short::RULE,
    &thousands::RULE,
    &thousands_mixed::RULE,
    &mixed_number::RULE,
    &decimal_point::RULE,
    &percent_mixed::RULE,
    &date_form::RULE,
    &as_of::RULE,
    &percent_words::RULE,
    &limit_twice::RULE,
    &redundant::RULE,
    &title_varies::RULE,
    &organ_varies::RULE,
    &traditional::RULE,
    &adjacent_numbers::RULE,
    &han_zero::RULE,
    &range_hyphen::RULE,
    &colon_twice::RULE,
    &money_twice::RULE,
    &unit_twice::RULE,
    &money_unit::RULE,
    &range_numbers::RULE,
    &degree::RULE,
    &law_name::RULE,
    &law_full::RULE,
    &organ_spoken::RULE,
    &organ_short::RULE,
];
