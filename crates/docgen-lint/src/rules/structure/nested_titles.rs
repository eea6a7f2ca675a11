//! 《…《…》…》: a title inside a title stands in 〈 〉.

use docgen_model::Severity;

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
        let text = passage.text.as_str();
        let mut open = vec![];
        for (at, c) in text.char_indices() {
            match c {
                '《' => open.push(at),
                '》' => {
                    let start = open.pop();
                    if let Some(start) = start.filter(|_| !open.is_empty()) {
                        let end = at + c.len_utf8();
                        let inner = &text[start + c.len_utf8()..at];
                        findings.at(
                            passage.text,
                            start..end,
                            [
                                "书名号里面的书名号应为单书名号".to_owned(),
                                "a title inside a title stands in 〈 〉".to_owned(),
                            ],
                            [format!("写成〈{inner}〉"), format!("write 〈{inner}〉")],
                        );
                    }
                }
                _ => {}
            }
        }
    }
}
