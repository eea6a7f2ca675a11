//! 存在以下三个问题：, then four paragraphs: a list below its lead.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::{has_any, number_at_start, number_before, tell};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Part, Passage, Script};
use crate::series::members;

pub(super) const RULE: Rule = Rule {
    code: "number-list-below",
    severity: Severity::Warning,
    title: [
        "说的项数与下面列出的段数不符",
        "a list below its lead that is not as long as announced",
    ],
    clause: None,
    manual: Manual {
        source: "通行文法：先说几项，后面就列几项。",
        reason: "增删了一段，忘了改数目。",
        wrong: &[
            "存在以下⟦三个⟧问题：\n（一）统筹不够。\n（二）力量不足。",
            "现就做好下一阶段工作提出⟦两点⟧意见：\n一、抓好统筹\n二、抓好整改\n三、抓好考核",
            "重点做好以下⟦四项⟧工作。\n一是抓统筹。\n二是抓整改。\n三是抓考核。",
        ],
        right: &[
            "存在以下三个问题：\n（一）统筹不够。\n（二）力量不足。\n（三）经费不足。",
            "建设3个中心：\n一、抓好统筹\n二、抓好整改",
            "提出两点意见：\n一、抓好统筹\n（一）领导\n（二）力量\n二、抓好整改",
            "存在以下两个问题：一是统筹不够；二是力量不足。\n（一）原因\n（二）对策\n（三）措施",
        ],
    },
    check,
};

const NOUNS: &[&str] =
    &["问题", "意见", "工作", "任务", "方面", "建议", "措施", "要求", "事项", "内容"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let prose: Vec<_> = script.prose().collect();
    for (index, passage) in prose.iter().enumerate() {
        let Some((at, count)) = announced(passage.text.as_str()) else { continue };
        let listed = listed(passage, &prose[index + 1..]);
        if listed > 1 && listed != count {
            tell(
                findings,
                passage,
                at,
                [
                    format!("说的是{count}项，下面列出的是{listed}项"),
                    format!("{count} announced, {listed} listed below"),
                ],
            );
        }
    }
}

/// The `N项` of the last sentence of a paragraph that a list follows, and N.
fn announced(text: &str) -> Option<(Range<usize>, u32)> {
    let body = text.strip_suffix(['：', '。'])?;
    let start = body.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let sentence = &body[start..];
    if sentence.contains('：') || !members(sentence).is_empty() {
        return None;
    }
    let (at, counter) = sentence
        .rmatch_indices(['项', '个', '条', '点', '大'])
        .find(|(at, _)| number_before(&sentence[..*at]).is_some())?;
    let (from, count) = number_before(&sentence[..at])?;
    let noun = &sentence[at + counter.len()..];
    let near = noun.chars().count() <= 6 && NOUNS.iter().any(|word| noun.contains(word));
    let cue = has_any(&sentence[..from], &["以下", "下列", "如下", "提出", "下面"]);
    let range = start + from..start + at + counter.len();
    (near && cue && count < 30).then_some((range, count))
}

/// How many paragraphs of one form, from 1 on, follow a lead.
fn listed(lead: &Passage<'_>, below: &[&Passage<'_>]) -> u32 {
    let Some(first) = below.first() else { return 0 };
    let Some((form, 1)) = ordinal(first.text.as_str()) else { return 0 };
    let own = ordinal(lead.text.as_str()).map(|(form, _)| form);
    let part = |part: Part| match part {
        Part::Body(_, attachment) => attachment,
        _ => None,
    };
    let mut count = 0;
    for passage in below {
        let (other, number) = match ordinal(passage.text.as_str()) {
            Some(found) => found,
            None => continue,
        };
        let ends = Some(other) == own || part(passage.part) != part(lead.part);
        if ends || (other == form && number != count + 1) || (other < form && count > 0) {
            break;
        }
        count += u32::from(other == form);
    }
    count
}

/// The forms of ordinals, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    First,
    Second,
    Third,
    Fourth,
    Series,
}

/// The ordinal that begins a paragraph.
fn ordinal(text: &str) -> Option<(Form, u32)> {
    let inside = text.strip_prefix('（');
    let digits = inside.unwrap_or(text);
    let (length, number) = number_at_start(digits)?;
    let arabic = digits.starts_with(|c: char| c.is_ascii_digit());
    let rest = &digits[length..];
    let form = match (inside, arabic, rest.chars().next()?) {
        (None, false, '、') => Form::First,
        (Some(_), false, '）') => Form::Second,
        (None, true, '.' | '．')
            if !rest[1..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Form::Third
        }
        (Some(_), true, '）') => Form::Fourth,
        (None, false, '是') => Form::Series,
        _ => return None,
    };
    Some((form, number))
}
