//! 发改委 and 发展改革委: one organ under two short names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use docgen_model::Severity;

use super::told::is_introduced;
use crate::figures::words_before;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::words::Words;

pub(super) const RULE: Rule = Rule {
    code: "text-organ-varies",
    severity: Severity::Note,
    title: ["同一机关用了两种简称", "one organ under two short names"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》：使用规范化简称；同一文件前后一致。",
        reason: "读的人会以为是两个机关；“发改委”一类也不是规范化简称。",
        wrong: &["由县发展改革委牵头。\n⟦发改委⟧负责调度。"],
        right: &[
            "由县发展改革委牵头，县发展改革委负责调度。",
            "原县农业局的职责由县农业农村局承担。",
            "县市场监督管理局（以下简称市场监管局）牵头，市场监管局负责调度。",
            "县发展改革局（以下简称县发改局）牵头，县发改局负责调度。",
        ],
    },
    check,
};

/// The short names of each organ; the first of a line is the right one.
static ORGANS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/organs.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|l| l.split(" = ").collect())
        .collect()
});

/// Every name with its organ.
static NAMES: LazyLock<Vec<(usize, &str)>> = LazyLock::new(|| {
    let organs = ORGANS.iter().enumerate();
    organs
        .flat_map(|(organ, names)| names.iter().map(move |name| (organ, *name)))
        .collect()
});

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(NAMES.iter().map(|(_, name)| *name)));

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut usual = BTreeMap::new();
    for passage in script.prose() {
        for (at, word) in WORDS.find(passage.text.as_str()) {
            let (organ, name) = NAMES[word];
            // An organ that is no more: 原县农业局.
            if words_before(passage.text.as_str(), at, 4).contains('原') {
                continue;
            }
            let usual = *usual.entry(organ).or_insert(name);
            let explained = |name| is_introduced(script, name);
            if usual != name && !explained(name) && !explained(usual) {
                let right = ORGANS[organ][0];
                findings.at(
                    passage.text,
                    at..at + name.len(),
                    [
                        format!("前面称“{usual}”，这里称“{name}”"),
                        format!("“{usual}” above, “{name}” here"),
                    ],
                    [
                        format!("统一用规范化简称，例如“{right}”"),
                        format!("use one, such as “{right}”"),
                    ],
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where one name held another, the longer would count as both.
    #[test]
    fn no_name_holds_another_of_its_organ() {
        for names in ORGANS.iter() {
            assert!(names.len() > 1);
            for name in names {
                let held = names.iter().filter(|other| name.contains(**other)).count();
                assert_eq!(held, 1, "{name}");
            }
        }
    }
}
