//! 一、 straight to （1）: a level left out.

use docgen_model::Severity;

use super::heading::headings;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-level-skipped",
    severity: Severity::Warning,
    title: ["层次越级", "a level of headings is skipped"],
    clause: Some([7, 3, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.3：结构层次依次用“一、”“（一）”“1.”“（1）”；只有两层时，“一、”下可以直接用“1.”。",
        reason: "越级会让读者以为丢了一层。",
        wrong: &[
            "一、主要工作\n⟦（1）⟧加强领导\n正文。",
            "（一）加强领导\n⟦（1）⟧落实责任\n正文。",
        ],
        right: &[
            "一、主要工作\n1.加强领导\n正文。",
            "一、主要工作\n（一）加强领导\n1.落实责任\n（1）明确分工\n正文。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let all = headings(script);
    for pair in all.windows(2) {
        let [above, below] = pair else { continue };
        let straight = above.depth == 1 && below.depth == 3;
        let same = above.attachment == below.attachment;
        if same && below.depth > above.depth + 1 && !straight {
            let text = below.passage.text;
            let ordinal = &text.as_str()[..below.ordinal];
            findings.at(
                text,
                0..below.ordinal,
                [
                    format!("“{ordinal}”越过了上一层"),
                    format!("“{ordinal}” skips the level above it"),
                ],
                [
                    "改用上一层的序号".to_owned(),
                    "use the ordinal of the next level".to_owned(),
                ],
            );
        }
    }
}
