//! Step 1: every character of a paragraph gets what the later steps ask for.

use std::ops::Range;

use docgen_fonts::{Em, Face, FontBook, Glyph, Width, clusters};
use docgen_model::{Abs, FontRole, Text};
use docgen_standard::{ParaStyle, runs};

use crate::inline::classes::{LineClass, Script, is_word, line_class, script};
pub(crate) use crate::inline::faces::FaceReport;

/// A paragraph whose characters are ready to be measured.
#[derive(Debug, Default, Clone)]
pub(crate) struct Prepared {
    /// The words.
    pub(crate) text: Text,
    /// The faces that set them.
    pub(crate) faces: Vec<Face>,
    /// One a character.
    pub(crate) cells: Vec<Cell>,
    /// Maximal ranges of cells that a word processor measures as one.
    pub(crate) portions: Vec<Range<usize>>,
    /// The break classes, one a cell.
    pub(crate) classes: Vec<LineClass>,
    /// Sum of the advances before each cell, and of all.
    pub(crate) sums: Vec<Abs>,
    /// The last letter or digit at or before each cell, 0 if there is none.
    pub(crate) words: Vec<u32>,
    /// Type size.
    pub(crate) size: Abs,
}

/// One character, with the marks and selectors that belong to it. There are half a million of
/// them in a report of 900 pages, so each takes 32 bytes.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// The character.
    pub(crate) c: char,
    /// Its first byte in the text, which no source makes longer than 32 bits can tell.
    at: u32,
    len: u32,
    /// How it is drawn.
    pub(crate) glyph: Drawn,
    /// The script by which a word processor forms portions.
    pub(crate) script: Script,
    /// Whether it belongs to a Latin word or a number.
    pub(crate) latin: bool,
    /// Whether it belongs to —— or ……, or to the marks that close it.
    pub(crate) pair: bool,
}

/// A [`Glyph`] whose face is told by its number, among [`Prepared::faces`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawn {
    pub(crate) face: u16,
    pub(crate) id: u16,
    pub(crate) advance: Em,
    pub(crate) dx: Em,
    pub(crate) dy: Em,
}

impl Cell {
    /// How many bytes it takes in the text.
    pub(crate) fn len(&self) -> usize {
        self.len as usize
    }
}

impl Drawn {
    /// The same glyph, whose face joins `faces` if it is not among them.
    pub(crate) fn of(glyph: &Glyph, faces: &mut Vec<Face>) -> Self {
        let Glyph { face, id, advance, dx, dy, .. } = glyph;
        let known = faces.iter().position(|known| known.index() == face.index());
        let number = known.unwrap_or_else(|| {
            faces.push(face.clone());
            faces.len() - 1
        });
        // A book counts its faces by as many bits.
        Self { face: number as u16, id: *id, advance: *advance, dx: *dx, dy: *dy }
    }
}

impl Prepared {
    /// The cells whose first bytes lie in a range of the text.
    pub(crate) fn cells_of(&self, bytes: Range<usize>) -> Range<usize> {
        let index = |byte| self.cells.partition_point(|cell| (cell.at as usize) < byte);
        index(bytes.start)..index(bytes.end)
    }

    /// The bytes of a cell.
    pub(crate) fn bytes_of(&self, cell: usize) -> Range<usize> {
        let cell = &self.cells[cell];
        cell.at as usize..(cell.at + cell.len) as usize
    }

    /// The face of one of its glyphs.
    pub(crate) fn face(&self, glyph: &Drawn) -> &Face {
        &self.faces[usize::from(glyph.face)]
    }

    /// Whether a word processor sets a gap before this cell: between Han and a letter or
    /// digit of the other script.
    pub(crate) fn gap_before(&self, cell: usize) -> bool {
        let Some(before) = cell.checked_sub(1) else { return false };
        let (a, b) = (&self.cells[before], &self.cells[cell]);
        a.script != b.script && is_word(a.c) && is_word(b.c) && u32::from(a.c) < 0x10000
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
    let (mut cells, mut set_by) = (Vec::with_capacity(text.len() / 3 + 1), vec![]);
    let mut portions = Portions::default();
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
            portions.add(cells.len(), (last, run.font, run.pair, run.rare));
            cells.push(Cell {
                c,
                at: at as u32,
                len: len as u32,
                glyph: Drawn::of(&glyph, &mut set_by),
                script: last,
                latin: run.latin,
                pair: run.pair,
            });
        }
    }
    let (sums, words) = (sums(&cells, style.size), words(&cells));
    let classes = cells.iter().map(|cell| line_class(cell.c)).collect();
    Prepared {
        text: text.clone(),
        faces: set_by,
        cells,
        portions: portions.done,
        classes,
        sums,
        words,
        size: style.size,
    }
}

/// Portions in the making: cells that follow each other and are alike form one.
#[derive(Default)]
struct Portions {
    done: Vec<Range<usize>>,
    last: Option<(Script, FontRole, bool, bool)>,
}

impl Portions {
    /// Adds the next cell: its script and face, whether it belongs to —— or ……, whether it is rare.
    fn add(&mut self, cell: usize, like: (Script, FontRole, bool, bool)) {
        match self.done.last_mut() {
            Some(last) if self.last == Some(like) => last.end = cell + 1,
            _ => self.done.push(cell..cell + 1),
        }
        self.last = Some(like);
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

fn words(cells: &[Cell]) -> Vec<u32> {
    let mut word = 0;
    let letter = |(i, cell): (usize, &Cell)| {
        if is_word(cell.c) {
            word = i as u32;
        }
        word
    };
    cells.iter().enumerate().map(letter).collect()
}
