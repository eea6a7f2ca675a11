//! 百分之5: words and digits mixed.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-percent-words",
    severity: Severity::Warning,
    title: ["“百分之”后面用阿拉伯数字", "digits behind 百分之"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.1.1：百分数写作“5%”或“百分之五”。",
        reason: "两种写法不混用。",
        wrong: &["增长⟦百分之5⟧。", "增长⟦百分之5.5⟧左右。"],
        right: &["增长5%。", "增长百分之五。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, word) in text.match_indices("百分之") {
            let rest = &text[at + word.len()..];
            let length = rest
                .find(|c: char| !c.is_ascii_digit() && c != '.')
                .unwrap_or(rest.len());
            let digits = rest[..length].trim_end_matches('.');
            if !digits.is_empty() {
                findings.replace(
                    passage.text,
                    at..at + word.len() + digits.len(),
                    [
                        "“百分之”后面用汉字".to_owned(),
                        "百分之 is followed by words".to_owned(),
                    ],
                    &format!("{digits}%"),
                );
            }
        }
    }
}
