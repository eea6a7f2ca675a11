//! Nothing half done is committed: no `unwrap` and no `todo!` in library code, and no
//! TODO without an issue anywhere.

use super::source::{Source, line_of};
use super::{Exception, Finding, Project, excuse};

/// What library code must not hold.
const CODE: &[&str] = &[".unwrap()", "todo!(", "unimplemented!(", "dbg!("];

/// Words of a comment that promise work.
const WORDS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

const EXCEPTIONS: &[Exception] = &[];

/// Looks at the code of the libraries and the comments of every Rust file.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut findings = vec![];
    for (path, text) in project.texts(".rs") {
        let source = Source::new(text);
        let library = path.starts_with("crates/") && path.contains("/src/");
        if library && !project.is_test(path) {
            for what in CODE {
                let places = source.code.match_indices(what);
                findings.extend(places.map(|(at, _)| {
                    Finding::new(path, line_of(&source.code, at), format!("`{what}`"))
                }));
            }
        }
        for (index, comment) in source.comments.lines().enumerate() {
            let promise = WORDS.iter().find(|word| comment.contains(**word));
            if let Some(word) = promise.filter(|_| !comment.contains("issue")) {
                let what = format!("{word} without an issue");
                findings.push(Finding::new(path, index + 1, what));
            }
        }
    }
    excuse(findings, EXCEPTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> Vec<String> {
        let found = check(&Project::of(&[(path, text)]));
        found.into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn loose_ends_are_found() {
        let path = "crates/a/src/b.rs";
        assert_eq!(
            findings(path, "\nfn a() { b().unwrap() }\n"),
            ["crates/a/src/b.rs:2: `.unwrap()`"]
        );
        assert_eq!(findings(path, "fn a() { todo!() }\n").len(), 1);
        let promise = concat!("// TO", "DO: later\n");
        assert_eq!(findings("xtask/src/b.rs", promise).len(), 1);
    }

    #[test]
    fn tests_and_issues_pass() {
        let test = "#[cfg(test)]\nmod tests {\n    fn a() { b().unwrap() }\n}\n";
        assert_eq!(findings("crates/a/src/b.rs", test), [""; 0]);
        assert_eq!(findings("xtask/src/b.rs", "fn a() { b().unwrap() }\n"), [""; 0]);
        assert_eq!(findings("crates/a/tests/b.rs", "fn a() { b().unwrap() }\n"), [""; 0]);
        let promise = concat!("// TO", "DO (issue 3): tables\n");
        assert_eq!(findings("crates/a/src/b.rs", promise), [""; 0]);
    }
}
