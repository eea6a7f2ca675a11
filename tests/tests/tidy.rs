//! `docgen fmt` leaves the samples alone, and what it makes of any document it leaves alone too.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::fs;
use std::path::PathBuf;

use docgen_parser::tidy;
use docgen_tests::yaml_files;

fn sources(folder: &str) -> Vec<(String, String)> {
    let text =
        |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).unwrap());
    yaml_files(folder).into_iter().map(text).collect()
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
