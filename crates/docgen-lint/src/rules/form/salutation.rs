//! 各位代表 stands alone and ends with ：.

use docgen_model::{Level, Severity};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-salutation",
    severity: Severity::Warning,
    title: ["称谓后面不是冒号", "a salutation without ："],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.7.3.1：用于称谓之后的是冒号。",
        reason: "称谓领起全文，用逗号、句号就断了。",
        wrong: &[
            "⟦各位代表，⟧\n现在报告工作。",
            "⟦主任、各位副主任、秘书长、各位委员⟧\n现在报告工作。",
        ],
        right: &["各位代表：\n现在报告工作。", "各位代表要认真审议。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let body = |part| matches!(part, Part::Body(Level::Body, None));
    let Some(first) = script.passages.iter().find(|passage| body(passage.part)) else {
        return;
    };
    let text = first.text.as_str();
    let begins = ["各位", "尊敬的", "主任、", "主席、", "主任委员、"];
    let words = text.trim_end_matches(['，', '。', '！', '；', '、']);
    let ends = ["代表", "委员", "同志", "主任", "主席", "领导", "嘉宾", "来宾"];
    let salutes = begins.iter().any(|word| words.starts_with(word))
        && ends.iter().any(|word| words.ends_with(word))
        && !words.contains(['，', '。', '；', '：']);
    if salutes && !text.ends_with('！') {
        findings.at(
            first.text,
            0..text.len(),
            [
                "称谓单独一行，末尾用冒号".to_owned(),
                "a salutation ends with ：".to_owned(),
            ],
            [format!("写成“{words}：”"), format!("write “{words}：”")],
        );
    }
}
