//! 表格: a table of fixed layout whose rows are as high as whole rows of the page.
//!
//! 1. Columns have the widths that layout chose, so that cells break the same lines.
//! 2. A row's height is exact; the head is repeated on every page, and no row is parted. On
//!    each page the lowest rule adds to the rows, which make room for it ([`room_for_rule`]).
//!    Only a row higher than a page is as high as its lines, which pages part.
//! 3. A cell over several rows is written in each of them, as the format wants it.
//! 4. Numbers are flush right, with the room behind them that their points need.

use docgen_model::{Abs, CellPlan, Indents, Side, Table, TableCell, TablePlan};
use docgen_standard::{Align, Profile, Role, row_role};

use crate::DocxError;
use crate::format::{ParaFormat, RunFormat, empty_paragraph, paragraph, text_runs};
use crate::styles::TABLE_GRID;
use crate::xml::{Node, el, val};

/// How a table stands among what is around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Whether it begins a page.
    pub(crate) page_break: bool,
    /// What is taken from the height of its last row.
    pub(crate) less: Abs,
}

/// `w:tbl`.
pub(crate) fn table(
    table: &Table,
    plan: &TablePlan,
    place: Place,
    profile: &Profile,
) -> Result<Node, DocxError> {
    let cells = table.rows.iter().map(Vec::len);
    let fits = plan.columns.len() == table.columns.len()
        && plan.heights.len() == table.rows.len()
        && plan.kept.len() == table.rows.len()
        && plan.cells.iter().map(Vec::len).eq(cells);
    if !fits {
        return Err(DocxError::Decisions("a table without its plan"));
    }
    let column = |width: &Abs| el("w:gridCol").attr("w:w", width.to_twips());
    let grid = el("w:tblGrid").children(plan.columns.iter().map(column));
    let last = table.rows.len().saturating_sub(1);
    let rows = (0..table.rows.len()).map(|index| {
        let less = room_for_rule(table, index, profile)
            + if index == last { place.less } else { Abs::ZERO };
        let page_break = place.page_break && index == 0;
        row(table, plan, index, Place { page_break, less }, profile)
    });
    Ok(el("w:tbl").child(properties(plan)).child(grid).children(rows))
}

/// What a row gives for the rule at the foot of each page, so that what follows stands on its
/// row: all of it the first one, which is repeated if it is a head. Without a head every row
/// gives as much as a page full of them needs.
fn room_for_rule(table: &Table, index: usize, profile: &Profile) -> Abs {
    let rule = profile.table.outer_thickness;
    match (index, table.head_rows) {
        (0, _) => rule,
        (_, 0) => rule / i64::from(profile.page.rows),
        _ => Abs::ZERO,
    }
}

fn properties(plan: &TablePlan) -> Node {
    let all: Abs = plan.columns.iter().copied().sum();
    el("w:tblPr")
        .child(val("w:tblStyle", TABLE_GRID))
        .child(width("w:tblW", all))
        .child(width("w:tblInd", Abs::ZERO))
        .child(el("w:tblLayout").attr("w:type", "fixed"))
}

/// A width in twips.
fn width(name: &'static str, width: Abs) -> Node {
    el(name).attr("w:w", width.to_twips()).attr("w:type", "dxa")
}

/// What the style of every table says: its rules and the padding of its cells.
pub(crate) fn style_properties(profile: &Profile) -> Node {
    let spec = &profile.table;
    let side = |name, thickness: Abs| {
        let eighths = (thickness * 4).to_half_points();
        val(name, "single")
            .attr("w:sz", eighths)
            .attr("w:space", 0)
            .attr("w:color", "000000")
    };
    let outer = ["w:top", "w:left", "w:bottom", "w:right"];
    let borders = el("w:tblBorders")
        .children(outer.map(|name| side(name, spec.outer_thickness)))
        .children(
            ["w:insideH", "w:insideV"].map(|name| side(name, spec.inner_thickness)),
        );
    let margins = el("w:tblCellMar")
        .child(width("w:top", Abs::ZERO))
        .child(width("w:left", spec.padding))
        .child(width("w:bottom", Abs::ZERO))
        .child(width("w:right", spec.padding));
    el("w:tblPr").child(borders).child(margins)
}

