//! The same mark twice, which only ！ and ？ may be.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-doubled-mark",
    severity: Severity::Warning,
    title: ["标点重复", "a mark written twice"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011：逗号、句号、顿号、分号、冒号不叠用。",
        reason: "多半是修改时没有删净。",
        wrong: &["完成了整改⟦。。⟧下一步继续推进。", "各旗县⟦，，⟧各部门。"],
        right: &["完成了整改。下一步继续推进。", "诸如此类……"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for mark in ['。', '，', '、', '；', '：'] {
            for (at, twice) in text.match_indices(&format!("{mark}{mark}")) {
                findings.at(
                    passage.text,
                    at..at + twice.len(),
                    [format!("“{mark}”写了两次"), format!("“{mark}” is written twice")],
                    ["删去一个".to_owned(), "delete one".to_owned()],
                );
            }
        }
    }
}
