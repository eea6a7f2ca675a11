//! （…（…）…）: brackets of one kind inside each other.

use docgen_model::Severity;

use super::nesting::inner_pairs;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-nested-brackets",
    severity: Severity::Note,
    title: ["圆括号里又用圆括号", "round brackets inside round brackets"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.9.3.2：应避免套用同一形式的括号，必须套用时宜采用不同的括号形式。",
        reason: "层次不清，也容易漏掉一半。",
        wrong: &["开展检查（重点是教育⟦（含培训）⟧）。"],
        right: &[
            "开展检查（重点是教育〔含培训〕）。",
            "教育（含培训）、卫生（含医保）。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for (pair, _) in inner_pairs(passage.text.as_str(), ['（', '）']) {
            findings.at(
                passage.text,
                pair,
                [
                    "括号里又用了同样的括号".to_owned(),
                    "brackets inside brackets".to_owned(),
                ],
                [
                    "里面的改成六角括号，或改写".to_owned(),
                    "use 〔 〕 inside, or rewrite".to_owned(),
                ],
            );
        }
    }
}
