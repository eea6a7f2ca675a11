//! 表格 on pages: the rows of each page below the head, their lines, rules and structure.

use docgen_frame::{Axis, ItemKind, NodeTag, Owner, Rule};
use docgen_model::{Abs, Span};

use super::{Composer, turn_left};
use crate::flow::Flow;
use crate::paragraph::grid_of;
use crate::table::SetTable;
use crate::table::draw::Piece;

impl Composer<'_, '_> {
    /// The node of a caption, in a table that follows.
    pub(super) fn caption(&mut self, span: Span) -> Owner {
        if let Some((_, caption)) = self.captioned {
            return Owner::Node(caption);
        }
        let table = self.structure.len();
        self.part(NodeTag::Table, span, None);
        self.captioned = Some((table, table + 1));
        self.part(NodeTag::Caption, span, Some(table))
    }

    /// A table, page by page.
    pub(super) fn table(
        &mut self,
        table: &SetTable<'_>,
        flow: &Flow,
        index: usize,
        turned: bool,
    ) {
        let cells = self.table_nodes(table);
        let mut pieces: Vec<(usize, Piece)> = vec![];
        let head = 0..table.table.head_rows;
        for (at, part) in (0_u32..).zip(&flow.placed[index].parts) {
            let (page, row) = (flow.page_of(index, at), flow.row_of(index, at));
            let rows = table.block(part.block);
            let lines =
                part.lines.clone().map(|lines| lines.start as usize..lines.end as usize);
            let lines = lines.map(|lines| (rows.start, lines));
            match pieces.last_mut().filter(|(last, _)| *last == page) {
                Some((_, piece)) => {
                    piece.rows.extend(rows);
                    piece.parts.extend(lines);
                }
                None => {
                    // A head higher than the page has been refused; it is laid out all the same.
                    let row = row.saturating_sub(table.head_height());
                    let rows = head.clone().chain(rows).collect();
                    let parts = lines.into_iter().collect();
                    pieces.push((page, Piece { rows, row, parts }));
                }
            }
        }
        for (number, (page, piece)) in pieces.iter().enumerate() {
            self.piece(table, piece, *page, (number > 0, turned), &cells);
        }
    }

    /// The nodes of all cells, row by row.
    fn table_nodes(&mut self, table: &SetTable<'_>) -> Vec<Vec<Owner>> {
        let given = table.table;
        let node = match self.captioned.take() {
            Some((node, _)) => node,
            None => {
                self.part(NodeTag::Table, given.span, None);
                self.structure.len() - 1
            }
        };
        let mut owners = vec![];
        for (index, cells) in given.rows.iter().enumerate() {
            let spans = cells.iter().map(|cell| cell.text.span());
            let span = spans.reduce(Span::to).unwrap_or_default();
            let row = self.structure.len();
            self.part(NodeTag::Row, span, Some(node));
            let head = index < given.head_rows;
            let count = |cells: usize| u32::try_from(cells).unwrap_or(1);
            let cells = cells.iter().map(|cell| {
                let (across, down) = (count(cell.across), count(cell.down));
                let tag = NodeTag::Cell { head, across, down };
                self.part(tag, cell.text.span(), Some(row))
            });
            owners.push(cells.collect());
        }
        owners
    }

    /// The rows of one page. A head that was seen before is told to nobody again.
    fn piece(
        &mut self,
        table: &SetTable<'_>,
        piece: &Piece,
        page: usize,
        (again, turned): (bool, bool),
        cells: &[Vec<Owner>],
    ) {
        let context = self.context;
        let grid = grid_of(turned, context);
        let mut grid_row = piece.row;
        for (at, &row) in piece.rows.iter().enumerate() {
            let repeated = again && row < table.table.head_rows;
            for (index, &node) in cells[row].iter().enumerate() {
                let owner = if repeated { Owner::Decoration } else { node };
                for runs in table.lines(piece, at, index, &grid, context) {
                    self.line(page, Some(grid_row), owner, runs, turned);
                }
            }
            grid_row += table.height(piece, row);
        }
        let height = context.profile.page.height;
        for rule in table.rules(piece, &grid, context) {
            let rule = if turned { across(rule, height) } else { rule };
            self.push(page, Owner::Decoration, ItemKind::Rule(rule));
        }
    }
}

/// A rule of a sheet that lies across, on the sheet as it is bound.
fn across(rule: Rule, sheet_height: Abs) -> Rule {
    let (axis, upper) = match rule.axis {
        Axis::Horizontal => (Axis::Vertical, rule.to()),
        Axis::Vertical => (Axis::Horizontal, rule.from),
    };
    Rule { from: turn_left(upper, sheet_height), axis, ..rule }
}
