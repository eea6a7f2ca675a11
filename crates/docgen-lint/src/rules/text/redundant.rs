//! 目前现状, 亲眼目睹: a word inside the other.

use std::sync::LazyLock;

use docgen_model::Severity;

use super::entries::{Entries, Entry};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-redundant",
    severity: Severity::Note,
    title: ["词义重复", "a word that says what the next one says"],
    clause: None,
    manual: Manual {
        source: "通行文法；逐条理由见提示。",
        reason: "公文要精练。",
        wrong: &["⟦目前现状⟧不容乐观。", "群众⟦亲眼目睹⟧了变化。"],
        right: &["现状不容乐观。", "群众目睹了变化。", "把法律知识普及到千家万户。"],
    },
    check,
};

const FILE: &str = include_str!("../../../data/redundant.txt");

static PHRASES: LazyLock<Entries> = LazyLock::new(|| Entries::read(FILE));

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (at, phrase) in PHRASES.find(passage.text.as_str()) {
            let Entry { wrong, right, why, .. } = phrase;
            findings.at(
                passage.text,
                at..at + wrong.len(),
                [format!("“{wrong}”重复：{why}"), format!("“{wrong}” says it twice")],
                [format!("写成“{right}”"), format!("write “{right}”")],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_of_the_file_is_a_phrase() {
        super::super::entries::hold(super::FILE);
    }
}
