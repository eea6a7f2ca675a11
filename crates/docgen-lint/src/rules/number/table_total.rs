//! 合计 and 小计 of the columns of a table.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::grid::{Grid, Number, Total, grids, total_name};
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-table-total",
    severity: Severity::Warning,
    title: [
        "表格的合计、小计与各行之和不等",
        "a total of a column that its rows do not make",
    ],
    clause: None,
    manual: Manual {
        source: "统计常识：合计等于各行之和，小计等于本组各行之和。",
        reason: "改了一行，忘了改合计；代表会拿笔加。",
        wrong: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, ⟦210⟧]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [乡镇, 户数, 人数]\n      行:\n        - [甲镇, \"1,200\", 3600]\n        - [乙镇, 800, 2400]\n        - [总计, \"2,000\", ⟦6100⟧]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [类别, 件数]\n      行:\n        - [甲, 10]\n        - [乙, 20]\n        - [小计, ⟦31⟧]\n        - [丙, 5]\n        - [丁, 6]\n        - [小计, 11]\n        - [合计, 41]\n",
        ],
        right: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 资金, 到位率]\n      行:\n        - [甲, 120, 98.5%]\n        - [乙, 80, 93.2%]\n        - [合计, 200, 96.4%]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [类别, 件数]\n      行:\n        - [甲, 10]\n        - [乙, 20]\n        - [小计, 30]\n        - [丙, 5]\n        - [丁, 6]\n        - [小计, 11]\n        - [合计, 41]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [类别, 件数]\n      行:\n        - [合计, 30]\n        - [甲, 10]\n        - [乙, 20]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 单价]\n      行:\n        - [甲, 10]\n        - [乙, 20]\n        - [合计, 15]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 金额]\n      行:\n        - [一、税收收入, 85000]\n        - [1.增值税, 32000]\n        - [2.企业所得税, 12000]\n        - [二、非税收入, 243000]\n        - [合计, 328000]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 金额]\n      行:\n        - [税收收入, 85000]\n        - [　增值税, 32000]\n        - [　企业所得税, 12000]\n        - [非税收入, 243000]\n        - [合计, 328000]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 表格:\n      列: [项目, 资金]\n      行:\n        - [甲镇, 30]\n        - [乙镇, 30]\n        - [2020年结转, 40]\n        - [小计, 100]\n        - [丙镇, 30]\n        - [丁镇, 20]\n        - [小计, 50]\n        - [合计, 150]\n",
        ],
    },
    check,
};

/// So many rows are tried.
const MOST_NESTED: usize = 12;

fn check(script: &Script<'_>, findings: &mut Findings) {
    for grid in grids(script.document) {
        for column in grid.columns().filter(|column| grid.adds_up(*column)) {
            let rows: Vec<_> = grid.body().collect();
            if !rows.iter().any(|row| grid.name(*row).starts_with("其中")) {
                column_totals(&grid, &rows, column, findings);
            }
        }
    }
}

fn column_totals(
    grid: &Grid<'_>,
    rows: &[usize],
    column: usize,
    findings: &mut Findings,
) {
    let (mut plain, mut levels) = (vec![], vec![]);
    let (mut partial, mut wholes) = (vec![], vec![]);
    // Where the rows behind the last 小计 begin.
    let mut from = 0;
    for &row in rows {
        let number = grid.number(row, column);
        match (total_name(grid.name(row)), number) {
            (None, Some(number)) => {
                plain.push(number);
                levels.push(grid.level(row));
            }
            (None, None) if !grid.is_empty(row, column) => return,
            (Some(Total::Some), Some(number)) => {
                compare(&by_level(&plain[from..], &levels[from..]), number, findings);
                partial.push(number);
                from = plain.len();
            }
            (Some(Total::All), Some(number)) => wholes.push(number),
            (_, None) => {}
        }
    }
    let [whole] = wholes[..] else { return };
    let with_rest = [&partial[..], &plain[from..]].concat();
    let mut lists = by_level(&plain, &levels);
    lists.extend([partial, with_rest]);
    compare(&lists, whole, findings);
}

/// The numbers of each level, that of the first row first, then all.
fn by_level<'a>(numbers: &[Number<'a>], levels: &[(usize, u8)]) -> Vec<Vec<Number<'a>>> {
    let mut seen: Vec<(usize, u8)> = vec![];
    for level in levels {
        if !seen.contains(level) {
            seen.push(*level);
        }
    }
    let of = |level: &(usize, u8)| {
        let all = numbers.iter().zip(levels).filter(|(_, other)| *other == level);
        all.map(|(number, _)| *number).collect()
    };
    seen.iter().map(of).chain([numbers.to_vec()]).collect()
}

/// Whether a total leaves out rows that are set under others: two or more in a row, none of
/// which, added up, are more than the row above them. What no name shows, figures may.
fn is_nested(list: &[Number<'_>], total: i128) -> bool {
    let left_out = |mask: u32, row: usize| mask >> row & 1 == 1;
    let under = |mask: u32| {
        let (mut above, mut run, mut kept) = (0, (0, 0), 0);
        for (row, number) in list.iter().enumerate() {
            let amount = number.amount.0;
            if left_out(mask, row) {
                run = (run.0 + 1, run.1 + amount);
                let last = row + 1 == list.len() || !left_out(mask, row + 1);
                if run.1 > above || last && run.0 < 2 {
                    return false;
                }
            } else {
                (above, run, kept) = (amount, (0, 0), kept + amount);
            }
        }
        kept == total
    };
    let count = list.len();
    count <= MOST_NESTED && sum(list) > total && (0..1_u32 << count).step_by(2).any(under)
}

/// Tells about a total that none of some lists makes.
fn compare(lists: &[Vec<Number<'_>>], total: Number<'_>, findings: &mut Findings) {
    let makes = |list: &Vec<Number<'_>>| {
        let loose = if total.step < Amount::ONE {
            list.len() as i128 * total.step / 2
        } else {
            0
        };
        (sum(list) - total.amount.0).abs() <= loose
    };
    let Some(first) = lists.first().filter(|list| list.len() >= 2) else { return };
    let percent = sum(first) * 100 / total.amount.0.max(1);
    let nested = |list: &Vec<Number<'_>>| is_nested(list, total.amount.0);
    let likely = (50..=150).contains(&percent) && !lists.iter().any(makes);
    if !likely || lists.iter().any(nested) {
        return;
    }
    let terms: Vec<_> = first.iter().map(|number| number.amount.written()).collect();
    let terms = if terms.len() > 8 {
        format!("{}＋…＋{}", terms[0], terms[terms.len() - 1])
    } else {
        terms.join("＋")
    };
    let (sum, told) = (Amount(sum(first)).written(), total.amount.written());
    findings.tell(
        total.text.span(),
        [
            format!("各行相加 {terms}＝{sum}，表上写的是{told}"),
            format!("the rows {terms} make {sum}, the table says {told}"),
        ],
        ["核对合计和各行".to_owned(), "check the total and its rows".to_owned()],
    );
}

fn sum(list: &[Number<'_>]) -> i128 {
    list.iter().map(|number| number.amount.0).sum()
}
