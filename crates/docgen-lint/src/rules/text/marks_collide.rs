//! 、， and ，。: two marks where one belongs.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-marks-collide",
    severity: Severity::Warning,
    title: ["两个点号连用", "two marks where one belongs"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011：点号不连用（问号、叹号除外）。",
        reason: "多半是增删文字时留下的。",
        wrong: &[
            "加强领导⟦，。⟧落实责任。",
            "教育⟦、，⟧卫生等领域。",
            "主要有⟦：、⟧加强领导。",
        ],
        right: &["加强领导，落实责任。", "“谁执法谁普法”，落实责任。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let pairs = text.char_indices().zip(text.chars().skip(1));
        for ((at, first), second) in pairs {
            if is_mark(first) && is_mark(second) && first != second {
                findings.at(
                    passage.text,
                    at..at + first.len_utf8() + second.len_utf8(),
                    [
                        format!("“{first}”和“{second}”连用"),
                        format!("“{first}” and “{second}” together"),
                    ],
                    ["只留一个".to_owned(), "keep one".to_owned()],
                );
            }
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | '。')
}
