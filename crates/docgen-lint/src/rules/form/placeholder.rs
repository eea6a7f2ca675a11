//! XX, ___, 待补充: what is still to be filled in.

use std::ops::Range;

use docgen_model::{Severity, Stage};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-placeholder",
    severity: Severity::Warning,
    title: ["有没填完的空", "something left to be filled in"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第二十条：公文起草应当内容完整、情况确实。",
        reason: "草稿里占位的字样，定稿时最怕漏填。",
        wrong: &["完成投资⟦XX⟧万元。", "由⟦____⟧负责。", "增长⟦待核实⟧。"],
        right: &["完成投资50万元。", "张×某反映问题。", "会议强调，有关数据还要核实。"],
    },
    check,
};

const WORDS: [&str; 4] = ["待补充", "待核实", "待填写", "TODO"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    if script.document.stage == Stage::Draft {
        return;
    }
    for passage in &script.passages {
        let text = passage.text.as_str();
        for at in places(text) {
            findings.at(
                passage.text,
                at.clone(),
                [
                    format!("“{}”还没有填", &text[at.clone()]),
                    format!("“{}” is to be filled in", &text[at]),
                ],
                [
                    "填上；还不能填的，写“稿本: 草稿”".to_owned(),
                    "fill it in; a draft says “stage: draft”".to_owned(),
                ],
            );
        }
    }
}

fn places(text: &str) -> Vec<Range<usize>> {
    let words = WORDS.iter().flat_map(|word| text.match_indices(word));
    let mut found: Vec<_> = words.map(|(at, word)| at..at + word.len()).collect();
    for fill in ['X', 'x', '_', '＿'] {
        let mut from = 0;
        while let Some(at) = text[from..].find(fill).map(|at| from + at) {
            let end = text.len() - text[at..].trim_start_matches(fill).len();
            let alone = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
            let before = text[..at].chars().last();
            if end - at >= 2 && alone(before) && alone(text[end..].chars().next()) {
                found.push(at..end);
            }
            from = end;
        }
    }
    found
}
