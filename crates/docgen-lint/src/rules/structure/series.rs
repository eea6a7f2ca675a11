//! 一是, 二是, 三是: each in its turn.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};
use crate::series::{members, members_with};

pub(super) const RULE: Rule = Rule {
    code: "structure-series",
    severity: Severity::Warning,
    title: ["“一是、二是……”跳号或重号", "一是, 二是 … out of order"],
    clause: None,
    manual: Manual {
        source: "通行文法：同一段里的“一是”“二是”依次相接。",
        reason: "增删内容以后最容易漏改序词；跳号会让人以为丢了一条。",
        wrong: &[
            "一是抓统筹。二是抓整改。⟦四是⟧抓考核。",
            "⟦二是⟧抓整改。三是抓考核。",
            "一要抓统筹；二要抓整改；⟦四要⟧抓考核。",
        ],
        right: &[
            "一是抓统筹。二是抓整改。三是抓考核。",
            "问题有：一是力度不够。二是机制不全。对策是：一是加大力度。二是健全机制。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for word in ['是', '要'] {
        check_series(script, word, findings);
    }
}

fn check_series(script: &Script<'_>, word: char, findings: &mut Findings) {
    let mut last = 0;
    for passage in script.prose() {
        if passage.lead > 0 && !starts_with_series(passage) {
            last = 0;
        }
        for (at, number) in members_with(passage.text.as_str(), word) {
            if number != last + 1 && number != 1 {
                let found = &passage.text.as_str()[at.clone()];
                let (zh, en) = match last {
                    0 => (
                        format!("“{found}”前面没有“一{word}”"),
                        format!("“{found}” without 一{word}"),
                    ),
                    _ => (
                        format!("“{found}”不接前面的第{last}项"),
                        format!("“{found}” follows number {last}"),
                    ),
                };
                let hint =
                    ["补上缺的一项，或改正序词", "add what is missing, or renumber"];
                findings.at(passage.text, at, [zh, en], hint.map(str::to_owned));
            }
            last = number;
        }
    }
}

fn starts_with_series(passage: &Passage<'_>) -> bool {
    members(passage.text.as_str()).first().is_some_and(|(at, _)| at.start == 0)
}
