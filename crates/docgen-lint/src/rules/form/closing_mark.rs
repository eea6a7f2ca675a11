//! Closing words end like a sentence.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Script};

pub(super) const RULE: Rule = Rule {
    code: "form-closing-mark",
    severity: Severity::Warning,
    title: ["结语末尾没有标点", "closing words without a final mark"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.1：句末用点号。",
        reason: "结语是一句话。",
        wrong: &[
            "标题: 某某县人民政府关于工作的报告\n正文: 正文。\n结语: ⟦特此报告⟧\n",
            "标题: 某某县人民政府关于工作的报告\n正文: |\n  完成了任务。\n  ⟦特此报告⟧\n",
        ],
        right: &["标题: 某某县人民政府关于工作的报告\n正文: 正文。\n结语: 特此报告。\n"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let closes = match passage.part {
            Part::Closing => true,
            Part::Body(_, None) => {
                ["特此", "专此"].iter().any(|word| text.starts_with(word))
            }
            _ => false,
        };
        let short = text.chars().count() <= SHORT || passage.part == Part::Closing;
        if closes && short && !text.ends_with(['。', '！', '？', '”', '）', '：'])
        {
            findings.at(
                passage.text,
                0..text.len(),
                ["结语末尾没有标点".to_owned(), "no mark at the end".to_owned()],
                [format!("写成“{text}。”"), format!("write “{text}。”")],
            );
        }
    }
}

/// Closing words are no longer than this many characters.
const SHORT: usize = 10;
