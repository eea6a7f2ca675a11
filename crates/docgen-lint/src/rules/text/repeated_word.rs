//! 的的, 了了, 进行进行: a word written twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-repeated-word",
    severity: Severity::Warning,
    title: ["字词重复", "a word written twice"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是修改、粘贴时没有删净；校对时眼睛常会滑过去。",
        wrong: &["推动法治政府建设⟦的的⟧各项工作。", "对重点领域⟦进行进行⟧专项检查。"],
        right: &[
            "推动法治政府建设的各项工作。",
            "会议研究研究部门提出的意见。",
            "种种困难，一一解决。",
        ],
    },
    check,
};

/// Words of one character that never follow themselves.
const PARTICLES: [char; 12] =
    ['的', '了', '和', '与', '及', '在', '是', '为', '将', '把', '被', '从'];

/// Words of two characters that prose does write twice, or that another word may follow.
const ALLOWED: [&str; 6] = ["研究", "讨论", "商量", "考虑", "学习", "逐个"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        for (index, &(at, c)) in chars.iter().enumerate() {
            let next = |n: usize| chars.get(index + n).map(|&(_, c)| c);
            let end = |n: usize| chars.get(index + n).map_or(text.len(), |&(at, _)| at);
            let twice =
                PARTICLES.contains(&c) && next(1) == Some(c) && next(2) != Some(c);
            let pair = is_han(c)
                && next(1).is_some_and(is_han)
                && next(1) != Some(c)
                && next(2) == Some(c)
                && next(3) == next(1)
                && !ALLOWED.contains(&&text[at..end(2)]);
            let length = if twice { 2 } else { 4 };
            if twice || pair {
                let word = &text[at..end(length / 2)];
                findings.at(
                    passage.text,
                    at..end(length),
                    [format!("“{word}”写了两次"), format!("“{word}” is written twice")],
                    ["删去一个".to_owned(), "delete one".to_owned()],
                );
            }
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
