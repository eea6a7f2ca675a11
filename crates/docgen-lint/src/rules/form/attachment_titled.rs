//! 《…》 around the title of an attachment.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-attachment-titled",
    severity: Severity::Note,
    title: ["附件名称用了书名号", "an attachment title in 《 》"],
    clause: Some([7, 3, 4, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.4：附件名称后不加标点符号；附件说明里的附件名称照惯例不加书名号。",
        reason: "附件说明列的就是名称，不必再标。",
        wrong: &["标题: 关于工作的通知\n正文: 正文。\n附件: [{标题: ⟦《任务分工》⟧}]\n"],
        right: &[
            "标题: 关于工作的通知\n正文: 正文。\n附件: [{标题: 任务分工}, {标题: 《任务分工》说明}]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for attachment in &script.document.attachments {
        let text = attachment.title.as_str();
        let inside = text.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
        if let Some(inside) = inside.filter(|inside| !inside.contains('》')) {
            findings.at(
                &attachment.title,
                0..text.len(),
                [
                    "附件名称不加书名号".to_owned(),
                    "the title of an attachment stands without 《 》".to_owned(),
                ],
                [format!("写成 {inside}"), format!("write {inside}")],
            );
        }
    }
}
