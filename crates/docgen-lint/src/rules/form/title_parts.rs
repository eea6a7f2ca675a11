//! A title is 发文机关, 事由 and 文种.

use docgen_model::{Format, Severity, Title};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-title-parts",
    severity: Severity::Note,
    title: ["标题缺发文机关或“关于”", "a title without its organ or 关于"],
    clause: Some([7, 3, 1, 0]),
    manual: Manual {
        source: "《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成。",
        reason: "标题单独被引用时，要看得出是谁、为什么事发的。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: ⟦关于开展检查的通知⟧\n\
                  正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n\
                  正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let (Format::Common, Title::Auto(title)) = (document.format, &document.title) else {
        return;
    };
    if title.as_str().starts_with("关于") {
        findings.at(
            title,
            0..title.len(),
            [
                "标题没有发文机关名称".to_owned(),
                "the title does not name its organ".to_owned(),
            ],
            [
                "在“关于”前写上发文机关".to_owned(),
                "name the organ before 关于".to_owned(),
            ],
        );
    }
}
