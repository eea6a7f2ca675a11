//! Where a rule tells what it found.

use std::ops::Range;

use docgen_model::{Bilingual, Clause, Code, Diagnostic, Span, Text};

use crate::rule::Rule;

/// The findings of one rule.
#[derive(Debug)]
pub(crate) struct Findings {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(crate) fn new(rule: &'static Rule) -> Self {
        Self { rule, found: vec![] }
    }

    /// Tells something about some bytes of a text.
    pub(crate) fn at(
        &mut self,
        text: &Text,
        bytes: Range<usize>,
        message: [String; 2],
        hint: [String; 2],
    ) {
        self.tell(text.span_of(bytes), message, hint);
    }

    /// Tells something about a place in the source.
    pub(crate) fn tell(&mut self, span: Span, message: [String; 2], hint: [String; 2]) {
        let [zh, en] = message;
        let [hint_zh, hint_en] = hint;
        self.found.push(Diagnostic {
            code: Code::Rule(self.rule.code),
            severity: self.rule.severity,
            span,
            also: vec![],
            message: Bilingual::new(zh, en),
            hint: Some(Bilingual::new(hint_zh, hint_en)),
            clause: self.rule.clause.map(Clause::new),
        });
    }

    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}
