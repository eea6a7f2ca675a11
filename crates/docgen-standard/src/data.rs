//! Reads the files of `data/`, as JSON where `build.rs` has made it of them.
//!
//! A leaf `{ value, clause, by }` becomes its value; its clause must be a clause number (that
//! it exists in `clauses.toml` is a test). The files are part of the program, so a mistake in
//! them is a failing test, and at run time an error, never a panic.

use std::sync::LazyLock;

use docgen_model::{Abs, Clause, Format};
use serde::de::{DeserializeOwned, Error, IgnoredAny};
use serde::{Deserialize, Deserializer};

use crate::Len;

/// The JSON of a file, by its name without `.toml`.
macro_rules! prepared {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json"))
    };
}

/// The titles of the clauses, by number, sorted.
pub(crate) static CLAUSES: LazyLock<Vec<(Clause, String)>> = LazyLock::new(|| {
    let table: toml::Table =
        serde_json::from_str(prepared!("clauses")).unwrap_or_default();
    let mut clauses: Vec<_> = table
        .into_iter()
        .filter_map(|(number, title)| {
            Some((number.parse().ok()?, title.as_str()?.to_owned()))
        })
        .collect();
    clauses.sort_unstable();
    clauses
});

/// The standard itself.
pub(crate) const GBT9704: &str = prepared!("gbt9704-2012");

/// The deviating profiles that are built in: name, file.
pub(crate) const PROFILES: &[(&str, &str)] = &[
    ("gbt33476-2016", include_str!("../data/profiles/gbt33476-2016.toml")),
    ("renda-changweihui", include_str!("../data/profiles/renda-changweihui.toml")),
];

/// The flow of a format.
pub(crate) const fn flow(format: Format) -> &'static str {
    match format {
        Format::Common => prepared!("formats/common"),
        Format::Letter => prepared!("formats/letter"),
        Format::Order => prepared!("formats/order"),
        Format::Minutes => prepared!("formats/minutes"),
        Format::Meeting => prepared!("formats/meeting"),
        Format::Plain => prepared!("formats/plain"),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leaf<T> {
    value: T,
    clause: String,
    #[serde(rename = "by")]
    _by: Option<String>,
    /// The clause's own word where it does not command.
    #[serde(rename = "word")]
    _word: Option<String>,
    /// What a profile may set.
    #[serde(rename = "range", alias = "one_of")]
    _bounds: Option<IgnoredAny>,
}

/// Deserializes the value of a leaf.
pub(crate) fn cited<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de>,
{
    let leaf = Leaf::<T>::deserialize(deserializer)?;
    leaf.clause.parse::<Clause>().map_err(D::Error::custom)?;
    Ok(leaf.value)
}

impl<'de> Deserialize<'de> for Len {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(D::Error::custom)
    }
}

/// Deserializes the value of a leaf in mm or pt.
pub(crate) fn cited_abs<'de, D>(deserializer: D) -> Result<Abs, D::Error>
where
    D: Deserializer<'de>,
{
    match cited::<Len, D>(deserializer)? {
        Len::Abs(length) => Ok(length),
        other => Err(D::Error::custom(format!("needs mm or pt: {other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited_clauses(value: &toml::Value, found: &mut Vec<String>) {
        let Some(table) = value.as_table() else { return };
        if let Some(clause) = table.get("clause") {
            found.push(clause.as_str().unwrap().to_owned());
        }
        table.values().for_each(|value| cited_clauses(value, found));
    }

    #[test]
    fn every_cited_clause_exists() {
        let flows = Format::ALL.into_iter().map(flow);
        for file in [GBT9704].into_iter().chain(flows) {
            let mut found = vec![];
            cited_clauses(&serde_json::from_str(file).unwrap(), &mut found);
            assert!(!found.is_empty());
            for clause in found {
                let number: Clause = clause.parse().unwrap();
                assert!(CLAUSES.iter().any(|(c, _)| *c == number), "{clause}");
            }
        }
    }
}
