//! `docgen fmt` leaves the samples alone, and what it makes of any document it leaves alone too.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::fs;

use docgen_parser::tidy;
use docgen_tests::repository;

fn sources(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(repository().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let yaml = paths.filter(|path| path.extension().is_some_and(|e| e == "yaml"));
    yaml.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect()
}

#[test]
fn the_samples_are_tidy() {
    for (path, source) in sources("input") {
        assert_eq!(tidy(&source).as_deref(), Ok(source.as_str()), "{path}");
    }
}

#[test]
fn every_document_can_be_tidied_and_then_stays() {
    let documents = sources("tests/suite");
    assert!(!documents.is_empty());
    for (path, source) in documents {
        let once = tidy(&source).unwrap_or_else(|found| panic!("{path}: {found:#?}"));
        assert_eq!(tidy(&once), Ok(once.clone()), "{path}");
    }
}
