//! Telling people and programs what was found.
//!
//! [`human`] draws a snippet for each diagnostic; [`json`] and [`sarif`] are for programs.
//! Lines and columns count from 1, columns in characters; an end is the place behind the
//! last character.

pub(crate) mod allows;
pub(crate) mod audit;
pub(crate) mod diff;
pub(crate) mod human;
pub(crate) mod json;
mod place;
pub(crate) mod sarif;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use docgen::Allowed;
use docgen_model::{Bilingual, Code, Diagnostic, Lang, Severity};

pub(crate) use human::Counts;

use crate::args::{ColorArg, LangArg, Shared};

/// How to talk: language, colour, how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shell {
    /// The language of messages.
    pub(crate) lang: Lang,
    /// Only errors.
    pub(crate) quiet: bool,
    /// Whether messages on standard error are coloured.
    pub(crate) color: bool,
}

impl Shell {
    /// As the arguments and the terminal say.
    pub(crate) fn new(shared: &Shared) -> Self {
        let lang = match shared.lang {
            LangArg::Zh => Lang::Zh,
            LangArg::En => Lang::En,
        };
        let color = match shared.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
                !refused && io::stderr().is_terminal()
            }
        };
        Self { lang, quiet: shared.quiet, color }
    }

    /// Text for standard output. A reader that has gone away is not our concern.
    pub(crate) fn print(&self, text: &str) {
        let _ = io::stdout().write_all(text.as_bytes());
    }

    /// A sentence on standard error that `--quiet` silences.
    pub(crate) fn remark(&self, message: &Bilingual) {
        if !self.quiet {
            let _ = writeln!(io::stderr(), "{}", message.get(self.lang));
        }
    }

    /// Something wrong that stops nothing.
    pub(crate) fn warning(&self, message: &Bilingual) {
        let level = human::level_name(Severity::Warning, self.lang);
        let Bilingual { zh, en } = message;
        self.remark(&Bilingual::new(format!("{level}: {zh}"), format!("{level}: {en}")));
    }

    /// Why the program could not do its work.
    pub(crate) fn failure(&self, message: &Bilingual) {
        let level = human::level_name(Severity::Error, self.lang);
        let _ = writeln!(io::stderr(), "{level}: {}", message.get(self.lang));
    }

    /// The diagnostics of every document, and a summary, on standard error.
    pub(crate) fn diagnostics(&self, all: &[Finished]) {
        all.iter().for_each(|finished| self.findings(finished));
        self.summary(all.iter().flat_map(|finished| &finished.diagnostics));
    }

    /// The diagnostics of one document.
    pub(crate) fn findings(&self, finished: &Finished) {
        let _ = io::stderr().write_all(human::report(finished, self).as_bytes());
    }

    /// How many of each severity.
    pub(crate) fn summary<'a>(&self, found: impl Iterator<Item = &'a Diagnostic>) {
        let counts = Counts::of(found);
        self.counts(&counts);
    }

    /// How many of each severity, counted before.
    pub(crate) fn counts(&self, counts: &Counts) {
        if !self.quiet {
            let _ = io::stderr().write_all(counts.summary(self.lang).as_bytes());
        }
    }
}

/// A document that was worked on.
#[derive(Debug, Default)]
pub(crate) struct Finished {
    /// The name that messages show.
    pub(crate) file: String,
    /// The text that the spans point into; empty if it was never read.
    pub(crate) source: String,
    /// Everything that is to be said about it, in source order.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What is not said, because somebody allows it.
    pub(crate) allowed: Vec<Allowed>,
    /// How many places `--fix` mended.
    pub(crate) fixed: usize,
    /// What it would mend, as a diff.
    pub(crate) diff: String,
    /// What reading the outputs back found, one table an output.
    pub(crate) audits: Vec<audit::Audited>,
    /// The files that were written, or that are up to date.
    pub(crate) written: Vec<Written>,
    /// Whether they were up to date, and nothing was done.
    pub(crate) skipped: bool,
    /// How long it took.
    pub(crate) seconds: f64,
    /// The profile's file, if it has findings of its own.
    pub(crate) profile: Option<Box<Self>>,
    /// Whether it is such a file itself, and no document.
    pub(crate) beside: bool,
    /// Whether the program could not do its work on it.
    failed: bool,
}

/// An output.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// How long it is.
    pub(crate) bytes: usize,
    /// Its hash; empty where nobody asked for it.
    pub(crate) sha256: String,
    /// Its pages, as laid out; unknown if it was up to date.
    pub(crate) pages: Option<usize>,
}

impl Written {
    /// A file that lies there.
    pub(crate) fn new(
        path: PathBuf,
        bytes: usize,
        sha256: String,
        pages: Option<usize>,
    ) -> Self {
        Self { path, bytes, sha256, pages }
    }
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Done,
    UpToDate,
    Errors,
    Failed,
}

impl Status {
    /// The word of a manifest.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::UpToDate => "up-to-date",
            Self::Errors => "errors",
            Self::Failed => "failed",
        }
    }
}

impl Finished {
    /// A document that was compiled.
    pub(crate) fn new(
        file: String,
        source: String,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self { file, source, diagnostics, ..Self::default() }
    }

    /// A document that could not even be read.
    pub(crate) fn failed(file: String, diagnostic: Diagnostic) -> Self {
        Self { failed: true, ..Self::new(file, String::new(), vec![diagnostic]) }
    }

    /// A document whose outputs are up to date.
    pub(crate) fn up_to_date(file: String, written: Vec<Written>) -> Self {
        let nothing = Self::new(file, String::new(), vec![]);
        Self { written, skipped: true, ..nothing }
    }

    /// Whether no error or warning is to be said of it, so that skipping it hides none.
    pub(crate) fn is_clean(&self) -> bool {
        let note = |found: &Diagnostic| found.severity == Severity::Note;
        self.diagnostics.iter().all(note) && self.profile.is_none() && !self.failed
    }

    /// What became of it.
    pub(crate) fn status(&self) -> Status {
        if self.is_failure() {
            Status::Failed
        } else if self.diagnostics.iter().any(Diagnostic::is_error) {
            Status::Errors
        } else if self.skipped {
            Status::UpToDate
        } else {
            Status::Done
        }
    }

    /// Adds a reason why the program could not do its work.
    pub(crate) fn fail(&mut self, diagnostic: Diagnostic) {
        self.failed = true;
        self.diagnostics.push(diagnostic);
    }

    /// Adds a reason why its file was not rewritten; an error is a failure.
    pub(crate) fn refuse(&mut self, diagnostic: Diagnostic) {
        self.failed |= diagnostic.is_error();
        self.diagnostics.push(diagnostic);
    }

    /// Whether the program could not do its work on it.
    pub(crate) fn is_failure(&self) -> bool {
        self.failed || self.diagnostics.iter().any(|d| d.code == Code::Internal)
    }
}
