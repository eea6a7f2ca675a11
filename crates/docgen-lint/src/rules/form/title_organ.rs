//! The title names the organ that issues.

use docgen_model::{Severity, Title};

use super::signature_organ::is_name_of;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-title-organ",
    severity: Severity::Warning,
    title: ["标题里的机关与发文机关不同", "a title that names another organ"],
    clause: Some([7, 3, 1, 0]),
    manual: Manual {
        source: "《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成。",
        reason: "套用别的单位的稿子时，标题里的机关容易漏改。",
        wrong: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: ⟦某某县人民政府办公室⟧关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
        right: &[
            "格式: 公文\n版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号}\n标题: 某某县人民政府关于开展检查的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
            "格式: 公文\n版头: {发文机关: 某某县人民政府办公室, 发文字号: 某政办发〔2022〕5号}\n标题: 某某县人民政府办公室转发市政府关于防汛工作的通知\n主送: 各乡镇人民政府\n正文: 正文。\n落款: {成文日期: 2022-01-18}\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let document = script.document;
    let (Some(head), Title::Auto(title)) = (&document.head, &document.title) else {
        return;
    };
    let ([issuer], Some((organ, _))) =
        (head.issuers.as_slice(), title.as_str().split_once("关于"))
    else {
        return;
    };
    let passed_on =
        ["转发", "印发", "批转", "发布"].iter().any(|word| organ.contains(word));
    let ends = ["政府", "办公室", "办公厅", "委员会", "局", "厅", "院", "委", "部"];
    let is_organ = ends.iter().any(|end| organ.ends_with(end)) && !passed_on;
    if is_organ && !is_name_of(organ, issuer.as_str()) {
        findings.at(
            title,
            0..organ.len(),
            [
                format!("标题写“{organ}”，发文机关是“{issuer}”"),
                format!("the title names “{organ}”, the head “{issuer}”"),
            ],
            ["改成同一机关".to_owned(), "name one organ in both".to_owned()],
        );
    }
}
