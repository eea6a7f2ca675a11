//! Rules about sums, shares, growth and units.

use crate::rule::Rule;

mod about_exact;
mod anniversary;
mod average;
mod change_rate;
mod conversion;
mod duration;
mod fall_by_times;
mod fall_over_hundred;
mod fraction;
mod future_date;
mod growth;
mod growth_amount;
mod growth_direction;
mod impossible_date;
mod impossible_period;
mod impossible_time;
mod inline_order;
mod list_below;
mod list_length;
mod magnitude;
mod multiple;
mod named_list;
mod over_hundred;
mod part_sum;
mod percent_of_count;
mod percent_of_plan;
mod percent_points;
mod period_sum;
mod plan_length;
mod plan_years;
mod product;
mod range_turned;
mod rank;
mod remainder;
mod reporting_year;
mod share_over;
mod shares;
mod since;
mod structure_ratio;
mod subset;
mod sum_after;
mod table_rate;
mod table_row_total;
mod table_text;
mod table_total;
mod two_values;
mod unit_drift;

/// The group's table.
pub(super) const RULES: &[&Rule] = &[
    &part_sum::RULE,
    &sum_after::RULE,
    &remainder::RULE,
    &subset::RULE,
    &period_sum::RULE,
    &percent_of_count::RULE,
    &percent_of_plan::RULE,
    &table_total::RULE,
    &table_row_total::RULE,
    &table_rate::RULE,
    &table_text::RULE,
    &shares::RULE,
    &structure_ratio::RULE,
    &share_over::RULE,
    &over_hundred::RULE,
    &fraction::RULE,
    &growth::RULE,
    &growth_amount::RULE,
    &change_rate::RULE,
    &growth_direction::RULE,
    &percent_points::RULE,
    &multiple::RULE,
    &fall_by_times::RULE,
    &fall_over_hundred::RULE,
    &average::RULE,
    &product::RULE,
    &rank::RULE,
    &conversion::RULE,
    &magnitude::RULE,
    &two_values::RULE,
    &unit_drift::RULE,
    &about_exact::RULE,
    &list_length::RULE,
    &list_below::RULE,
    &named_list::RULE,
    &inline_order::RULE,
    &range_turned::RULE,
    &duration::RULE,
    &since::RULE,
    &anniversary::RULE,
    &plan_length::RULE,
    &plan_years::RULE,
    &reporting_year::RULE,
    &future_date::RULE,
    &impossible_date::RULE,
    &impossible_period::RULE,
    &impossible_time::RULE,
];
