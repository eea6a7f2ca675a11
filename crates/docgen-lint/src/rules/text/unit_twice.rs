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
        right: &["办理案件12件，件件有回音。", "办理案件12件。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for quantity in
            passage.quantities.iter().filter(|quantity| !quantity.unit.is_empty())
        {
            let end = quantity.at.end;
            let Some(unit) = text[quantity.at.clone()].chars().last() else { continue };
            let word = !unit.is_ascii() && quantity.unit.chars().count() == 1;
            if word && text[end..].starts_with(unit) {
                findings.replace(
                    passage.text,
                    end - unit.len_utf8()..end + unit.len_utf8(),
                    [format!("“{unit}”写了两次"), format!("“{unit}” is written twice")],
                    &unit.to_string(),
                );
            }
        }
    }
}
