//! `--manifest`: a line of JSON for each document, written when it is done.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use docgen_model::Severity;
use serde_json::{Value, json};

use crate::report::{Finished, Written};

/// The file, open.
#[derive(Debug)]
pub(crate) struct Manifest(File);

impl Manifest {
    /// Makes the file anew.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        File::create(path).map(Self)
    }

    /// Adds the line of a document.
    pub(crate) fn add(&mut self, finished: &Finished) -> io::Result<()> {
        self.0.write_all(format!("{}\n", line(finished)).as_bytes())
    }
}

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
