//! 五项措施, then 一是 … 四是: a list shorter or longer than announced.

use std::ops::Range;

use docgen_model::Severity;

use crate::figures::number_before;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::series::members;

pub(super) const RULE: Rule = Rule {
    code: "number-list-length",
    severity: Severity::Warning,
    title: ["说的项数与列出的项数不符", "a list not as long as announced"],
    clause: None,
    manual: Manual {
        source: "通行文法：先说几项，后面就列几项。",
        reason: "删了一项忘了改数目，读者会去找那一项。",
        wrong: &[
            "重点抓好⟦五项⟧工作：一是抓统筹；二是抓整改；三是抓考核；四是抓宣传。",
            "主要做了⟦三个方面⟧的工作。一是抓统筹。二是抓整改。三是抓考核。四是抓宣传。",
        ],
        right: &[
            "重点抓好三项工作：一是抓统筹；二是抓整改；三是抓考核。",
            "落实三项制度。一是抓统筹。二是抓整改。",
            "主要做了三个方面的工作。一是抓统筹。二是抓整改。三是抓考核。",
            "安排项目12个：一是工业项目5个；二是农业项目7个。",
            "开展3个专项行动，主要表现在：一是抓统筹；二是抓整改。",
        ],
    },
    check,
};

/// What is counted in front of a list of its members.
const NOUNS: &[&str] = &[
    "工作", "任务", "问题", "方面", "措施", "举措", "环节", "不足", "经验", "做法",
    "建议", "意见", "要求", "重点",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        let members = members(text);
        let starts = |number: u32| number == 1;
        for (index, (first, _)) in members.iter().enumerate().filter(|(_, m)| starts(m.1))
        {
            let rest = members[index + 1..].iter().zip(2..);
            let more = rest.take_while(|((_, number), n)| number == n).count();
            let listed = u32::try_from(more + 1).unwrap_or(0);
            let Some((at, count)) = announced(&text[..first.start]) else { continue };
            if listed > 1 && listed != count {
                findings.at(
                    passage.text,
                    at,
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

/// The `N项` with which the words right before a list end, and N.
pub(super) fn announced(words: &str) -> Option<(Range<usize>, u32)> {
    let colon = words.ends_with('：');
    let sentence = words.strip_suffix(['：', '。'])?;
    let start =
        sentence.rfind(['。', '，', '；', '：']).map_or(0, |at| at + '。'.len_utf8());
    let clause = &sentence[start..];
    let (at, counter) = clause
        .rmatch_indices(['方', '项', '个', '条', '点', '大'])
        .find(|(at, _)| is_counter(clause, *at))?;
    let before = &clause[..at];
    let (from, count) = number_before(before.trim_end_matches('个'))?;
    let more = if counter == "方" { '面'.len_utf8() } else { 0 };
    let end = at + counter.len() + more;
    let noun = &clause[at..];
    let named =
        NOUNS.iter().any(|word| noun.contains(word) || clause[..from].ends_with(word));
    let arabic = clause[from..].starts_with(|c: char| c.is_ascii_digit());
    let near = noun.chars().count() <= 12 && (named || colon && !arabic);
    (near && count < 30).then_some((start + from..start + end, count))
}

/// Whether a number stands before the counter there: `五项`, `三个方面`.
fn is_counter(clause: &str, at: usize) -> bool {
    let fits = !clause[at..].starts_with('方') || clause[at..].starts_with("方面");
    fits && number_before(clause[..at].trim_end_matches('个')).is_some()
}
