//! Step 1: every character of a paragraph gets what the later steps ask for.

use std::collections::BTreeMap;
use std::ops::Range;

use docgen_fonts::{FontBook, Glyph, Width};
use docgen_model::{Abs, Bilingual, Code, Diagnostic, FontRole, Span, Text};
use docgen_standard::{ParaStyle, runs};

use crate::inline::classes::{LineClass, Script, line_class, script};

/// A paragraph whose characters are ready to be measured.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    /// The words.
    pub(crate) text: Text,
    /// One a character.
    pub(crate) cells: Vec<Cell>,
    /// Maximal ranges of cells that a word processor measures as one.
    pub(crate) portions: Vec<Range<usize>>,
    /// The break classes, one a cell.
    pub(crate) classes: Vec<LineClass>,
    /// Type size.
    pub(crate) size: Abs,
}

/// One character.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The character.
    pub(crate) c: char,
    /// Its first byte in the text.
    pub(crate) at: usize,
    /// How it is drawn.
    pub(crate) glyph: Glyph,
    /// The script by which a word processor forms portions.
    pub(crate) script: Script,
    /// Whether it belongs to a Latin word or a number.
    pub(crate) latin: bool,
    /// Whether it belongs to —— or ……, or to the marks that close it.
    pub(crate) pair: bool,
    font: FontRole,
}

impl Prepared {
    /// The cells whose first bytes lie in a range of the text.
    pub(crate) fn cells_of(&self, bytes: Range<usize>) -> Range<usize> {
        let index = |byte| self.cells.partition_point(|cell| cell.at < byte);
        index(bytes.start)..index(bytes.end)
    }

    /// The bytes of a cell.
    pub(crate) fn bytes_of(&self, cell: usize) -> Range<usize> {
        let cell = &self.cells[cell];
        cell.at..cell.at + cell.c.len_utf8()
    }

    /// Whether a word processor sets a gap before this cell: between Han and a letter or
    /// digit of the other script.
    pub(crate) fn gap_before(&self, cell: usize) -> bool {
        let Some(before) = cell.checked_sub(1) else { return false };
        let (a, b) = (&self.cells[before], &self.cells[cell]);
        a.script != b.script
            && a.c.is_alphanumeric()
            && b.c.is_alphanumeric()
            && u32::from(a.c) < 0x10000
    }
}

/// Gives each character its glyph, script and class. A character that no face has is an error
/// at its place; one that another face must lend is a note.
pub(crate) fn prepare(
    text: &Text,
    lead: usize,
    style: &ParaStyle,
    book: &FontBook,
    faces: &mut FaceReport,
) -> Prepared {
    let mut cells = Vec::with_capacity(text.len() / 3 + 1);
    let mut last = Script::Latin; // what a weak character at the start takes
    for run in runs(text, lead, style.font, style.rest_font) {
        for (offset, c) in text.as_str()[run.range.clone()].char_indices() {
            let at = run.range.start + offset;
            let span = text.span_of(at..at + c.len_utf8());
            let Some(glyph) = book.glyph(run.font, c, Width::Natural) else {
                faces.missing(c, span);
                continue;
            };
            if glyph.fallback {
                faces.lent(c, run.font, span);
            }
            last = script(c).unwrap_or(last);
            cells.push(Cell {
                c,
                at,
                glyph,
                script: last,
                latin: run.latin,
                pair: run.pair,
                font: run.font,
            });
        }
    }
    let portions = portions(&cells);
    let classes = cells.iter().map(|cell| line_class(cell.c)).collect();
    Prepared { text: text.clone(), cells, portions, classes, size: style.size }
}

fn portions(cells: &[Cell]) -> Vec<Range<usize>> {
    let mut portions: Vec<Range<usize>> = vec![];
    let key = |cell: &Cell| (cell.script, cell.font, cell.pair);
    for (i, cell) in cells.iter().enumerate() {
        match portions.last_mut() {
            Some(last) if key(&cells[last.start]) == key(cell) => last.end = i + 1,
            _ => portions.push(i..i + 1),
        }
    }
    portions
}

/// Which characters a face of another class lent, and which none has.
#[derive(Debug, Default)]
pub(crate) struct FaceReport {
    missing: BTreeMap<char, Vec<Span>>,
    lent: BTreeMap<(char, FontRole), Vec<Span>>,
}

impl FaceReport {
    fn missing(&mut self, c: char, span: Span) {
        self.missing.entry(c).or_default().push(span);
    }

    fn lent(&mut self, c: char, font: FontRole, span: Span) {
        self.lent.entry((c, font)).or_default().push(span);
    }

    /// One finding a character, at its first place.
    pub(crate) fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        let missing = self.missing.into_iter().map(|(c, spans)| {
            at_all(spans, |span| {
                let code = format!("U+{:04X}", u32::from(c));
                let message = Bilingual::new(
                    format!("没有字体收录“{c}”（{code}）"),
                    format!("no face has {c:?} ({code})"),
                );
                Diagnostic::error(Code::MissingGlyph, span, message).hint(Bilingual::new(
                    "请核对是否录错；确需此字时可用 --font-dir 指定收录它的字体",
                    "check the character; if it is right, name a folder with a face that has it: --font-dir",
                ))
            })
        });
        let lent = self.lent.into_iter().map(|((c, font), spans)| {
            at_all(spans, |span| {
                let name = font.name();
                let message = Bilingual::new(
                    format!("“{c}”不在{name}中，用了相近的字体"),
                    format!("{c:?} is not in {name}; another face lends it"),
                );
                Diagnostic::note(Code::FallbackFace, span, message)
            })
        });
        missing.chain(lent)
    }
}

fn at_all(spans: Vec<Span>, finding: impl FnOnce(Span) -> Diagnostic) -> Diagnostic {
    let mut spans = spans.into_iter();
    let mut finding = finding(spans.next().unwrap_or_default());
    finding.also = spans.collect();
    finding
}
