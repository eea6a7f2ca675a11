//! 紧急通知 without 紧急程度.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-urgent-title",
    severity: Severity::Warning,
    title: ["标题写“紧急”，没有标紧急程度", "an urgent title without its mark"],
    clause: Some([7, 2, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.2.3；《党政机关公文处理工作条例》第九条：紧急公文应当分别标注“特急”“加急”。",
        reason: "收文机关按版头的紧急程度登记、分送。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于防汛工作的⟦紧急⟧通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 紧急程度: 特急}\n标题: 某某县人民政府关于防汛工作的紧急通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let Some(head) = &script.document.head else { return };
    for passage in script.passages.iter().filter(|passage| passage.part == Part::Title) {
        let urgent = ["紧急通知", "紧急请示", "紧急报告"];
        let found = urgent.iter().find_map(|words| passage.text.as_str().find(words));
        if let Some(at) = found.filter(|_| head.urgency.is_none()) {
            findings.at(
                passage.text,
                at..at + "紧急".len(),
                [
                    "标题说紧急，版头没有紧急程度".to_owned(),
                    "urgent by its title, not by its head".to_owned(),
                ],
                [
                    "在版头写“紧急程度: 特急”或“加急”".to_owned(),
                    "write “urgency: 特急” or “加急”".to_owned(),
                ],
            );
        }
    }
}
