//! Step 4: glyphs get their places on a line that is already broken.
//!
//! 1. Natural advances: the em of the body text is one cell of the grid, so a full line of
//!    Han stands on the cells exactly.
//! 2. A full-width mark at the end takes half its width (GB/T 15834 5.1.10).
//! 3. A justified line shares out what is left over all its gaps, but not inside words,
//!    numbers, —— and ……. What is too much is taken from the empty halves of its marks first,
//!    then from the gaps.

use std::ops::Range;

use docgen_fonts::Face;
use docgen_frame::{Glyph, GlyphRun};
use docgen_model::{Abs, Color, Point, Span};
use docgen_standard::script_gap;

use crate::inline::classes::{is_closing_mark, is_opening_mark};
use crate::inline::prepare::{Cell, Drawn, Prepared};

/// Where and how a line is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Left edge of its room.
    pub(crate) left: Abs,
    /// Width of its room.
    pub(crate) width: Abs,
    /// Its baseline.
    pub(crate) baseline: Abs,
    /// What one em is set to.
    pub(crate) em: Abs,
    /// How it fills its room.
    pub(crate) fill: Fill,
    /// Colour.
    pub(crate) color: Color,
}

/// How a line fills its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// From edge to edge.
    Justified,
    /// From the left, no wider than the room.
    Left,
    /// In the middle.
    Center,
    /// From the right.
    Right,
}

/// Sets the cells of one line.
pub(crate) fn set_line(
    prepared: &Prepared,
    cells: Range<usize>,
    place: Place,
) -> Vec<GlyphRun> {
    let mut line = Spaced::natural(prepared, cells, place.em);
    let trailing = line.trailing_room();
    let natural = line.width() - trailing;
    let missing = place.width - natural;
    match place.fill {
        Fill::Justified if missing > Abs::ZERO => line.stretch(missing),
        Fill::Justified | Fill::Left if missing < Abs::ZERO => line.squeeze(-missing),
        Fill::Justified | Fill::Left | Fill::Center | Fill::Right => {}
    }
    let left = match place.fill {
        Fill::Justified | Fill::Left => place.left,
        Fill::Center => place.left + (place.width - line.width()) / 2,
        Fill::Right => place.left + place.width - line.width(),
    };
    line.into_runs(Point { x: left, y: place.baseline }, place.color)
}

/// The natural width of cells on a line, marks at the end in full.
pub(crate) fn width(prepared: &Prepared, cells: Range<usize>, em: Abs) -> Abs {
    Spaced::natural(prepared, cells, em).width()
}

/// The cells of a line with what their glyphs take.
struct Spaced<'a> {
    prepared: &'a Prepared,
    cells: Range<usize>,
    em: Abs,
    /// One a cell.
    advances: Vec<Abs>,
    /// How far each glyph is moved to the left inside its advance.
    pulls: Vec<Abs>,
}

impl<'a> Spaced<'a> {
    fn natural(prepared: &'a Prepared, cells: Range<usize>, em: Abs) -> Self {
        let gap = script_gap(em);
        let advances = cells
            .clone()
            .map(|i| {
                let gap_after = i + 1 < cells.end && prepared.gap_before(i + 1);
                let advance = prepared.cells[i].glyph.advance.at(em);
                if gap_after { advance + gap } else { advance }
            })
            .collect();
        let pulls = vec![Abs::ZERO; cells.len()];
        Self { prepared, cells, em, advances, pulls }
    }

    fn width(&self) -> Abs {
        self.advances.iter().copied().sum()
    }

    fn c(&self, index: usize) -> char {
        self.prepared.cells[self.cells.start + index].c
    }

    /// The empty half of a mark at the end, which may lie outside the room.
    fn trailing_room(&self) -> Abs {
        let last = self.cells.len().checked_sub(1);
        let half = last.is_some_and(|last| is_closing_mark(self.c(last)));
        if half { self.em / 2 } else { Abs::ZERO }
    }

    /// The cells after which a line may give or take: not inside words, numbers and pairs.
    fn gaps(&self) -> Vec<usize> {
        let cells = &self.prepared.cells[self.cells.clone()];
        let inside = |pair: &[Cell]| {
            let (a, b) = (&pair[0], &pair[1]);
            let word = a.latin && b.latin && a.c != ' ' && b.c != ' ';
            word || a.pair && b.pair && a.c == b.c
        };
        let gaps = cells.windows(2).enumerate();
        gaps.filter(|(_, pair)| !inside(pair)).map(|(i, _)| i).collect()
    }

    fn stretch(&mut self, extra: Abs) {
        let gaps = self.gaps();
        for (gap, share) in gaps.iter().zip(shares(extra, gaps.len())) {
            self.advances[*gap] += share;
        }
    }

