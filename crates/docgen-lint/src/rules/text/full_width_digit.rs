//! ０–９, Ａ–Ｚ: full-width digits and letters.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-full-width-digit",
    severity: Severity::Warning,
    title: ["全角的数字或字母", "full-width digits or letters"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011：阿拉伯数字用半角。",
        reason: "全角数字一个占一字，与别处的半角数字并排时宽窄不一，也查找不到。",
        wrong: &["全年办理案件⟦１２８⟧件。", "⟦ＧＤＰ⟧增长较快。"],
        right: &["全年办理案件128件。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
        let mut from = 0;
        while let Some(at) = text[from..].find(wide).map(|at| from + at) {
            let length = text[at..].find(|c| !wide(c)).unwrap_or(text.len() - at);
            let found = &text[at..at + length];
            let narrow: String = found.chars().filter_map(narrow).collect();
            findings.replace(
                passage.text,
                at..at + length,
                [format!("“{found}”是全角的"), format!("“{found}” is full-width")],
                &narrow,
            );
            from = at + length;
        }
    }
}

fn narrow(c: char) -> Option<char> {
    char::from_u32(u32::from(c).checked_sub(0xFEE0)?)
}
