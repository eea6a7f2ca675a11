//! R01 to R100, measured on the samples by programs that are not ours.
//!
//! 1. The release binary renders every file of `input/`, and those documents of `tests/suite/`
//!    that are not meant to be refused, to PDF and DOCX.
//! 2. `tests/conformance/all.py` has LibreOffice convert each DOCX, measures glyphs, rules and
//!    XML against `tests/conformance/rules.toml`, prints the table, and shows by changed
//!    copies that its rules can fail.
//!
//! It needs what the readers need.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{execute, root};
use crate::readers::{python, release_binary, samples};

/// Renders the samples and has them measured.
pub(crate) fn run() -> Result<(), String> {
    let output = root().join("target/conformance");
    if output.exists() {
        std::fs::remove_dir_all(&output).map_err(|error| error.to_string())?;
    }
    let own = samples(&root().join("input"))?;
    let mut suite = samples(&root().join("tests/suite"))?;
    let names = own.iter().filter_map(|file| file.file_name()).collect::<Vec<_>>();
    suite.retain(|file| file.file_name().is_some_and(|name| !names.contains(&name)));
    let binary = release_binary()?;
    execute(&mut render(&binary, &own, &output))?;
    // Some documents of the suite show an error: they have no output, and are left out.
    let outcome = render(&binary, &suite, &output).stderr(Stdio::null()).status();
    outcome.map_err(|error| error.to_string())?;
    suite.retain(|file| output.join(docx(file)).exists());
    let mut judge = Command::new(python()?);
    judge.arg("tests/conformance/all.py").arg(&output).args(&own).args(&suite);
    execute(judge.current_dir(root()))
}

fn render(binary: &Path, files: &[PathBuf], output: &Path) -> Command {
    let mut render = Command::new(binary);
    render.args(["render", "--quiet"]).args(files).arg("-o").arg(output);
    render.stdout(Stdio::null()).current_dir(root());
    render
}

/// The name of a document's DOCX.
fn docx(document: &Path) -> PathBuf {
    PathBuf::from(document.file_name().unwrap_or_default()).with_extension("docx")
}
