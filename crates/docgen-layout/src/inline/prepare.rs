//! Step 1: every character of a paragraph gets what the later steps ask for.

use std::ops::Range;

use docgen_fonts::{FontBook, Glyph, Width, clusters};
use docgen_model::{Abs, FontRole, Text};
use docgen_standard::{ParaStyle, runs};

use crate::inline::classes::{LineClass, Script, line_class, script};
pub(crate) use crate::inline::faces::FaceReport;

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
    /// Sum of the advances before each cell, and of all.
    pub(crate) sums: Vec<Abs>,
    /// The last letter or digit at or before each cell, 0 if there is none.
    pub(crate) words: Vec<usize>,
    /// Type size.
    pub(crate) size: Abs,
}

/// One character, with the marks and selectors that belong to it.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The character.
    pub(crate) c: char,
    /// Its first byte in the text.
    pub(crate) at: usize,
    /// How many bytes it takes there.
    pub(crate) len: usize,
    /// How it is drawn.
    pub(crate) glyph: Glyph,
    /// The script by which a word processor forms portions.
    pub(crate) script: Script,
    /// Whether it belongs to a Latin word or a number.
    pub(crate) latin: bool,
    /// Whether it belongs to —— or ……, or to the marks that close it.
    pub(crate) pair: bool,
    font: FontRole,
    rare: bool,
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
        cell.at..cell.at + cell.len
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
    for run in runs(text, lead, style) {
        for (offset, cluster) in clusters(&text.as_str()[run.range.clone()]) {
            let (at, len) = (run.range.start + offset, cluster.len());
            let glyph = book.cluster(run.font, cluster, Width::Natural);
            faces.note(cluster, run.font, glyph.as_ref(), || text.span_of(at..at + len));
            let (Some(glyph), Some(c)) = (glyph, cluster.chars().next()) else {
                continue;
            };
            last = script(c).unwrap_or(last);
            cells.push(Cell {
                c,
                at,
                len,
                glyph,
                script: last,
                latin: run.latin,
                pair: run.pair,
                font: run.font,
                rare: run.rare,
            });
        }
    }
    let portions = portions(&cells);
    let (sums, words) = (sums(&cells, style.size), words(&cells));
    let classes = cells.iter().map(|cell| line_class(cell.c)).collect();
    Prepared {
        text: text.clone(),
        cells,
        portions,
        classes,
        sums,
        words,
        size: style.size,
    }
}

fn sums(cells: &[Cell], size: Abs) -> Vec<Abs> {
    let mut sum = Abs::ZERO;
    let after = cells.iter().map(|cell| {
        sum += cell.glyph.advance.at(size);
        sum
    });
    std::iter::once(Abs::ZERO).chain(after).collect()
}

fn words(cells: &[Cell]) -> Vec<usize> {
    let mut word = 0;
    let letter = |(i, cell): (usize, &Cell)| {
        if cell.c.is_alphanumeric() {
            word = i;
        }
        word
    };
    cells.iter().enumerate().map(letter).collect()
}

fn portions(cells: &[Cell]) -> Vec<Range<usize>> {
    let mut portions: Vec<Range<usize>> = vec![];
    let key = |cell: &Cell| (cell.script, cell.font, cell.pair, cell.rare);
    for (i, cell) in cells.iter().enumerate() {
        match portions.last_mut() {
            Some(last) if key(&cells[last.start]) == key(cell) => last.end = i + 1,
            _ => portions.push(i..i + 1),
        }
    }
    portions
}
