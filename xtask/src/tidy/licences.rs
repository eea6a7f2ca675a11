//! The exact list of licences of what is linked, built or tested with.
//!
//! A licence that is new here is a decision, so it fails until somebody adds it; one that
//! is gone must leave the list. `docs/LICENSES.md` names every package with its licence;
//! `cargo xtask licenses` writes it, from what cargo knows and without a network.

use super::dependencies::{is_ours, text};
use super::{Finding, Project};
use crate::command::root;

/// Where every package stands with its licence.
const LIST: &str = "docs/LICENSES.md";

/// The `license` fields of all dependencies in Cargo.lock, sorted.
const LICENCES: &[&str] = &[
    "(Apache-2.0 OR MIT) AND BSD-3-Clause",
    "(MIT OR Apache-2.0) AND IJG",
    "(MIT OR Apache-2.0) AND Unicode-3.0",
    "0BSD OR MIT OR Apache-2.0",
    "Apache-2.0 OR BSL-1.0",
    "Apache-2.0 OR MIT",
    "Apache-2.0/MIT",
    "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-3-Clause/MIT",
    "CC0-1.0 OR MIT-0 OR Apache-2.0",
    "MIT",
    "MIT OR Apache-2.0",
    "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
    "MIT OR Apache-2.0 OR Zlib",
    "MIT OR Zlib OR Apache-2.0",
    "MIT/Apache-2.0",
    "Unicode-3.0",
    "Unlicense OR MIT",
    "Unlicense/MIT",
    "Zlib",
    "Zlib OR Apache-2.0 OR MIT",
];

/// Compares the list with what cargo knows.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let foreign = || project.packages.iter().filter(|package| !is_ours(package));
    let unknown =
        foreign().filter(|package| !LICENCES.contains(&text(package, "license")));
    let unknown = unknown.map(|package| {
        let what = format!(
            "{} {} has the licence “{}”, which is not in the list of xtask/src/tidy/licences.rs",
            text(package, "name"),
            text(package, "version"),
            text(package, "license")
        );
        Finding::new("Cargo.lock", 0, what)
    });
    let used =
        |licence: &str| foreign().any(|package| text(package, "license") == licence);
    let gone = LICENCES.iter().filter(|licence| !used(licence));
    let gone = gone.map(|licence| {
        let what = format!("no dependency has the licence “{licence}” any more");
        Finding::new("xtask/src/tidy/licences.rs", 0, what)
    });
    unknown.chain(gone).chain(stale(project)).collect()
}

/// A list that is not what would be written today.
fn stale(project: &Project) -> Option<Finding> {
    let written = project.file(LIST).and_then(super::project::File::text);
    let fresh = written.is_some_and(|written| written == list(project));
    let what = "is out of date: run cargo xtask licenses";
    (!fresh).then(|| Finding::new(LIST, 0, what))
}

/// Writes the list.
pub(crate) fn write() -> Result<(), String> {
    let project = Project::load()?;
    std::fs::write(root().join(LIST), list(&project)).map_err(|error| error.to_string())
}

/// Every foreign package, by name.
fn list(project: &Project) -> String {
    let foreign = project.packages.iter().filter(|package| !is_ours(package));
    let mut rows: Vec<String> = foreign
        .map(|package| {
            let of = |key| text(package, key);
            format!("| {} | {} | {} |\n", of("name"), of("version"), of("license"))
        })
        .collect();
    rows.sort();
    format!(
        "# 依赖的许可证\n\n本文件由 `cargo xtask licenses` 按 Cargo.lock 生成，`cargo xtask tidy` 核对（不联网）；\
         新的许可证要先写进 `xtask/src/tidy/licences.rs`。\n字体的许可证见 `fonts/` 和 `docgen fonts --licenses`。\n\n\
         | 软件包 | 版本 | 许可证 |\n|---|---|---|\n{}",
        rows.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(licence: &str) -> Vec<Finding> {
        let packages = format!(
            r#"[{{"name": "x", "version": "1.0.0", "source": "registry", "license": {licence}}}]"#
        );
        let mut found = check(&Project::with_packages(&packages));
        found.retain(|finding| finding.path == "Cargo.lock");
        found
    }

    #[test]
    fn an_unknown_licence_is_found() {
        assert_eq!(findings(r#""MIT OR Apache-2.0""#), []);
        assert!(findings(r#""SSPL-1.0""#)[0].what.contains("SSPL-1.0"));
        assert_eq!(findings("null").len(), 1);
    }

    #[test]
    fn a_crate_in_vendor_is_foreign() {
        let manifest = root().join("vendor/x/Cargo.toml");
        let ours = |manifest: &str| {
            let package = serde_json::json!({"source": null, "manifest_path": manifest});
            is_ours(&package)
        };
        assert!(ours(&root().join("xtask/Cargo.toml").to_string_lossy()));
        assert!(!ours(&manifest.to_string_lossy()));
    }

    #[test]
    fn a_licence_that_is_gone_is_found() {
        let found = check(&Project::with_packages("[]"));
        assert_eq!(found.len(), LICENCES.len() + 1); // and the list is not there
    }
}
