//! 目前现状, 亲眼目睹: a word inside the other.

use std::sync::LazyLock;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::words::Words;

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

/// What is written, what should be, and why.
static PHRASES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/redundant.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(read).collect()
});

static WRONG: LazyLock<Words> =
    LazyLock::new(|| Words::new(PHRASES.iter().map(|[wrong, ..]| *wrong)));

fn read(line: &'static str) -> Option<[&'static str; 3]> {
    let (wrong, rest) = line.split_once(" → ")?;
    let (right, why) = rest.split_once(" | ")?;
    Some([wrong, right, why])
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (at, phrase) in WRONG.find(passage.text.as_str()) {
            let [wrong, right, why] = PHRASES[phrase];
            // `普及到千家万户` says where to.
            let (why, unless) = why.split_once(" ! ").unwrap_or((why, ""));
            let mut words = unless.split('、').filter(|word| !word.is_empty());
            if words.any(|word| passage.text.as_str()[at..].starts_with(word)) {
                continue;
            }
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
    use super::*;

    #[test]
    fn every_line_of_the_file_is_read() {
        let lines = include_str!("../../../data/redundant.txt").lines();
        assert_eq!(PHRASES.len(), lines.filter(|line| !line.starts_with('#')).count());
    }
}
