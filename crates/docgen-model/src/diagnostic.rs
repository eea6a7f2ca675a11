//! What is wrong, where, and what to do about it.

use std::borrow::Cow;

use crate::{Clause, Code, Span};

/// The language of messages.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// The Chinese sentence.
    pub zh: Cow<'static, str>,
    /// The English sentence.
    pub en: Cow<'static, str>,
}

impl Bilingual {
    /// A sentence in Chinese and in English.
    pub fn new(
        zh: impl Into<Cow<'static, str>>,
        en: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The sentence in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Told for information; the output is as asked.
    Note,
    /// Worth a look; the output is made.
    Warning,
    /// Nothing is written for this document.
    Error,
}

/// One finding about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the kind of finding.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The characters it is about.
    pub span: Span,
    /// Further places of the same finding (a note about a kind of mark is told once).
    pub also: Vec<Span>,
    /// What is wrong.
    pub message: Bilingual,
    /// What to do.
    pub hint: Option<Bilingual>,
    /// The clause of the standard that it rests on.
    pub clause: Option<Clause>,
    /// A change of the source that mends it and cannot change what is meant.
    pub fix: Option<Fix>,
    /// How many more of its kind it stands for: those behind it are not told one by one.
    pub others: usize,
}

/// A change of some characters of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Their place.
    pub span: Span,
    /// What stands there. Where the source has something else, because reading changed it or
    /// it is another file's, the change is not made.
    pub was: String,
    /// What should.
    pub with: String,
}

impl Diagnostic {
    /// An error: `message` about the characters at `span`.
    pub fn error(code: Code, span: Span, message: Bilingual) -> Self {
        Self::new(code, Severity::Error, span, message)
    }

    /// A warning.
    pub fn warning(code: Code, span: Span, message: Bilingual) -> Self {
        Self::new(code, Severity::Warning, span, message)
    }

    /// A note.
    pub fn note(code: Code, span: Span, message: Bilingual) -> Self {
        Self::new(code, Severity::Note, span, message)
    }

    fn new(code: Code, severity: Severity, span: Span, message: Bilingual) -> Self {
        Self {
            code,
            severity,
            span,
            also: vec![],
            message,
            hint: None,
            clause: None,
            fix: None,
            others: 0,
        }
    }

    /// The same with a remedy.
    #[must_use]
    pub fn hint(mut self, hint: Bilingual) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same with the clause that it rests on.
    #[must_use]
    pub fn clause(mut self, parts: [u8; 4]) -> Self {
        self.clause = Some(Clause::new(parts));
        self
    }

    /// Whether nothing may be written for the document.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
