//! 教育、卫生、等: no 、 before 等.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-comma-before-etc",
    severity: Severity::Warning,
    title: ["“等”前面用了顿号", "、 before 等"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.5：顿号用于并列词语之间；“等”不是并列的一项。",
        reason: "多半是删去最后一项时留下的。",
        wrong: &["教育、卫生⟦、⟧等领域。"],
        right: &[
            "教育、卫生等领域。",
            "身份、等级不同。",
            "安全加固、等保测评、等离子切割。",
        ],
    },
    check,
};

/// Words that begin with 等 and may well be an item.
const WORDS: [&str; 24] = [
    "等级", "等次", "等效", "等同", "等待", "等值", "等额", "等候", "等距", "等保",
    "等离", "等高", "等温", "等价", "等量", "等速", "等比", "等差", "等压", "等外",
    "等分", "等身", "等电", "等腰",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, _) in text.match_indices("、等") {
            let rest = &text[at + '、'.len_utf8()..];
            if !WORDS.iter().any(|word| rest.starts_with(word)) {
                findings.replace(
                    passage.text,
                    at..at + '、'.len_utf8(),
                    ["“等”前面不用顿号".to_owned(), "no 、 before 等".to_owned()],
                    "",
                );
            }
        }
    }
}
