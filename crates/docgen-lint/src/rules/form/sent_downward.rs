//! A 请示 or 报告 to 各乡镇.

use docgen_model::{Kind, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-sent-downward",
    severity: Severity::Warning,
    title: ["上行文发给了下级机关", "an upward document sent to those below"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第十五条：上行文主送上级机关，不抄送下级机关。",
        reason: "请示、报告发给下级，等于把未定的事交给下级执行。",
        wrong: &[
            "标题: 某某县人民政府关于建设水库的请示\n主送: ⟦各乡镇人民政府⟧\n正文: 妥否，请批示。\n",
            "标题: 某某县人民政府关于工作的报告\n主送: 某某市人民政府\n正文: 正文。\n版记: {抄送: [某某市委, ⟦各乡镇人民政府⟧]}\n",
        ],
        right: &[
            "标题: 某某县人民政府关于建设水库的请示\n主送: 某某市人民政府\n正文: 妥否，请批示。\n",
            "标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    if !matches!(document.kind, Some(Kind::Request | Kind::Report)) {
        return;
    }
    let copies = document.record.iter().flat_map(|record| &record.copy_to);
    for organ in document.recipients.iter().chain(copies) {
        if organ.as_str().starts_with('各') {
            findings.at(
                organ,
                0..organ.len(),
                [
                    format!("上行文不发给下级机关“{organ}”"),
                    format!("an upward document is not sent to “{organ}”"),
                ],
                [
                    "删去它，或改用通知".to_owned(),
                    "delete it, or write a 通知".to_owned(),
                ],
            );
        }
    }
}
