//! 到位率 of a table against two of its columns.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::grid::{Grid, Number, grids};
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-table-rate",
    severity: Severity::Warning,
    title: [
        "表格里的比率与同一行的两个数对不上",
        "a rate of a table that two of its columns do not make",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：比率等于部分除以总数。",
        reason: "改了数目，没有重算比率。",
        wrong: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 计划, 到位, 到位率]\n      行:\n        - [甲, 200, 190, 95.0%]\n        - [乙, 400, 300, 75.0%]\n        - [丙, 500, 450, 90.0%]\n        - [丁, 100, 80, ⟦85.0%⟧]\n",
        ],
        right: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 计划, 到位, 到位率]\n      行:\n        - [甲, 200, 190, 95.0%]\n        - [乙, 400, 300, 75.0%]\n        - [丙, 500, 450, 90.0%]\n        - [丁, 100, 80, 80.0%]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 户数, 人数, 满意率]\n      行:\n        - [甲, 200, 190, 95.5%]\n        - [乙, 400, 300, 78.0%]\n        - [丙, 500, 450, 91.0%]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for grid in grids(script.document) {
        let is_rate = |column: &usize| {
            grid.body().any(|row| grid.number(row, *column).is_some_and(|n| n.percent))
        };
        for rate in grid.columns().filter(is_rate) {
            let plain: Vec<_> = grid.columns().filter(|c| grid.adds_up(*c)).collect();
            let pairs = plain
                .iter()
                .flat_map(|one| plain.iter().map(move |other| (*one, *other)));
            let mut pairs = pairs.filter(|(part, whole)| part != whole);
            if let Some((part, whole)) = pairs.find(|pair| fits_most(&grid, rate, *pair))
            {
                tell_odd(&grid, rate, (part, whole), findings);
            }
        }
    }
}

/// The exact rate of a row in millionths of a per cent, and the told one, if it is another.
fn odd<'a>(
    grid: &Grid<'a>,
    row: usize,
    rate: usize,
    (part, whole): (usize, usize),
) -> Option<Result<(), [Number<'a>; 3]>> {
    let told = grid.number(row, rate)?;
    let [part, whole] = [grid.number(row, part)?, grid.number(row, whole)?];
    let exact = part.amount.0 * 100 * Amount::ONE / whole.amount.0.max(1);
    let over = exact - told.amount.0;
    let fits = over >= -(told.step / 2) && over < told.step;
    Some(if fits { Ok(()) } else { Err([part, whole, told]) })
}

/// Whether two columns make the rate in most rows, four at least: then it is theirs.
fn fits_most(grid: &Grid<'_>, rate: usize, pair: (usize, usize)) -> bool {
    let rows: Vec<_> = grid.body().filter_map(|row| odd(grid, row, rate, pair)).collect();
    let right = rows.iter().filter(|row| row.is_ok()).count();
    right >= 3 && rows.len() >= 4 && right * 4 >= rows.len() * 3
}

fn tell_odd(grid: &Grid<'_>, rate: usize, pair: (usize, usize), findings: &mut Findings) {
    for row in grid.body() {
        let Some(Err([part, whole, told])) = odd(grid, row, rate, pair) else { continue };
        let exact = part.amount.0 * 100 * Amount::ONE / whole.amount.0.max(1);
        let step = told.step.max(1);
        let right = Amount((exact + step / 2) / step * step).written();
        let [part, whole] = [part, whole].map(|number| number.amount.written());
        let said = told.amount.written();
        findings.tell(
            told.text.span(),
            [
                format!("{part}÷{whole}＝{right}%，表上写的是{said}%"),
                format!("{part} of {whole} is {right}%, the table says {said}%"),
            ],
            ["核对这一行".to_owned(), "check this row".to_owned()],
        );
    }
}
