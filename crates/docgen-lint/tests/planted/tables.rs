//! Tables with totals and rates, clean or with one figure that is off.

use crate::random::Random;

const TOWNS: [&str; 12] = [
    "城关镇",
    "东河镇",
    "西山乡",
    "南坪镇",
    "北川乡",
    "石桥镇",
    "柳林镇",
    "白云乡",
    "清水镇",
    "高岭乡",
    "新店镇",
    "龙泉镇",
];

/// What is off in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Off {
    Nothing,
    Total,
    Cell,
    Rate,
    RowTotal,
}

/// The file of a table of a seed.
pub(crate) fn file(seed: u64, off: Off) -> String {
    let mut random = Random::new(seed);
    let count = random.within(4, 9) as usize;
    let towns = random.some(&TOWNS, count);
    let figures: Vec<_> = towns
        .iter()
        .map(|town| {
            let planned = random.within(100, 980) * 5;
            let (men, women) = (random.within(120, 900), random.within(120, 900));
            [*town].map(|town| {
                (town, planned, planned * random.within(60, 100) / 100, men, women)
            })
        })
        .map(|[row]| row)
        .collect();
    let sum =
        |of: fn(&(&str, i64, i64, i64, i64)) -> i64| figures.iter().map(of).sum::<i64>();
    let totals = [sum(|row| row.1), sum(|row| row.2), sum(|row| row.3), sum(|row| row.4)];
    let at = random.within(1, count as i64 - 1) as usize;
    let slip = random.within(1, 9) * 10;
    let mut rows = vec![];
    for (index, (town, planned, paid, men, women)) in figures.iter().enumerate() {
        let is = |kind: Off| if off == kind && index == at { slip } else { 0 };
        rows.push(row(
            town,
            [*planned, paid + is(Off::Cell), *men, *women],
            is(Off::Rate),
            is(Off::RowTotal),
        ));
    }
    let slipped = if off == Off::Total { slip } else { 0 };
    rows.push(row("合计", [totals[0] + slipped, totals[1], totals[2], totals[3]], 0, 0));
    let head = "        列: [乡镇, 计划资金, 到位资金, 到位率, 受益人数合计, 男, 女]";
    let rows: String =
        rows.into_iter().map(|row| format!("          - [{row}]\n")).collect();
    format!(
        "格式: 普通\n标题: 某某县2021年度资金使用情况的报告\n正文:\n  - 2021年，资金使用情况如下。\n  - 表格:\n        单位: 万元\n{head}\n        行:\n{rows}"
    )
}

fn row(
    name: &str,
    [planned, paid, men, women]: [i64; 4],
    rate: i64,
    more: i64,
) -> String {
    let tenths = (paid * 1000 + planned / 2) / planned;
    let told = (tenths + rate) as f64 / 10.0;
    let all = men + women + more;
    format!("{name}, \"{planned}\", \"{paid}\", {told:.1}%, {all}, {men}, {women}")
}
