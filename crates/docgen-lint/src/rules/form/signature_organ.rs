//! 署名 is the organ that issues.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-signature-organ",
    severity: Severity::Warning,
    title: ["署名与发文机关不同", "signed by another organ than issued it"],
    clause: Some([7, 3, 5, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.5：署发文机关全称或者规范化简称。",
        reason: "以政府名义发文而由办公室署名（或相反），效力就说不清。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {署名: ⟦某某县人民政府办公室⟧, 成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {署名: 某某县政府, 成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let (Some(head), Some(signature)) = (&document.head, &document.signature) else {
        return;
    };
    let ([issuer], [organ]) = (head.issuers.as_slice(), signature.organs.as_slice())
    else {
        return;
    };
    if !is_name_of(organ.as_str(), issuer.as_str()) {
        findings.at(
            organ,
            0..organ.len(),
            [
                format!("发文机关是“{issuer}”，署名是“{organ}”"),
                format!("issued by “{issuer}”, signed “{organ}”"),
            ],
            ["改成同一机关".to_owned(), "name one organ in both".to_owned()],
        );
    }
}

/// Whether a name is that of the organ, or shorter by some of its characters. A government is
/// not short for its office.
pub(super) fn is_name_of(name: &str, organ: &str) -> bool {
    let mut rest = organ.chars();
    let shorter = name.chars().all(|c| rest.any(|other| other == c));
    let office = |s: &str| s.ends_with("办公室") || s.ends_with("办公厅");
    shorter && office(name) == office(organ)
}
