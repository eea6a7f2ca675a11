//! 公里 here, 千米 there: one name for a unit in a document.

use std::sync::LazyLock;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::words::Words;

pub(super) const RULE: Rule = Rule {
    code: "text-unit-mixed",
    severity: Severity::Note,
    title: ["同一单位用了两种写法", "one unit under two names"],
    clause: None,
    manual: Manual {
        source: "GB 3100-1993；国家法定计量单位。同一文件中同一量用一个单位名称。",
        reason: "前后不一，数字不好比较。",
        wrong: &["新建公路12公里。\n改造公路8⟦千米⟧。", "造林300亩，补植20⟦公顷⟧。"],
        right: &["新建公路12公里，改造8公里。", "造林1200亩（80公顷）。"],
    },
    check,
};

const SAME: [&[&str]; 5] = [
    &["公里", "千米", "km"],
    &["公斤", "千克", "kg"],
    &["平方米", "m²"],
    &["亩", "公顷"],
    &["千瓦时", "kW·h", "度电"],
];

/// Every name with its unit.
static NAMES: LazyLock<Vec<(usize, &str)>> = LazyLock::new(|| {
    let units = SAME.iter().enumerate();
    units.flat_map(|(unit, names)| names.iter().map(move |name| (unit, *name))).collect()
});

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(NAMES.iter().map(|(_, name)| *name)));

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut usual: [Option<&str>; SAME.len()] = [None; SAME.len()];
    for passage in script.prose() {
        let text = passage.text.as_str();
        for (at, word) in WORDS.find(text).filter(|(at, _)| counts(&text[..*at])) {
            let (unit, name) = NAMES[word];
            let usual = *usual[unit].get_or_insert(name);
            if name != usual {
                findings.at(
                    passage.text,
                    at..at + name.len(),
                    [
                        format!("前面用“{usual}”，这里用“{name}”"),
                        format!("“{usual}” above, “{name}” here"),
                    ],
                    [format!("统一用“{usual}”"), format!("use “{usual}” throughout")],
                );
            }
        }
    }
}

/// Whether a number ends a text, and is none that says the same twice: `1200亩（80公顷）`.
fn counts(before: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "万亿余多".contains(c);
    let part = |c: char| number(c) || c == '.';
    before.ends_with(number)
        && !before.trim_end_matches(part).ends_with(['（', '合', '即'])
}
