//! 2020年，全县…… in a report on 2021: the year that is reported.

use docgen_model::{Kind, Severity};

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::when::dates;

pub(super) const RULE: Rule = Rule {
    code: "number-reporting-year",
    severity: Severity::Warning,
    title: [
        "正文开头的年份不是报告的年份",
        "the text begins with a year other than the reported one",
    ],
    clause: None,
    manual: Manual {
        source: "通行文法：年度报告写的是标题所说的那一年。",
        reason: "拿上一年的报告改写，开头和各段开头最容易漏改。",
        wrong: &[
            "标题: 某某县2021年工作情况的报告\n正文: ⟦2020年⟧，全县完成了2021年的任务。\n",
        ],
        right: &[
            "标题: 某某县2021年工作情况的报告\n正文: 2021年，全县完成了任务。\n",
            "标题: 某某县2021年工作情况的报告\n正文: 全县完成了任务。2022年，全县要继续努力。\n",
            "标题: 某某县2022年工作计划\n正文: 2021年，全县完成了任务。\n",
            "标题: 某某县2021年工作情况的报告\n正文: 2020年以来，全县完成了2021年的任务。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let title = script.document.title.to_line();
    let plan = ["计划", "要点", "规划", "安排", "方案", "预算"]
        .iter()
        .any(|w| title.contains(w));
    let years: Vec<_> = dates(&title).into_iter().filter_map(|date| date.year).collect();
    let (Some(Kind::Report), [reported], false) =
        (script.document.kind, &years[..], plan)
    else {
        return;
    };
    let first = script.prose().find(|passage| passage.lead == 0);
    let Some(first) = first else { return };
    let text = first.text.as_str();
    let Some(date) = dates(text).into_iter().find(|date| date.at.start == 0) else {
        return;
    };
    let rest = &text[date.at.end..];
    let whole = rest.starts_with(['，', '度']) && date.month.is_none();
    let told_later = dates(text).iter().any(|date| date.year == Some(*reported))
        || script
            .prose()
            .any(|p| dates(p.text.as_str()).iter().any(|d| d.year == Some(*reported)));
    let wrong = date.year.filter(|year| year != reported && whole && told_later);
    if let Some(year) = wrong {
        tell(
            findings,
            first,
            date.at,
            [
                format!("标题说的是{reported}年，正文开头写的是{year}年"),
                format!("the title says {reported}, the text begins with {year}"),
            ],
        );
    }
}
