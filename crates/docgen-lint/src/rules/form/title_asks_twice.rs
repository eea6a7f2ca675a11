//! 关于请求…的请示: asked twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-title-asks-twice",
    severity: Severity::Note,
    title: ["标题里“请求”与“请示”重复", "a title that asks twice"],
    clause: None,
    manual: Manual {
        source: "通行文法：“请示”已含请求的意思。",
        reason: "标题要简明。",
        wrong: &[
            "标题: 某某县人民政府关于⟦请求⟧批准建设水库的请示\n正文: 妥否，请批示。\n",
        ],
        right: &["标题: 某某县人民政府关于建设水库的请示\n正文: 妥否，请批示。\n"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        let text = passage.text.as_str();
        for word in ["请求", "恳请", "申请", "请示"] {
            let found = text.find(&format!("关于{word}")).map(|at| at + "关于".len());
            if let Some(at) = found.filter(|_| text.ends_with("请示")) {
                findings.at(
                    passage.text,
                    at..at + word.len(),
                    [
                        format!("“{word}”与“请示”意思重复"),
                        format!("“{word}” and 请示 both ask"),
                    ],
                    ["删去它".to_owned(), "delete it".to_owned()],
                );
            }
        }
    }
}
