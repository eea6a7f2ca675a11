//! Characters that look like Han but are not: radicals and compatibility forms.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-stray-character",
    severity: Severity::Warning,
    title: [
        "部首或兼容字符冒充汉字",
        "a radical or compatibility character instead of Han",
    ],
    clause: None,
    manual: Manual {
        source: "GB 18030、Unicode：康熙部首（U+2F00 起）、部首补充（U+2E80 起）和兼容汉字（U+F900 起）不用于行文。",
        reason: "多来自从 PDF 复制的文字；看上去一样，却查找不到，换了字体还会变形。",
        wrong: &["依法⟦⾏⟧政。", "⟦⻓⟧期坚持。"],
        right: &["依法行政。", "长期坚持。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (at, c) in passage.text.as_str().char_indices() {
            let name = match c {
                '\u{2F00}'..='\u{2FDF}' => "康熙部首",
                '\u{2E80}'..='\u{2EFF}' => "部首补充字符",
                '\u{F900}'..='\u{FAFF}' => "兼容汉字",
                _ => continue,
            };
            let code = format!("U+{:04X}", u32::from(c));
            findings.at(
                passage.text,
                at..at + c.len_utf8(),
                [
                    format!("“{c}”是{name}（{code}），不是汉字"),
                    format!("“{c}” ({code}) is no Han character"),
                ],
                ["重新输入这个字".to_owned(), "type the character anew".to_owned()],
            );
        }
    }
}
