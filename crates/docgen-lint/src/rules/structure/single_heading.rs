//! （一） without （二）.

use docgen_model::Severity;

use super::heading::{Heading, headings};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-single-heading",
    severity: Severity::Note,
    title: ["只有一个并列的小标题", "a heading without a second beside it"],
    clause: Some([7, 3, 3, 0]),
    manual: Manual {
        source: "通行文法：分层是为了列举，只有一项不必分层。",
        reason: "多半是漏了第二项，或者层次分得过细。",
        wrong: &["一、主要工作\n⟦（一）⟧加强领导\n正文。\n二、存在问题\n正文。"],
        right: &[
            "一、主要工作\n（一）加强领导\n正文。\n（二）强化监督\n正文。\n二、存在问题\n正文。",
        ],
    },
    check,
};

/// A document of one 一、 is short, or a part of another; it is no slip.
fn check(script: &Script<'_>, findings: &mut Findings) {
    let all = headings(script);
    for (place, heading) in all.iter().enumerate() {
        let near = |other: &&Heading<'_, '_>| {
            other.attachment == heading.attachment && other.depth >= heading.depth
        };
        let before = all[..place].iter().rev().take_while(near);
        let after = all[place + 1..].iter().take_while(near);
        let alone = !before.chain(after).any(|other| other.depth == heading.depth);
        if alone && heading.depth > 1 && heading.number == Some(1) {
            let text = heading.passage.text;
            let ordinal = &text.as_str()[..heading.ordinal];
            findings.at(
                text,
                0..heading.ordinal,
                [
                    format!("“{ordinal}”后面没有第二项"),
                    format!("nothing follows “{ordinal}” as a second"),
                ],
                [
                    "补上第二项，或不分这一层".to_owned(),
                    "add a second, or drop this level".to_owned(),
                ],
            );
        }
    }
}
