//! 截止2021年底 for 截至.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-as-of",
    severity: Severity::Warning,
    title: ["“截止”应为“截至”", "截止 where 截至 is meant"],
    clause: None,
    manual: Manual {
        source: "《现代汉语词典》：“截止”是到一定期限停止，不带时间宾语；“截至”是停止计算于某时，后面带时间。",
        reason: "报告里几乎每篇都有，也几乎每篇都有人写错。",
        wrong: &["⟦截止⟧2021年底，完成投资5亿元。", "⟦截止到⟧12月31日，共受理50件。"],
        right: &[
            "截至2021年底，完成投资5亿元。",
            "报名截止3月1日。",
            "报名于3月1日截止。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, word) in text.match_indices("截止") {
            let begins = text[..at].is_empty()
                || text[..at].ends_with(['。', '，', '；', '：', '（']);
            let behind = &text[at + word.len()..];
            let to = behind
                .strip_prefix('到')
                .map_or(word.len(), |_| word.len() + '到'.len_utf8());
            let rest = text[at + to..].trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = text.len() - rest.len() > at + to;
            if begins && digits && rest.starts_with(['年', '月', '日', '时']) {
                findings.replace(
                    passage.text,
                    at..at + to,
                    [
                        "后面接时间，用“截至”".to_owned(),
                        "before a time it is 截至".to_owned(),
                    ],
                    "截至",
                );
            }
        }
    }
}
