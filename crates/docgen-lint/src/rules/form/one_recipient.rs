//! An upward document goes to one organ.

use docgen_model::{Direction, Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-one-recipient",
    severity: Severity::Warning,
    title: ["上行文主送了几个机关", "an upward document with several recipients"],
    clause: Some([7, 3, 2, 0]),
    manual: Manual {
        source: "《党政机关公文处理工作条例》第十五条：上行文原则上主送一个上级机关，根据需要同时抄送相关上级机关和同级机关。",
        reason: "主送几个机关，谁来办理就说不清。",
        wrong: &[
            "标题: 某某县人民政府关于2021年工作情况的报告\n主送: [某某市人民政府, ⟦某某市委⟧]\n正文: 正文。\n",
        ],
        right: &[
            "标题: 某某县人民政府关于2021年工作情况的报告\n主送: 某某市人民政府\n正文: 正文。\n",
            "标题: 某某县人民政府关于开展检查的通知\n主送: [各乡镇人民政府, 县直各部门]\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let upward =
        document.direction == Some(Direction::Up) && document.kind != Some(Kind::Motion);
    if let Some(second) = document.recipients.get(1).filter(|_| upward) {
        findings.at(
            second,
            0..second.len(),
            [
                "上行文原则上只主送一个机关".to_owned(),
                "an upward document has one recipient".to_owned(),
            ],
            ["其余的移到抄送".to_owned(), "move the others to copy_to".to_owned()],
        );
    }
}
