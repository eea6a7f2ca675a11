//! 13月份, 第五季度: a month or quarter that no year has.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::{number_at_start, tell};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-impossible-period",
    severity: Severity::Warning,
    title: ["一年里没有的月份、季度", "a month or quarter that no year has"],
    clause: None,
    manual: Manual {
        source: "公历：一年十二个月，四个季度。",
        reason: "月份写错，时限就说不清。",
        wrong: &["⟦13月⟧底前完成。", "⟦第五季度⟧组织验收。", "力争在2022年⟦0月⟧份启动。"],
        right: &[
            "12月底前完成。",
            "第四季度组织验收。",
            "连续五季度增长。",
            "3个月，13月龄。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (end, mark) in text.match_indices('月') {
            let start = text[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let rest = &text[end + mark.len()..];
            let dated =
                rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with('龄');
            let month = text[start..end].parse::<u32>();
            if month.is_ok_and(|month| !(1..=12).contains(&month)) && !dated {
                wrong(passage, start..end + mark.len(), findings);
            }
        }
        for (end, mark) in text.match_indices("季度") {
            let digits =
                |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
            let from = text[..end].trim_end_matches(digits).len();
            let Some((_, quarter)) = number_at_start(&text[from..end]) else { continue };
            let many = text[..from].ends_with(['续', '个', '前', '来']);
            if !(1..=4).contains(&quarter) && !many {
                let ordinal = text[..from].strip_suffix('第').map_or(from, str::len);
                wrong(passage, ordinal..end + mark.len(), findings);
            }
        }
    }
}

fn wrong(passage: &Passage<'_>, at: Range<usize>, findings: &mut Findings) {
    let told = &passage.text.as_str()[at.clone()];
    let message = [format!("一年里没有“{told}”"), format!("no year has {told}")];
    tell(findings, passage, at, message);
}
