//! 的通知的通知: the kind twice.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-title-repeats",
    severity: Severity::Note,
    title: ["标题里文种重复", "a title with its kind twice"],
    clause: Some([7, 3, 1, 0]),
    manual: Manual {
        source: "公文用语惯例：转发、批转公文的标题省去重复的“关于”和文种。",
        reason: "层层转发会叠成“的通知的通知的通知”。",
        wrong: &[
            "标题: 某某县人民政府转发市政府关于防汛工作⟦的通知的通知⟧\n正文: 正文。\n",
        ],
        right: &[
            "标题: 某某县人民政府转发市政府关于防汛工作的通知\n正文: 正文。\n",
            "标题: 关于转发《关于防汛工作的通知》的通知\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        for kind in Kind::ALL {
            let twice = format!("的{0}的{0}", kind.name());
            if let Some(at) = passage.text.as_str().find(&twice) {
                findings.at(
                    passage.text,
                    at..at + twice.len(),
                    [format!("“{twice}”重复"), format!("“{twice}” says it twice")],
                    [
                        "省去一个，或给原标题加书名号".to_owned(),
                        "drop one, or put the other title in 《 》".to_owned(),
                    ],
                );
            }
        }
    }
}
