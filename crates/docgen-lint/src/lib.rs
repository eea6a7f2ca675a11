//! What a careful editor of 公文 finds: slips of form, structure, text and numbers.
//!
//! A rule is a value, a [`Rule`], in a file of its own; [`rules()`] is the table of all. Its
//! manual page says what is asked and why, and shows a text that breaks it and one that does
//! not. Those examples are also its tests, so no page can be out of date.
//!
//! 1. [`script`] lays the document's texts out in reading order.
//! 2. [`lint`] asks every rule, and sorts what they found by place.
//!
//! Nothing here sees a file, a page or YAML: a rule reads a [`Document`] and points at the
//! author's characters by the spans of its texts.

mod change;
mod figures;
mod findings;
mod grid;
mod manual;
mod number;
mod rule;
mod rules;
mod script;
mod sentence;
mod series;
#[cfg(test)]
mod tests;
mod when;
mod words;

use docgen_model::{Diagnostic, Document};

pub use manual::{book, unmarked};
pub use rule::{Group, Manual, Rule};
pub use rules::rules;

use crate::findings::Findings;
use crate::script::Script;

/// Everything that the rules find in a document, in source order.
pub fn lint(document: &Document) -> Vec<Diagnostic> {
    let script = Script::new(document);
    let mut found: Vec<_> = rules().flat_map(|rule| check(rule, &script)).collect();
    found.sort_by_key(|found| (found.span, found.code));
    found
}

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

fn check(rule: &'static Rule, script: &Script<'_>) -> Vec<Diagnostic> {
    let mut findings = Findings::new(rule);
    (rule.check)(script, &mut findings);
    let mut found = findings.into_diagnostics();
    found.sort_by_key(|found| found.span);
    found
}
