//! ，。；： in a title.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-title-marks",
    severity: Severity::Note,
    title: ["标题里用了点号", "a comma or full stop in a title"],
    clause: Some([7, 3, 1, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.1、公文用语惯例：标题除书名号、引号、括号等外，一般不用标点。",
        reason: "标题是一个词组，不是句子。",
        wrong: &["标题: 关于加强领导⟦，⟧落实责任的通知\n正文: 正文。\n"],
        right: &[
            "标题: 关于印发《关于加强领导，落实责任的意见》的通知\n正文: 正文。\n",
            "标题: 关于教育、卫生工作的通知\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        let mut depth = 0_usize;
        let text = passage.text.as_str();
        for (at, mark) in text.char_indices() {
            let end = at + mark.len_utf8();
            match mark {
                '《' | '“' | '（' | '〈' => depth += 1,
                '》' | '”' | '）' | '〉' => depth = depth.saturating_sub(1),
                '，' | '。' | '；' | '：' if depth == 0 && end < text.len() => {
                    findings.at(
                        passage.text,
                        at..end,
                        [format!("标题里有“{mark}”"), format!("“{mark}” in a title")],
                        [
                            "改写成不用点号的词组".to_owned(),
                            "write it without marks".to_owned(),
                        ],
                    );
                }
                _ => {}
            }
        }
    }
}
