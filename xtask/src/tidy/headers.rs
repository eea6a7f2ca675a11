//! Every module says at its top what it is and why: `//!`.

use super::{Finding, Project};

/// Looks at the first line of every Rust file. A sibling `tests.rs` is excused: it is about
/// the module beside it.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let bare =
        |path: &str, text: &str| !text.starts_with("//!") && !path.ends_with("/tests.rs");
    project
        .texts(".rs")
        .filter(|(path, text)| bare(path, text))
        .map(|(path, _)| Finding::new(path, 1, "does not begin with `//!`"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_without_header_is_found() {
        let project = Project::of(&[
            ("a/src/good.rs", "//! What it is.\n"),
            ("a/src/bad.rs", "use x;\n//! Too late.\n"),
            ("a/src/good/tests.rs", "use super::*;\n"),
        ]);
        assert_eq!(
            check(&project),
            [Finding::new("a/src/bad.rs", 1, "does not begin with `//!`")]
        );
    }
}
