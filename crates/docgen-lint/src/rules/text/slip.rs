//! Common slips of office prose, from a data file that gives the reason of each.

use std::sync::LazyLock;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::words::Words;

pub(super) const RULE: Rule = Rule {
    code: "text-slip",
    severity: Severity::Warning,
    title: ["常见的错字、误用", "a common slip"],
    clause: None,
    manual: Manual {
        source: "《现代汉语词典》、《第一批异形词整理表》和公文用语惯例；逐条理由见提示。",
        reason: "同音、形近的字输入时最易混淆，拼写检查又查不出来。",
        wrong: &[
            "⟦截止目前⟧，已整改92项。",
            "建立问题⟦台帐⟧。",
            "⟦签定⟧责任书12份。",
            "建设⟦法制政府⟧。",
        ],
        right: &[
            "截至目前，已整改92项。",
            "建立问题台账。",
            "报名于3月1日截止。",
            "修定于2021年的章程。",
            "开展预防犯罪宣传，职工做好准备。",
            "要做风险评估，把服务做用心、做用情。",
            "接报后立即然后逐级上报，脱贫攻坚难度大，沟通迅速。",
            "争做为民服务孺子牛，具备必需要件的，予以受理。",
        ],
    },
    check,
};

/// A slip.
struct Slip {
    wrong: &'static str,
    right: &'static str,
    why: &'static str,
    /// The words that hold the wrong form and are right.
    unless: Option<&'static str>,
}

/// The reason of those that no dictionary has and no two words make, so that they can be
/// mended without a look.
const MISSPELT: &str = "误字";

static SLIPS: LazyLock<Vec<Slip>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/slips.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(read).collect()
});

static WRONG: LazyLock<Words> =
    LazyLock::new(|| Words::new(SLIPS.iter().map(|slip| slip.wrong)));

fn read(line: &'static str) -> Option<Slip> {
    let (wrong, rest) = line.split_once(" → ")?;
    let (right, rest) = rest.split_once(" | ")?;
    let (why, unless) = match rest.split_once(" ! ") {
        Some((why, unless)) => (why, Some(unless)),
        None => (rest, None),
    };
    Some(Slip { wrong, right, why, unless })
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, slip) in WRONG.find(text) {
            let Slip { wrong, right, why, unless } = &SLIPS[slip];
            let fine = |word: &str| stands_around(text, at, word, wrong);
            if unless.is_some_and(|words| words.split('、').any(fine)) {
                continue;
            }
            let at = at..at + wrong.len();
            let message = [
                format!("“{wrong}”应为“{right}”"),
                format!("“{wrong}” should be “{right}”"),
            ];
            if *why == MISSPELT {
                findings.replace(passage.text, at, message, right);
            } else {
                let hint = [(*why).to_owned(), format!("write “{right}”")];
                findings.at(passage.text, at, message, hint);
            }
        }
    }
}

/// Whether a word that holds the wrong form stands in a text where the wrong form does.
fn stands_around(text: &str, at: usize, word: &str, wrong: &str) -> bool {
    let start = word.find(wrong).and_then(|inside| at.checked_sub(inside));
    start.and_then(|start| text.get(start..)).is_some_and(|text| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_a_slip() {
        let lines = include_str!("../../../data/slips.txt").lines();
        let written = lines.filter(|line| !line.starts_with('#')).count();
        assert_eq!(SLIPS.len(), written);
        for Slip { wrong, right, unless, .. } in SLIPS.iter() {
            assert_ne!(wrong, right);
            let words = unless.iter().flat_map(|words| words.split('、'));
            assert!(words.clone().all(|word| word.contains(wrong)), "{wrong}");
        }
    }
}
