//! 128条整改措施 and 128项整改措施: one thing counted in two units.

use std::collections::BTreeMap;

use docgen_model::Severity;

use crate::figures::tell;
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-unit-drift",
    severity: Severity::Warning,
    title: ["同一事项前后用了不同的量词", "one thing counted in two units"],
    clause: None,
    manual: Manual {
        source: "通行文法：同一份文件里同一事项的量词一致。",
        reason: "条、项混用，读者会当成两件事。",
        wrong: &[
            "明确整改措施128条。已整改到位120条，⟦128项⟧整改措施全部有人负责。",
            "梳理164件证明事项。\n公布的⟦164项⟧证明事项已上网。",
        ],
        right: &[
            "明确整改措施128条。128条整改措施全部有人负责。",
            "办理12件提案，推进12项工作。",
            "12件建议、12条建议。",
        ],
    },
    check,
};

const LOOSE: &[&str] = &["条", "项", "件", "个", "宗"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut seen: BTreeMap<(i128, &str), Vec<Named<'_, '_>>> = BTreeMap::new();
    for passage in script.prose() {
        for quantity in passage.quantities.iter().filter(|q| is_counted(q)) {
            for noun in nouns(passage, quantity) {
                let named = Named { passage, quantity };
                seen.entry((quantity.amount.0, noun)).or_default().push(named);
            }
        }
    }
    for ((_, noun), named) in seen {
        tell_odd(noun, &named, findings);
    }
}

/// Words in front of a number that name nothing.
const VERBS: &[&str] = &[
    "受理", "办理", "完成", "共计", "新增", "达到", "审结", "办结", "解决", "开展",
    "其中", "分别", "制定", "印发", "提出", "梳理", "清理", "共有", "发现", "整改",
];

struct Named<'p, 'a> {
    passage: &'p Passage<'a>,
    quantity: &'p Quantity<'a>,
}

fn is_counted(quantity: &Quantity<'_>) -> bool {
    LOOSE.contains(&quantity.unit)
        && !quantity.about
        && quantity.amount.0 >= 10 * Amount::ONE
}

/// The four characters that may name what is counted: behind the quantity, or before it.
fn nouns<'a>(
    passage: &Passage<'a>,
    quantity: &Quantity<'_>,
) -> impl Iterator<Item = &'a str> {
    let label = passage.label(quantity);
    let behind = passage.behind(quantity);
    let last = label.char_indices().rev().nth(3).map(|(at, _)| &label[at..]);
    let first = behind.char_indices().nth(3).map(|(at, c)| &behind[..at + c.len_utf8()]);
    let is_name = |words: &&str| !VERBS.iter().any(|verb| words.ends_with(verb));
    last.into_iter().filter(is_name).chain(first)
}

/// The unit that fewer mentions use is odd; of two, the second.
fn tell_odd(noun: &str, named: &[Named<'_, '_>], findings: &mut Findings) {
    let uses = |unit: &str| named.iter().filter(|n| n.quantity.unit == unit).count();
    let Some(usual) = named.iter().rev().max_by_key(|n| uses(n.quantity.unit)) else {
        return;
    };
    let usual = usual.quantity.unit;
    let listed = |n: &&Named<'_, '_>| n.quantity.unit != usual;
    for odd in named.iter().filter(listed) {
        let told = odd.passage.written(odd.quantity);
        let number = odd.quantity.amount.written();
        tell(
            findings,
            odd.passage,
            odd.quantity.at.clone(),
            [
                format!("“{noun}”在别处是{number}{usual}，这里是{told}"),
                format!("elsewhere “{noun}” is {number}{usual}, here {told}"),
            ],
        );
    }
}
