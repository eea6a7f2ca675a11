//! `--manifest`: a line of JSON for each document, written when it is done.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use docgen_model::Severity;
use serde_json::{Value, json};

use crate::report::{Finished, Written};

/// The file, open.
#[derive(Debug)]
pub(crate) struct Manifest(File);

impl Manifest {
    /// Makes the file anew. What is there must be a manifest of an earlier run: a document
    /// or its output, named by mistake, would be lost.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        if path.is_file() && !is_manifest(path)? {
            let why = "another file is there already";
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, why));
        }
        File::create(path).map(Self)
    }

    /// Adds the line of a document.
    pub(crate) fn add(&mut self, finished: &Finished) -> io::Result<()> {
        self.0.write_all(format!("{}\n", line(finished)).as_bytes())
    }
}

/// Whether a file is empty or begins as [`line`] does.
fn is_manifest(path: &Path) -> io::Result<bool> {
    let mut start = vec![];
    File::open(path)?.take(START.len() as u64).read_to_end(&mut start)?;
    Ok(start.is_empty() || start == START)
}

/// How a line begins.
const START: &[u8] = b"{\"input\":";

fn line(finished: &Finished) -> Value {
    let count = |severity| {
        finished.diagnostics.iter().filter(|found| found.severity == severity).count()
    };
    let codes = finished.diagnostics.iter().map(|found| found.code.as_str());
    let mut codes: Vec<_> = codes.collect();
    codes.sort_unstable();
    codes.dedup();
    json!({
        "input": finished.file,
        "status": finished.status().name(),
        "outputs": finished.written.iter().map(output).collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "codes": codes,
        "seconds": (finished.seconds * 1e3).round() / 1e3,
    })
}

fn output(written: &Written) -> Value {
    json!({
        "path": written.path,
        "bytes": written.bytes,
        "sha256": written.sha256,
        "pages": written.pages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_as_lines_are_known_by() {
        let line = line(&Finished::default()).to_string();
        assert!(line.as_bytes().starts_with(START), "{line}");
    }
}
