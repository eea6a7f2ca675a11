//! What the checks look at: the project's files, and what cargo knows of its packages.

use std::path::Path;

use serde_json::Value;

use crate::command::{cargo_output, root};

/// Folders of built or foreign things, by their path from the root.
const NOT_OURS: &[&str] = &[
    ".git",
    "target",
    "output",
    "tests/store",
    "fuzz/artifacts",
    "fuzz/corpus",
    "fuzz/seeds",
    "fuzz/target",
    VENDORED,
];

/// Where a crate of others stands with our patches.
const VENDORED: &str = "vendor/krilla";

/// A snapshot of the workspace.
pub(super) struct Project {
    /// All files, ordered by path.
    pub(super) files: Vec<File>,
    /// Those of the crate of others that we keep with our patches.
    pub(super) vendored: Vec<File>,
    /// The packages as `cargo metadata` lists them.
    pub(super) packages: Vec<Value>,
}

/// One file.
pub(super) struct File {
    /// From the root of the workspace, with `/`.
    pub(super) path: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

impl File {
    /// The file as text; `None` for a binary one.
    pub(super) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|text| !text.contains('\0'))
    }
}

impl Project {
    /// Reads the workspace.
    pub(super) fn load() -> Result<Self, String> {
        let root = root();
        let files = collect(&root, &root)?;
        let vendored = collect(&root, &root.join(VENDORED))?;
        let metadata = cargo_output(&["metadata", "--locked", "--format-version", "1"])?;
        let metadata: Value =
            serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
        let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
        Ok(Self { files, vendored, packages })
    }

    /// The file at `path`.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a file or a folder stands at `path`.
    pub(super) fn exists(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.files.iter().any(|file| file.path == path || file.path.starts_with(&folder))
    }

    /// Whether a Rust file belongs to a module that is declared under `#[cfg(test)]`.
    pub(super) fn is_test(&self, path: &str) -> bool {
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let Some((folder, name)) = module.rsplit_once('/') else { return false };
        let parents = [
            format!("{folder}/mod.rs"),
            format!("{folder}/lib.rs"),
            format!("{folder}/main.rs"),
            format!("{folder}.rs"),
        ];
        let declared =
            parents.iter().filter_map(|path| self.file(path)?.text()).any(|text| {
                let text: String = text.split_whitespace().collect();
                ["", "pub(crate)", "pub(super)"]
                    .iter()
                    .any(|scope| text.contains(&format!("#[cfg(test)]{scope}mod{name};")))
            });
        declared || self.is_test(folder)
    }

    /// The path and text of every file whose name ends with `ending`.
    pub(super) fn texts<'a>(
        &'a self,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let files = self.files.iter().filter(move |file| file.path.ends_with(ending));
        files.filter_map(|file| Some((file.path.as_str(), file.text()?)))
    }
}

/// The files of a folder, ordered by path.
fn collect(root: &Path, folder: &Path) -> Result<Vec<File>, String> {
    let mut files = vec![];
    gather(root, folder, &mut files).map_err(|error| error.to_string())?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let full = entry?.path();
        let path = full.strip_prefix(root).unwrap_or(&full).to_string_lossy();
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        if NOT_OURS.contains(&path.as_str()) || path.ends_with("__pycache__") {
            continue;
        }
        if full.is_dir() {
            gather(root, &full, files)?;
        } else {
            files.push(File { path, bytes: std::fs::read(&full)? });
        }
    }
    Ok(())
}

#[cfg(test)]
impl Project {
    /// A workspace of the given files, for the tests of the checks.
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |&(path, text): &(&str, &str)| File {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let files = files.iter().map(file).collect();
        Self { files, vendored: vec![], packages: vec![] }
    }

    /// A workspace of the given packages, written in JSON.
    pub(super) fn with_packages(packages: &str) -> Self {
        let packages = serde_json::from_str(packages).unwrap();
        Self { files: vec![], vendored: vec![], packages }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_under_cfg_test_is_a_test() {
        let project = Project::of(&[
            ("a/src/lib.rs", "mod b;\n#[cfg(test)]\nmod testing;\n"),
            ("a/src/b.rs", "#[cfg(test)]\npub(crate) mod tests;\n"),
            ("a/src/b/tests/mod.rs", "mod sample;\n"),
        ]);
        assert!(project.is_test("a/src/testing.rs"));
        assert!(project.is_test("a/src/b/tests.rs"));
        assert!(project.is_test("a/src/b/tests/mod.rs"));
        assert!(project.is_test("a/src/b/tests/sample.rs"));
        assert!(!project.is_test("a/src/b.rs"));
        assert!(!project.is_test("a/src/c/tests.rs"));
    }
}
