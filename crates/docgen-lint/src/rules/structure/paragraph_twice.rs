//! The same paragraph twice.

use std::collections::BTreeMap;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-paragraph-twice",
    severity: Severity::Warning,
    title: ["整段重复", "a paragraph written twice"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是粘贴了两次。",
        wrong: &[
            "全面推行行政执法公示制度，做到公开透明。\n开展检查。\n⟦全面推行行政执法公示制度，做到公开透明。⟧",
        ],
        right: &["全面推行行政执法公示制度，做到公开透明。\n开展检查。"],
    },
    check,
};

/// Shorter ones may well come twice: 正文。 or 特此通知。
const LEAST: usize = 15;

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for passage in script.prose() {
        let text = passage.text.as_str();
        let long = text.chars().count() >= LEAST;
        let count = seen.entry(text).or_insert(0);
        *count += 1;
        if long && *count == 2 {
            findings.at(
                passage.text,
                0..text.len(),
                ["这一段前面已有".to_owned(), "this paragraph stands above".to_owned()],
                ["删去一处".to_owned(), "delete one of them".to_owned()],
            );
        }
    }
}
