//! Step 2: the lines that a word processor breaks (`docs/spec/word-layout.md`, "A breaker that
//! predicts LibreOffice").
//!
//! Word processors build a line portion by portion (a portion is a run of one script and one
//! set of properties):
//!
//! 1. set whole portions while they fit, with a fifth of an em between Han and a digit;
//! 2. in the first that does not fit, cut before the first character that is too much;
//! 3. from the cut, step back by the rules of the script that stands there: Chinese rules
//!    (a mark at the cut hangs; then back while the next may not begin a line or the last may
//!    not end one) or UAX 14;
//! 4. if that leads out of the portion, set the portion before one twip narrower than it was
//!    and cut it by its own rules;
//! 5. if it leads to the start of the line, cut where the line is full.
//!
//! All lengths are twips, as in the word processor; a portion is as wide as its rounded sum
//! of advances, and its last character is not tracked.

use std::ops::Range;

use docgen_standard::script_gap;

use crate::inline::classes::{
    LineClass, Script, hangs, is_blank, no_end, no_start, script, uax14_break,
};
use crate::inline::prepare::Prepared;

/// One line: cells `start..end` are set, the next line begins at `next`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Its first cell.
    pub(crate) start: usize,
    /// One past its last cell.
    pub(crate) end: usize,
    /// Where the next line begins, past blanks at the break.
    next: usize,
    /// Whether its last mark hangs in a word processor.
    pub(crate) hangs: bool,
    /// Whether LibreOffice may not paint that mark in a justified line.
    pub(crate) loses_mark: bool,
    /// Whether a twip more or less of room would change what fits.
    pub(crate) tight: bool,
}

/// The measure of one paragraph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// Width of the first line, in twips.
    pub(crate) first: i64,
    /// Width of the others.
    pub(crate) others: i64,
    /// Added to each advance but a portion's last.
    pub(crate) tracking: i64,
    /// Whether a mark that does not fit may hang; in tables LibreOffice lets none.
    pub(crate) hang: bool,
}

/// Breaks a paragraph into lines.
pub(crate) fn break_lines(prepared: &Prepared, measure: Measure) -> Vec<Broken> {
    let breaker =
        Breaker { hang: measure.hang, ..Breaker::new(prepared, measure.tracking) };
    let (mut lines, mut start) = (vec![], 0);
    while start < prepared.cells.len() {
        let width = if lines.is_empty() { measure.first } else { measure.others };
        let line = breaker.line(start, width);
        start = line.next;
        lines.push(line);
    }
    lines
}

/// The natural width of cells on one line, as a word processor measures it, in twips.
pub(crate) fn natural_width(
    prepared: &Prepared,
    cells: Range<usize>,
    tracking: i64,
) -> i64 {
    let breaker = Breaker::new(prepared, tracking);
    let mut x = 0;
    for piece in breaker.pieces(cells.start) {
        let piece = piece.start..piece.end.min(cells.end);
        if piece.is_empty() {
            break;
        }
        if piece.start > cells.start && prepared.gap_before(piece.start) {
            x += breaker.gap;
        }
        x += breaker.width(piece);
    }
    x
}

struct Breaker<'a> {
    prepared: &'a Prepared,
    tracking: i64,
    gap: i64,
    hang: bool,
}

/// A piece of a portion, set on the line.
#[derive(Debug, Clone)]
struct Placed {
    cells: Range<usize>,
    x: i64,
}

impl<'a> Breaker<'a> {
    fn new(prepared: &'a Prepared, tracking: i64) -> Self {
        let gap = script_gap(prepared.size).to_twips();
        Self { prepared, tracking, gap, hang: true }
    }

    fn c(&self, cell: usize) -> char {
        self.prepared.cells[cell].c
    }

    fn len(&self) -> usize {
        self.prepared.cells.len()
    }

    /// The portions from a cell on; the first may be the rest of one.
    fn pieces(&self, start: usize) -> impl Iterator<Item = Range<usize>> {
        let first = self.prepared.portions.partition_point(|p| p.end <= start);
        self.prepared.portions[first..].iter().map(move |p| p.start.max(start)..p.end)
    }

