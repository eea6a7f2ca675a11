//! 14个市州中排第15位: a rank below the last.

use docgen_model::Severity;

use crate::figures::{number_at_start, tell};
use crate::findings::Findings;
use crate::number::Amount;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-rank",
    severity: Severity::Warning,
    title: ["名次大于参加排名的总数", "a rank below the last"],
    clause: None,
    manual: Manual {
        source: "算术。",
        reason: "总数或者名次必有一个写错了。",
        wrong: &[
            "在全省14个市州中排名第⟦15位⟧。",
            "综合成绩在全市9个县区中位居第⟦十名⟧。",
        ],
        right: &[
            "在全省14个市州中排名第14位。",
            "综合成绩在全市9个县区中位居第三名。",
            "在全省14个市州中率先完成，被列为全国第15位。",
        ],
    },
    check,
};

const RANKED: &[&str] = &[
    "排名第",
    "排第",
    "排在第",
    "位居第",
    "居第",
    "位列第",
    "列第",
    "名列第",
    "排位第",
    "居于第",
    "居全省第",
];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (ordinal, _) in text.match_indices('第') {
            let start = ordinal + '第'.len_utf8();
            let Some((length, rank)) = number_at_start(&text[start..]) else { continue };
            let behind = text[start + length..].chars().next();
            let mark = behind.filter(|c| matches!(c, '位' | '名'));
            let (Some(mark), true) =
                (mark, RANKED.iter().any(|w| text[..start].ends_with(w)))
            else {
                continue;
            };
            let earlier = passage.quantities.partition_point(|q| q.at.start < start);
            let Some(all) = earlier.checked_sub(1).map(|at| &passage.quantities[at])
            else {
                continue;
            };
            let words = without_bracket(&text[all.at.end..ordinal]).replace("中，", "中");
            let among = words.contains('中') && !words.contains(['，', '。', '；', '、']);
            let counted = among && all.is_count() && words.chars().count() <= 14;
            if counted && i128::from(rank) * Amount::ONE > all.amount.0 {
                let all = all.amount.written();
                tell(
                    findings,
                    passage,
                    start..start + length + mark.len_utf8(),
                    [
                        format!("一共{all}个，排不到第{rank}"),
                        format!("there are {all}; none ranks {rank}"),
                    ],
                );
            }
        }
    }
}

/// The words without what stands in brackets: `个县（市、区）中`.
fn without_bracket(words: &str) -> String {
    let inside = words.split_once('（').and_then(|(before, rest)| {
        rest.split_once('）').map(|(_, behind)| [before, behind].concat())
    });
    inside.unwrap_or_else(|| words.to_owned())
}
