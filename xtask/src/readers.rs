//! All samples rendered by the release build and given to readers that are not ours.
//!
//! 1. The release binary renders every file of `input/` to PDF and DOCX, the DOCX once more with
//!    embedded faces.
//! 2. `tests/readers/all.py` puts them before the validators, text readers and
//!    LibreOffice. It needs what `.ci/install` puts into `target/tools` and the system;
//!    another Python that has it may be named by `DOCGEN_PYTHON`.
//!
//! A reader that is missing fails the chore: nothing is skipped in silence.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::command::{cargo_output, execute, root};

/// Renders the samples and has them judged.
pub(crate) fn run() -> Result<(), String> {
    let samples = samples(&root().join("input"))?;
    let output = root().join("target/readers");
    std::fs::create_dir_all(&output).map_err(|error| error.to_string())?;
    let binary = release_binary()?;
    let embedded = output.join("embedded");
    for (folder, option) in [(&output, None), (&embedded, Some("--embed-fonts"))] {
        let mut render = Command::new(&binary);
        render.arg("render").args(&samples).args(option).arg("-o").arg(folder);
        execute(render.current_dir(root()))?;
    }
    let mut judge = Command::new(python()?);
    judge.arg("tests/readers/all.py").arg(&output).args(&samples);
    execute(judge.current_dir(root()))
}

/// The Python that has the readers.
pub(crate) fn python() -> Result<PathBuf, String> {
    let installed = root().join("target/tools/venv/bin/python");
    let python = std::env::var_os("DOCGEN_PYTHON").map_or(installed, PathBuf::from);
    if python.exists() {
        return Ok(python);
    }
    Err(format!("{} is missing: run `bash .ci/install` first", python.display()))
}

/// The YAML files of a folder, in order of their names.
pub(crate) fn samples(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder);
    let entries = entries.map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{} holds no sample", folder.display()));
    }
    Ok(files)
}

/// Builds the binary; cargo says where it lies, whatever target and folder it uses.
pub(crate) fn release_binary() -> Result<PathBuf, String> {
    let messages = cargo_output(&[
        "build",
        "--release",
        "--package",
        "docgen",
        "--message-format",
        "json-render-diagnostics",
    ])?;
    executable(&messages).ok_or("cargo names no binary docgen".to_owned())
}

fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| line.parse::<Value>().ok());
    messages
        .filter(|message| message["target"]["name"] == "docgen")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_binary_among_the_messages() {
        let library = r#"{"target": {"name": "docgen"}, "executable": null}"#;
        let binary = r#"{"target": {"name": "docgen"}, "executable": "/t/docgen"}"#;
        let messages = format!("{library}\nnot JSON\n{binary}\n");
        assert_eq!(executable(&messages), Some(PathBuf::from("/t/docgen")));
        assert_eq!(executable(library), None);
    }

    #[test]
    fn a_folder_without_samples_fails() {
        assert!(samples(&root().join("xtask/src")).is_err());
        assert!(samples(&root().join("no-such-folder")).is_err());
    }
}