    fn width(&self, cells: Range<usize>) -> i64 {
        let gaps = cells.len() as i64 - 1;
        (self.prepared.sums[cells.end] - self.prepared.sums[cells.start]).to_twips()
            + gaps * self.tracking
    }

    /// Steps 1 and 2.
    fn line(&self, start: usize, width: i64) -> Broken {
        let (mut placed, mut x): (Vec<Placed>, i64) = (vec![], 0);
        for cells in self.pieces(start) {
            let gap = !placed.is_empty() && self.prepared.gap_before(cells.start);
            if gap && x + self.gap <= width {
                x += self.gap;
            }
            let piece = self.width(cells.clone());
            let room = width - x;
            if piece > room {
                let tight = self.is_tight(cells.clone(), room);
                let line = self.break_in(start, cells, x, width, placed);
                return Broken { tight, ..line };
            }
            placed.push(Placed { cells, x });
            x += piece;
        }
        let line = self.ending(start, self.len(), self.len());
        Broken { tight: x == width, ..line }
    }

    /// Steps 3 to 5: `cells` at `x` is too wide for the line.
    fn break_in(
        &self,
        start: usize,
        mut cells: Range<usize>,
        mut x: i64,
        width: i64,
        mut placed: Vec<Placed>,
    ) -> Broken {
        let mut room = width - x;
        loop {
            let cut = self.cut(cells.clone(), room);
            if is_blank(self.c(cut)) {
                return self.at_blank(start, cut);
            }
            let at = self.step_back(cut, cells.start, start);
            if at > cut {
                placed.push(Placed { cells: cells.start..cut, x });
                let mut line = self.ending(start, at, at);
                line.hangs = true;
                line.loses_mark = self.loses_mark(&placed, width);
                return line;
            }
            if at >= cells.start && at > start {
                return self.ending(start, at, at);
            }
            match placed.pop() {
                Some(before) if at > start => {
                    room = self.width(before.cells.clone()) - 1;
                    (cells, x) = (before.cells, before.x);
                }
                _ => {
                    let at = cut.max(start + 1);
                    return self.ending(start, at, at);
                }
            }
        }
    }

    fn ending(&self, start: usize, end: usize, next: usize) -> Broken {
        Broken { start, end, next, hangs: false, loses_mark: false, tight: false }
    }

    /// A blank at the cut vanishes with its neighbours.
    fn at_blank(&self, start: usize, cut: usize) -> Broken {
        let mut end = cut;
        while end > start + 1 && is_blank(self.c(end - 1)) {
            end -= 1;
        }
        let mut next = cut;
        while next < self.len() && is_blank(self.c(next)) {
            next += 1;
        }
        self.ending(start, end, next)
    }

    /// The first cell of the piece that is too much for `room`, at the latest its last.
    fn cut(&self, cells: Range<usize>, room: i64) -> usize {
        let base = self.prepared.sums[cells.start];
        let fits = |i: usize| {
            let tracked = (i - cells.start) as i64 * self.tracking;
            (self.prepared.sums[i + 1] - base).to_twips() + tracked <= room
        };
        cells.clone().find(|&i| !fits(i)).unwrap_or(cells.end - 1)
    }

    /// Whether a twip more or less of `room` would cut the piece elsewhere.
    fn is_tight(&self, cells: Range<usize>, room: i64) -> bool {
        let cut = self.cut(cells.clone(), room);
        [room - 1, room + 1].into_iter().any(|room| self.cut(cells.clone(), room) != cut)
    }

    /// Where the line ends when `cut` does not fit into the piece that begins at `piece`;
    /// past the cut if its mark hangs, at the start of the line if there is no break.
    fn step_back(&self, cut: usize, piece: usize, start: usize) -> usize {
        let cells = &self.prepared.cells;
        let word = self.prepared.words[cut] as usize;
        let foreign = word < piece && cells[word].script != cells[piece].script;
        let ruling = &cells[if foreign { word } else { piece }];
        if ruling.script == Script::Asian && !ruling.pair {
            self.chinese(cut, start)
        } else {
            self.latin(cut, start)
        }
    }

