//! Planted faults: what a careful editor must find, and clean texts, in which nothing may be.
//!
//! 1. `prose.rs` writes clean documents from the sentences of `facts.txt` and `plain.txt`.
//! 2. `faults.rs` plants slips of the pen of many kinds, a few a document, each in a line of
//!    its own.
//! 3. A fault is found if its line has a finding of a code that fits it and that the clean
//!    line has not. The figures are printed (`--nocapture`) and held.

mod faults;
mod long;
mod numbers;
mod prose;
mod random;
mod samples;
mod tables;

use std::collections::BTreeMap;

use docgen_model::{Diagnostic, Severity};

use crate::faults::{Fault, plant};
use crate::prose::Draft;
use crate::samples::{FAULTS, SAMPLES};
use crate::tables::Off;

const DOCUMENTS: u64 = 30;
/// How often faults are planted in each document.
const ROUNDS: u64 = 4;

/// What the reader and the rules tell of a file: line, code.
fn findings(yaml: &str) -> Vec<(usize, String)> {
    let all = told(yaml);
    let places = all.iter().flat_map(|found| {
        let spans = std::iter::once(&found.span).chain(&found.also);
        spans.map(|span| (line(yaml, span.start), found.code.to_string()))
    });
    places.collect()
}

fn told(yaml: &str) -> Vec<Diagnostic> {
    let files = |_: &str| Err(docgen_parser::FileError::Outside);
    let (document, mut found) = docgen_parser::parse(yaml, &files);
    let rules = document.map(|document| docgen_lint::lint(&document));
    found.extend(rules.into_iter().flatten());
    found
}

fn line(yaml: &str, at: u32) -> usize {
    yaml[..at as usize].matches('\n').count()
}

#[test]
fn clean_texts_have_no_findings() {
    let mut texts: Vec<_> = SAMPLES
        .iter()
        .map(|(name, yaml)| ((*name).to_owned(), (*yaml).to_owned()))
        .collect();
    for seed in 1..=DOCUMENTS {
        let draft = Draft::new(seed);
        texts.push((format!("seed {seed}"), draft.file(&draft.written(&[]))));
    }
    let tricky = include_str!("tricky.txt").lines().filter(|line| !line.starts_with('#'));
    let lines: String = tricky.map(|line| format!("  {line}\n")).collect();
    texts.push((
        "tricky".to_owned(),
        format!("格式: 普通\n标题: 某某县工作情况的报告\n正文: |\n{lines}"),
    ));
    let (mut characters, mut warnings) = (0, vec![]);
    for (name, yaml) in &texts {
        characters += yaml.chars().filter(|c| !c.is_whitespace()).count();
        let of_rules = |found: &Diagnostic| {
            found.severity >= Severity::Warning
                && docgen_lint::rule(&found.code.to_string()).is_some()
        };
        for found in told(yaml).into_iter().filter(of_rules) {
            let text = yaml.lines().nth(line(yaml, found.span.start)).unwrap_or_default();
            warnings
                .push(format!("{name}: {}: {} | {text}", found.code, found.message.zh));
        }
    }
    println!("clean: {characters} characters, {} warnings", warnings.len());
    assert!(characters >= 60_000, "{characters}");
    assert!(warnings.is_empty(), "{warnings:#?}");
}

#[test]
fn planted_faults_are_found() {
    let mut kinds: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut missed = vec![];
    for seed in 1..=DOCUMENTS {
        let draft = Draft::new(seed);
        let clean = draft.written(&[]);
        let before = findings(&draft.file(&clean));
        for round in 1..=ROUNDS {
            let (lines, faults) = plant(&draft, &clean, seed * 100 + round);
            let yaml = draft.file(&lines);
            let after = findings(&yaml);
            for fault in faults {
                let found = is_found(&fault, &before, &after);
                let counts = kinds.entry(fault.kind).or_default();
                counts[usize::from(found)] += 1;
                if !found {
                    missed.push(format!(
                        "{}: {}",
                        fault.kind,
                        fault.shown(&clean, &lines)
                    ));
                }
            }
        }
    }
    let [lost, found] =
        kinds.values().fold([0, 0], |sum, kind| [sum[0] + kind[0], sum[1] + kind[1]]);
    for (kind, [lost, found]) in &kinds {
        println!("{kind:14} {found:3} of {:3}", lost + found);
    }
    let all = lost + found;
    println!("planted: {all} faults of {} kinds, {found} found", kinds.len());
    assert!(all >= 500 && kinds.len() >= 20, "{all} of {} kinds", kinds.len());
    let poor = kinds.iter().filter(|(_, [lost, found])| found < &(lost * 4));
    let poor: Vec<_> = poor.map(|(kind, _)| kind).collect();
    assert!(found * 100 >= all * 95 && poor.is_empty(), "{poor:?} {missed:#?}");
}

/// Whether the line of a fault has a fitting finding that it did not have before.
fn is_found(
    fault: &Fault,
    before: &[(usize, String)],
    after: &[(usize, String)],
) -> bool {
    let head = 4;
    let count = |findings: &[(usize, String)]| {
        let here = |(line, code): &&(usize, String)| {
            *line == fault.line + head
                && fault.codes.iter().any(|fits| code.starts_with(fits))
        };
        findings.iter().filter(here).count()
    };
    count(after) > count(before)
}

#[test]
fn figures_of_tables_are_added_up() {
    let codes = |yaml: &str| -> Vec<String> {
        told(yaml).into_iter().map(|found| found.code.to_string()).collect()
    };
    let kinds = [
        (Off::Total, "number-table-total"),
        (Off::Cell, "number-table-total"),
        (Off::Rate, "number-table-rate"),
        (Off::RowTotal, "number-table-row-total"),
    ];
    let (mut planted, mut found) = (0, 0);
    for seed in 1..=25 {
        let clean = codes(&tables::file(seed, Off::Nothing));
        assert!(
            !clean.iter().any(|code| code.starts_with("number-")),
            "{seed}: {clean:?}"
        );
        for (off, code) in kinds {
            planted += 1;
            let told = codes(&tables::file(seed, off));
            found += usize::from(told.iter().any(|told| told == code));
        }
    }
    println!("tables: {planted} faults, {found} found");
    assert!(found * 100 >= planted * 95, "{found} of {planted}");
}

#[test]
fn faults_in_the_samples_are_found() {
    for (sample, old, new, code) in FAULTS {
        let (_, clean) = SAMPLES.iter().find(|(name, _)| *name == sample).unwrap();
        assert!(clean.contains(old), "{sample} does not say {old}");
        let count = |yaml: &str| {
            told(yaml).iter().filter(|found| found.code.to_string() == code).count()
        };
        let wrong = clean.replacen(old, new, 1);
        assert!(count(&wrong) > count(clean), "{code} does not tell of {new}");
    }
    println!("samples: {} faults, all found", FAULTS.len());
}
