//! 三年行动计划（2021—2025年）: how many years a plan has.

use docgen_model::Severity;

use crate::figures::{number_before, tell};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-plan-length",
    severity: Severity::Warning,
    title: [
        "几年计划与起止年份对不上",
        "a plan of so many years with other years beside it",
    ],
    clause: None,
    manual: Manual {
        source: "通行用法：起止年份首尾都算。",
        reason: "年份或者年数必有一个写错了。",
        wrong: &[
            "印发⟦三年行动计划（2021—2025年）⟧。",
            "实施⟦五年规划（2021—2023年）⟧。",
        ],
        right: &[
            "印发三年行动计划（2021—2023年）。",
            "实施五年规划（2021—2025年）。",
            "印发三年行动方案（2020—2023年）。",
            "《法治社会建设实施纲要（2020—2025年）》。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, _) in text.match_indices('年') {
            let (rest, Some((from, told))) = (&text[at..], number_before(&text[..at]))
            else {
                continue;
            };
            let kinds = ["行动", "规划", "计划", "攻坚", "提升"];
            let noun = &rest['年'.len_utf8()..];
            if !kinds.iter().any(|kind| noun.starts_with(kind)) || told > 20 {
                continue;
            }
            let open = noun.find('（').filter(|open| noun[..*open].chars().count() <= 8);
            let Some((start, end, length)) = open.and_then(|open| span(&noun[open..]))
            else {
                continue;
            };
            let years = u32::from(end) + 1 - u32::from(start);
            if years != told && years != told + 1 {
                let to = at + '年'.len_utf8() + open.unwrap_or(0) + length;
                tell(
                    findings,
                    passage,
                    from..to,
                    [
                        format!(
                            "{start}年到{end}年首尾都算是{years}年，这里写的是{told}年"
                        ),
                        format!("{start} to {end} are {years} years, not {told}"),
                    ],
                );
            }
        }
    }
}

/// The two years of `（2021—2025年）` at the start of a text, and its length.
fn span(text: &str) -> Option<(u16, u16, usize)> {
    let close = text.find('）')?;
    let inside = text.get('（'.len_utf8()..close)?.strip_suffix('年')?;
    let (from, to) = inside.split_once(['—', '-', '～', '至'])?;
    let from = from.trim_end_matches('年').parse().ok()?;
    let to: u16 = to.parse().ok()?;
    let plausible = (1950..2100).contains(&from) && from <= to && to < 2100;
    plausible.then_some((from, to, close + '）'.len_utf8()))
}
