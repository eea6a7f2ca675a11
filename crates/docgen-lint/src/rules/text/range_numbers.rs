//! 10～20人 here, 5-8人 there: one kind of mark for ranges of numbers in a document.

use std::collections::BTreeMap;

use docgen_model::Severity;

use super::ranges::{Kind, ranges};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-range-numbers",
    severity: Severity::Note,
    title: ["数值范围的连接号不统一", "ranges of numbers with different marks"],
    clause: None,
    manual: Manual {
        source: "GB/T 15834-2011 4.13.3：标示数值范围的起止用浪纹线“～”，时间、地域的起止用一字线“—”；同一文件中前后一致。",
        reason: "一份文件里几种写法，像是几个人拼起来的；“5-8人”还会读成编号。",
        wrong: &[
            "每组10～20人。\n每村选派⟦5-8人⟧。",
            "抽查10～20家，每家⟦3—4天⟧，整改⟦5-8天⟧。",
            "控制在⟦10%~20%⟧，每组⟦5-8人⟧。",
        ],
        right: &[
            "每组10～20人，每村选派5～8人，实施2021—2025年规划。",
            "每村选派5-8人，按某政发〔2022〕3-5号文件执行，拨打0482-8266999。",
            "每组10～20人，落实第3-5条，比分3-4，建成110—220千伏线路。",
        ],
    },
    check,
};

/// One finding for a document, with every place.
fn check(script: &Script<'_>, findings: &mut Findings) {
    let all = script.passages.iter().flat_map(|p| ranges(p, Kind::Numbers));
    let all: Vec<_> = all.collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for range in &all {
        *seen.entry(range.mark).or_default() += 1;
    }
    if seen.len() < 2 {
        return;
    }
    let others: Vec<_> = all.iter().filter(|range| range.mark != RIGHT).collect();
    let marks: Vec<_> = seen.keys().map(|mark| format!("“{mark}”")).collect();
    let Some((first, more)) = others.split_first() else { return };
    findings.at(
        first.passage.text,
        first.bytes(),
        [
            format!("数值范围的连接号用了{}", marks.join("、")),
            format!("ranges of numbers with {}", marks.join(", ")),
        ],
        [format!("统一用“{RIGHT}”"), format!("use “{RIGHT}” throughout")],
    );
    more.iter().for_each(|range| findings.also(range.passage.text, range.bytes()));
}

/// The mark of the standard.
const RIGHT: &str = "～";
