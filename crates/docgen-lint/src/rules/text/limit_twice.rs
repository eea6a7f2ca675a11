//! 至少5人以上: a limit said twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-limit-twice",
    severity: Severity::Warning,
    title: ["上下限说了两次", "a limit said twice"],
    clause: None,
    manual: Manual {
        source: "通行文法：“至少”与“以上”、“最多”与“以内”只用一个。",
        reason: "意思重复，算不算5人也说不清。",
        wrong: &["每组⟦不少于5人以上⟧。", "期限⟦最多30天以内⟧。"],
        right: &["每组不少于5人。", "每组5人以上。"],
    },
    check,
};

const TWICE: [(&[&str], &[&str]); 2] = [
    (&["至少", "不少于", "不低于", "最少", "最低"], &["以上"]),
    (&["最多", "不超过", "不多于", "不高于", "至多"], &["以下", "以内", "之内"]),
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in &passage.quantities {
            let (before, after) = (&text[..quantity.at.start], &text[quantity.at.end..]);
            for (words, ends) in TWICE {
                let word = words.iter().find(|word| before.ends_with(**word));
                let end = ends.iter().find(|end| after.starts_with(**end));
                let (Some(word), Some(end)) = (word, end) else { continue };
                findings.at(
                    passage.text,
                    quantity.at.start - word.len()..quantity.at.end + end.len(),
                    [
                        format!("“{word}”与“{end}”意思重复"),
                        format!("“{word}” and “{end}” say the same"),
                    ],
                    ["只留一个".to_owned(), "keep one".to_owned()],
                );
            }
        }
    }
}
