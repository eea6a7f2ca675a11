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
        ],
    },
    check,
};

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
    let mut group: Vec<Number<'_>> = vec![];
    let (mut plain, mut partial): (Vec<Number<'_>>, Vec<Number<'_>>) = (vec![], vec![]);
    let mut wholes = vec![];
    for &row in rows {
        let number = grid.number(row, column);
        match (total_name(grid.name(row)), number) {
            (None, Some(number)) => {
                plain.push(number);
                group.push(number);
            }
            (None, None) if !grid.is_empty(row, column) => return,
            (Some(Total::Some), Some(number)) => {
                compare(&[&group], number, findings);
                partial.push(number);
                group.clear();
            }
            (Some(Total::All), Some(number)) => wholes.push(number),
            (_, None) => {}
        }
    }
    let [whole] = wholes[..] else { return };
    let with_rest = [&partial[..], &group[..]].concat();
    compare(&[&plain, &partial, &with_rest], whole, findings);
}

/// Tells about a total that none of some lists makes.
fn compare(lists: &[&[Number<'_>]], total: Number<'_>, findings: &mut Findings) {
    let makes = |list: &&[Number<'_>]| {
        let loose = if total.step < Amount::ONE {
            list.len() as i128 * total.step / 2
        } else {
            0
        };
        (sum(list) - total.amount.0).abs() <= loose
    };
    let Some(first) = lists.first().filter(|list| list.len() >= 2) else { return };
    let percent = sum(first) * 100 / total.amount.0.max(1);
    if lists.iter().any(makes) || !(50..=150).contains(&percent) {
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