fn row(
    table: &Table,
    plan: &TablePlan,
    index: usize,
    place: Place,
    profile: &Profile,
) -> Node {
    let head = (index < table.head_rows).then(|| el("w:tblHeader"));
    let whole = plan.parted.iter().all(|parted| parted.row != index).then(|| {
        let height = profile.docx.pitch * i64::from(plan.heights[index]) - place.less;
        let height = val("w:trHeight", height.to_twips()).attr("w:hRule", "exact");
        [el("w:cantSplit"), height]
    });
    let properties = el("w:trPr").children(whole.into_iter().flatten()).children(head);
    let mut content = vec![];
    let mut column = 0;
    while column < plan.columns.len() {
        let (cell, across) = match begins(table, plan, index, column) {
            Some((cell, set)) => {
                let page_break = place.page_break && column == 0;
                let place = Place { page_break, ..place };
                (full_cell(table, plan, index, (cell, set, place), profile), cell.across)
            }
            None => {
                let across = goes_on(table, index, column);
                let columns = column..column + across;
                let merge = Some(el("w:vMerge"));
                let role = row_role(table, index);
                let format =
                    cell_format(role, CellPlan::default(), plan.kept[index], profile);
                let mark = RunFormat::of_role(role, profile);
                let empty = empty_paragraph(&format, &mark, []);
                (tc(plan, columns, merge, "center").child(empty), across)
            }
        };
        content.push(cell);
        column += across.max(1);
    }
    el("w:tr").child(properties).children(content)
}

/// The cell that begins in a column of a row.
fn begins<'t>(
    table: &'t Table,
    plan: &TablePlan,
    row: usize,
    column: usize,
) -> Option<(&'t TableCell, CellPlan)> {
    let mut cells = table.rows[row].iter().zip(&plan.cells[row]);
    let found = cells.find(|(cell, _)| cell.column == column);
    found.map(|(cell, plan)| (cell, *plan))
}

/// How many columns the cell covers that goes on in a row from above.
fn goes_on(table: &Table, row: usize, column: usize) -> usize {
    let above = table.rows[..row].iter().rev().flatten();
    let mut covering = above.filter(|cell| cell.column == column);
    covering.next().map_or(1, |cell| cell.across)
}

fn full_cell(
    table: &Table,
    plan: &TablePlan,
    row: usize,
    (cell, set, place): (&TableCell, CellPlan, Place),
    profile: &Profile,
) -> Node {
    let role = row_role(table, row);
    let format = cell_format(role, set, plan.kept[row], profile);
    let parted = plan.parted.iter().find(|parted| parted.row == row);
    let highest = parted.filter(|parted| {
        let highest = table.rows[row].get(parted.cell);
        highest.is_some_and(|highest| highest.column == cell.column)
    });
    let after = highest.map_or(Abs::ZERO, |parted| parted.below - place.less);
    let after = after.max(Abs::ZERO);
    let format = ParaFormat { page_break: place.page_break, after, ..format };
    let run = RunFormat::of_role(role, profile);
    let style = profile.style(role);
    let merge = (cell.down > 1).then(|| val("w:vMerge", "restart"));
    let columns = cell.column..cell.column + cell.across;
    let text = &cell.text;
    let words = match text.len() {
        0 => empty_paragraph(&format, &run, []),
        all => paragraph(&format, text_runs(text, all, style, run, &[])),
    };
    let stands = if parted.is_some() { "top" } else { "center" };
    tc(plan, columns, merge, stands).child(words)
}

/// `w:tc` with its properties.
fn tc(
    plan: &TablePlan,
    columns: std::ops::Range<usize>,
    merge: Option<Node>,
    stands: &str,
) -> Node {
    let across = columns.len();
    let all: Abs = plan.columns[columns].iter().copied().sum();
    let properties = el("w:tcPr")
        .child(width("w:tcW", all))
        .children((across > 1).then(|| val("w:gridSpan", across)))
        .children(merge)
        .child(val("w:vAlign", stands));
    el("w:tc").child(properties)
}

fn cell_format(role: Role, plan: CellPlan, kept: bool, profile: &Profile) -> ParaFormat {
    let align = match plan.side {
        Side::Left => Align::Left,
        Side::Center => Align::Center,
        Side::Right => Align::Right,
    };
    let indents = Indents { right: plan.right, ..Indents::default() };
    ParaFormat {
        keep_next: kept,
        hang: false,
        align,
        ..ParaFormat::of_role(role, profile).indented(indents)
    }
}
