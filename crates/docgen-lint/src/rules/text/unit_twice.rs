//! 12件件: the measure word twice.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-unit-twice",
    severity: Severity::Warning,
    title: ["量词重复", "a measure word written twice"],
    clause: None,
    manual: Manual {
        source: "通行文法。",
        reason: "多半是修改数字时没有删净。",
        wrong: &["办理案件12⟦件件⟧。", "培训300⟦人人⟧。"],
        right: &[
            "办理案件12件，件件有回音。",
            "办理案件12件。",
            "近3年年均增长8%，50户户均增收4600元，12.6万人人均增收300元。",
            "新建5家家庭农场，购置12台台式计算机，选派3名名师。",
        ],
    },
    check,
};

/// Words that begin with a measure word and so may follow it.
const WORDS: &str = include_str!("../../../data/unit_words.txt");

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for quantity in
            passage.quantities.iter().filter(|quantity| !quantity.unit.is_empty())
        {
            let end = quantity.at.end;
            let Some(unit) = text[quantity.at.clone()].chars().last() else { continue };
            let word = !unit.is_ascii() && quantity.unit.chars().count() == 1;
            let next = &text[end..];
            if word && next.starts_with(unit) && !begins_word(next) {
                findings.at(
                    passage.text,
                    end - unit.len_utf8()..end + unit.len_utf8(),
                    [format!("“{unit}”写了两次"), format!("“{unit}” is written twice")],
                    ["删去一个".to_owned(), "delete one".to_owned()],
                );
            }
        }
    }
}

/// Whether the measure word begins a word: 年均, 户籍, 台式.
fn begins_word(text: &str) -> bool {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(' ')).any(|word| text.starts_with(word))
}
