//! A file of settings as a small tree, in whatever notation it is written: maps, and the
//! written characters of everything else, each with its place.

use crate::{Span, Spanned};

/// A value of a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What it is.
    pub kind: SettingKind,
    /// Where it stands.
    pub span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingKind {
    /// The characters of a text, a number or a switch.
    Text(String),
    /// Keys and values, in the order of the source.
    Map(Vec<(Spanned<String>, Setting)>),
    /// A list or a date, which no setting is, or something that was told already.
    Other,
}

impl Setting {
    /// The keys and values of a map; of anything else, none.
    pub fn entries(&self) -> &[(Spanned<String>, Self)] {
        match &self.kind {
            SettingKind::Map(entries) => entries,
            SettingKind::Text(_) | SettingKind::Other => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries()
            .iter()
            .find(|(known, _)| known.value == key)
            .map(|(_, value)| value)
    }

    /// The characters, if it is no map.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            SettingKind::Text(text) => Some(text),
            SettingKind::Map(_) | SettingKind::Other => None,
        }
    }
}
