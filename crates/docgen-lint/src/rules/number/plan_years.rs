//! “十四五”规划（2016—2020年）: which years a plan has.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-plan-years",
    severity: Severity::Warning,
    title: ["五年规划的起止年份不对", "the years of another five-year plan"],
    clause: None,
    manual: Manual {
        source: "历次五年规划和五年普法规划：“十三五”2016—2020年，“十四五”2021—2025年，“十五五”2026—2030年；“七五”普法2016—2020年，“八五”普法2021—2025年。",
        reason: "套用上一个五年的文件时最容易漏改。",
        wrong: &[
            "编制“十四五”规划（⟦2016—2020年⟧）。",
            "“八五”普法规划（⟦2020—2025年⟧）启动实施。",
        ],
        right: &[
            "编制“十四五”规划（2021—2025年）。",
            "“七五”普法（2016—2020年）顺利通过验收。",
            "印发“十四五”实施方案（2022—2025年），“十四五”前三年（2021—2023年）投入增加。",
            "“十四五”规划和2035年远景目标（2021—2035年）。",
        ],
    },
    check,
};

/// What a plan is called, and its first year.
const PLANS: [(&str, u16); 10] = [
    ("十一五", 2006),
    ("十二五", 2011),
    ("十三五", 2016),
    ("十四五", 2021),
    ("十五五", 2026),
    ("“五五”普法", 2006),
    ("“六五”普法", 2011),
    ("“七五”普法", 2016),
    ("“八五”普法", 2021),
    ("“九五”普法", 2026),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (name, first) in PLANS {
            for (at, _) in text.match_indices(name) {
                let Some((at, years)) = years_behind(text, at + name.len()) else {
                    continue;
                };
                let right = [first, first + 4];
                if years != right && years[1] - years[0] <= 6 {
                    let [from, to] = right;
                    let told = &text[at.clone()];
                    let name = name.trim_matches(['“', '”']).replace('”', "");
                    tell(
                        findings,
                        passage,
                        at.clone(),
                        [
                            format!("“{name}”是{from}—{to}年，这里写的是{told}"),
                            format!("{name} is {from} to {to}, not {told}"),
                        ],
                    );
                }
            }
        }
    }
}

/// The years in brackets right behind the name of a plan, and their place.
fn years_behind(text: &str, from: usize) -> Option<(Range<usize>, [u16; 2])> {
    let rest = &text[from..];
    let open = rest.find('（').filter(|open| rest[..*open].chars().count() <= 8)?;
    if rest[..open].contains(['，', '。', '、', '；', '：', '“']) {
        return None;
    }
    // 实施方案, 前三年, 以来 have years of their own.
    let named = rest[..open].trim_start_matches('”');
    let named = named.strip_prefix("普法").unwrap_or(named);
    if !["", "规划", "计划", "规划纲要", "纲要", "时期"].contains(&named) {
        return None;
    }
    let start = from + open + '（'.len_utf8();
    let length = text[start..].find('）')?;
    let (one, other) = text[start..start + length].split_once(['—', '-', '～', '至'])?;
    let year = |words: &str| words.trim_end_matches('年').parse::<u16>().ok();
    let years = [year(one)?, year(other)?];
    let plausible = years.iter().all(|year| (1950..2100).contains(year));
    (plausible && years[0] <= years[1]).then_some((start..start + length, years))
}
