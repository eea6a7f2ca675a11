//! 表格: columns, lines in cells, and the rows of the grid that each row takes.
//!
//! 1. Every cell's words are prepared in the style of its row: head, body or totals.
//! 2. [`columns`] shares the width out: as the author says, else by what the cells hold.
//! 3. Cells are broken as any text is, by the measure of a word processor.
//! 4. A row takes as many rows of the grid as its highest cell needs, so that the text below
//!    stands on the grid again; rows that a cell joins are not parted. A row higher than a
//!    page is parted between its lines, which begin at its top.
//! 5. Numbers stand with their points one below the other, text in the middle of its column
//!    while every cell of it is one line, else at the left.
//!
//! [`draw`] puts the rows of one page in their places.

mod columns;
pub(crate) mod draw;
mod number;

#[cfg(test)]
mod tests;

use std::ops::Range;

use docgen_model::{
    Abs, Bilingual, CellAlign, CellPlan, Code, Diagnostic, PartedRow, Side, Span, Table,
    TableCell, TablePlan,
};
use docgen_standard::{Grid, Profile, row_role};

use crate::Context;
use crate::flow::{Block, Body, LinePitch, Part};
use crate::inline::breaker::{Measure, break_lines};
use crate::inline::prepare::{Prepared, prepare};
use crate::table::number::{Number, widest};

/// A table, ready to be put on pages.
#[derive(Debug, Clone)]
pub(crate) struct SetTable<'a> {
    /// What the author wrote.
    pub(crate) table: &'a Table,
    /// What the DOCX repeats.
    pub(crate) plan: TablePlan,
    /// Its cells, row by row.
    cells: Vec<Vec<SetCell>>,
    /// The rows below the head that are not parted, or one that is parted by itself.
    blocks: Vec<Range<usize>>,
    pitch: LinePitch,
}

/// A cell with its lines.
#[derive(Debug, Clone)]
struct SetCell {
    prepared: Prepared,
    lines: Vec<Range<usize>>,
    /// What stays free at the right of several lines, in twips.
    spare: i64,
    number: Option<Number>,
}

impl SetTable<'_> {
    /// The rows that it asks of the flow.
    pub(crate) fn body(&self) -> Body {
        let rows = |rows: Range<usize>| self.plan.heights[rows].iter().sum();
        let head = rows(0..self.table.head_rows);
        let block = |block: &Range<usize>| match self.parted(block.start) {
            Some(parted) => Block::Lines(self.line_count(parted), self.pitch),
            None => Block::Whole(rows(block.clone())),
        };
        Body::Table { head, blocks: self.blocks.iter().map(block).collect() }
    }

    fn parted(&self, row: usize) -> Option<&PartedRow> {
        self.plan.parted.iter().find(|parted| parted.row == row)
    }

    fn line_count(&self, parted: &PartedRow) -> u32 {
        u32::try_from(self.cells[parted.row][parted.cell].lines.len()).unwrap_or(u32::MAX)
    }

    /// The plan, once it is known which lines of the parted rows stand on their last pages.
    pub(crate) fn settled(&self, parts: &[Part], profile: &Profile) -> TablePlan {
        let mut plan = self.plan.clone();
        for parted in &mut plan.parted {
            let mut lines = parts.iter().rev().filter_map(|part| {
                let here = self.blocks[part.block].start == parted.row;
                part.lines.clone().filter(|_| here)
            });
            let last = lines.next().map_or(0, |lines| lines.end - lines.start);
            let rows = self.pitch.row * i64::from(self.pitch.rows(last));
            let taken = self.pitch.line * i64::from(last) + profile.table.inner_thickness;
            parted.below = (rows - taken).max(Abs::ZERO);
        }
        plan
    }
}

