//! 见附件3 where there are two: attachments that the text names and the list lacks.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-attachment-named",
    severity: Severity::Warning,
    title: ["正文提到的附件不存在", "the text names an attachment that is not there"],
    clause: Some([7, 3, 4, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.4、7.3.7：附件与附件说明一致；正文引用的附件应当列出。",
        reason: "收文的人会来要这份附件。",
        wrong: &[
            "任务分工⟦见附件⟧。",
            "标题: 关于工作的通知\n正文: 分工⟦见附件2⟧。\n附件: [{标题: 任务分工}]\n",
        ],
        right: &[
            "标题: 关于工作的通知\n正文: 分工见附件1。\n附件: [{标题: 任务分工}, {标题: 时间安排}]\n",
            "上传附件时注意大小。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let count = script.document.attachments.len();
    for passage in script.prose().filter(|p| !matches!(p.part, Part::Body(_, Some(_)))) {
        let text = passage.text.as_str();
        for (at, found) in text.match_indices("见附件") {
            let after = &text[at + found.len()..];
            let length = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let number = after[..length].parse::<usize>().unwrap_or(1);
            if number > count {
                let end = at + found.len() + length;
                findings.at(
                    passage.text,
                    at..end,
                    [
                        format!("正文说“{}”，附件只有{count}个", &text[at..end]),
                        format!("the text names attachment {number}, there are {count}"),
                    ],
                    [
                        "补上附件，或改正序号".to_owned(),
                        "add it, or mend the number".to_owned(),
                    ],
                );
            }
        }
    }
}
