//! 《行政处罚条例》, 《治安处罚法》: laws and regulations under names that they do not have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use docgen_model::Severity;

use super::entries::{Entry, read};
use super::titles::titles;
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-law-name",
    severity: Severity::Warning,
    title: ["法律、法规的名称不对", "a law under a name that it does not have"],
    clause: None,
    manual: Manual {
        source: "国家法律法规数据库；引用法律、法规用现行有效的名称。逐条理由见提示。",
        reason: "“法”与“条例”效力不同；按错的名称查不到，已废止的更不能作依据。",
        wrong: &[
            "贯彻⟦《行政处罚条例》⟧。",
            "依照⟦《中华人民共和国治安处罚法》⟧处理。",
            "落实⟦《党政主要负责人推进法治建设第一责任人职责规定》⟧。",
            "依照⟦《中华人民共和国行政处法法》⟧处理。",
            "标题: 某某县工作情况的报告\n正文: 依照⟦《信访条例》⟧办理。\n落款: {成文日期: 2024-01-18}\n",
        ],
        right: &[
            "贯彻《中华人民共和国行政处罚法》（2021年修订）和《治安管理处罚法》。",
            "标题: 某某县工作情况的报告\n正文: 依照《信访条例》办理。\n落款: {成文日期: 2022-01-18}\n",
            "执行《某某市消防条例》《监察官法》《检察官法》，原《信访条例》同时废止。",
        ],
    },
    check,
};

/// Wrong names with what they should be.
static NAMES: LazyLock<BTreeMap<&str, Wrong>> = LazyLock::new(|| {
    let entries = read(include_str!("../../../data/law_names.txt"));
    entries.map(|entry| (entry.wrong, Wrong::of(&entry))).collect()
});

static LAWS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/laws.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// What is known of a wrong name.
struct Wrong {
    right: &'static str,
    why: &'static str,
    /// The year in which what is right came into force, if the other was right before.
    since: Option<u16>,
}

impl Wrong {
    fn of(entry: &Entry) -> Self {
        let (why, since) = entry.why.split_once(" @ ").unwrap_or((entry.why, ""));
        Self { right: entry.right, why, since: since.parse().ok() }
    }

    /// Whether it is wrong in a document of a year.
    fn counts(&self, year: Option<u16>) -> bool {
        self.since.is_none_or(|since| year.is_some_and(|year| year > since))
    }
}

fn check(script: &Script<'_>, findings: &mut Findings) {
    let date = script.document.signature.as_ref().and_then(|signature| signature.date);
    let year = date.map(|date| date.value.parts().0);
    for title in script.passages.iter().flat_map(titles) {
        let text = title.passage.text;
        let (bare, _) = title.bare();
        // A law that is no more: 原《信访条例》.
        let former = text.as_str()[..title.start].ends_with('原');
        let known = NAMES.get(bare).filter(|wrong| wrong.counts(year) && !former);
        let (right, why) = match known {
            Some(wrong) => (wrong.right, wrong.why),
            None => match twin(bare) {
                Some(law) => (law, "差一个字，核对名称"),
                None => continue,
            },
        };
        findings.at(
            text,
            title.bytes(),
            [
                format!("“{bare}”应为“{right}”：{why}"),
                format!("“{bare}” should be “{right}”"),
            ],
            [format!("写成“{right}”"), format!("write “{right}”")],
        );
    }
}

/// The law that a name, which is none, may be a slip of: shorter ones may well be others.
fn twin(name: &str) -> Option<&'static str> {
    let law =
        name.ends_with('法') && !name.ends_with("办法") && name.chars().count() >= 5;
    let unknown = law && !LAWS.contains(name) && !NAMES.contains_key(name);
    if !unknown {
        return None;
    }
    let mut twins = LAWS.iter().filter(|law| is_one_off(name, law));
    twins.next().filter(|_| twins.next().is_none()).copied()
}

/// Whether one character of a name is another, too many or left out.
fn is_one_off(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > '法'.len_utf8() {
        return false;
    }
    let alike = |(a, b): &(char, char)| a == b;
    let count = |text: &str| text.chars().count();
    let front = one.chars().zip(other.chars()).take_while(alike).count();
    let back = one.chars().rev().zip(other.chars().rev()).take_while(alike).count();
    let (longest, least) = (count(one).max(count(other)), count(one).min(count(other)));
    front + back + 1 >= longest && least + 1 >= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_law_is_a_wrong_name() {
        assert!(NAMES.keys().all(|name| !LAWS.contains(name)));
    }

    #[test]
    fn one_character_off() {
        assert!(is_one_off("行政处法法", "行政处罚法"));
        assert!(is_one_off("行政处罚罚法", "行政处罚法"));
        assert!(is_one_off("行政处法", "行政处罚法"));
        assert!(!is_one_off("行政许可法", "行政处罚法"));
    }
}