/// Sets a table as wide as a word processor's text, on rows of `grid`.
pub(crate) fn set<'a>(
    table: &'a Table,
    width: Abs,
    grid: Grid,
    context: &mut Context<'a>,
) -> SetTable<'a> {
    let mut cells = prepared(table, context);
    let columns = columns::widths(table, &cells, width, context);
    break_cells(table, &mut cells, &columns, context);
    let spec = &context.profile;
    let pitch = LinePitch { line: spec.table.pitch, row: spec.docx.pitch };
    let heights = heights(table, &cells, pitch);
    let plans = align(table, &cells, &columns, context);
    let blocks = blocks(table, &heights, grid);
    let parted = parted(table, &cells, &heights, grid, context);
    let kept = (0..table.rows.len()).map(|row| {
        let block = blocks.partition_point(|block| block.end <= row);
        let goes_on = blocks.get(block).is_some_and(|block| row + 1 < block.end);
        row < table.head_rows || goes_on
    });
    let kept = kept.collect();
    let plan = TablePlan { columns, heights, kept, cells: plans, parted };
    SetTable { table, plan, cells, blocks, pitch }
}

/// Every cell with its glyphs, not broken yet.
fn prepared(table: &Table, context: &mut Context<'_>) -> Vec<Vec<SetCell>> {
    let rows = table.rows.iter().enumerate();
    rows.map(|(row, cells)| {
        let style = context.profile.style(row_role(table, row));
        let cells = cells.iter().map(|cell| {
            let text = &cell.text;
            let faces = &mut context.faces;
            let prepared = prepare(text, text.len(), style, context.book, faces);
            let number = Number::read(&prepared).filter(|_| row >= table.head_rows);
            SetCell { prepared, lines: vec![], spare: 0, number }
        });
        cells.collect()
    })
    .collect()
}

/// The width inside the cell, in a word processor.
fn inner(cell: &TableCell, columns: &[Abs], context: &Context<'_>) -> Abs {
    let all: Abs = columns[cell.column..cell.column + cell.across].iter().copied().sum();
    all - context.profile.table.padding * 2
}

fn break_cells(
    table: &Table,
    cells: &mut [Vec<SetCell>],
    columns: &[Abs],
    context: &mut Context<'_>,
) {
    for (given, set) in table.rows.iter().zip(cells) {
        for (cell, set) in given.iter().zip(set) {
            let room = inner(cell, columns, context).to_twips();
            let rule = context.profile.table.inner_thickness.to_twips();
            (set.lines, set.spare) = stable_lines(&set.prepared, room, rule);
            if set.lines.windows(2).any(|two| parts_word(&set.prepared, &two[1])) {
                context.diagnostics.push(too_narrow(cell.text.span()));
            }
        }
    }
}

/// The lines of a cell, and what must stay free at their right. LibreOffice takes the rules
/// of a cell from its room and Word does not, so a cell of several lines is set as wide as
/// makes them break the same. No mark hangs in a table: LibreOffice
/// lets none, and the DOCX forbids it.
fn stable_lines(prepared: &Prepared, room: i64, rule: i64) -> (Vec<Range<usize>>, i64) {
    let lines = |room: i64| -> Vec<Range<usize>> {
        let measure = Measure { first: room, others: room, tracking: 0, hang: false };
        let lines = break_lines(prepared, measure);
        lines.iter().map(|line| line.start..line.end).collect()
    };
    let spares = (0..STEPS).map(|step| step * rule);
    let mut tried = spares.map(|spare| (lines(room - spare), spare));
    let stable = tried.find(|(found, spare)| {
        let widths = [rule / 2, -rule, -2 * rule];
        widths.iter().all(|more| *found == lines(room - spare + more))
    });
    stable.unwrap_or_else(|| (lines(room), 0))
}

/// How often a cell is tried narrower by a rule.
const STEPS: i64 = 16;

/// Whether a line begins inside a number or a word.
fn parts_word(prepared: &Prepared, line: &Range<usize>) -> bool {
    let Some(before) = line.start.checked_sub(1) else { return false };
    let (a, b) = (&prepared.cells[before], &prepared.cells[line.start]);
    a.latin && b.latin && a.c.is_alphanumeric() && b.c != ' '
}

