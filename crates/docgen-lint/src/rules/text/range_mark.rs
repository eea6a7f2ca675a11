//! 2021—2025年 here, 2021～2025年 there: one kind of mark for ranges in a document.

use std::collections::BTreeMap;

use docgen_model::Severity;

use super::ranges::{Kind, Range, ranges};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-range-mark",
    severity: Severity::Note,
    title: ["起止号不统一", "ranges with different marks"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.13：数值、年份的起止用一字线“—”或浪纹线“～”；同一文件中用一种。",
        reason: "一份文件里两种写法，像是几个人拼起来的。",
        wrong: &[
            "实施2021—2025年规划。\n落实⟦2021-2025年⟧方案。",
            "实施2021—2025年规划，培训2021—2022年干部，落实⟦2021～2025年⟧方案。",
        ],
        right: &["实施2021—2025年规划。\n落实2021—2025年方案。", "拨打0482-8266999。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let all: Vec<_> =
        script.passages.iter().flat_map(|p| ranges(p, Kind::Years)).collect();
    for range in &all {
        *seen.entry(range.mark).or_default() += 1;
    }
    // The mark of the standard that is used most; of two the one that comes first in it.
    let usual = ["—", "～"].into_iter().filter(|mark| seen.contains_key(mark));
    let usual = usual.max_by_key(|mark| (seen.get(mark).copied(), *mark == "—"));
    let Some(usual) = usual.filter(|_| seen.len() > 1) else { return };
    for Range { passage, start, end, mark, .. } in all {
        if mark != usual {
            let with = passage.text.as_str()[start..end].replace(mark, usual);
            findings.replace(
                passage.text,
                start..end,
                [
                    format!("起止号用了“{mark}”，别处用“{usual}”"),
                    format!("a range with “{mark}”, elsewhere “{usual}”"),
                ],
                &with,
            );
        }
    }
}
