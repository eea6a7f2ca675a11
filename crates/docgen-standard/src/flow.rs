//! The flow of each format, as data: what stands between 版头 and 版记, in which distances. Only
//! those of the formats that documents have are read.

use std::sync::OnceLock;

use docgen_model::Format;
use serde::Deserialize;

use crate::{Len, data};

/// What stands in the flow of a format and how many rows stay blank above it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FlowSpec {
    pub(crate) title: Slot,
    pub(crate) subtitle: Slot,
    pub(crate) issuer_line: Slot,
    pub(crate) recipients: Slot,
    pub(crate) body: Slot,
    pub(crate) attachment_note: Slot,
    pub(crate) attendance: Slot,
    pub(crate) note: Slot,
}

/// One place in a flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    /// Blank rows above it.
    pub(crate) before: Len,
    /// Blank rows above it where it follows the title block directly.
    #[serde(default)]
    pub(crate) after_title: Option<Len>,
    #[serde(rename = "clause")]
    _clause: String,
    #[serde(rename = "by")]
    _by: Option<String>,
}

/// The names of the formats in the data, in the order of [`Format::ALL`].
pub(crate) const FORMATS: [&str; Format::ALL.len()] =
    ["common", "letter", "order", "minutes", "meeting", "plain"];

/// One a format, in the order of [`Format::ALL`].
static FLOWS: [OnceLock<Result<FlowSpec, serde_json::Error>>; Format::ALL.len()] =
    [const { OnceLock::new() }; Format::ALL.len()];

/// The flow of a format.
///
/// # Panics
/// Never: a test reads the same constant data.
pub(crate) fn flow(format: Format) -> &'static FlowSpec {
    let read = || serde_json::from_str(data::flow(format));
    match FLOWS[format as usize].get_or_init(read) {
        Ok(flow) => flow,
        Err(error) => unreachable!("built-in data: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flow_of_every_format_can_be_read() {
        for format in Format::ALL {
            assert!(flow(format).body.before.rows() <= 1, "{format:?}");
        }
    }
}
