//! 推进. for 推进。: a full stop of another script.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-half-width-stop",
    severity: Severity::Warning,
    title: ["句号用了半角的“.”", "a half-width full stop"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834—2011 4.1：句号的形式是“。”。",
        reason: "程序把其他半角标点换成全角；“.”也是小数点和序号，只能由人来改。",
        wrong: &["项目建设有序推进⟦.⟧", "项目建设有序推进⟦.⟧投资完成过半。"],
        right: &["项目建设有序推进。", "1.项目建设", "增长3.5%，网址是www.gov.cn。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, mark) in text.match_indices('.') {
            let behind = &text[at + mark.len()..];
            let ends = behind.is_empty() || behind.starts_with(is_wide);
            if text[..at].ends_with(is_wide) && ends {
                findings.at(
                    passage.text,
                    at..at + mark.len(),
                    [
                        "这里的“.”应当是“。”".to_owned(),
                        "this “.” should be “。”".to_owned(),
                    ],
                    ["改为“。”".to_owned(), "write “。”".to_owned()],
                );
            }
        }
    }
}

/// Han characters and the marks that go with them.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '”' | '》' | '）')
}
