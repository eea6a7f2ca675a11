//! The format as tables: one [`Table`] a map, one [`Field`] a key.
//!
//! Reading ([`crate::lower`]) and the JSON Schema for editors ([`schema()`]) both come from
//! these tables, so they cannot disagree. To add a key: a row here, a field in the model,
//! a line in `lower`.

mod json;
mod tables;

use docgen_model::Format;

pub use json::schema;

pub(crate) use tables::{
    ALLOW, ARCHIVE, ATTACHMENT, ATTENDANCE, BLOCK, CELL, COLUMN, COVER, DOCUMENT,
    ENCLOSED, FIGURE, FILE, FORMATS, HEAD, LINT, LIST, MEETING, PRINT, RECORD, REPORTER,
    SEAL, SEALS, SIGNATURE, TABLE, TABLES,
};

/// The keys of one map.
#[derive(Debug)]
pub(crate) struct Table {
    /// What the map is called in messages, in Chinese and in English.
    pub(crate) name: [&'static str; 2],
    pub(crate) fields: &'static [Field],
}

/// One key.
#[derive(Debug)]
pub(crate) struct Field {
    /// The canonical name.
    pub(crate) name: &'static str,
    /// The Chinese name.
    pub(crate) alias: Option<&'static str>,
    /// What its value looks like.
    pub(crate) shape: Shape,
    pub(crate) required: bool,
    /// The formats in which it may be missing all the same.
    pub(crate) except: &'static [Format],
    /// Whether this version can set it; else it is refused as planned.
    pub(crate) built: bool,
    /// What it means, in Chinese.
    pub(crate) doc: &'static str,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// One text; its line ends do not matter.
    Text,
    /// A text, or a list of the lines.
    Lines,
    /// A list of names, or one name.
    Names,
    /// A list of texts, or one text whose lines they are.
    Texts,
    /// A day.
    Date,
    /// true, false, 是, 否.
    Bool,
    /// A type size: points, or a length.
    TypeSize,
    /// A length of less than ten centimetres, or none.
    Small,
    /// The version of the format: 1.
    Version,
    /// 1 to 4.
    Level,
    /// One of these words.
    Word(&'static [Word]),
    /// A length: millimetres, 字 or 行.
    Length,
    /// 印章: one of these words, or [`SEAL`], or a list of them.
    Seal(&'static [Word]),
    /// A text, a list of blocks, or a map that names a file.
    Body,
    /// A list of texts, or [`LIST`].
    List,
    /// A whole number up to 999.
    Count,
    /// A width: a length, or a share in percent.
    Width,
    /// A list whose items are texts or maps.
    Entries(&'static Table),
    /// A list of lists whose items are texts or maps.
    Rows(&'static Table),
    /// A switch, or a map that is on.
    Switch(&'static Table),
    /// A switch, or a number from 1 to 3.
    Depth,
    /// A map.
    Map(&'static Table),
    /// A list of maps.
    Maps(&'static Table),
}

/// A value of a closed set.
#[derive(Debug)]
pub(crate) struct Word {
    /// The canonical name.
    pub(crate) name: &'static str,
    /// The Chinese name, or another form.
    pub(crate) alias: Option<&'static str>,
    pub(crate) built: bool,
}

impl Table {
    /// The field that `key` names, in either language.
    pub(crate) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.is_named(key))
    }

    /// All keys in both languages.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().flat_map(|field| [Some(field.name), field.alias]).flatten()
    }
}

impl Field {
    pub(crate) fn is_named(&self, key: &str) -> bool {
        self.name == key || self.alias == Some(key)
    }

    /// The Chinese name, or else the English one.
    pub(crate) fn title(&self) -> &'static str {
        self.alias.unwrap_or(self.name)
    }
}

/// A field of whichever table that `key` names.
pub(crate) fn field_named(key: &str) -> Option<&'static Field> {
    TABLES.iter().find_map(|table| table.field(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_table_has_a_name_twice() {
        for table in TABLES {
            let mut keys: Vec<_> = table.keys().collect();
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "{}", table.name[1]);
        }
    }
}