fn too_narrow(span: Span) -> Diagnostic {
    let message = Bilingual::new(
        "表格的列太窄，数字或单词会断开",
        "a column is too narrow: a number or a word would be parted",
    );
    let hint = Bilingual::new(
        "减少列数，调整列宽，或设 landscape: true 横排",
        "fewer columns, other widths, or landscape: true",
    );
    Diagnostic::error(Code::Overfull, span, message).hint(hint)
}

/// How many rows of the grid each row takes. What a cell over several rows needs more than
/// they have, its last row gets.
fn heights(table: &Table, cells: &[Vec<SetCell>], pitch: LinePitch) -> Vec<u32> {
    let mut heights = vec![1; table.rows.len()];
    let mut grow = |joined: bool| {
        for (row, (given, set)) in table.rows.iter().zip(cells).enumerate() {
            for (cell, set) in
                given.iter().zip(set).filter(|(c, _)| (c.down > 1) == joined)
            {
                let rows = row..row + cell.down;
                let have: u32 = heights[rows.clone()].iter().sum();
                let lines = u32::try_from(set.lines.len().max(1)).unwrap_or(u32::MAX);
                let more = pitch.rows(lines).saturating_sub(have);
                heights[rows.end - 1] += more;
            }
        }
    };
    grow(false);
    grow(true);
    heights
}

/// Which rows below the head are not parted: those that a cell joins, if a page can hold
/// them.
fn blocks(table: &Table, heights: &[u32], grid: Grid) -> Vec<Range<usize>> {
    let high = |rows: Range<usize>| heights[rows].iter().sum::<u32>();
    let head = high(0..table.head_rows);
    let mut blocks: Vec<Range<usize>> = vec![];
    let mut end = table.head_rows;
    let rows = table.rows.iter().enumerate().skip(table.head_rows);
    for (row, cells) in rows {
        let reach = cells.iter().map(|cell| row + cell.down).max();
        match blocks.last_mut().filter(|_| row < end) {
            Some(last) => last.end = row + 1,
            None => blocks.push(row..row + 1),
        }
        end = end.max(reach.unwrap_or(row + 1));
    }
    let fits = |block: &Range<usize>| head + high(block.clone()) <= grid.rows;
    let parts = |block: Range<usize>| match fits(&block) {
        true => vec![block],
        false => block.map(|row| row..row + 1).collect(),
    };
    blocks.into_iter().flat_map(parts).collect()
}

/// The rows that are higher than a page below the head. One that a cell joins with others
/// cannot be parted, nor one below a head that leaves it little room.
fn parted(
    table: &Table,
    cells: &[Vec<SetCell>],
    heights: &[u32],
    grid: Grid,
    context: &mut Context<'_>,
) -> Vec<PartedRow> {
    let head: u32 = heights[..table.head_rows].iter().sum();
    let high = |&row: &usize| head + heights[row] > grid.rows;
    let mut parted = vec![];
    for row in (table.head_rows..table.rows.len()).filter(high) {
        let longest =
            (0..cells[row].len()).max_by_key(|&cell| cells[row][cell].lines.len());
        let span = longest.map_or(table.span, |cell| table.rows[row][cell].text.span());
        let cell = longest.unwrap_or_default();
        if head * 2 > grid.rows {
            context.diagnostics.push(too_high(TOO_HIGH_HEAD, span));
        } else if is_joined(table, row) {
            context.diagnostics.push(too_high(JOINED, span));
        } else {
            parted.push(PartedRow { row, cell, below: Abs::ZERO });
        }
    }
    parted
}

/// Whether a cell joins a row with another.
fn is_joined(table: &Table, row: usize) -> bool {
    let above = table.rows[..=row].iter().enumerate();
    let mut cells =
        above.flat_map(|(at, cells)| cells.iter().map(move |cell| (at, cell)));
    cells.any(|(at, cell)| cell.down > 1 && at + cell.down > row)
}

