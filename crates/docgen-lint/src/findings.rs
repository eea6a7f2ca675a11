//! Where a rule tells what it found.

use std::ops::Range;

use docgen_model::{Bilingual, Clause, Code, Diagnostic, Fix, Span, Text};

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

    /// Adds another place to what was told last.
    pub(crate) fn also(&mut self, text: &Text, bytes: Range<usize>) {
        if let Some(told) = self.found.last_mut() {
            told.also.push(text.span_of(bytes));
        }
    }

    /// Tells that some bytes of a text should be others, and that to write those is safe.
    pub(crate) fn replace(
        &mut self,
        text: &Text,
        bytes: Range<usize>,
        message: [String; 2],
        with: &str,
    ) {
        let hint = match with {
            "" => ["删去它".to_owned(), "delete it".to_owned()],
            _ => [format!("写成“{with}”"), format!("write “{with}”")],
        };
        let was = text.as_str()[bytes.clone()].to_owned();
        let fix = Fix { span: text.span_of(bytes.clone()), was, with: with.to_owned() };
        self.at(text, bytes, message, hint);
        if let Some(told) = self.found.last_mut() {
            told.fix = Some(fix);
        }
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
            fix: None,
            others: 0,
        });
    }

    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}
