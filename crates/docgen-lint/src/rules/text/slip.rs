//! Common slips of office prose, from a data file that gives the reason of each.

use std::sync::LazyLock;

use docgen_model::Severity;

use super::entries::{Entries, Entry};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

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

/// The reason of those that no dictionary has and no two words make, so that they can be
/// mended without a look.
const MISSPELT: &str = "误字";

const FILE: &str = include_str!("../../../data/slips.txt");

static SLIPS: LazyLock<Entries> = LazyLock::new(|| Entries::read(FILE));

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (at, slip) in SLIPS.find(passage.text.as_str()) {
            let Entry { wrong, right, why, .. } = slip;
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

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_of_the_file_is_a_slip() {
        super::super::entries::hold(super::FILE);
    }
}
