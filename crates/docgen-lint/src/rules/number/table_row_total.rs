//! 合计 of the rows of a table.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::grid::{Grid, Number, grids};
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-table-row-total",
    severity: Severity::Warning,
    title: [
        "表格的横向合计与各列之和不等",
        "a total of a row that its columns do not make",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：横向合计等于同一行各列之和。",
        reason: "改了一格，忘了改同一行的合计。",
        wrong: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [乡镇, 合计, 男, 女]\n      行:\n        - [甲镇, 30, 18, 12]\n        - [乙镇, 40, 21, 19]\n        - [丙镇, ⟦36⟧, 18, 17]\n",
        ],
        right: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [乡镇, 合计, 男, 女]\n      行:\n        - [甲镇, 30, 18, 12]\n        - [乙镇, 40, 21, 19]\n        - [丙镇, 35, 18, 17]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [乡镇, 合计, 户数, 人数]\n      行:\n        - [甲镇, 30, 8, 12]\n        - [乙镇, 40, 9, 19]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for grid in grids(script.document) {
        let totals: Vec<_> =
            grid.columns().filter(|column| is_total(grid.head(*column))).collect();
        for &total in &totals {
            let rest = |column: &usize| !totals.contains(column) && grid.adds_up(*column);
            let others: Vec<_> = grid.columns().filter(rest).collect();
            let (left, right): (Vec<_>, Vec<_>) =
                others.iter().partition(|c| **c < total);
            for parts in [others, left, right] {
                if fits_most(&grid, total, &parts) {
                    tell_odd(&grid, total, &parts, findings);
                    break;
                }
            }
        }
    }
}

/// `合计`, `人数合计`: the head of a column that may add up others. That most rows agree decides.
fn is_total(head: &str) -> bool {
    let plain = head.replace([' ', '\u{3000}'], "");
    ["合计", "总计", "小计", "共计"].iter().any(|end| plain.ends_with(end))
}

/// The numbers of some columns in a row, and their sum; none if one is no number.
fn parts<'a>(
    grid: &Grid<'a>,
    row: usize,
    columns: &[usize],
) -> Option<(Vec<Number<'a>>, i128)> {
    let filled = columns.iter().filter(|column| !grid.is_empty(row, **column));
    let numbers = filled.map(|column| grid.number(row, *column));
    let numbers: Vec<_> = numbers.collect::<Option<_>>()?;
    let sum = numbers.iter().map(|number| number.amount.0).sum();
    (numbers.len() >= 2).then_some((numbers, sum))
}

fn is_off(grid: &Grid<'_>, row: usize, total: usize, columns: &[usize]) -> Option<bool> {
    let (numbers, sum) = parts(grid, row, columns)?;
    let total = grid.number(row, total)?;
    let count = numbers.len() as i128;
    let loose = if total.step < Amount::ONE { count * total.step / 2 } else { 0 };
    Some((sum - total.amount.0).abs() > loose)
}

/// Whether these columns make the total in most rows: then they are what it adds up.
fn fits_most(grid: &Grid<'_>, total: usize, columns: &[usize]) -> bool {
    let told: Vec<_> =
        grid.body().filter_map(|row| is_off(grid, row, total, columns)).collect();
    let right = told.iter().filter(|off| !**off).count();
    right >= 2 && right * 3 >= told.len() * 2
}

fn tell_odd(grid: &Grid<'_>, total: usize, columns: &[usize], findings: &mut Findings) {
    for row in grid.body().filter(|row| is_off(grid, *row, total, columns) == Some(true))
    {
        let (Some((numbers, sum)), Some(number)) =
            (parts(grid, row, columns), grid.number(row, total))
        else {
            continue;
        };
        let terms: Vec<_> =
            numbers.iter().map(|number| number.amount.written()).collect();
        let (terms, sum) = (terms.join("＋"), Amount(sum).written());
        let told = number.amount.written();
        findings.tell(
            number.text.span(),
            [
                format!("这一行 {terms}＝{sum}，表上写的是{told}"),
                format!("this row’s {terms} make {sum}, the table says {told}"),
            ],
            ["核对这一行".to_owned(), "check this row".to_owned()],
        );
    }
}
