//! 一、二、四、: ordinals that leave one out or come twice.

use docgen_model::Severity;

use super::heading::{Heading, numbered};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-ordinal-order",
    severity: Severity::Warning,
    title: ["层次序号跳号或重号", "heading ordinals out of order"],
    clause: Some([7, 3, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.3：结构层次序数依次为“一、”“（一）”“1.”“（1）”。",
        reason: "跳号会让人以为缺了一部分，重号则引用时分不清。",
        wrong: &[
            "一、主要工作\n正文。\n二、存在问题\n正文。\n⟦四、⟧下一步打算\n正文。",
            "一、主要工作\n（一）加强领导\n正文。\n⟦（三）⟧强化监督\n正文。",
            "一、主要工作\n正文。\n⟦一、⟧存在问题\n正文。",
            "函复如下：\n一、原则同意。\n二、请按规定办理。\n⟦四、⟧严格执行。",
        ],
        right: &[
            "一、主要工作\n（一）加强领导\n正文。\n（二）强化监督\n正文。\n二、存在问题\n（一）力度不够\n正文。",
            "一、总体要求\n正文。\n二、请按规定办理。\n三、工作要求\n正文。",
            "需要的材料：\n1.申请书。\n2.身份证。\n另需：\n1.照片。\n2.户口簿。\n一、二年级不参加，1.2万人受益。",
            "一、总体要求\n（一）指导思想\n正文。\n（二）主要目标\n正文。\n二、重点任务\n（三）强化监督\n正文。\n（四）加强保障\n正文。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let headings = numbered(script);
    for part in headings.chunk_by(|one, next| one.attachment == next.attachment) {
        check_part(part, findings);
    }
}

/// The headings of the body or of one attachment.
fn check_part(headings: &[Heading<'_, '_>], findings: &mut Findings) {
    let mut last = [0_u32; 5];
    let runs_on = runs_on(headings);
    let has_headings =
        |depth| headings.iter().any(|one| !one.is_text && one.depth == depth);
    for heading in headings {
        let Some(number) = heading.number else { continue };
        let expected = last[heading.depth] + 1;
        // A list in the text may begin anew, and stand among headings of its form.
        let among = heading.is_text && has_headings(heading.depth);
        let anew = heading.is_text && (number == 1 || expected == 1);
        if number != expected && among {
            continue;
        }
        last[heading.depth] = number;
        let below = if runs_on && heading.depth == 1 { 3 } else { heading.depth + 1 };
        last[below..].fill(0);
        if number != expected && !anew {
            let text = heading.passage.text;
            let ordinal = &text.as_str()[..heading.ordinal];
            findings.at(
                text,
                0..heading.ordinal,
                [
                    format!("序号“{ordinal}”不接上文，这里应当是第{expected}个"),
                    format!("“{ordinal}” where number {expected} is due"),
                ],
                [
                    "改正序号，或补上缺的部分".to_owned(),
                    "renumber, or add what is missing".to_owned(),
                ],
            );
        }
    }
}

/// Whether （一） is counted on from section to section, as 意见 often do: it never begins anew.
fn runs_on(headings: &[Heading<'_, '_>]) -> bool {
    let first = |heading: &&Heading<'_, '_>| {
        !heading.is_text && heading.depth == 2 && heading.number == Some(1)
    };
    headings.iter().filter(first).count() == 1
}
