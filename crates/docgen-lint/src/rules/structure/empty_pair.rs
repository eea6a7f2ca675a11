//! 《》, “”, （） with nothing between them.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-empty-pair",
    severity: Severity::Warning,
    title: ["引号、括号、书名号里没有内容", "a pair of marks with nothing between"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是文件名、数字还没有填。",
        wrong: &["落实⟦《》⟧要求。", "开展⟦“”⟧活动⟦（）⟧。"],
        right: &["落实《办法》要求。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for pair in ["《》", "〈〉", "“”", "‘’", "（）", "〔〕", "【】"]
        {
            for (at, _) in passage.text.as_str().match_indices(pair) {
                findings.at(
                    passage.text,
                    at..at + pair.len(),
                    [
                        format!("“{pair}”里没有内容"),
                        format!("nothing stands in “{pair}”"),
                    ],
                    ["补上内容，或删去".to_owned(), "fill it, or delete it".to_owned()],
                );
            }
        }
    }
}
