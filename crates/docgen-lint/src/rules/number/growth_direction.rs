//! 由120件增加到100件: a rise that falls.

use docgen_model::Severity;

use crate::change::{Way, change, way, way_between};
use crate::figures::tell;
use crate::findings::Findings;
use crate::number::Quantity;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-growth-direction",
    severity: Severity::Warning,
    title: ["说增反减，说减反增", "a rise that falls, or a fall that rises"],
    clause: None,
    manual: Manual {
        source: "统计常识：增加后的数大于原来的数，减少后的数小于原来的数。",
        reason: "前后两数写颠倒了，或者动词没有跟着数字改。",
        wrong: &[
            "案件由⟦120件增加到100件⟧。",
            "占比由⟦3%下降到5%⟧。",
            "财政收入10.7亿元，下降⟦5.3%，增收0.6亿元⟧。",
            "新登记企业⟦1800户，比上年的2000户增长⟧10%。",
        ],
        right: &[
            "案件由100件增加到120件。",
            "占比由3%提高到5%。",
            "办理时限由5天提速到3天。",
            "排名由第5位提升到第3位。",
            "新登记企业2200户，比上年的2000户增长10%。",
            "时限由10天缩短到3天。",
        ],
    },
    check,
};

/// `收入12亿元，下降5.3%，增收0.6亿元`.
fn income(
    passage: &Passage<'_>,
    [value, share, more]: [&Quantity<'_>; 3],
    findings: &mut Findings,
) {
    let told = match passage.label(more) {
        "增收" => Way::Up,
        "减收" => Way::Down,
        _ => return,
    };
    let money = passage.label(value).contains(['收', '税']) && value.unit == more.unit;
    let gone = way(passage.label(share)).filter(|_| money && share.is_percent());
    if gone.is_some_and(|gone| gone != told) {
        tell(
            findings,
            passage,
            share.at.start..more.at.end,
            [
                "前面说的增减与后面的“增收”“减收”相反".to_owned(),
                "the share and the amount go different ways".to_owned(),
            ],
        );
    }
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for [value, share, more] in passage.runs::<3>() {
            income(passage, [value, share, more], findings);
        }
        for [one, other] in passage.runs::<2>() {
            let Some(change) = change(passage, one, other) else { continue };
            let forward = change.old.at.start < change.new.at.start;
            let behind = passage.behind(other);
            let (told, end) = if forward {
                (way_between(passage.between(one, other)), other.at.end)
            } else {
                (way(behind), other.at.end + behind.len())
            };
            let is_time = matches!(one.unit, "天" | "小时" | "分钟" | "个月" | "年");
            let gone = change.way();
            if told.is_none() || told == gone || is_time {
                continue;
            }
            let [old, new] = [change.old, change.new].map(|q| change.new.tells(q.amount));
            let (zh, en) = match gone {
                Some(Way::Up) => ("增加", "rises"),
                Some(Way::Down) => ("减少", "falls"),
                None => ("持平", "stays"),
            };
            tell(
                findings,
                passage,
                one.at.start..end,
                [
                    format!("从{old}到{new}是{zh}，与文字不符"),
                    format!("{old} to {new} {en}; the words say otherwise"),
                ],
            );
        }
    }
}
