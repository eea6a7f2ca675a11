//! `--incremental`: which outputs are up to date, by content.
//!
//! Beside the outputs lies [`FILE`], a line of JSON for each document that was rendered: the
//! hash of everything that it was made from (its bytes, the `docgen.toml` beside it, the
//! options, the faces given, the program), the files that it read and the outputs, each with
//! its hash. A document whose hashes all still hold is not rendered again. Lines are only
//! added, each in one piece, so a run that was killed is continued by the next; the last line
//! of a document counts.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use docgen::world::Folder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::report::Written;

/// The name of the file.
pub(crate) const FILE: &str = ".docgen-incremental.jsonl";

/// What a document was made from, and what was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    input: String,
    made_from: String,
    files: BTreeMap<String, String>,
    outputs: BTreeMap<PathBuf, String>,
}

/// What is known from earlier runs.
#[derive(Debug)]
pub(crate) struct Memory {
    known: BTreeMap<String, Entry>,
    file: Mutex<File>,
}

impl Memory {
    /// Reads what earlier runs left in a folder of outputs; a line that is cut short or of
    /// another version is not believed.
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let text = match std::fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let entries = text.lines().filter_map(|line| serde_json::from_str(line).ok());
        let known = entries.map(|entry: Entry| (entry.input.clone(), entry)).collect();
        let mut file = OpenOptions::new().append(true).create(true).open(path)?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        Ok(Self { known, file: Mutex::new(file) })
    }

    /// The outputs of a document, if all that they were made from is as it was, and so are
    /// they.
    pub(crate) fn up_to_date(
        &self,
        input: &str,
        made_from: &str,
        folder: &Folder,
    ) -> Option<Vec<Written>> {
        let entry = self.known.get(input).filter(|entry| entry.made_from == made_from)?;
        let same = |name: &String, wanted: &String| {
            folder.read(name).is_ok_and(|bytes| hash(&bytes) == *wanted)
        };
        if !entry.files.iter().all(|(name, wanted)| same(name, wanted)) {
            return None;
        }
        let output = |(path, wanted): (&PathBuf, &String)| {
            let bytes = std::fs::read(path).ok()?;
            let sha256 = hash(&bytes);
            let written = Written::new(path.clone(), bytes.len(), sha256, None);
            (written.sha256 == *wanted).then_some(written)
        };
        entry.outputs.iter().map(output).collect()
    }

    /// Notes what was rendered; if that fails the document is rendered again next time.
    pub(crate) fn note(
        &self,
        input: &str,
        made_from: &str,
        files: BTreeMap<String, String>,
        written: &[Written],
    ) {
        let outputs = written.iter().map(|w| (w.path.clone(), w.sha256.clone()));
        let entry = Entry {
            input: input.to_owned(),
            made_from: made_from.to_owned(),
            files,
            outputs: outputs.collect(),
        };
        if let Ok(mut line) = serde_json::to_vec(&entry) {
            line.push(b'\n');
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = file.write_all(&line);
        }
    }
}

/// SHA-256 in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    hash_all(&[bytes])
}

/// SHA-256 of several pieces, each with its length, so that none flows into the next.
pub(crate) fn hash_all(pieces: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for piece in pieces {
        if pieces.len() > 1 {
            hasher.update((piece.len() as u64).to_le_bytes());
        }
        hasher.update(piece);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
