//! A heading that stands alone ends without a mark.

use docgen_model::Severity;

use super::heading::headings;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-heading-mark",
    severity: Severity::Warning,
    title: ["单独成行的小标题末尾有标点", "a mark at the end of a heading"],
    clause: None,
    manual: Manual {
        source: "公文排版惯例：单独成行的小标题末尾不加标点；接排正文的，用句号与正文隔开。",
        reason: "标题不是句子；有的加、有的不加，格式就不统一。",
        wrong: &["一、主要工作⟦：⟧\n正文。", "（一）加强领导⟦，⟧\n正文。"],
        right: &["一、主要工作\n正文。", "（一）加强领导。成立了领导小组。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for heading in headings(script) {
        let passage = heading.passage;
        let text = passage.text.as_str();
        let alone = passage.lead == text.len();
        let Some(mark) = text.chars().last().filter(|_| alone) else { continue };
        if matches!(mark, '。' | '，' | '；' | '：' | '、') {
            findings.replace(
                passage.text,
                text.len() - mark.len_utf8()..text.len(),
                [
                    format!("小标题末尾有“{mark}”"),
                    format!("the heading ends with “{mark}”"),
                ],
                "",
            );
        }
    }
}
