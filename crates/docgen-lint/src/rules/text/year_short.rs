//! 21年3月: years in full.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-year-short",
    severity: Severity::Warning,
    title: ["年份没有写全", "a year without its century"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.2：年份一般不简写，如“2005年”不写作“05年”。",
        reason: "存档以后就不知道是哪个世纪的事。",
        wrong: &["⟦21年⟧3月印发。", "截至⟦21年⟧底，全部完成。", "实施⟦2021—25年⟧规划。"],
        right: &[
            "2021年3月印发。",
            "工期2年6个月。",
            "实施2021—2025年规划。",
            "20世纪90年代。",
            "有20年底蕴，10年初步建成。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, _) in text.match_indices('年') {
            let Some(start) = short_year(text, at) else { continue };
            findings.at(
                passage.text,
                start..at + '年'.len_utf8(),
                ["年份要写全".to_owned(), "a year is written in full".to_owned()],
                ["写四位数字".to_owned(), "write four digits".to_owned()],
            );
        }
    }
}

/// Where the year of two digits before 年 begins, with the year of four before it.
fn short_year(text: &str, at: usize) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let before = text[..at].trim_end_matches(digit);
    if at - before.len() != 2 {
        return None;
    }
    if let Some(range) = before.strip_suffix(['—', '～', '-', '–']) {
        let start = range.trim_end_matches(digit).len();
        return (range.len() - start == 4).then_some(start);
    }
    let rest = &text[at + '年'.len_utf8()..];
    let part = before.ends_with(['.', '徒', '刑', '近', '第']);
    ((is_month(rest) || is_end(rest)) && !part).then_some(before.len())
}

/// 3月.
fn is_month(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && rest.starts_with('月')
}

/// 底 that ends a phrase: 21年底前, not 20年底蕴.
fn is_end(text: &str) -> bool {
    let rest = text.strip_prefix(['底', '末', '初']);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(['前', '，', '。', '、', '；', '）'])
    })
}
