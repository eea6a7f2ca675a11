//! 到位资金210万元 in the text, 200 in the table: one figure in both.

use docgen_model::Severity;

use crate::figures::{has_any, tell};
use crate::findings::Findings;
use crate::grid::{Grid, Total, grids, total_name};
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::rules::number::two_values::OTHER_TIMES;
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-table-text",
    severity: Severity::Warning,
    title: [
        "正文与表格里的同一个数不一致",
        "a figure of the text that is another in the table",
    ],
    clause: None,
    manual: Manual {
        source: "通行文法：正文引用表格的数，应当与表格的合计一致，量级也一致。",
        reason: "表格更新了，正文没有跟着改；或者表头的“万元”没有算进去。",
        wrong: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 全县到位资金⟦210万元⟧。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 全县到位资金⟦200元⟧。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
        ],
        right: &[
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 全县到位资金200万元。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 甲项目到位资金120万元。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 截至10月底，全县到位资金190万元。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
            "标题: 某某县2021年资金使用情况的报告\n正文:\n  - 全县到位资金0.02亿元。\n  - 表格:\n      单位: 万元\n      列: [项目, 到位资金]\n      行:\n        - [甲, 120]\n        - [乙, 80]\n        - [合计, 200]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for grid in grids(script.document) {
        for column in grid.columns().filter(|column| grid.adds_up(*column)) {
            let Some(total) = Figure::new(&grid, column) else { continue };
            for passage in script.prose() {
                for sentence in &passage.sentences {
                    let words = passage.text.as_str().get(sentence.clone());
                    if words.is_some_and(|words| !has_any(words, OTHER_TIMES)) {
                        let told = passage.quantities_in(sentence.clone());
                        compare(passage, told, &total, findings);
                    }
                }
            }
        }
    }
}

/// The total of a column.
struct Figure<'a> {
    name: &'a str,
    unit: &'static str,
    /// In that unit, 万 and 亿 of the table multiplied in.
    amount: i128,
    /// The other figures of the column.
    parts: Vec<i128>,
    loose: i128,
}

impl<'a> Figure<'a> {
    fn new(grid: &Grid<'a>, column: usize) -> Option<Self> {
        let head = grid.head(column);
        let (name, bracket) = head.split_once('（').unwrap_or((head, ""));
        let common = grid.table.unit.as_ref().map_or("", |unit| unit.as_str());
        let unit =
            if bracket.is_empty() { common } else { bracket.trim_end_matches('）') };
        let unit = unit.trim_start_matches("单位：");
        let (times, unit) = match unit {
            "亿元" => (100_000_000, "元"),
            "万元" => (10_000, "元"),
            "元" => (1, "元"),
            "人" => (1, "人"),
            _ => return None,
        };
        let rows: Vec<_> = grid.body().collect();
        let (all, parts): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| total_name(grid.name(**row)) == Some(Total::All));
        let [row] = all[..] else { return None };
        let total = grid.number(row, column)?;
        let parts = parts.into_iter().filter_map(|row| grid.number(row, column));
        let parts = parts.map(|part| part.amount.0 * times).collect();
        let loose = total.step * times / 2;
        let known = name.chars().count() >= 4;
        known.then_some(Self { name, unit, amount: total.amount.0 * times, parts, loose })
    }
}

fn compare(
    passage: &Passage<'_>,
    told: &[Quantity<'_>],
    total: &Figure<'_>,
    findings: &mut Findings,
) {
    for quantity in told {
        let label = passage.label(quantity).trim_end_matches(['为', '达', '到', '共']);
        let named = label.ends_with(total.name) && quantity.unit == total.unit;
        let is = |amount: i128| {
            (amount - quantity.amount.0).abs() <= quantity.slack().max(total.loose)
        };
        if !named
            || quantity.about
            || is(total.amount)
            || total.parts.iter().any(|p| is(*p))
        {
            continue;
        }
        let (told, right) = (quantity.amount.0.max(1), total.amount.max(1));
        let power = [10, 100, 1000, 10_000, 100_000_000];
        let moved =
            power.iter().any(|times| told * times == right || right * times == told);
        if moved || (80..=125).contains(&(told * 100 / right)) {
            let (name, unit) = (total.name, total.unit);
            let [told, right] = [told, right].map(|amount| Amount(amount).written());
            tell(
                findings,
                passage,
                quantity.at.clone(),
                [
                    format!("表格里“{name}”合计{right}{unit}，这里写的是{told}{unit}"),
                    format!(
                        "the table makes “{name}” {right}{unit}, the text {told}{unit}"
                    ),
                ],
            );
        }
    }
}
