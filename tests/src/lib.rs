//! Tests that cross crates: what the golden tests share.
//!
//! `README.md` beside this crate explains the stages and how to accept a change.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "the whole crate is a test: it reads files and a failure is a panic"
)]

mod golden;
pub mod properties;
mod xml;

use std::fs;
use std::path::{Path, PathBuf};

use docgen::world::{Folder, book};
use docgen::{Compiled, Wishes, compile};
use docgen_fonts::FontBook;
use docgen_model::{Block, BlockKind, Diagnostic, Severity};

pub use golden::Golden;
pub use xml::{part, pretty};

/// The top of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A document of the golden tests.
#[derive(Debug)]
pub struct Source {
    /// Names its references.
    pub name: String,
    /// Where it stands.
    pub path: PathBuf,
    text: String,
}

impl Source {
    /// Whether its first line, `# stages: frame docx`, names the stage; a sample of
    /// `input/` has the stage `frame`.
    pub fn has_stage(&self, stage: &str) -> bool {
        let first = self.text.lines().next().unwrap_or_default();
        match first.strip_prefix("# stages:") {
            Some(stages) => stages.split_whitespace().any(|known| known == stage),
            None => stage == "frame",
        }
    }

    /// The document, compiled with the embedded faces.
    pub fn compile(&self) -> Compiled {
        self.compile_with(book().unwrap())
    }

    /// The document, compiled with these faces.
    pub fn compile_with(&self, book: &FontBook) -> Compiled {
        compile_with(&self.text, book, &Folder::of(&self.path))
    }
}

/// Every document of `tests/suite/` and `input/` that has the stage, sorted by name.
pub fn sources(stage: &str) -> Vec<Source> {
    let suite = source_files("tests/suite", "");
    let input = source_files("input", "input-");
    let mut all: Vec<Source> =
        suite.chain(input).filter(|source| source.has_stage(stage)).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn source_files(folder: &str, prefix: &str) -> impl Iterator<Item = Source> {
    yaml_files(folder).into_iter().map(move |path| {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let (name, text) =
            (format!("{prefix}{stem}"), fs::read_to_string(&path).unwrap());
        Source { name, path, text }
    })
}

/// The YAML files of a folder of the repository, in order.
pub fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    paths
}

/// A document given as text, compiled with the embedded faces.
pub fn compile_text(text: &str, folder: &Folder) -> Compiled {
    compile_with(text, book().unwrap(), folder)
}

fn compile_with(text: &str, book: &FontBook, folder: &Folder) -> Compiled {
    compile(text.as_bytes(), &Wishes::default(), book, &|name| folder.read(name))
}

/// One line for each diagnostic.
pub fn findings(diagnostics: &[Diagnostic]) -> String {
    let line = |found: &Diagnostic| {
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{severity} {} {}\n", found.code, found.message.zh)
    };
    diagnostics.iter().map(line).collect()
}

/// The words of the paragraphs, in order.
pub fn paragraphs(blocks: &[Block]) -> Vec<&str> {
    blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            BlockKind::PageBreak | BlockKind::Table(_) | BlockKind::Figure(_) => None,
        })
        .collect()
}
