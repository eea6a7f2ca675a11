//! 附件1：… as the title of an attachment, which gets its label anyhow.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-attachment-label",
    severity: Severity::Warning,
    title: ["附件标题里又写了“附件1”", "an attachment title with a label of its own"],
    clause: Some([7, 3, 4, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.4、7.3.7：“附件”二字和顺序号由附件说明、附件首页标出。",
        reason: "程序会加上“附件”和序号，再写一次就重复了。",
        wrong: &[
            "标题: 关于工作的通知\n正文: 正文。\n附件: [{标题: ⟦附件1⟧ 任务分工}]\n",
            "标题: 关于工作的通知\n正文: 正文。\n附件: [{标题: ⟦1.⟧任务分工}, {标题: 时间安排}]\n",
        ],
        right: &[
            "标题: 关于工作的通知\n正文: 正文。\n附件: [{标题: 任务分工}, {标题: 2022年时间安排}, {标题: 附件管理办法}]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for attachment in &script.document.attachments {
        let text = attachment.title.as_str();
        let digits = |s: &str| s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
        let named = text.strip_prefix("附件").map(|rest| {
            let rest = &rest[digits(rest)..];
            (rest.starts_with(['：', '　', ' ', '.', '．', '、']), rest)
        });
        let (label, rest) = named.unwrap_or_else(|| {
            let (number, rest) = text.split_at(digits(text));
            (!number.is_empty() && rest.starts_with(['.', '．', '、']), rest)
        });
        let mark = rest.chars().next().filter(|c| matches!(c, '.' | '．' | '、' | '：'));
        let end = text.len() - rest.len() + mark.map_or(0, char::len_utf8);
        if label {
            findings.at(
                &attachment.title,
                0..end,
                [
                    format!("“{}”由程序加，不写在标题里", &text[..end]),
                    format!("“{}” is added by the program", &text[..end]),
                ],
                ["删去它".to_owned(), "delete it".to_owned()],
            );
        }
    }
}
