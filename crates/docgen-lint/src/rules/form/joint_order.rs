//! Joint organs sign in the order of the mark.

use docgen_model::{Severity, Text};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-joint-order",
    severity: Severity::Warning,
    title: ["联合行文署名的顺序与发文机关不同", "joint organs sign in another order"],
    clause: Some([7, 3, 5, 1]),
    manual: Manual {
        source: "GB/T 9704-2012 7.2.4、7.3.5.1：联合行文主办机关排列在前，署名按发文机关顺序排列。",
        reason: "顺序表明主办机关，前后应当一致。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: [某某县教育局, 某某县财政局], 发文字号: 某教发〔2022〕5号}\n标题: 关于加强管理的通知\n正文: 妥否，请批示。\n落款: {署名: [⟦某某县财政局⟧, 某某县教育局], 成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: [某某县教育局, 某某县财政局], 发文字号: 某教发〔2022〕5号}\n标题: 关于加强管理的通知\n正文: 妥否，请批示。\n落款: {署名: [某某县教育局, 某某县财政局], 成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let (Some(head), Some(signature)) = (&document.head, &document.signature) else {
        return;
    };
    let names = |list: &[Text]| list.iter().map(Text::to_string).collect::<Vec<_>>();
    let (issuers, organs) = (names(&head.issuers), names(&signature.organs));
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    if issuers == organs || sorted(issuers.clone()) != sorted(organs.clone()) {
        return;
    }
    let first =
        signature.organs.iter().zip(&issuers).find(|(o, i)| o.as_str() != i.as_str());
    if let Some((organ, issuer)) = first {
        findings.at(
            organ,
            0..organ.len(),
            [
                format!("版头里这个位置是“{issuer}”"),
                format!("in the head “{issuer}” stands here"),
            ],
            ["两处用同一顺序".to_owned(), "use one order in both".to_owned()],
        );
    }
}
