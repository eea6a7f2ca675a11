//! What a profile sets otherwise than the standard, and how strongly the clause asked for it.

use std::fmt;

use docgen_model::{Bilingual, Clause, Code, Diagnostic, Document, Lang, Span};

use crate::flow::FORMATS;

/// One value that a profile sets otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// The profile that says so.
    pub profile: String,
    /// Which value, as a path: `page.top`.
    pub key: String,
    /// What it was in the base; nothing if it was not set there.
    pub from: Option<String>,
    /// What it is.
    pub to: String,
    /// Why.
    pub reason: String,
    /// Who asks for it.
    pub by: Option<String>,
    /// The clause that it departs from.
    pub clause: Clause,
    /// How strongly that clause asks.
    pub force: Force,
    /// Where the key stands in the profile's file.
    pub span: Span,
}

/// How strongly a clause asks for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// It says so.
    Shall,
    /// 一般.
    General,
    /// 推荐.
    Recommended,
    /// 可以.
    May,
    /// It is silent; the value is practice.
    Silent,
}

impl Force {
    /// The force of a value by its `word` and `by` in the data.
    pub(super) fn of(word: Option<&str>, by: Option<&str>) -> Self {
        match word {
            Some("推荐") => Self::Recommended,
            Some("可以") => Self::May,
            Some(_) => Self::General,
            None if by.is_some() => Self::Silent,
            None => Self::Shall,
        }
    }

    /// Its word.
    pub fn name(self, lang: Lang) -> &'static str {
        let [zh, en] = match self {
            Self::Shall => ["应当", "shall"],
            Self::General => ["一般", "generally"],
            Self::Recommended => ["推荐", "recommended"],
            Self::May => ["可以", "may"],
            Self::Silent => ["未规定", "silent"],
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = self.from.as_deref().unwrap_or("–");
        write!(f, "{} {from} → {}", self.key, self.to)
    }
}

impl Deviation {
    /// Whether a document is set by the value at all: not by one of another format, nor by that
    /// of an element that it lacks.
    pub fn concerns(&self, document: &Document) -> bool {
        let format = FORMATS[document.format as usize];
        let mut path = self.key.split('.');
        match (path.next(), path.next(), path.next()) {
            (Some("formats"), Some(name), slot) => {
                name == format && (slot != Some("note") || document.note.is_some())
            }
            (Some(name), ..) => !FORMATS.contains(&name) || name == format,
            (None, ..) => true,
        }
    }

    /// What a document is told whose profile departs from what a clause orders.
    pub fn notice(&self, span: Span) -> Option<Diagnostic> {
        let (profile, reason) = (&self.profile, &self.reason);
        let message = Bilingual::new(
            format!("版式“{profile}”与标准的规定不同：{self}"),
            format!("profile “{profile}” departs from the standard: {self}"),
        );
        let by = self.by.as_ref();
        let zh = by.map_or(String::new(), |by| format!("（依据：{by}）"));
        let en = by.map_or(String::new(), |by| format!(" (by {by})"));
        let hint = Bilingual::new(
            format!("理由：{reason}{zh}"),
            format!("reason: {reason}{en}"),
        );
        let mut note = Diagnostic::note(Code::ProfileDeviates, span, message).hint(hint);
        note.clause = Some(self.clause);
        (self.force == Force::Shall).then_some(note)
    }
}
