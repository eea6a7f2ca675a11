//! 印发件: the texts that a notice issues or passes on.

use docgen_model::Enclosed;

use super::fields::{Fields, Value};
use super::{Context, body, title};
use crate::blanks::Blanks;
use crate::schema::ENCLOSED;
use crate::yaml::Entry;

/// Reads the list of enclosed texts.
pub(super) fn read(value: Option<Value>, cx: &mut Context<'_>) -> Vec<Enclosed> {
    let maps = value.into_iter().flat_map(|value| value.node.into_maps());
    maps.map(|(entries, _)| enclosed(entries, cx)).collect()
}

fn enclosed(entries: Vec<Entry>, cx: &mut Context<'_>) -> Enclosed {
    let owner = entries.first().map(|entry| entry.key.span).unwrap_or_default();
    let mut fields = Fields::open(entries, &ENCLOSED, owner, cx);
    let title = title::read(&mut fields, cx);
    let subtitle = fields.text("subtitle", Blanks::Wide, cx);
    let regulation = body::is_regulation(&title.to_line());
    let body = body::read(fields.take("body", cx), regulation, cx);
    body::tell_idle_breaks(&body, false, cx);
    Enclosed { title, subtitle, body }
}
