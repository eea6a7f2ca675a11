//! 三次产业结构比为8:42:51: a structure that should make a hundred.

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-structure-ratio",
    severity: Severity::Warning,
    title: ["结构比各项之和不是100", "a structure that does not make 100"],
    clause: None,
    manual: Manual {
        source: "统计常识：结构比的各项之和为100。",
        reason: "调整了一项，其余的没有重算。",
        wrong: &["三次产业结构调整为⟦8.2:41.5:51.3⟧。", "三次产业比例为⟦10：40：45⟧。"],
        right: &[
            "三次产业结构调整为8.2:41.5:50.3。",
            "三次产业比例为10：40：50。",
            "男女比例为3:2。",
            "按5：3：2的比例分担。",
        ],
    },
    check,
};

const COLONS: [char; 3] = [':', '：', '∶'];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let structures =
            text.match_indices("产业结构").chain(text.match_indices("产业比例"));
        for (named, _) in structures {
            let rest = &text[named..];
            let Some(start) = rest.find(|c: char| c.is_ascii_digit()) else { continue };
            let part = |c: char| c.is_ascii_digit() || c == '.' || COLONS.contains(&c);
            let length = rest[start..].find(|c| !part(c)).unwrap_or(rest.len() - start);
            let ratio = rest[start..start + length].trim_end_matches(COLONS);
            if rest[..start].chars().count() > 14 {
                continue;
            }
            if let Some((terms, sum)) = off_hundred(ratio) {
                let start = named + start;
                tell(
                    findings,
                    passage,
                    start..start + ratio.len(),
                    [
                        format!("各项相加 {terms}＝{sum}，不是100"),
                        format!("{terms} make {sum}, not 100"),
                    ],
                );
            }
        }
    }
}

/// The terms of a ratio of three and their sum, if that is not a hundred.
fn off_hundred(ratio: &str) -> Option<(String, String)> {
    let terms: Vec<_> = ratio.split(COLONS).collect();
    let amounts = terms.iter().map(|term| Amount::of(term));
    let sum: i128 =
        amounts.collect::<Option<Vec<_>>>()?.iter().map(|amount| amount.0).sum();
    let loose = Amount::ONE / 10 * 15 / 10;
    let off = (sum - 100 * Amount::ONE).abs() > loose;
    (terms.len() == 3 && off).then(|| (terms.join("＋"), Amount(sum).written()))
}