    fn chinese(&self, cut: usize, start: usize) -> usize {
        let mut at = cut;
        if self.hang && hangs(self.c(at)) {
            at += 1;
            if at == self.len() {
                return at;
            }
        }
        while at > start && (no_start(self.c(at)) || no_end(self.c(at - 1))) {
            at -= 1;
        }
        at
    }

    fn latin(&self, cut: usize, start: usize) -> usize {
        let classes = &self.prepared.classes;
        let mut at = cut;
        if at > start && classes[at - 1] == LineClass::SY {
            at -= 1; // nothing after the solidus fits: no break there
        }
        while at > start && !uax14_break(classes, at) {
            at -= 1;
        }
        at
    }

    /// Whether LibreOffice may end a justified line one twip late and so not paint the mark
    /// that hangs behind it: it shares the room in hundredths of a twip, rounded down, and
    /// counts a twip more of it than there is. The widths may round otherwise by one.
    fn loses_mark(&self, placed: &[Placed], width: i64) -> bool {
        let pieces: Vec<_> = placed.iter().filter(|p| !p.cells.is_empty()).collect();
        let Some(last) = pieces.last() else { return false };
        let gaps: Vec<i64> =
            pieces.iter().map(|piece| self.stretchable(piece.cells.clone())).collect();
        let sum: i64 = gaps.iter().sum();
        let room = width - last.x - self.width(last.cells.clone());
        (room..=room + 2).any(|room| {
            if sum == 0 || room <= 0 {
                return true;
            }
            let share = room * 100 / sum;
            gaps.iter().map(|gaps| gaps * share / 100).sum::<i64>() >= room
        })
    }

    /// How many gaps of a piece a word processor stretches.
    fn stretchable(&self, cells: Range<usize>) -> i64 {
        if self.prepared.cells[cells.start].script == Script::Asian {
            return cells.len() as i64;
        }
        let blanks = cells.clone().filter(|&i| self.c(i) == ' ').count() as i64;
        let asian_next =
            cells.end < self.len() && script(self.c(cells.end)) == Some(Script::Asian);
        blanks + i64::from(asian_next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inline::testing::{body, lines};

    const MEASURE: Measure =
        Measure { first: 8_844 - 640, others: 8_844, tracking: -8, hang: true };

    fn broken(text: &str) -> Vec<String> {
        let prepared = body(text);
        lines(&prepared, &break_lines(&prepared, MEASURE))
    }

    #[test]
    fn a_line_of_han_has_28_characters() {
        let found = broken(&"国".repeat(60));
        let counts: Vec<_> = found.iter().map(|line| line.chars().count()).collect();
        assert_eq!(counts, [26, 28, 6]);
    }

    #[test]
    fn a_mark_that_does_not_fit_hangs() {
        let found = broken(&format!("{}，国", "国".repeat(26)));
        assert_eq!(found[0].chars().count(), 27);
        assert!(found[0].ends_with('，'));
    }

    #[test]
    fn where_no_mark_hangs_it_takes_its_character_along() {
        let prepared = body(&format!("{}，国", "国".repeat(26)));
        let found = break_lines(&prepared, Measure { hang: false, ..MEASURE });
        assert_eq!(lines(&prepared, &found)[1], "国，国");
    }

    #[test]
    fn a_closing_quote_takes_its_character_along() {
        let found = broken(&format!("{}”国", "国".repeat(26)));
        assert_eq!(found[1], "国”国");
    }

    #[test]
    fn an_opening_mark_goes_down() {
        let found = broken(&format!("{}《国》", "国".repeat(25)));
        assert_eq!(found[1], "《国》");
    }

    #[test]
    fn numbers_are_whole_and_pairs_stay_together() {
        let found = broken(&format!("{}2021年", "国".repeat(25)));
        assert_eq!(found[1], "2021年");
        let found = broken(&format!("{}——国", "国".repeat(25)));
        assert_eq!(found[1], "——国");
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut() {
        let found = broken(&"w".repeat(200));
        assert!(found.len() > 2);
        assert_eq!(found.concat().len(), 200);
    }
}
