//! （一）、 and 一. and 第一、: ordinals with the wrong mark.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "structure-ordinal-form",
    severity: Severity::Warning,
    title: ["层次序号的写法不对", "an ordinal of the wrong form"],
    clause: Some([7, 3, 3, 0]),
    manual: Manual {
        source: "GB/T 9704-2012 7.3.3、GB/T 15834-2011 附录：汉字序号后用顿号，带括号的序号后不用标点，“第一”后用逗号，阿拉伯数字后用下脚点。",
        reason: "写错的序号不会排成小标题，字体也就不对。",
        wrong: &[
            "⟦（一）、⟧加强领导。",
            "⟦一.⟧主要工作",
            "⟦第一、⟧加强领导。",
            "⟦（1）、⟧明确分工。",
            "⟦一，⟧主要工作",
        ],
        right: &["（一）加强领导", "第一，加强领导。", "一、主要工作\n正文。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let Some((wrong, right)) = wrong_form(text) else { continue };
        findings.replace(
            passage.text,
            0..wrong,
            [
                format!("序号“{}”的写法不对", &text[..wrong]),
                format!("“{}” has not the form of an ordinal", &text[..wrong]),
            ],
            &right,
        );
    }
}

/// How many bytes a wrong ordinal takes, and the right one.
fn wrong_form(text: &str) -> Option<(usize, String)> {
    let han = |c: char| "一二三四五六七八九十".contains(c);
    if let Some(rest) = text.strip_prefix('（') {
        let end = rest.find('）')?;
        let inner = &rest[..end];
        let number = !inner.is_empty()
            && (inner.chars().all(han) || inner.bytes().all(|b| b.is_ascii_digit()));
        let after = rest[end + '）'.len_utf8()..].chars().next()?;
        let wrong = number && matches!(after, '、' | '.' | '．' | '，');
        let right = format!("（{inner}）");
        return wrong.then(|| (right.len() + after.len_utf8(), right));
    }
    let counted = text.strip_prefix('第');
    let rest = counted.unwrap_or(text);
    let length = rest.find(|c| !han(c)).filter(|&length| length > 0)?;
    let after = rest[length..].chars().next()?;
    let wrong = match counted {
        Some(_) => after == '、',
        None => matches!(after, '.' | '．' | '，'),
    };
    let mark = if counted.is_some() { '，' } else { '、' };
    let end = text.len() - rest.len() + length;
    wrong.then(|| (end + after.len_utf8(), format!("{}{mark}", &text[..end])))
}
