//! 减少两倍: a fall by a multiple.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-fall-by-times",
    severity: Severity::Warning,
    title: ["减少、下降用了倍数", "a fall told as a multiple"],
    clause: None,
    manual: Manual {
        source: "统计用语：减少、降低用百分数或者分数，不用倍数。",
        reason: "减少一倍就是零，减少两倍没有意义；多半想说“减少二分之一”或者“降到原来的几分之几”。",
        wrong: &["投诉量比上年减少⟦2倍⟧。", "能耗下降了⟦三倍⟧。", "时间缩短⟦1.5倍⟧。"],
        right: &["投诉量比上年减少50%。", "产值比上年增长2倍。", "减排能力是原来的2倍。"],
    },
    check,
};

const VERBS: &[&str] = &["减少", "下降", "降低", "缩小", "缩短", "压减", "减轻"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (end, times) in text.match_indices('倍') {
            let number =
                |c: char| c.is_ascii_digit() || "一两二三四五六七八九十.半几".contains(c);
            let start = text[..end].trim_end_matches(number).len();
            let before = text[..start].trim_end_matches(['了', '近', '约', '达']);
            let Some(verb) = VERBS.iter().find(|verb| before.ends_with(**verb)) else {
                continue;
            };
            if start < end {
                let at = start..end + times.len();
                let words = &text[at.clone()];
                tell(
                    findings,
                    passage,
                    at,
                    [
                        format!("“{verb}{words}”：减去一倍已经是0，减少的幅度不用倍数"),
                        format!("“{verb}{words}”: less by once the value is already 0"),
                    ],
                );
            }
        }
    }
}
