//! A 报告 that asks for something.

use docgen_model::{Kind, Severity};

use crate::figures::MARKS;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-request-in-report",
    severity: Severity::Warning,
    title: ["报告里夹带请示事项", "a 报告 that asks for a decision"],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》第十五条：不得在报告等非请示性公文中夹带请示事项。",
        reason: "报告不需要答复，夹在里面的请示会被搁置。",
        wrong: &[
            "完成了年度任务。\n以上报告，⟦请批示⟧。",
            "完成了年度任务。\n⟦妥否⟧，⟦请批复⟧。",
        ],
        right: &[
            "完成了年度任务。\n特此报告。",
            "以上报告，请予审议。",
            "报请批准后实施，应当否决的予以否决。",
        ],
    },
    check,
};

/// Words that ask for a decision. 请予审议 is how a people's congress is addressed.
const REQUESTS: [&str; 9] = [
    "请批示",
    "请批复",
    "请批准",
    "请予批准",
    "请予批复",
    "请审批",
    "当否",
    "妥否",
    "请核准",
];

/// Whether words begin a clause, and 当否 is one: 报请批准 tells of another request.
fn is_clause(text: &str, at: usize, words: &str) -> bool {
    let before = text[..at].trim_end_matches(['恳', '敬', '特', '谨', '并', '现']);
    let begins = before.is_empty() || before.ends_with(MARKS);
    let ends = text[at + words.len()..].starts_with(MARKS);
    begins && (ends || !words.ends_with('否'))
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    if script.document.kind != Some(Kind::Report) {
        return;
    }
    for passage in script.prose() {
        for words in REQUESTS {
            let text = passage.text.as_str();
            for (at, found) in text.match_indices(words) {
                if !is_clause(text, at, found) {
                    continue;
                }
                findings.at(
                    passage.text,
                    at..at + found.len(),
                    [
                        format!("报告里有请示用语“{found}”"),
                        format!("“{found}” asks for a decision"),
                    ],
                    [
                        "要请示的，另行一份请示；不请示的，删去这句".to_owned(),
                        "write a 请示 of its own, or delete it".to_owned(),
                    ],
                );
            }
        }
    }
}
