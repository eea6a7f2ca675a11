//! 《任务分工》（见附件1) where attachment 1 is called otherwise.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-attachment-differs",
    severity: Severity::Warning,
    title: ["正文里的附件名称与附件不同", "an attachment called otherwise in the text"],
    clause: Some([7, 3, 7, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.7：附件顺序号和附件标题应当与附件说明的表述一致。",
        reason: "名称对不上，多半是附件的顺序变了。",
        wrong: &[
            "标题: 关于工作的通知\n正文: 执行⟦《任务分工》⟧（见附件2）。\n附件: [{标题: 任务分工}, {标题: 时间安排}]\n",
        ],
        right: &[
            "标题: 关于工作的通知\n正文: 执行《任务分工》（见附件1）、《时间安排》（附件2）。\n附件: [{标题: 某某县任务分工}, {标题: 时间安排}]\n",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let attachments = &script.document.attachments;
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, found) in text.match_indices("》（").map(|(at, _)| (at, &text[at..])) {
            let Some(rest) =
                found.strip_prefix("》（").map(|rest| rest.trim_start_matches('见'))
            else {
                continue;
            };
            let number = rest.strip_prefix("附件").and_then(|rest| rest.split_once('）'));
            let Some(number) =
                number.and_then(|(number, _)| number.parse::<usize>().ok())
            else {
                continue;
            };
            let Some(named) = number.checked_sub(1).and_then(|n| attachments.get(n))
            else {
                continue;
            };
            let Some(start) = text[..at].rfind('《') else { continue };
            let name = &text[start + '《'.len_utf8()..at];
            let title = named.title.as_str();
            if !title.contains(name) && !name.contains(title) {
                findings.at(
                    passage.text,
                    start..at + '》'.len_utf8(),
                    [
                        format!("附件{number}的标题是“{title}”"),
                        format!("attachment {number} is called “{title}”"),
                    ],
                    ["核对名称和序号".to_owned(), "check name and number".to_owned()],
                );
            }
        }
    }
}
