//! 《甲》、《乙》: no 、 between things that stand in marks of their own.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-comma-between-titles",
    severity: Severity::Note,
    title: ["书名号、引号之间用了顿号", "、 between titles or quotations"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。",
        reason: "书名号、引号已经把各项隔开。",
        wrong: &["落实《办法》⟦、⟧《规定》。", "开展“一月一法”⟦、⟧“以案释法”活动。"],
        right: &["落实《办法》《规定》。", "落实《办法》（试行）、《规定》。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for pair in ["》、《", "”、“"] {
            for (at, _) in passage.text.as_str().match_indices(pair) {
                let start = at + '》'.len_utf8();
                findings.replace(
                    passage.text,
                    start..start + '、'.len_utf8(),
                    ["这里通常不用顿号".to_owned(), "usually no 、 here".to_owned()],
                    "",
                );
            }
        }
    }
}
