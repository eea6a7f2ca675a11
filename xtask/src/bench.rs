//! Whole processes measured side by side with others; `cargo bench -p docgen-bench` measures the
//! stages by themselves.
//!
//! `bench/processes.py` measures, on a release build; `--write` puts its tables into
//! `docs/PERFORMANCE.md`, behind the words that say how they were made.

use std::process::Command;

use crate::command::{cargo, root};
use crate::readers::{python, release_binary};

/// The document, and the line behind which the tables stand.
const DOCUMENT: &str = "docs/PERFORMANCE.md";
const MEASURED: &str = "<!-- measured: cargo xtask bench --write -->\n";

/// Builds, measures and prints; with `--write`, writes.
pub(crate) fn run(options: &[String]) -> Result<(), String> {
    let write = match options {
        [] => false,
        [option] if option == "--write" => true,
        _ => return Err("it takes no option but --write".to_owned()),
    };
    cargo(&["build", "--release", "--package", "docgen-bench"], &[])?;
    let docgen = release_binary()?;
    let floor = docgen.with_file_name("floor");
    let mut measure = Command::new(python()?);
    measure.arg("bench/processes.py").arg(docgen).arg(floor).arg("target/bench");
    let tables = output(measure.current_dir(root()))?;
    println!("{tables}");
    if write { put(&tables) } else { Ok(()) }
}

fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

fn put(tables: &str) -> Result<(), String> {
    let path = root().join(DOCUMENT);
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let text = with(&text, tables).ok_or(format!("{DOCUMENT} lacks {MEASURED}"))?;
    std::fs::write(path, text).map_err(|error| error.to_string())
}

/// The document with other tables.
fn with(text: &str, tables: &str) -> Option<String> {
    let (words, _) = text.split_once(MEASURED)?;
    Some(format!("{words}{MEASURED}\n{}\n", tables.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_stand_behind_the_words() {
        let text = format!("words\n{MEASURED}old\n");
        assert_eq!(with(&text, "new\n"), Some(format!("words\n{MEASURED}\nnew\n")));
        assert_eq!(with("words\n", "new"), None);
    }
}
