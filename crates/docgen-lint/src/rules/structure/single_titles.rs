//! 〈 〉 that stand outside 《 》.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-single-titles",
    severity: Severity::Warning,
    title: ["单用单书名号", "〈 〉 outside 《 》"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.15.3.2：书名号里还需用书名号时，外面一层用双书名号，里面一层用单书名号。",
        reason: "单书名号只用在双书名号里面。",
        wrong: &["落实⟦〈实施纲要〉⟧。"],
        right: &["落实《〈实施纲要〉的实施方案》。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        let (mut depth, mut open) = (0_usize, None);
        for (at, c) in text.char_indices() {
            match c {
                '《' => depth += 1,
                '》' => depth = depth.saturating_sub(1),
                '〈' if depth == 0 => open = Some(at),
                '〉' => {
                    let Some(start) = open.take() else { continue };
                    let inner = &text[start + c.len_utf8()..at];
                    findings.replace(
                        passage.text,
                        start..at + c.len_utf8(),
                        [
                            "单书名号只用在双书名号里面".to_owned(),
                            "〈 〉 stand inside 《 》 only".to_owned(),
                        ],
                        &format!("《{inner}》"),
                    );
                }
                _ => {}
            }
        }
    }
}
