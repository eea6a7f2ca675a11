//! 公里 here, 千米 there: one name for a unit in a document.

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

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

fn check(script: &Script<'_>, findings: &mut Findings) {
    for names in SAME {
        let mut usual = None;
        for (passage, at, name) in places(script, names) {
            let usual = *usual.get_or_insert(name);
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

/// Where the names follow a number, in order.
fn places<'s, 'a>(
    script: &'s Script<'a>,
    names: &'static [&'static str],
) -> impl Iterator<Item = (&'s Passage<'a>, usize, &'static str)> {
    script.prose().flat_map(move |passage| {
        let text = passage.text.as_str();
        let number = |c: char| c.is_ascii_digit() || "万亿余多".contains(c);
        let mut found: Vec<_> = names
            .iter()
            .flat_map(|&name| text.match_indices(name).map(move |(at, _)| (at, name)))
            .filter(|&(at, _)| text[..at].ends_with(number))
            // `1200亩（80公顷）` says the same twice.
            .filter(|&(at, _)| {
                let part = |c: char| number(c) || c == '.';
                !text[..at].trim_end_matches(part).ends_with(['（', '合', '即'])
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(move |(at, name)| (passage, at, name))
    })
}
