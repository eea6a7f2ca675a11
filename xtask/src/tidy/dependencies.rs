//! Which of our crates may use which: one direction, no more edges than these. A crate of
//! others below 1.0 stands with its exact version: its next one may change our bytes.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::{Finding, Project};
use crate::command::root;

/// A crate and those of our crates that it may depend on, lowest layer first.
const ALLOWED: &[(&str, &[&str])] = &[
    ("docgen-model", &[]),
    ("docgen-standard", &["docgen-model"]),
    ("docgen-fonts", &["docgen-model"]),
    ("docgen-frame", &["docgen-model", "docgen-fonts"]),
    ("docgen-frozen", &[]),
    ("docgen-image", &["docgen-model"]),
    ("docgen-parser", &["docgen-model", "docgen-image"]),
    ("docgen-lint", &["docgen-model"]),
    (
        "docgen-layout",
        &["docgen-model", "docgen-standard", "docgen-fonts", "docgen-frame"],
    ),
    (
        "docgen-pdf",
        &[
            "docgen-model",
            "docgen-fonts",
            "docgen-frame",
            "docgen-frozen",
            "docgen-image",
        ],
    ),
    ("docgen-audit", &["docgen-model"]),
    ("docgen-docx", &["docgen-model", "docgen-standard", "docgen-fonts"]),
    ("docgen", ANY),
    ("docgen-tests", ANY),
    ("docgen-bench", ANY),
    ("xtask", &[]),
];

/// Further edges that only a crate's own tests may use.
const IN_TESTS: &[(&str, &str)] = &[("docgen-lint", "docgen-parser")];

const ANY: &[&str] = &["*"];

/// Compares the table with what cargo knows.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let table: BTreeMap<_, _> = ALLOWED.iter().copied().collect();
    let mut findings = vec![];
    for package in ours(&project.packages) {
        let name = text(package, "name");
        let manifest = format!("{name}/Cargo.toml");
        let Some(&allowed) = table.get(name) else {
            findings.push(Finding::new(&manifest, 0, "no row in the dependency table"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = text(dependency, "name");
            let in_tests = dependency["kind"] == "dev";
            let fine = dependency["path"].is_null()
                || allowed == ANY
                || allowed.contains(&other)
                || (in_tests && IN_TESTS.contains(&(name, other)));
            if !fine {
                let what = format!("{name} must not depend on {other}");
                findings.push(Finding::new(&manifest, 0, what));
            }
            if is_loose(text(dependency, "req")) {
                let what = format!("{other} is below 1.0 and has no exact version");
                findings.push(Finding::new(&manifest, 0, what));
            }
        }
    }
    findings
}

/// Whether a requirement lets a version below 1.0 change.
fn is_loose(requirement: &str) -> bool {
    let first = requirement.trim_start_matches(|c: char| !c.is_ascii_digit());
    first.starts_with("0.") && !requirement.starts_with('=')
}

/// The packages of the workspace.
pub(super) fn ours(packages: &[Value]) -> impl Iterator<Item = &Value> {
    packages.iter().filter(|package| is_ours(package))
}

/// Whether a package stands here and not in `vendor/`.
pub(super) fn is_ours(package: &Value) -> bool {
    let vendored =
        Path::new(text(package, "manifest_path")).starts_with(root().join("vendor"));
    package["source"].is_null() && !vendored
}

/// A text of a JSON map; empty if there is none.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(name: &str, other: &str, kind: &str) -> Vec<Finding> {
        check(&Project::with_packages(&format!(
            r#"[{{"name": "{name}", "source": null, "dependencies":
                [{{"name": "{other}", "kind": {kind}, "path": "/x"}}]}}]"#
        )))
    }

    #[test]
    fn a_new_edge_is_found() {
        assert_eq!(findings("docgen-layout", "docgen-frame", "null"), []);
        assert_eq!(findings("docgen", "docgen-pdf", "null"), []);
        let found = findings("docgen-docx", "docgen-frame", "null");
        assert_eq!(found[0].what, "docgen-docx must not depend on docgen-frame");
        assert_eq!(findings("docgen-model", "docgen-parser", r#""dev""#).len(), 1);
    }

    #[test]
    fn a_crate_below_1_without_its_exact_version_is_found() {
        let found = |req: &str| {
            check(&Project::with_packages(&format!(
                r#"[{{"name": "docgen", "source": null, "dependencies":
                    [{{"name": "png", "kind": null, "path": null, "req": "{req}"}}]}}]"#
            )))
        };
        assert_eq!((found("=0.18.1").len(), found("^1.2").len()), (0, 0));
        for loose in ["^0.18", "~0.18", ">=0.18", "0.18"] {
            assert_eq!(found(loose).len(), 1, "{loose}");
        }
    }

    #[test]
    fn a_new_crate_is_found() {
        assert_eq!(findings("docgen-ofd", "docgen-frame", "null").len(), 1);
    }
}
