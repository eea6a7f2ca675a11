//! 〔2021〕5号 as other documents are cited: brackets, no 第, no leading zero.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "form-cited-number",
    severity: Severity::Warning,
    title: ["引用的发文字号写法不对", "a cited number of the wrong form"],
    clause: Some([7, 2, 5, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.2.5：年份用六角括号“〔〕”括入，顺序号不加“第”，不编虚位。",
        reason: "写法不一，按文号就检索不到原文。",
        wrong: &[
            "落实某政发⟦[2021]5号⟧文件。",
            "按照某政发⟦（2021）5号⟧要求。",
            "见某政发⟦〔2021〕第5号⟧。",
            "见某政发⟦〔2021〕05号⟧。",
        ],
        right: &[
            "落实某政发〔2021〕5号文件。",
            "（2021）某2201民初5号判决。",
            "完成年度（2021）任务。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, _) in text.match_indices(['〔', '[', '（', '(', '【', '［']) {
            let Some((end, right)) = number(text, at) else { continue };
            if text[at..end] != right {
                findings.replace(
                    passage.text,
                    at..end,
                    [
                        format!("文号“{}”的写法不对", &text[at..end]),
                        format!("“{}” has not the form of a number", &text[at..end]),
                    ],
                    &right,
                );
            }
        }
    }
}

/// Where the number that begins with a bracket ends, and its right form.
fn number(text: &str, at: usize) -> Option<(usize, String)> {
    let han = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    text[..at].chars().last().filter(|&c| han(c) && c != '年')?;
    let inside = text[at..].trim_start_matches(['〔', '[', '（', '(', '【', '［']);
    let year = inside.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let behind = inside[4..].strip_prefix(['〕', ']', '）', ')', '】', '］'])?;
    let serial = behind.strip_prefix('第').unwrap_or(behind);
    let length =
        serial.find(|c: char| !c.is_ascii_digit()).filter(|&length| length > 0)?;
    let rest = serial[length..].strip_prefix('号')?;
    let digits = serial[..length].trim_start_matches('0');
    Some((text.len() - rest.len(), format!("〔{year}〕{digits}号")))
}