    /// Takes `excess` away: from the empty halves of marks, at most half an em each, but not
    /// from one that begins the line; what is then left, from the gaps.
    fn squeeze(&mut self, excess: Abs) {
        let last = self.cells.len().saturating_sub(1);
        let opens = |i: &usize| *i > 0 && is_opening_mark(self.c(*i));
        let closes = |i: &usize| is_closing_mark(self.c(*i));
        let marks: Vec<usize> = (0..last).filter(|i| opens(i) || closes(i)).collect();
        let from_marks = excess.min(self.em / 2 * marks.len() as i64);
        for (&mark, share) in marks.iter().zip(shares(from_marks, marks.len())) {
            self.advances[mark] -= share;
            if is_opening_mark(self.c(mark)) {
                self.pulls[mark] = share;
            }
        }
        self.stretch(from_marks - excess);
    }

    fn into_runs(self, origin: Point, color: Color) -> Vec<GlyphRun> {
        let Self { prepared, cells, advances, pulls, .. } = self;
        let mut runs = Runs::new(prepared.size, color, origin);
        let mut shares = cells.clone().zip(advances.into_iter().zip(pulls));
        for alike in prepared.cells[cells].chunk_by(|a, b| a.glyph.face == b.glyph.face) {
            let bytes = alike.iter().map(Cell::len).sum();
            runs.begin(prepared.face(&alike[0].glyph), alike.len(), bytes);
            for (cell, (at, (advance, pull))) in alike.iter().zip(&mut shares) {
                let bytes = prepared.bytes_of(at);
                let words = prepared.text.as_str().get(bytes.clone());
                let span = prepared.text.span_of(bytes);
                runs.push(words.unwrap_or_default(), cell.glyph, advance, pull, span);
            }
        }
        runs.done
    }
}

/// Runs in the making.
pub(crate) struct Runs {
    size: Abs,
    color: Color,
    next: Point,
    /// What is made so far.
    pub(crate) done: Vec<GlyphRun>,
}

impl Runs {
    /// Runs of a size and colour whose first glyph stands at `origin`.
    pub(crate) fn new(size: Abs, color: Color, origin: Point) -> Self {
        Self { size, color, next: origin, done: vec![] }
    }

    /// Begins a run of so many glyphs and bytes of one face.
    pub(crate) fn begin(&mut self, face: &Face, glyphs: usize, bytes: usize) {
        self.done.push(GlyphRun {
            face: face.clone(),
            size: self.size,
            color: self.color,
            origin: self.next,
            text: String::with_capacity(bytes),
            glyphs: Vec::with_capacity(glyphs),
        });
    }

    /// Adds a character with its marks to the run that was begun: how far to the next, and
    /// how far it is pulled to the left.
    pub(crate) fn push(
        &mut self,
        c: &str,
        glyph: Drawn,
        advance: Abs,
        pull: Abs,
        span: Span,
    ) {
        if let Some(run) = self.done.last_mut() {
            let start = run.text.len() as u32;
            run.text.push_str(c);
            run.glyphs.push(Glyph {
                id: glyph.id,
                advance: advance.into(),
                dx: (glyph.dx.at(self.size) - pull).into(),
                dy: glyph.dy.at(self.size).into(),
                text: start..run.text.len() as u32,
                span,
            });
        }
        self.next.x += advance;
    }
}

/// `total` in `count` shares whose sum is exact.
fn shares(total: Abs, count: usize) -> impl Iterator<Item = Abs> {
    let count = count as i64;
    let upto = move |i: i64| total.scale(i, count);
    (0..count).map(move |i| upto(i + 1) - upto(i))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::testing::body;
    use docgen_standard::Profile;

    fn place(fill: Fill) -> Place {
        let grid = Profile::gbt9704().grid();
        Place {
            left: grid.body.x,
            width: grid.body.width,
            baseline: Abs::ZERO,
            em: grid.cell(),
            fill,
            color: Color::Black,
        }
    }

    fn line(text: &str, fill: Fill) -> (Abs, Abs) {
        let prepared = body(text);
        let runs = set_line(&prepared, 0..prepared.cells.len(), place(fill));
        let last = runs.last().unwrap();
        (runs[0].origin.x, last.origin.x + last.width())
    }

    /// Advances sum to the measure, to the EMU.
    #[test]
    fn justified_lines_end_at_the_edge() {
        let grid = Profile::gbt9704().grid();
        let edges = (grid.body.x, grid.body.right());
        let short = format!("全年完成12.5万项{}", "国".repeat(17));
        for text in [short, "国".repeat(28), "国".repeat(29)] {
            assert_eq!(line(&text, Fill::Justified), edges, "{text}");
        }
    }

    #[test]
    fn a_mark_at_the_end_takes_half_its_width() {
        let grid = Profile::gbt9704().grid();
        let (_, end) = line(&format!("{}，", "国".repeat(28)), Fill::Justified);
        assert_eq!(end, grid.body.right() + grid.cell() / 2);
    }

    #[test]
    fn squeezing_takes_from_marks_first() {
        let text = format!("一，{}，", "国".repeat(27));
        let prepared = body(&text);
        let mut spaced =
            Spaced::natural(&prepared, 0..prepared.cells.len(), Abs::pt10(160));
        spaced.squeeze(Abs::pt10(50));
        assert_eq!(spaced.advances[1], Abs::pt10(110));
        assert_eq!(spaced.advances[0], Abs::pt10(160));
    }
}
