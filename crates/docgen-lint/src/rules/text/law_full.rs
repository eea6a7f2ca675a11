//! 《中华人民共和国行政处罚法》 here, 《行政处罚法》 there.

use std::collections::BTreeMap;

use docgen_model::Severity;

use super::titles::{Named, titles};
use super::told::is_introduced;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-law-full",
    severity: Severity::Note,
    title: ["同一法律时用全称、时用简称", "one law with and without 中华人民共和国"],
    clause: None,
    manual: Manual {
        source: "公文用语惯例：引用法律用全称，或先用全称并注明“以下简称……”，前后一致。",
        reason: "读的人会以为是两部；一份文件里两种写法，像是几个人拼起来的。",
        wrong: &[
            "贯彻《中华人民共和国行政处罚法》，落实《中华人民共和国行政许可法》。\n宣传⟦《行政处罚法》⟧。",
        ],
        right: &[
            "贯彻《中华人民共和国行政处罚法》（以下简称《行政处罚法》）。\n宣传《行政处罚法》。",
            "贯彻《中华人民共和国宪法》，宣传《行政处罚法》《行政许可法》。",
        ],
    },
    check,
};

/// One finding a law, at the places where its name is short.
fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut laws: BTreeMap<&str, [Vec<Named<'_, '_>>; 2]> = BTreeMap::new();
    for title in script.passages.iter().flat_map(titles) {
        let (bare, full) = title.bare();
        laws.entry(bare).or_default()[usize::from(full)].push(title);
    }
    for (bare, [short, full]) in laws {
        let Some((first, more)) = short.split_first().filter(|_| !full.is_empty()) else {
            continue;
        };
        if is_introduced(script, bare) {
            continue;
        }
        findings.at(
            first.passage.text,
            first.bytes(),
            [
                format!("别处称“中华人民共和国{bare}”"),
                format!("elsewhere “中华人民共和国{bare}”"),
            ],
            [
                "统一用一种，或在全称后注明“以下简称……”".to_owned(),
                "use one, or say 以下简称 behind the full name".to_owned(),
            ],
        );
        more.iter().for_each(|title| findings.also(title.passage.text, title.bytes()));
    }
}
