//! 2021年度 in the title, and a text that only speaks of 2020年.

use docgen_model::{Kind, Severity};

use crate::figures::has_any;
use crate::findings::Findings;
use crate::number::year_before;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-title-year",
    severity: Severity::Warning,
    title: ["标题的年份在正文里没有出现", "the year of the title is not in the text"],
    clause: None,
    manual: Manual {
        source: "通行文法：年度报告的正文写的是标题所说的那一年。",
        reason: "拿上一年的报告改写，容易漏改标题或正文的年份。",
        wrong: &[
            "标题: 某某县⟦2021年⟧工作情况的报告\n正文: 2020年，完成了任务。2020年底通过验收。\n",
        ],
        right: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，完成了任务，比2020年增加。\n",
            "标题: 某某县2021年工作情况的报告\n正文: 全年完成了任务。\n",
            "标题: 某某县2024年上半年工作情况的报告\n正文: 今年以来，与2023年同期相比，任务完成得更好。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    if script.document.kind != Some(Kind::Report) {
        return;
    }
    let prose = script.prose().flat_map(|p| years(p.text.as_str()));
    let written: Vec<u16> = prose.map(|(_, year)| year).collect();
    let meant = ["今年", "本年", "全年", "当年"];
    if script.prose().any(|passage| has_any(passage.text.as_str(), &meant)) {
        return;
    }
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        for (at, year) in years(passage.text.as_str()) {
            if !written.is_empty() && !written.contains(&year) {
                findings.at(
                    passage.text,
                    at..at + 4 + '年'.len_utf8(),
                    [
                        format!("正文里没有出现{year}年"),
                        format!("the text never speaks of {year}"),
                    ],
                    ["核对标题和正文的年份".to_owned(), "check the years".to_owned()],
                );
            }
        }
    }
}

/// The years that a text names, each with the byte of its first digit.
fn years(text: &str) -> Vec<(usize, u16)> {
    let year = |(at, _)| year_before(&text[..at]).map(|year| (at - 4, year));
    text.match_indices('年').filter_map(year).collect()
}
