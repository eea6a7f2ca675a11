//! The rules as readers meet them: the list in the docs is current, and what the reader and
//! layout tell is found where the manual says.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::path::Path;

use docgen::world::{Folder, book};
use docgen::{Wishes, compile};
use docgen_lint::{Group, rules, unmarked};
use docgen_model::Span;

/// `BLESS=1` writes it anew.
#[test]
fn the_list_in_the_docs_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/RULES.md");
    let made = docgen_lint::book();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == made, "docs/RULES.md is not current: cargo xtask bless");
}

#[test]
fn what_is_told_elsewhere_is_found_where_the_manual_says() {
    for rule in rules().filter(|rule| rule.group().is_some_and(Group::is_told_elsewhere))
    {
        for example in rule.manual.wrong {
            let (text, places) = unmarked(example);
            assert_eq!(found(&text, rule.code), places, "{}: {example}", rule.code);
        }
        for example in rule.manual.right {
            assert_eq!(found(example, rule.code), [], "{}: {example}", rule.code);
        }
    }
}

/// Where the findings of a code are.
fn found(text: &str, code: &str) -> Vec<Span> {
    let pictures =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/pictures");
    let folder = Folder::of(&pictures.join("a.yaml"));
    let files = |name: &str| folder.read(name);
    let compiled = compile(text.as_bytes(), &Wishes::default(), book().unwrap(), &files);
    let found = compiled.diagnostics.iter().filter(|found| found.code.as_str() == code);
    found.map(|found| found.span).collect()
}
