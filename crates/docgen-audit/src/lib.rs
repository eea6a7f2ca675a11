//! Reads a PDF and a DOCX back and measures R01 to R100 of GB/T 9704-2012 on them.
//!
//! 1. [`pdf`] follows the operators of the pages: glyphs with face, size and colour, rules,
//!    pictures. [`word`] resolves the paragraphs of a DOCX. Both take bytes.
//! 2. [`paper`] finds what the author wrote on the pages, by its text.
//! 3. [`rules`] measures, one function a rule; [`verdict`] says what became of it.
//!
//! Nothing here sees a page form, a profile or a decision of layout: what is wrong there shows.
//! Of a profile only the clauses are known that it departs from, and why: a rule of such a clause
//! that does not hold is told as [`Verdict::Deviates`], with the reason.
//! It is the same list as that of `tests/conformance/`, whose reader is a program not ours.

mod forms;
mod paper;
mod pdf;
mod rules;
mod sheet;
mod verdict;
mod word;
mod xml;

use docgen_model::{Bilingual, Clause, Document};

pub use rules::{Level, RULES, Rule};
pub use verdict::Verdict;

use crate::paper::Paper;
use crate::verdict::judge;
use crate::word::Word;

/// A document and the files made of it.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// What the author wrote.
    pub document: &'a Document,
    /// The PDF.
    pub pdf: Option<&'a [u8]>,
    /// Whether it is to be an archive's.
    pub archive: bool,
    /// The DOCX.
    pub docx: Option<&'a [u8]>,
    /// What its profile sets otherwise than the standard.
    pub deviations: &'a [Deviation],
}

/// A value that a profile sets otherwise, and why: 按方案另定.
#[derive(Debug, Clone)]
pub struct Deviation {
    /// Which value, as a path: `page.top`.
    pub key: String,
    /// The clause that it departs from.
    pub clause: Clause,
    /// Which value, whose profile, and the reason that it gives.
    pub why: Bilingual,
}

/// One rule and what became of it, in each file that there is and that can show it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// On the PDF.
    pub pdf: Option<Verdict>,
    /// On the DOCX; none also where only a word processor's layout shows it.
    pub docx: Option<Verdict>,
}

impl Deviation {
    /// Whether it concerns the DOCX alone, such as the margins that a word processor is told.
    pub(crate) fn is_docx_only(&self) -> bool {
        let lists = ["docx.", "faces.", "fields."];
        lists.iter().any(|list| self.key.starts_with(list))
    }

    /// Whether it moves the type area.
    pub(crate) fn moves_type_area(&self) -> bool {
        self.key.starts_with("page.")
    }

    /// Whether it is the choice of a typeface, which moves nothing.
    pub(crate) fn is_face(&self) -> bool {
        let lists = ["faces.", "latin."];
        self.key.ends_with(".font") || lists.iter().any(|list| self.key.starts_with(list))
    }
}

impl Row {
    /// Whether a rule that is no mere habit is broken, and not by what the author wrote.
    pub fn is_fault(&self) -> bool {
        let broken = |verdict: &Verdict| verdict.is_failure() && !verdict.is_written();
        self.rule.level == Level::Shall && self.verdicts().any(broken)
    }

    /// Whether a rule that is no mere habit is broken by what the author wrote.
    pub fn is_written(&self) -> bool {
        let written = self.rule.level == Level::Shall && !self.is_fault();
        written && self.verdicts().any(Verdict::is_written)
    }

    /// Whether the rule is broken.
    pub fn is_failure(&self) -> bool {
        self.verdicts().any(Verdict::is_failure)
    }

    fn verdicts(&self) -> impl Iterator<Item = &Verdict> {
        [&self.pdf, &self.docx].into_iter().flatten()
    }
}

/// Measures every rule.
///
/// # Errors
/// A file that cannot be read back at all.
pub fn audit(files: &Files<'_>) -> Result<Vec<Row>, String> {
    let Files { document, pdf, archive, docx, deviations } = *files;
    let pdf = pdf.map(|bytes| pdf::read(bytes, &document.print)).transpose();
    let pdf = pdf.map_err(|error| format!("PDF: {error}"))?;
    let paper = pdf.map(|pdf| Paper::new(document, pdf, archive));
    let word = docx.map(|bytes| Word::read(document, bytes)).transpose();
    let word = word.map_err(|error| format!("DOCX: {error}"))?;
    let all: Vec<&Deviation> = deviations.iter().collect();
    let on_paper: Vec<_> = all.iter().copied().filter(|d| !d.is_docx_only()).collect();
    let row = |rule: &Rule| {
        let pdf = paper.as_ref().zip(rule.pdf).map(|(paper, rule)| judge(rule(paper)));
        let docx = word.as_ref().zip(rule.docx).map(|(word, rule)| judge(rule(word)));
        let pdf = pdf.map(|verdict| verdict.excused(rule, &on_paper));
        Row { rule: *rule, pdf, docx: docx.map(|one| one.excused(rule, &all)) }
    };
    Ok(RULES.iter().map(row).collect())
}
