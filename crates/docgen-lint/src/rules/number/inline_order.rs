//! ①②④, （1）（2）（4）: ordinals within a paragraph.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::number_at_start;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-inline-order",
    severity: Severity::Warning,
    title: ["段内序号跳号或重号", "ordinals within a paragraph out of order"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835、通行文法：段内的序号依次相接。",
        reason: "增删内容以后最容易漏改。",
        wrong: &[
            "包括：①登记；②审核；⟦④⟧公布。",
            "材料有：（1）申请书；（2）身份证；⟦（4）⟧照片。",
            "第一，抓统筹；第二，抓整改；⟦第四⟧，抓考核。",
        ],
        right: &[
            "包括：①登记；②审核；③公布。",
            "材料有：（1）申请书；（2）身份证；（3）照片。",
            "第一，抓统筹；第二，抓整改；第三，抓考核。",
            "先做①项，再做③项。",
            "见第二条（3），（5）。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for list in [circled(text), bracketed(text), ordinals(text)] {
            in_order(passage, &list, findings);
        }
    }
}

type Members = Vec<(Range<usize>, u32)>;

fn in_order(passage: &Passage<'_>, list: &Members, findings: &mut Findings) {
    let mut last = 0;
    for (at, number) in list {
        if *number != last + 1 && *number != 1 && last > 0 {
            let found = &passage.text.as_str()[at.clone()];
            findings.at(
                passage.text,
                at.clone(),
                [
                    format!("“{found}”不接前面的第{last}项，应当是第{}项", last + 1),
                    format!("“{found}” follows number {last}"),
                ],
                ["补上缺的一项，或改正序号".to_owned(), "renumber".to_owned()],
            );
        }
        last = if *number == 1 || last > 0 { *number } else { 0 };
    }
}

/// Whether an ordinal begins a clause there.
fn begins(before: &str) -> bool {
    before.is_empty() || before.ends_with(['：', '；', '。', '，'])
}

fn circled(text: &str) -> Members {
    let number = |(at, c): (usize, char)| {
        let number = u32::from(c).checked_sub(u32::from('①'))? + 1;
        let found = (1..=20).contains(&number) && begins(&text[..at]);
        found.then_some((at..at + c.len_utf8(), number))
    };
    text.char_indices().filter_map(number).collect()
}

fn bracketed(text: &str) -> Members {
    let number = |(at, open): (usize, &str)| {
        let (length, number) = number_at_start(&text[at + open.len()..])?;
        let close = at + open.len() + length;
        let arabic = text.as_bytes().get(close - 1).is_some_and(u8::is_ascii_digit);
        let found =
            text[close..].starts_with('）') && begins(&text[..at]) && at > 0 && arabic;
        found.then_some((at..close + '）'.len_utf8(), number))
    };
    text.match_indices('（').filter_map(number).collect()
}

fn ordinals(text: &str) -> Members {
    let number = |(at, word): (usize, &str)| {
        let (length, number) = number_at_start(&text[at + word.len()..])?;
        let end = at + word.len() + length;
        let found = text[end..].starts_with('，') && begins(&text[..at]);
        found.then_some((at..end, number))
    };
    text.match_indices('第').filter_map(number).collect()
}
