//! 五项措施, then 一是 … 四是: a list shorter or longer than announced.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::number::han_number;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-list-length",
    severity: Severity::Warning,
    title: ["说的项数与列出的项数不符", "a list not as long as announced"],
    clause: None,
    manual: Manual {
        source: "通行文法：先说几项，后面就列几项。",
        reason: "删了一项忘了改数目，读者会去找那一项。",
        wrong: &["重点抓好⟦五项⟧工作：一是抓统筹；二是抓整改；三是抓考核；四是抓宣传。"],
        right: &[
            "重点抓好三项工作：一是抓统筹；二是抓整改；三是抓考核。",
            "落实三项制度。一是抓统筹。二是抓整改。",
        ],
    },
    check,
};

const COUNTERS: [char; 5] = ['项', '个', '条', '点', '方'];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for sentence in passage.sentences.iter().cloned() {
            let words = &text[sentence.clone()];
            let Some(colon) = words.find("：一是") else { continue };
            let Some((at, count, length)) = announced(&words[..colon]) else { continue };
            let listed = (1..30)
                .take_while(|n| words[colon..].contains(&format!("{}是", han(*n))));
            let listed = listed.count() as u32;
            if listed != count && listed > 1 {
                let start = sentence.start + at;
                findings.at(
                    passage.text,
                    start..start + length,
                    [
                        format!("说的是{count}项，列出的是{listed}项"),
                        format!("{count} announced, {listed} listed"),
                    ],
                    [
                        "改正项数，或补上缺的一项".to_owned(),
                        "mend the count, or the list".to_owned(),
                    ],
                );
            }
        }
    }
}

/// The last `N项` of the words before a list: where, how many, and its bytes.
fn announced(words: &str) -> Option<(usize, u32, usize)> {
    let (at, counter) = words.rmatch_indices(COUNTERS).next()?;
    let before = &words[..at];
    let digits = |c: char| "一二两三四五六七八九十".contains(c);
    let start = before.trim_end_matches(digits).len();
    let count = han_number(&before[start..])?;
    Some((start, count, at - start + counter.len()))
}

/// A number below 30 in Chinese characters.
fn han(number: u32) -> String {
    let digit = |n: u32| "一二三四五六七八九".chars().nth(n as usize - 1);
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => digit(tens).map_or(String::new(), |c| format!("{c}十")),
    };
    let ones = number % 10;
    if ones == 0 { tens } else { tens + &digit(ones).map_or(String::new(), String::from) }
}
