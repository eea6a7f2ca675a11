//! The rows of a table that stand on one page: their lines and their rules.

use std::ops::Range;

use docgen_frame::{Axis, GlyphRun, Rule};
use docgen_model::{Abs, Color, Point, Side};
use docgen_standard::{Grid, em_ascent, row_role};

use super::{SetCell, SetTable};
use crate::Context;
use crate::inline::set::{Fill, Place, set_line};

/// Rows of a table below each other on one page.
pub(crate) struct Piece {
    /// The rows, by their index in the table.
    pub(crate) rows: Vec<usize>,
    /// The row of the grid on which the first stands.
    pub(crate) row: u32,
    /// Those of its rows of which it holds only some lines, and which: its first below the
    /// head, its last.
    pub(crate) parts: Vec<(usize, Range<usize>)>,
}

impl Piece {
    fn part(&self, row: usize) -> Option<&Range<usize>> {
        self.parts.iter().find(|(parted, _)| *parted == row).map(|(_, lines)| lines)
    }
}

impl SetTable<'_> {
    /// The rows of block `index`.
    pub(crate) fn block(&self, index: usize) -> Range<usize> {
        self.blocks[index].clone()
    }

    /// How many rows of the grid the head takes.
    pub(crate) fn head_height(&self) -> u32 {
        self.plan.heights[..self.table.head_rows].iter().sum()
    }

    /// How many rows of the grid a row of a piece takes.
    pub(crate) fn height(&self, piece: &Piece, row: usize) -> u32 {
        let part = piece.part(row).map(|lines| u32::try_from(lines.len()));
        match part {
            Some(lines) => self.pitch.rows(lines.unwrap_or(u32::MAX)),
            None => self.plan.heights[row],
        }
    }

    /// The lines of one cell of a piece, by the piece's row. A row that pages part begins at
    /// its top, the others stand in the middle.
    pub(crate) fn lines(
        &self,
        piece: &Piece,
        at: usize,
        index: usize,
        grid: &Grid,
        context: &Context<'_>,
    ) -> Vec<Vec<GlyphRun>> {
        let row = piece.rows[at];
        let (cell, set) = (&self.table.rows[row][index], &self.cells[row][index]);
        let below = piece.rows.len() - at;
        let (top, bottom) = self.band(piece, at..at + cell.down.min(below), grid);
        let style = context.profile.style(row_role(self.table, row));
        let pitch = self.pitch.line;
        let part = piece.part(row);
        let count = i64::try_from(set.lines.len()).unwrap_or(1);
        let high = pitch * (count - 1) + style.size;
        let above = match part {
            Some(_) => (pitch - style.size) / 2,
            None => (bottom - top - high) / 2,
        };
        let first = top + above + em_ascent(style.size);
        let room = self.room(row, index, grid, context);
        let place = |line: usize| Place {
            left: room.0,
            width: room.1,
            baseline: first + pitch * i64::try_from(line).unwrap_or(0),
            em: style.size,
            fill: fill(self.plan.cells[row][index].side),
            color: style.color,
        };
        let SetCell { prepared, lines, .. } = set;
        let here = part.cloned().unwrap_or(0..lines.len());
        let lines = lines.get(here.start.min(lines.len())..here.end.min(lines.len()));
        let lines = lines.unwrap_or_default().iter().enumerate();
        lines
            .map(|(line, cells)| set_line(prepared, cells.clone(), place(line)))
            .collect()
    }

    /// Left edge and width of the room of a cell's lines.
    fn room(
        &self,
        row: usize,
        cell: usize,
        grid: &Grid,
        context: &Context<'_>,
    ) -> (Abs, Abs) {
        let plan = self.plan.cells[row][cell];
        let cell = &self.table.rows[row][cell];
        let padding = context.profile.table.padding;
        let left = self.edge(cell.column, grid) + padding;
        let right = self.edge(cell.column + cell.across, grid) - padding;
        (left, right - left - plan.right)
    }

    /// The left edge of a column; all of them fill the type area.
    fn edge(&self, column: usize, grid: &Grid) -> Abs {
        let columns = &self.plan.columns;
        let all: Abs = columns.iter().copied().sum();
        let before: Abs = columns[..column].iter().copied().sum();
        grid.body.x + grid.body.width.scale(before.to_emu(), all.to_emu().max(1))
    }

    /// Top and bottom of some rows of a piece. One that goes on overleaf ends with its lines.
    fn band(&self, piece: &Piece, rows: Range<usize>, grid: &Grid) -> (Abs, Abs) {
        let high =
            |rows: &[usize]| rows.iter().map(|&row| self.height(piece, row)).sum::<u32>();
        let first = piece.row + high(&piece.rows[..rows.start]);
        let band = grid.band(first, high(&piece.rows[rows.clone()]));
        let last = rows.end.checked_sub(1).map(|last| (last, piece.rows[last]));
        match last.and_then(|(at, row)| Some((at, self.going_on(piece, row)?))) {
            Some((at, lines)) => {
                let above = piece.row + high(&piece.rows[..at]);
                let bottom = grid.band(above, 1).0 + self.pitch.line * lines;
                (band.0, bottom.min(grid.body.bottom()))
            }
            None => band,
        }
    }

    /// The lines that a piece holds of a row, if it goes on overleaf.
    fn going_on(&self, piece: &Piece, row: usize) -> Option<i64> {
        let (part, parted) = (piece.part(row)?, self.parted(row)?);
        let all = self.cells[row][parted.cell].lines.len();
        (part.end < all).then(|| i64::try_from(part.len()).unwrap_or(i64::MAX))
    }

    /// The rules of a piece: around every cell, thicker around all.
    pub(crate) fn rules(
        &self,
        piece: &Piece,
        grid: &Grid,
        context: &Context<'_>,
    ) -> Vec<Rule> {
        let owners = self.owners(piece);
        let (rows, columns) = (piece.rows.len(), self.plan.columns.len());
        let ys: Vec<Abs> =
            (0..rows).map(|at| self.band(piece, at..at + 1, grid).0).collect();
        let ys = [ys, vec![self.band(piece, 0..rows, grid).1]].concat();
        let xs: Vec<Abs> = (0..=columns).map(|column| self.edge(column, grid)).collect();
        let owner = |row: Option<usize>, column: Option<usize>| {
            owners.get(row?).and_then(|row| row.get(column?)).copied()
        };
        let spec = &context.profile.table;
        let thickness = |outer| match outer {
            true => spec.outer_thickness,
            false => spec.inner_thickness,
        };
        let mut rules = vec![];
        for (at, &y) in ys.iter().enumerate() {
            let apart =
                |c: usize| owner(at.checked_sub(1), Some(c)) != owner(Some(at), Some(c));
            let thickness = thickness(at == 0 || at == rows);
            rules.extend(runs(columns, apart).map(|run| Rule {
                from: Point { x: xs[run.start], y },
                axis: Axis::Horizontal,
                length: xs[run.end] - xs[run.start],
                thickness,
                color: Color::Black,
            }));
        }
        for (at, &x) in xs.iter().enumerate() {
            let apart =
                |r: usize| owner(Some(r), at.checked_sub(1)) != owner(Some(r), Some(at));
            let thickness = thickness(at == 0 || at == columns);
            rules.extend(runs(rows, apart).map(|run| Rule {
                from: Point { x, y: ys[run.start] },
                axis: Axis::Vertical,
                length: ys[run.end] - ys[run.start],
                thickness,
                color: Color::Black,
            }));
        }
        rules
    }

    /// Which cell covers each place of a piece: its row and its column. A cell that began on
    /// the page before goes on.
    fn owners(&self, piece: &Piece) -> Vec<Vec<(usize, usize)>> {
        let covering = |row: usize, column: usize| {
            let rows = self.table.rows[..=row].iter().enumerate().rev();
            let mut cells =
                rows.flat_map(|(above, cells)| cells.iter().map(move |c| (above, c)));
            let found = cells.find(|(above, cell)| {
                above + cell.down > row
                    && (cell.column..cell.column + cell.across).contains(&column)
            });
            found.map_or((row, column), |(above, cell)| (above, cell.column))
        };
        let columns = 0..self.plan.columns.len();
        let row =
            |&row: &usize| columns.clone().map(|column| covering(row, column)).collect();
        piece.rows.iter().map(row).collect()
    }
}

fn fill(side: Side) -> Fill {
    match side {
        Side::Left => Fill::Left,
        Side::Center => Fill::Center,
        Side::Right => Fill::Right,
    }
}

/// The maximal runs of `0..count` for which `holds`.
fn runs(
    count: usize,
    holds: impl Fn(usize) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    let mut runs: Vec<Range<usize>> = vec![];
    for at in (0..count).filter(|&at| holds(at)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => runs.push(at..at + 1),
        }
    }
    runs.into_iter()
}
