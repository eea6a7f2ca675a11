//! 首先, 其次, not 首先, 第二.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-first-second",
    severity: Severity::Note,
    title: ["“首先”与“第二”混用", "首先 that 第二 follows"],
    clause: None,
    manual: Manual {
        source: "通行文法：“首先”与“其次”“再次”“最后”配，“第一”与“第二”配。",
        reason: "两套序词混用，条理就乱了。",
        wrong: &[
            "首先，要加强领导。⟦第二，⟧要落实责任。",
            "首先要加强领导；⟦二是⟧落实责任。",
        ],
        right: &[
            "首先，要加强领导。其次，要落实责任。",
            "首先要加强领导。一是抓统筹，二是抓整改。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let Some(first) = text.find("首先") else { continue };
        let rest = &text[first..];
        let own = ["其次", "第一", "一是", "最后", "再次"]
            .iter()
            .any(|word| rest.contains(word));
        let begins = |at: usize| rest[..at].ends_with(['。', '；', '，']);
        let found = ["第二，", "二是"].iter().find_map(|word| {
            let at = rest.find(word).filter(|&at| begins(at))?;
            Some(first + at..first + at + word.len())
        });
        if let Some(at) = found.filter(|_| !own) {
            findings.at(
                passage.text,
                at,
                ["“首先”后面用“其次”".to_owned(), "其次 follows 首先".to_owned()],
                [
                    "改成“其次”，或把“首先”改成“第一”".to_owned(),
                    "write 其次, or begin with 第一".to_owned(),
                ],
            );
        }
    }
}
