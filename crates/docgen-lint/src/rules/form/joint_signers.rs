//! Every joint organ of an upward document has its 签发人.

use docgen_model::{Direction, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-joint-signers",
    severity: Severity::Warning,
    title: ["联合上行文的签发人少于发文机关", "fewer 签发人 than joint organs"],
    clause: Some([7, 2, 6, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.2.6：有多个签发人时按发文机关排列顺序排列；联合上行文各机关都要签发。",
        reason: "少一个签发人，就少一个机关负责。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: [某某县教育局, 某某县财政局], 发文字号: 某教发〔2022〕5号, 签发人: [⟦王某某⟧]}\n标题: 关于建设学校的请示\n正文: 妥否，请批示。\n落款: {成文日期: 2022-01-18}\n附注: 联系人：张某某\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: [某某县教育局, 某某县财政局], 发文字号: 某教发〔2022〕5号, 签发人: [王某某, 李某某]}\n标题: 关于建设学校的请示\n正文: 妥否，请批示。\n落款: {成文日期: 2022-01-18}\n附注: 联系人：张某某\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let Some(head) = &script.document.head else { return };
    let (organs, signers) = (head.issuers.len(), head.signers.len());
    let upward = script.document.direction == Some(Direction::Up);
    let Some(last) = head.signers.last().filter(|_| upward && signers < organs) else {
        return;
    };
    findings.at(
        last,
        0..last.len(),
        [
            format!("{organs}个机关联合行文，签发人只有{signers}个"),
            format!("{organs} organs, {signers} who sign for them"),
        ],
        ["每个机关写一个签发人".to_owned(), "name one an organ".to_owned()],
    );
}