/// What is wrong with a row higher than a page, and the remedy, in Chinese and English.
type Told = [[&'static str; 2]; 2];

const TOO_HIGH_HEAD: Told = [
    [
        "表格的这一行连同表头比一页还高，而表头占了半页以上",
        "this row of the table is higher than a page below a head of more than half of it",
    ],
    [
        "请缩短表头，或把文字移到正文里",
        "shorten the head, or move the words into the text",
    ],
];

const JOINED: Told = [
    [
        "表格的这一行连同表头比一页还高，又有跨行的单元格，不能在行内分页",
        "this row of the table is higher than a page with the head, and a cell joins it with \
         others, so that no page can part it",
    ],
    [
        "请把跨行的单元格拆开，或分成几行",
        "write the joined cell once a row, or part the row into several",
    ],
];

fn too_high([message, hint]: Told, span: Span) -> Diagnostic {
    let [message, hint] = [message, hint].map(|[zh, en]| Bilingual::new(zh, en));
    Diagnostic::error(Code::TableRow, span, message).hint(hint)
}

/// Where the lines of each cell stand.
fn align(
    table: &Table,
    cells: &[Vec<SetCell>],
    columns: &[Abs],
    context: &Context<'_>,
) -> Vec<Vec<CellPlan>> {
    let own = |column| own_cells(table, cells, column);
    let aligns: Vec<_> = (0..columns.len())
        .map(|column| {
            let given = table.columns.get(column).and_then(|column| column.align);
            given.unwrap_or_else(|| chosen(own(column)))
        })
        .collect();
    let widest: Vec<_> = (0..columns.len()).map(|column| widest(own(column))).collect();
    let plan = |row: usize, cell: &TableCell, set: &SetCell| {
        let side = |side| CellPlan { side, right: Abs::twips(set.spare) };
        if row < table.head_rows {
            return side(Side::Center);
        }
        match (aligns[cell.column], set.number) {
            _ if cell.across > 1 => side(spanning(set)),
            (CellAlign::Left, _) => side(Side::Left),
            (CellAlign::Center, _) | (CellAlign::Decimal, None) => side(Side::Center),
            (CellAlign::Right, _) => side(Side::Right),
            (CellAlign::Decimal, Some(number)) => {
                let room = inner(cell, columns, context).to_twips();
                let right = number.right(widest[cell.column], room);
                CellPlan { side: Side::Right, right: Abs::twips(right) }
            }
        }
    };
    let rows = table.rows.iter().zip(cells).enumerate();
    rows.map(|(row, (given, set))| {
        given.iter().zip(set).map(|(cell, set)| plan(row, cell, set)).collect()
    })
    .collect()
}

/// The cells below the head that stand in one column alone and are not empty.
fn own_cells<'c>(
    table: &'c Table,
    cells: &'c [Vec<SetCell>],
    column: usize,
) -> impl Iterator<Item = &'c SetCell> + Clone {
    let rows = table.rows.iter().zip(cells).skip(table.head_rows);
    let pairs = rows.flat_map(|(given, set)| given.iter().zip(set));
    let own = pairs.filter(move |(cell, _)| cell.column == column && cell.across == 1);
    own.map(|(_, set)| set).filter(|set| !set.prepared.cells.is_empty())
}

/// The alignment of a column that the author leaves open; a dash says that there is no number.
fn chosen<'c>(mut cells: impl Iterator<Item = &'c SetCell> + Clone) -> CellAlign {
    let says =
        |set: &&SetCell| set.prepared.cells.iter().any(|cell| cell.c.is_alphanumeric());
    let mut telling = cells.clone().filter(says);
    let numbers = telling.next().is_some_and(|set| set.number.is_some());
    if numbers && telling.all(|set| set.number.is_some()) {
        CellAlign::Decimal
    } else if cells.all(|set| set.lines.len() == 1) {
        CellAlign::Center
    } else {
        CellAlign::Left
    }
}

/// A cell over several columns stands in their middle while it is one line.
fn spanning(set: &SetCell) -> Side {
    if set.lines.len() > 1 { Side::Left } else { Side::Center }
}
