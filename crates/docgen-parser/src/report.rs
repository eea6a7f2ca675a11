//! Findings, gathered while reading and told in source order.
//!
//! Most findings stand alone. Those that come in crowds (a half-width comma in every
//! sentence) are gathered by kind and told once, with their count and every place.

use std::borrow::Cow;

use docgen_model::{Bilingual, Code, Diagnostic, Severity, Span};

use crate::characters;

/// A sentence in Chinese and in English.
pub(crate) fn both(
    zh: impl Into<Cow<'static, str>>,
    en: impl Into<Cow<'static, str>>,
) -> Bilingual {
    Bilingual::new(zh, en)
}

/// The start of what an author wrote, short enough for a message.
pub(crate) fn short(written: &str) -> Cow<'_, str> {
    const LENGTH: usize = 30;
    let line = written.split('\n').next().unwrap_or_default();
    let end = line.char_indices().nth(LENGTH).map_or(line.len(), |(at, _)| at);
    match line.get(..end) {
        Some(start) if start.len() < written.len() => format!("{start}…").into(),
        Some(_) | None => written.into(),
    }
}

/// A kind of finding that is told once for all its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crowd {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) message: Bilingual,
    pub(crate) hint: Option<Bilingual>,
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    findings: Vec<Diagnostic>,
    crowds: Vec<(Crowd, Vec<Span>)>,
    private: Vec<(char, Span)>,
}

impl Report {
    /// One more private-use character.
    pub(crate) fn private(&mut self, c: char, span: Span) {
        self.private.push((c, span));
    }

    pub(crate) fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// One more place of a kind of finding.
    pub(crate) fn gather(&mut self, crowd: Crowd, span: Span) {
        match self.crowds.iter_mut().find(|(known, _)| *known == crowd) {
            Some((_, spans)) => spans.push(span),
            None => self.crowds.push((crowd, vec![span])),
        }
    }

    /// All findings in source order, each once. What was mended moved some by bytes, into the
    /// middle of a character: its whole is meant.
    pub(crate) fn finish(mut self, source: &str) -> Vec<Diagnostic> {
        let crowds = std::mem::take(&mut self.crowds);
        self.findings.extend(crowds.into_iter().filter_map(told));
        self.findings.extend(characters::told_private(std::mem::take(&mut self.private)));
        for finding in &mut self.findings {
            let spans = std::iter::once(&mut finding.span).chain(&mut finding.also);
            spans.for_each(|span| *span = whole(*span, source));
        }
        self.findings.sort_by_key(|finding| finding.span);
        self.findings.dedup();
        self.findings
    }
}

/// From the start of a character to the end of one.
fn whole(span: Span, source: &str) -> Span {
    let offset = |n| u32::try_from(n).unwrap_or(u32::MAX);
    let start = source.floor_char_boundary(span.start as usize);
    let end = if span.start == span.end {
        start
    } else {
        source.ceil_char_boundary(span.end as usize)
    };
    Span::new(offset(start), offset(end))
}

/// One finding for a crowd: at its first place, the others beside it.
fn told((crowd, mut spans): (Crowd, Vec<Span>)) -> Option<Diagnostic> {
    let count = spans.len();
    spans.sort_unstable();
    spans.dedup();
    let (&first, also) = spans.split_first()?;
    let Bilingual { zh, en } = crowd.message;
    let message = if count > 1 {
        both(format!("{zh}（共 {count} 处）"), format!("{en} ({count} places)"))
    } else {
        Bilingual { zh, en }
    };
    let mut finding = match crowd.severity {
        Severity::Error => Diagnostic::error(crowd.code, first, message),
        Severity::Warning => Diagnostic::warning(crowd.code, first, message),
        Severity::Note => Diagnostic::note(crowd.code, first, message),
    };
    finding.also = also.to_vec();
    finding.hint = crowd.hint;
    Some(finding)
}
