//! The steps that the golden tests do not show one by one.

use docgen_model::{Extent, Spanned, Table, Text, Width};
use docgen_standard::Profile;

use super::*;
use crate::inline::testing::book;

fn context() -> Context<'static> {
    Context::new(Profile::gbt9704(), book())
}

/// A table with a head of one row, all of whose cells are single.
fn table(rows: &[&[&str]]) -> Table {
    let cell = |(column, text): (usize, &&str)| TableCell {
        text: Text::new(*text, Span::default()),
        column,
        across: 1,
        down: 1,
    };
    let row = |row: &&[&str]| row.iter().enumerate().map(cell).collect();
    Table {
        caption: None,
        unit: None,
        note: None,
        columns: vec![docgen_model::Column::default(); rows[0].len()],
        rows: rows.iter().map(row).collect(),
        head_rows: 1,
        totals: false,
        landscape: false,
        span: Span::default(),
    }
}

/// The plan of a table as wide as the text, and what is told of it.
fn plan(table: &Table) -> (TablePlan, Vec<Code>) {
    let mut context = context();
    let (width, grid) = (context.profile.docx_width(), context.grid);
    // The context must not outlive the table it borrows.
    let table = table.clone();
    let plan = {
        let table: &'static Table = Box::leak(Box::new(table));
        set(table, width, grid, &mut context).plan
    };
    (plan, context.diagnostics.iter().map(|found| found.code).collect())
}

fn twips(plan: &TablePlan) -> Vec<i64> {
    plan.columns.iter().map(|width| width.to_twips()).collect()
}

#[test]
fn columns_fill_the_text() {
    let long = "国".repeat(60);
    for rows in [
        &[&["甲", "乙"][..], &["丙", "1"]][..],
        &[&["序号", "说明", "金额"], &["1", &long, "1,234.5"]],
        &[&["序号", "说明", "说明"], &["1", &long, &long]],
    ] {
        let (plan, told) = plan(&table(rows));
        let all = Profile::gbt9704().docx_width().to_twips();
        assert_eq!((twips(&plan).iter().sum::<i64>(), told), (all, vec![]));
    }
}

#[test]
fn a_given_width_is_kept_and_too_much_is_an_error() {
    let mut table = table(&[&["甲", "乙"], &["丙", "丁"]]);
    let width = |percent| Some(Spanned::new(Width::Percent(percent), Span::default()));
    table.columns[0].width = width(30);
    assert_eq!(twips(&plan(&table).0), [2_653, 6_192]);
    table.columns[1].width = width(80);
    assert_eq!(plan(&table).1, [Code::Overfull]);
    let chars = Width::Length(Extent::Chars(60));
    table.columns[0].width = Some(Spanned::new(chars, Span::default()));
    table.columns[1].width = None;
    let six = Profile::gbt9704().grid().cell() * 6;
    assert_eq!(twips(&plan(&table).0)[0], six.to_twips());
}

#[test]
fn a_parted_number_is_an_error() {
    let mut table = table(&[&["甲", "乙"], &["1234567890123", "丁"]]);
    let width = Width::Percent(10);
    table.columns[0].width = Some(Spanned::new(width, Span::default()));
    assert_eq!(plan(&table).1, [Code::Overfull]);
}

#[test]
fn points_stand_below_each_other() {
    let (plan, _) = plan(&table(&[&["甲"], &["1.25"], &["12"], &["-3.5"], &["—"]]));
    let right = |row: usize| plan.cells[row][0].right.to_twips();
    // Digits are half an em, 140 twips, a point a quarter.
    assert_eq!([right(2) - right(1), right(3) - right(1)], [350, 140]);
    assert_eq!(plan.cells[4][0].side, Side::Center);
}

#[test]
fn text_stands_at_the_left_once_a_cell_turns_over() {
    let long = "国".repeat(60);
    let (short, _) = plan(&table(&[&["甲"], &["乙"]]));
    let (turned, _) = plan(&table(&[&["甲"], &["乙"], &[&long]]));
    assert_eq!(
        (short.cells[1][0].side, turned.cells[1][0].side),
        (Side::Center, Side::Left)
    );
}

#[test]
fn a_row_takes_whole_rows_of_the_grid() {
    let lines = |count: usize| "国".repeat(30 * count);
    let (two, four) = (lines(2), lines(4));
    let (plan, _) = plan(&table(&[&["甲"], &["乙"], &[&two], &[&four]]));
    assert_eq!(plan.heights, [1, 1, 2, 3]);
}

#[test]
fn a_row_higher_than_a_page_is_parted() {
    let long = "国".repeat(30 * 32);
    let (plan, told) = plan(&table(&[&["甲", "乙"], &["1", "2"], &["3", &long]]));
    let parted = PartedRow { row: 2, cell: 1, below: Abs::ZERO };
    assert_eq!((plan.parted, told), (vec![parted], vec![]));
}

#[test]
fn a_row_higher_than_a_page_that_a_cell_joins_is_an_error() {
    let long = "国".repeat(30 * 32);
    let mut joined = table(&[&["甲", "乙"], &["1", "2"], &["3", &long]]);
    joined.rows[1][0].down = 2;
    joined.rows[2].remove(0);
    joined.rows[2][0].column = 1;
    assert_eq!(plan(&joined).1, [Code::TableRow]);
}

#[test]
fn a_row_higher_than_a_page_below_a_high_head_is_an_error() {
    let (head, long) = ("国".repeat(30 * 17), "国".repeat(30 * 20));
    assert_eq!(plan(&table(&[&[&head], &[&long]])).1, [Code::TableRow]);
}

#[test]
fn rows_that_a_cell_joins_are_kept() {
    let mut table = table(&[&["甲", "乙"], &["1", "2"], &["3", "4"], &["5", "6"]]);
    table.rows[1][0].down = 2;
    table.rows[2].remove(0);
    assert_eq!(plan(&table).0.kept, [true, true, false, false]);
}
