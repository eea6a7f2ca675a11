//! 二○二一年, 二零二一年, 二0二1年: the zero of a year is 〇, and its digits are of one kind.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-han-zero",
    severity: Severity::Warning,
    title: ["汉字年份里的零、数字写法不对", "a year in words with wrong digits"],
    clause: None,
    manual: Manual {
        source: "GB/T 15835-2011 5.2：编号、年份中的“零”用“〇”；汉字数字和阿拉伯数字不混用。",
        reason: "圆圈符号、字母O、阿拉伯数字0不是汉字，查找不到。",
        wrong: &[
            "⟦二○二一年⟧完成。",
            "⟦二零二一年⟧完成。",
            "⟦二0二一年⟧完成。",
            "⟦二〇二1年⟧完成。",
            "⟦2〇21年⟧完成。",
        ],
        right: &[
            "二〇二一年完成。",
            "2021年完成。",
            "到2025一年来完成。",
            "三十一年完成。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        let text = passage.text.as_str();
        for (at, year) in text.match_indices('年') {
            let start = text[..at].trim_end_matches(|c| value(c).is_some()).len();
            let written = &text[start..at];
            let Some(right) = year_of(written).filter(|right| right != written) else {
                continue;
            };
            findings.replace(
                passage.text,
                start..at + year.len(),
                [
                    format!("“{written}年”应为“{right}年”"),
                    format!("“{written}年” should be “{right}年”"),
                ],
                &format!("{right}年"),
            );
        }
    }
}

/// A year of four digits in digits of one kind: Chinese ones if there are some that are not nought.
fn year_of(written: &str) -> Option<String> {
    let values: Vec<_> = written.chars().filter_map(value).collect();
    let is_han = |c: char| HAN.chars().skip(1).any(|digit| digit == c);
    if values.len() != 4 {
        return None;
    }
    if written.contains(is_han) {
        return values.iter().map(|&value| HAN.chars().nth(value)).collect();
    }
    let plain = written.contains(|c: char| c.is_ascii_digit());
    plain.then(|| values.iter().map(ToString::to_string).collect())
}

const HAN: &str = "〇一二三四五六七八九";

/// What a digit of a year is worth, wrong noughts among them.
fn value(c: char) -> Option<usize> {
    match c {
        '0'..='9' => c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()),
        '○' | '零' | 'О' | 'O' => Some(0),
        _ => HAN.chars().position(|digit| digit == c),
    }
}
