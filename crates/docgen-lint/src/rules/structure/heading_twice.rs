//! The same heading twice below one parent.

use docgen_model::Severity;

use super::heading::{Heading, headings};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-heading-twice",
    severity: Severity::Warning,
    title: ["小标题重复", "the same heading twice"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是复制以后忘了改标题。",
        wrong: &[
            "一、主要工作\n（一）加强组织领导\n正文。\n（二）⟦加强组织领导⟧\n正文。",
        ],
        right: &[
            "一、主要工作\n（一）基本情况\n正文。\n（二）工作成效\n正文。\n二、存在问题\n（一）基本情况\n正文。\n（二）原因\n正文。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let all = headings(script);
    let words = |heading: &Heading<'_, '_>| {
        let lead = heading.passage.lead.max(heading.ordinal);
        heading.passage.text.as_str()[heading.ordinal..lead]
            .trim_end_matches('。')
            .to_owned()
    };
    for (place, heading) in all.iter().enumerate() {
        let own = words(heading);
        let near = |other: &&Heading<'_, '_>| {
            other.attachment == heading.attachment && other.depth >= heading.depth
        };
        let mut before = all[..place].iter().rev().take_while(near);
        let twin =
            before.any(|other| other.depth == heading.depth && words(other) == own);
        if twin && !own.is_empty() {
            findings.at(
                heading.passage.text,
                heading.ordinal..heading.ordinal + own.len(),
                [format!("小标题“{own}”前面已有"), format!("“{own}” is a heading above")],
                ["改成这一部分的标题".to_owned(), "give this part its own".to_owned()],
            );
        }
    }
}
