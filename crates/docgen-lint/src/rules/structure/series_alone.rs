//! 一是 without 二是.

use std::ops::Range;

use docgen_model::{Severity, Text};

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;
use crate::series::members;

pub(super) const RULE: Rule = Rule {
    code: "structure-series-alone",
    severity: Severity::Warning,
    title: ["有“一是”没有“二是”", "一是 without 二是"],
    clause: None,
    manual: Manual {
        source: "通行文法：序词成组使用。",
        reason: "多半是后面的几项改写时丢了序词。",
        wrong: &["一、主要工作\n⟦一是⟧抓统筹。同时抓整改。\n二、存在问题\n正文。"],
        right: &["一是抓统筹。二是抓整改。", "一是抓统筹。\n二是抓整改。"],
    },
    check,
};

fn check(script: &Script<'_>, findings: &mut Findings) {
    let mut open: Option<(&Text, Range<usize>)> = None;
    let mut alone = vec![];
    for passage in script.prose() {
        let own = members(passage.text.as_str());
        let begins = own.first().is_some_and(|(at, _)| at.start == 0);
        if passage.lead > 0 && !begins {
            alone.extend(open.take());
        }
        for (at, number) in own {
            match number {
                1 => alone.extend(open.replace((passage.text, at))),
                _ => open = None,
            }
        }
    }
    alone.extend(open);
    for (text, at) in alone {
        findings.at(
            text,
            at,
            ["后面没有“二是”".to_owned(), "no 二是 follows".to_owned()],
            ["补上序词，或删去“一是”".to_owned(), "add 二是, or delete 一是".to_owned()],
        );
    }
}
