//! 二○二一年, 二零二一年: the zero of a year is 〇.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-han-zero",
    severity: Severity::Warning,
    title: ["汉字年份里的零写法不对", "a year in words with the wrong zero"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.2：编号中的“零”用“〇”。",
        reason: "圆圈符号、字母O不是汉字，查找不到。",
        wrong: &["⟦二○二一年⟧完成。", "⟦二零二一年⟧完成。"],
        right: &["二〇二一年完成。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let part = |c: char| "一二三四五六七八九〇○零ОO".contains(c);
        for (at, _) in text.match_indices('年') {
            let start = text[..at].trim_end_matches(part).len();
            let written = &text[start..at];
            let four = written.chars().count() == 4;
            if four && written.contains(['○', '零', 'О', 'O']) {
                let right = written.replace(['○', '零', 'О', 'O'], "〇");
                findings.replace(
                    passage.text,
                    start..at + '年'.len_utf8(),
                    [
                        format!("“{written}年”的零应为“〇”"),
                        format!("the zero of “{written}年” is 〇"),
                    ],
                    &format!("{right}年"),
                );
            }
        }
    }
}
