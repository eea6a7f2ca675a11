//! A classified document is not published.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-secret-public",
    severity: Severity::Warning,
    title: ["涉密公文注明公开发布", "a secret that is to be published"],
    clause: None,
    manual: Manual {
        source: "《中华人民共和国政府信息公开条例》第十四条：依法确定为国家秘密的政府信息，不予公开。",
        reason: "密级和“公开发布”只能有一个是对的。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000001, 密级: 秘密★1年}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n附注: ⟦此件公开发布⟧\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n附注: 此件公开发布\n",
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 份号: 000001, 密级: 秘密★1年}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n附注: 此件不公开\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let secret = document.head.as_ref().is_some_and(|head| head.secrecy.is_some());
    let Some(note) = document.note.as_ref().filter(|_| secret) else { return };
    let words = note.as_str();
    let kept =
        ["不公开", "不予公开", "依申请公开"].iter().any(|word| words.contains(word));
    if words.contains("公开") && !kept {
        findings.at(
            note,
            0..note.len(),
            [
                "有密级的公文不能公开发布".to_owned(),
                "a secret document is not published".to_owned(),
            ],
            ["核对密级和附注".to_owned(), "check 密级 and 附注".to_owned()],
        );
    }
}
