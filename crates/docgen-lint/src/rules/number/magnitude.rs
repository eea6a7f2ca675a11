//! 86.4亿元 and 86.4万元: one figure in two magnitudes.

use std::collections::BTreeMap;

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "number-magnitude",
    severity: Severity::Warning,
    title: ["同一指标差了量级（万、亿）", "one figure in two orders of magnitude"],
    clause: None,
    manual: Manual {
        source: "统计常识：同一指标的量级一致。",
        reason: "万、亿写错，差一万倍。",
        wrong: &[
            "地区生产总值86.4亿元。\n地区生产总值达⟦86.4万元⟧，人均水平提高。",
            "执结金额458246万元。\n全年执结金额⟦458246亿元⟧。",
        ],
        right: &[
            "地区生产总值86.4亿元。\n地区生产总值达86.4亿元，人均水平提高。",
            "执结金额458246万元。\n执结金额45.82亿元。",
            "投资200万元。\n投资2亿元。",
            "中央财政安排资金1500万元，省级财政安排资金150万元，市财政安排资金15亿元。",
        ],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut seen: BTreeMap<(String, &str), &Quantity<'_>> = BTreeMap::new();
    for passage in script.prose() {
        for quantity in passage.quantities.iter().filter(|q| !q.unit.is_empty()) {
            let digits = significant(&passage.text.as_str()[quantity.digits.clone()]);
            // Two digits may be the same by chance, unless the name is long.
            let length = if digits.len() < 3 { 6 } else { 4 };
            let Some(noun) = noun(passage.label(quantity), length) else { continue };
            if digits.len() < 2 {
                continue;
            }
            let first = *seen.entry((digits, noun)).or_insert(quantity);
            let slip = slip(first.amount, quantity.amount);
            if let Some(times) = slip.filter(|_| first.unit == quantity.unit) {
                let told = passage.written(quantity);
                tell(
                    findings,
                    passage,
                    quantity.at.clone(),
                    [
                        format!(
                            "“{noun}”前面是{}{}，这里是{told}，差{times}倍",
                            first.tells(first.amount),
                            first.unit
                        ),
                        format!("“{noun}” was {times} times more or less than {told}"),
                    ],
                );
            }
        }
    }
}

/// The digits of a number without its point, its marks and the noughts at both ends.
fn significant(digits: &str) -> String {
    digits.replace(['.', ','], "").trim_matches('0').to_owned()
}

/// How many times one is the other, if 万 or 亿 was left out or one written for the other.
fn slip(one: Amount, other: Amount) -> Option<i128> {
    let (less, more) = (one.min(other).0, one.max(other).0);
    [10_000, 100_000_000].into_iter().find(|times| less * times == more)
}

/// The words in front of a figure that name it, so many characters at least.
fn noun(label: &str, length: usize) -> Option<&str> {
    let mut name = label.trim_end_matches(['为', '达', '到', '是', '了', '约']);
    for word in ["今年", "全年", "全市", "全县", "全区", "全省", "累计", "共"]
    {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    (name.chars().count() >= length).then_some(name)
}
