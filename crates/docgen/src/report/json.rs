//! For programs: one object, version 1; keys may be added, none changes its meaning.

use docgen::{Allowed, Voice};
use docgen_model::{Diagnostic, Fix, Lang, Severity, Span, Text};
use serde_json::{Value, json};

use super::Finished;
use super::allows::voice;
use super::place::Lines;

/// The report on all documents, in the order they were named.
pub(crate) fn report(all: &[Finished], lang: Lang) -> String {
    let files: Vec<Value> = all.iter().map(|finished| file(finished, lang)).collect();
    format!("{:#}\n", json!({ "version": 1, "files": files }))
}

fn file(finished: &Finished, lang: Lang) -> Value {
    let lines = Lines::new(&finished.source);
    let found = finished.diagnostics.iter();
    let found: Vec<Value> = found.map(|found| diagnostic(found, &lines, lang)).collect();
    let allowed = finished.allowed.iter().map(|allowed| allow(allowed, &lines));
    let allowed: Vec<Value> = allowed.collect();
    json!({
        "file": finished.file,
        "diagnostics": found,
        "allowed": allowed,
        "fixed": finished.fixed,
    })
}

/// An `allow`: whose it is, and how much is not told for it.
fn allow(allowed: &Allowed, lines: &Lines<'_>) -> Value {
    let ruling = &allowed.ruling;
    let mut value = json!({
        "code": ruling.code.value,
        "reason": ruling.reason.as_ref().map(Text::as_str),
        "from": voice(allowed.voice),
        "count": allowed.count,
    });
    if allowed.voice == Voice::Document {
        add(&mut value, place(ruling.code.span, lines));
    }
    value
}

fn diagnostic(diagnostic: &Diagnostic, lines: &Lines<'_>, lang: Lang) -> Value {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut value = json!({ "code": diagnostic.code.as_str(), "severity": severity });
    add(&mut value, place(diagnostic.span, lines));
    let also = diagnostic.also.iter().map(|&span| place(span, lines));
    add(
        &mut value,
        json!({
            "message": diagnostic.message.get(lang),
            "hint": diagnostic.hint.as_ref().map(|hint| hint.get(lang)),
            "clause": diagnostic.clause.map(|clause| clause.to_string()),
            "also": also.collect::<Vec<_>>(),
            "fix": diagnostic.fix.as_ref().map(|fix| change(fix, lines)),
        }),
    );
    value
}

fn change(fix: &Fix, lines: &Lines<'_>) -> Value {
    let mut value = place(fix.span, lines);
    add(&mut value, json!({ "with": fix.with }));
    value
}

fn place(span: Span, lines: &Lines<'_>) -> Value {
    let place = lines.place(span);
    json!({
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    })
}

/// Adds the keys of one object to another.
fn add(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
}
