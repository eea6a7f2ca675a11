//! A heading with nothing below it.

use std::collections::BTreeSet;

use docgen_model::Severity;

use super::heading::headings;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-empty-section",
    severity: Severity::Warning,
    title: ["小标题下面没有内容", "a heading with nothing below it"],
    clause: None,
    manual: Manual {
        source: "通行文法：小标题统领它下面的文字。",
        reason: "多半是内容还没写，或者整段删去时忘了删标题。",
        wrong: &["一、主要工作\n正文。\n⟦二、存在问题⟧\n三、下一步打算\n正文。"],
        right: &["一、主要工作\n（一）加强领导\n正文。\n二、存在问题\n正文。"],
    },
    check,
};

/// Lists of bare points (一、…二、…三、…) head nothing, none of them: only a heading whose
/// like has text is missed.
fn check(script: &Script<'_>, findings: &mut Findings) {
    let all = headings(script);
    let alone = |place: usize| {
        let passage = all[place].passage;
        passage.lead == passage.text.len()
    };
    let empty = |place: usize| {
        let next = all.get(place + 1);
        let follows = next.is_some_and(|next| next.index == all[place].index + 1);
        alone(place) && follows && next.is_some_and(|next| next.depth <= all[place].depth)
    };
    let full = (0..all.len()).filter(|&place| !empty(place));
    let full: BTreeSet<_> = full.map(|place| all[place].depth).collect();
    for (place, heading) in all.iter().enumerate() {
        if empty(place)
            && full.contains(&heading.depth)
            && !heading.passage.text.as_str().ends_with('。')
        {
            let text = heading.passage.text;
            findings.at(
                text,
                0..text.len(),
                [
                    "这个小标题下面没有内容".to_owned(),
                    "nothing stands below this heading".to_owned(),
                ],
                [
                    "补上内容，或删去小标题".to_owned(),
                    "write what belongs there, or delete it".to_owned(),
                ],
            );
        }
    }
}
