//! For code-review tools: SARIF 2.1.0, with the manual's page of every rule as its help.

use docgen_lint::Rule;
use docgen_model::{Bilingual, Code, Diagnostic, Lang, Severity, Span};
use serde_json::{Value, json};

use super::Finished;
use super::place::Lines;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report on all documents, in the order they were named.
pub(crate) fn report(all: &[Finished], lang: Lang) -> String {
    let results: Vec<Value> =
        all.iter().flat_map(|finished| results(finished, lang)).collect();
    let run = json!({
        "tool": { "driver": {
            "name": "docgen",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules(lang),
        } },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    format!("{:#}\n", json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] }))
}

/// Every kind of finding: the rules of the manual with their pages, and what else can be found.
fn rules(lang: Lang) -> Vec<Value> {
    let others =
        Code::ALL.iter().filter(|code| docgen_lint::rule(code.as_str()).is_none());
    let others = others.map(|code| {
        let about = code.about();
        json!({
            "id": code.as_str(),
            "shortDescription": { "text": about.get(lang) },
            "help": { "text": about.get(lang) },
        })
    });
    docgen_lint::rules().map(|rule| of_manual(rule, lang)).chain(others).collect()
}

fn of_manual(rule: &Rule, lang: Lang) -> Value {
    let [zh, en] = rule.title;
    json!({
        "id": rule.code,
        "shortDescription": { "text": Bilingual::new(zh, en).get(lang) },
        "fullDescription": { "text": format!("{}\n{}", rule.manual.source, rule.manual.reason) },
        "help": { "text": rule.to_string() },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn results(finished: &Finished, lang: Lang) -> Vec<Value> {
    let lines = Lines::new(&finished.source);
    let uri = uri(&finished.file);
    let found = finished.diagnostics.iter();
    found.map(|diagnostic| result(diagnostic, &uri, &lines, lang)).collect()
}

fn result(diagnostic: &Diagnostic, uri: &str, lines: &Lines<'_>, lang: Lang) -> Value {
    let hint = diagnostic.hint.as_ref().map_or("", |hint| hint.get(lang));
    let text = format!("{}\n{hint}", diagnostic.message.get(lang));
    json!({
        "ruleId": diagnostic.code.as_str(),
        "level": level(diagnostic.severity),
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
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_of_finding_is_listed_once_with_help() {
        let listed = rules(Lang::Zh);
        let ids: BTreeSet<&str> =
            listed.iter().filter_map(|rule| rule["id"].as_str()).collect();
        let known = Code::ALL.iter().map(|code| code.as_str());
        let known: BTreeSet<&str> =
            known.chain(docgen_lint::rules().map(|rule| rule.code)).collect();
        assert_eq!((ids, listed.len()), (known.clone(), known.len()));
        let is_han = |c: char| ('\u{4E00}'..'\u{A000}').contains(&c);
        let helped = |rule: &Value| {
            rule["help"]["text"].as_str().is_some_and(|text| text.contains(is_han))
        };
        assert!(listed.iter().all(helped));
    }

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("a b/公.yaml"), "a%20b/%E5%85%AC.yaml");
    }
}
