//! 教育、卫生、和文化: no 、 before 和.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-comma-before-and",
    severity: Severity::Warning,
    title: ["“和”“及”前面用了顿号", "、 before 和"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.5、通行文法：最后两项之间用“和”“及”的，前面不再用顿号。",
        reason: "连词已经把两项连起来。",
        wrong: &["教育、卫生⟦、⟧和文化工作。", "教育、卫生⟦、⟧以及文化工作。"],
        right: &[
            "教育、卫生和文化工作。",
            "建设宜居、和谐的家园。",
            "要准确、及时报送。",
        ],
    },
    check,
};

/// Words that begin so and may well be an item.
const WORDS: [&str; 16] = [
    "和谐", "和解", "和平", "和睦", "和美", "和缓", "和善", "和气", "和田", "和县",
    "和龙", "和林", "和硕", "及时", "及格", "及早",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for and in ["、和", "、及", "、以及"] {
            for (at, _) in text.match_indices(and) {
                let rest = &text[at + '、'.len_utf8()..];
                if !WORDS.iter().any(|word| rest.starts_with(word)) {
                    let word = &and['、'.len_utf8()..];
                    findings.replace(
                        passage.text,
                        at..at + '、'.len_utf8(),
                        [format!("“{word}”前面不用顿号"), format!("no 、 before {word}")],
                        "",
                    );
                }
            }
        }
    }
}
