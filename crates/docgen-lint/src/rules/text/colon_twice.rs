//! 甲：乙：丙: one colon inside the other.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-colon-twice",
    severity: Severity::Note,
    title: ["一句话里套用冒号", "a colon inside a colon"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.7.3.3：一个句子内部一般不应套用冒号。",
        reason: "分不清哪一个冒号管到哪里。",
        wrong: &["主要问题有：一是机制方面⟦：⟧力度不够。"],
        right: &[
            "主要问题有：一是力度不够。",
            "他说：“现在宣布：会议开始。”",
            "时间：3月1日。地点：会议室。",
            "联系人：张某某，联系电话：0350-1234567。",
        ],
    },
    check,
};

/// Names of fields that stand one behind the other.
const FIELDS: [&str; 9] =
    ["电话", "手机", "传真", "地址", "邮箱", "邮编", "地点", "时间", "联系人"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in &passage.sentences {
            let sentence = sentence.clone();
            let quoted = text[sentence.clone()].contains(['“', '‘', '《', '（']);
            let mut colons = text[sentence.clone()].match_indices('：').skip(1);
            let listed = text[sentence.clone()].contains(['\n', '；']);
            if let Some((at, mark)) = colons.next().filter(|_| !quoted && !listed) {
                let at = sentence.start + at;
                if FIELDS.iter().any(|field| text[..at].ends_with(field)) {
                    continue;
                }
                findings.at(
                    passage.text,
                    at..at + mark.len(),
                    ["冒号里又用冒号".to_owned(), "a colon inside a colon".to_owned()],
                    [
                        "改用逗号，或分成两句".to_owned(),
                        "write ， or two sentences".to_owned(),
                    ],
                );
            }
        }
    }
}
