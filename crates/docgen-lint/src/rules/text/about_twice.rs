//! 约100件左右: twice about.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-about-twice",
    severity: Severity::Warning,
    title: ["概数词重复", "“about” said twice"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011、通行文法：表示约数的词一处只用一个。",
        reason: "“约”与“左右”、“近”与“余”意思重复，“近”与“余”还自相矛盾。",
        wrong: &[
            "办理案件⟦约100件左右⟧。",
            "惠及群众⟦近1000余人⟧。",
            "投入⟦超过50万元以上⟧。",
        ],
        right: &[
            "办理案件约100件。",
            "惠及群众1000余人。",
            "投入超过50万元。",
            "最近3年左右的案件。",
        ],
    },
    check,
};

const BEFORE: [&str; 6] = ["超过", "大约", "约", "近", "逾", "超"];
const AFTER: [&str; 4] = ["左右", "上下", "以上", "多"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for quantity in &passage.quantities {
            let before = &text[..quantity.at.start];
            let word = BEFORE.iter().find(|word| before.ends_with(**word));
            let Some(word) = word.filter(|_| !before.ends_with("最近")) else {
                continue;
            };
            let rest = &text[quantity.at.end..];
            let behind = AFTER.iter().find(|word| rest.starts_with(**word));
            let inside =
                text[quantity.digits.end..quantity.at.end].contains(['余', '多']);
            let end = match behind {
                Some(behind) => quantity.at.end + behind.len(),
                None if inside => quantity.at.end,
                None => continue,
            };
            let start = quantity.at.start - word.len();
            let found = &text[start..end];
            findings.at(
                passage.text,
                start..end,
                [
                    format!("“{found}”里表示约数的词重复"),
                    format!("“{found}” says about twice"),
                ],
                ["只留一个".to_owned(), "keep one".to_owned()],
            );
        }
    }
}
