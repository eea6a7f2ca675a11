//! 《…《…》…》: a title inside a title stands in 〈 〉.

use docgen_model::Severity;

use super::nesting::inner_pairs;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-nested-titles",
    severity: Severity::Warning,
    title: ["书名号里又用双书名号", "《 》 inside 《 》"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.15.3.2：书名号里还有书名号时，外面用双书名号，里面用单书名号。",
        reason: "里外一样，就分不清哪个文件名到哪里为止。",
        wrong: &["编制《⟦《法治政府建设实施纲要》⟧的实施方案》。"],
        right: &[
            "编制《〈法治政府建设实施纲要〉的实施方案》。",
            "落实《办法》《规定》。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (pair, inner) in inner_pairs(passage.text.as_str(), ['《', '》']) {
            findings.at(
                passage.text,
                pair,
                [
                    "书名号里面的书名号应为单书名号".to_owned(),
                    "a title inside a title stands in 〈 〉".to_owned(),
                ],
                [format!("写成〈{inner}〉"), format!("write 〈{inner}〉")],
            );
        }
    }
}
