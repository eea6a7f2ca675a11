//! For code-review tools: SARIF 2.1.0, the least that is valid.

use docgen_model::{Code, Diagnostic, Lang, Severity, Span};
use serde_json::{Value, json};

use super::Finished;
use super::place::Lines;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report on all documents, in the order they were named.
pub(crate) fn report(all: &[Finished], lang: Lang) -> String {
    let rules: Vec<Value> =
        Code::ALL.iter().map(|code| json!({ "id": code.as_str() })).collect();
    let results: Vec<Value> =
        all.iter().flat_map(|finished| results(finished, lang)).collect();
    let run = json!({
        "tool": { "driver": {
            "name": "docgen",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        } },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    format!("{:#}\n", json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))
}

fn results(finished: &Finished, lang: Lang) -> Vec<Value> {
    let lines = Lines::new(&finished.source);
    let uri = uri(&finished.file);
    let found = finished.diagnostics.iter();
    found.map(|diagnostic| result(diagnostic, &uri, &lines, lang)).collect()
}

fn result(diagnostic: &Diagnostic, uri: &str, lines: &Lines<'_>, lang: Lang) -> Value {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let hint = diagnostic.hint.as_ref().map_or("", |hint| hint.get(lang));
    let text = format!("{}\n{hint}", diagnostic.message.get(lang));
    json!({
        "ruleId": diagnostic.code.as_str(),
        "level": level,
        "message": { "text": text.trim_end() },
        "locations": [location(diagnostic.span, uri, lines)],
    })
}

fn location(span: Span, uri: &str, lines: &Lines<'_>) -> Value {
    let place = lines.place(span);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    } })
}

/// A path as a relative reference: everything but unreserved characters and `/` escaped.
fn uri(path: &str) -> String {
    let escape = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("a b/公.yaml"), "a%20b/%E5%85%AC.yaml");
    }
}
