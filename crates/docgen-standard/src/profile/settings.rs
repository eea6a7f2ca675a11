//! A file of deviations in TOML, the notation of the data itself.

use docgen_model::{Bilingual, Code, Diagnostic, Setting, SettingKind, Span, Spanned};
use toml::de::{DeTable, DeValue};

/// A file in TOML as a tree; what is no TOML is told, and there is no tree.
///
/// # Errors
/// Every mistake that the reader of TOML finds.
pub fn settings_of_toml(source: &str) -> Result<Setting, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        let span = span(table.span());
        return Ok(Setting { kind: map(table.get_ref()), span });
    }
    Err(errors.iter().map(syntax).collect())
}

fn syntax(error: &toml::de::Error) -> Diagnostic {
    let place = error.span().map_or(Span::default(), span);
    let why = error.message();
    let message = Bilingual::new(
        format!("版式文件不合 TOML 语法：{why}"),
        format!("the profile is no TOML: {why}"),
    );
    Diagnostic::error(Code::ProfileSyntax, place, message).hint(Bilingual::new(
        "照这样写：top = { value = \"35mm\", reason = \"……\" }",
        "write: top = { value = \"35mm\", reason = \"…\" }",
    ))
}

/// The entries in the order of the source.
fn map(table: &DeTable<'_>) -> SettingKind {
    let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let name = AsRef::<str>::as_ref(key.get_ref()).to_owned();
        (Spanned::new(name, span(key.span())), setting(value))
    };
    let mut entries: Vec<_> = table.iter().map(entry).collect();
    entries.sort_by_key(|(key, _)| key.span);
    SettingKind::Map(entries)
}

fn setting(value: &toml::Spanned<DeValue<'_>>) -> Setting {
    let kind = match value.get_ref() {
        DeValue::String(text) => SettingKind::Text(text.clone().into_owned()),
        DeValue::Integer(number) => SettingKind::Text(number.to_string()),
        DeValue::Float(number) => SettingKind::Text(number.to_string()),
        DeValue::Boolean(switch) => SettingKind::Text(switch.to_string()),
        DeValue::Table(table) => map(table),
        DeValue::Datetime(_) | DeValue::Array(_) => SettingKind::Other,
    };
    Setting { kind, span: span(value.span()) }
}

fn span(range: std::ops::Range<usize>) -> Span {
    let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(byte(range.start), byte(range.end))
}
