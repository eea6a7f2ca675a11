//! ……等 and 等……: said twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-ellipsis-etc",
    severity: Severity::Warning,
    title: ["省略号与“等”连用", "an ellipsis beside 等"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.11、通行文法：省略号与“等”“等等”意思相同，只用一个。",
        reason: "意思重复。",
        wrong: &["包括教育、卫生⟦……等⟧。", "包括教育、卫生⟦等……⟧"],
        right: &["包括教育、卫生等。", "包括教育、卫生……"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for words in ["……等等", "……等", "等……"] {
            for (at, _) in text.match_indices(words) {
                let longer = words == "……等" && text[at..].starts_with("……等等");
                if !longer {
                    findings.at(
                        passage.text,
                        at..at + words.len(),
                        [
                            "省略号与“等”意思重复".to_owned(),
                            "the ellipsis and 等 say the same".to_owned(),
                        ],
                        ["只留一个".to_owned(), "keep one".to_owned()],
                    );
                }
            }
        }
    }
}
