//! A paragraph that ends with ， or with no mark.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "structure-final-mark",
    severity: Severity::Warning,
    title: ["段末没有句末标点", "a paragraph without a final mark"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.1：句子末尾用句号、问号或叹号。",
        reason: "多半是漏打了，或者后半句没有写完。",
        wrong: &[
            "加强领导，落实责任⟦，⟧\n开展检查。",
            "加强领导。落实责任，开展⟦检查⟧\n强化监督。",
        ],
        right: &["加强领导，落实责任。\n会议议定：\n（一）开展检查；\n（二）强化监督。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let alone = passage.lead == text.len() || passage.part == Part::Closing;
        let Some(last) = text.chars().last().filter(|_| !alone) else { continue };
        let cut = matches!(last, '，' | '、');
        let bare = text.contains('。') && matches!(last, '\u{4E00}'..='\u{9FFF}');
        if cut || bare {
            let length = if cut { 1 } else { 2 };
            let at = text.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
            findings.at(
                passage.text,
                at..text.len(),
                [
                    "段末应当是句号一类的标点".to_owned(),
                    "a paragraph ends with 。 or its like".to_owned(),
                ],
                ["补上句号，或写完这句话".to_owned(), "end the sentence".to_owned()],
            );
        }
    }
}
