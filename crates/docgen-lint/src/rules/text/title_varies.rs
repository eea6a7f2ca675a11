//! 《实施纲要》 and 《实施刚要》: one text under two titles.

use std::collections::BTreeMap;

use docgen_model::Severity;

use super::titles::{Named, titles};
use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-title-varies",
    severity: Severity::Warning,
    title: ["同一文件的名称有出入", "one text under titles that differ by a character"],
    clause: None,
    manual: Manual {
        source: "通行文法：引用文件用全称，前后一致。",
        reason: "差一个字，多半是错字；按名称就查不到。",
        wrong: &[
            "落实《法治政府建设实施纲要》。\n按照《法治政府建设实施纲要》执行。\n学习⟦《法治政府建设实施刚要》⟧。",
        ],
        right: &[
            "落实《重大行政决策程序暂行条例》。\n修订《重大行政决策程序条例》。",
            "学习《2020年工作要点通知》《2021年工作要点通知》。",
            "学习《中华人民共和国宪法》《中华人民共和国刑法》，贯彻《中华人民共和国宪法》。",
            "审议《2024年预算草案》《2024年决算草案》。",
        ],
    },
    check,
};

/// Shorter titles may well differ by one character and be others.
const LEAST: usize = 6;

fn check(script: &Script<'_>, findings: &mut Findings) {
    let titles: Vec<_> = script.passages.iter().flat_map(titles).collect();
    let names = Names::of(&titles);
    for (place, title) in titles.iter().enumerate() {
        if let Some(other) = names.twin(title.name, place) {
            findings.at(
                title.passage.text,
                title.bytes(),
                [format!("别处写作“{other}”"), format!("elsewhere “{other}”")],
                ["核对名称".to_owned(), "check the title".to_owned()],
            );
        }
    }
}

/// The names in a document, each once. Long reports name the same few hundreds of times, so
/// names are compared, not their places, and only those that have a half in common.
#[derive(Default)]
struct Names<'s> {
    /// How often a name stands, and its first place.
    told: BTreeMap<&'s str, (usize, usize)>,
    by_half: BTreeMap<Half<'s>, Vec<&'s str>>,
}

/// The length of a name, whether the half is the second, and the half.
type Half<'s> = (usize, bool, &'s str);

impl<'s> Names<'s> {
    fn of(titles: &[Named<'s, '_>]) -> Self {
        let mut names = Self::default();
        for (place, title) in titles.iter().enumerate() {
            let (count, _) = names.told.entry(title.name).or_insert((0, place));
            *count += 1;
            if *count == 1 {
                for half in halves(title.name) {
                    names.by_half.entry(half).or_default().push(title.name);
                }
            }
        }
        names
    }

    /// The name that one at a place may be a slip of: the first that stands more often, or as
    /// often and before it.
    fn twin(&self, name: &str, place: usize) -> Option<&'s str> {
        let own = self.told.get(name)?.0;
        let alike = halves(name).into_iter().filter_map(|half| self.by_half.get(&half));
        let twins = alike.flatten().filter_map(|&other| {
            let (theirs, first) = *self.told.get(other)?;
            // Two that stand once each may well be two texts.
            let less = theirs > 1 && (own < theirs || own == theirs && first < place);
            (less && is_slip(name, other)).then_some((first, other))
        });
        twins.min().map(|(_, other)| other)
    }
}

fn halves(name: &str) -> [Half<'_>; 2] {
    let middle = name.chars().count() / 2;
    let at = name.char_indices().nth(middle).map_or(name.len(), |(at, _)| at);
    let (front, back) = name.split_at(at);
    [(name.len(), false, front), (name.len(), true, back)]
}

/// Whether two titles of one length differ by one character, which is no number.
fn is_slip(one: &str, other: &str) -> bool {
    let length = one.chars().count();
    if length < LEAST || one.len() != other.len() || length != other.chars().count() {
        return false;
    }
    let mut unlike = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let counts = |c: char| {
        c.is_ascii_digit()
            || "一二三四五六七八九十上下左右东南西北省市区县乡预决城农工商增减"
                .contains(c)
    };
    let first = unlike.next();
    let laws =
        ["法", "条例"].iter().any(|end| one.ends_with(end) && other.ends_with(end));
    !laws
        && first.is_some_and(|(a, b)| !counts(a) && !counts(b))
        && unlike.next().is_none()
}
