//! The full names of organs and their short forms, and where a document has both.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use docgen_model::Text;

use super::told::is_introduced;
use crate::figures::words_before;
use crate::findings::Findings;
use crate::script::Script;
use crate::words::Words;

/// How good a short form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 规范化简称: one that norms give.
    Norm,
    /// 习惯称呼: one of speech.
    Habit,
}

/// A full name and a short form.
struct Form {
    full: &'static str,
    short: &'static str,
    kind: Kind,
    source: &'static str,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/organ_forms.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(Form::read).collect()
});

/// The full names and short forms that are looked for, each once.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let both = FORMS.iter().flat_map(|form| [form.full, form.short]);
    both.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
});

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(NAMES.iter().copied()));

impl Form {
    fn read(line: &'static str) -> Option<Self> {
        let (full, rest) = line.split_once(" → ")?;
        let (short, rest) = rest.split_once(" | ")?;
        let (kind, source) = rest.split_once(" | ")?;
        let kind = match kind {
            "规范" => Kind::Norm,
            "习惯" => Kind::Habit,
            _ => return None,
        };
        Some(Self { full, short, kind, source })
    }
}

/// A name in the text.
#[derive(Clone)]
struct Place<'a> {
    text: &'a Text,
    bytes: Range<usize>,
    level: Option<char>,
}

/// Tells, once a form, of the short forms of a kind whose full names the document has too.
pub(super) fn tell(script: &Script<'_>, kind: Kind, findings: &mut Findings) {
    let places = places(script);
    for form in FORMS.iter().filter(|form| form.kind == kind) {
        let of = |name| places.get(name).map_or(&[][..], Vec::as_slice);
        let full = of(form.full);
        let same = |short: &&Place<'_>| full.iter().any(|full| is_same(full, short));
        let short: Vec<_> = of(form.short).iter().filter(same).collect();
        let Some((first, more)) = short.split_first() else { continue };
        if is_introduced(script, form.short) {
            continue;
        }
        findings.at(
            first.text,
            first.bytes.clone(),
            [
                format!("别处称“{}”，这里称“{}”", form.full, form.short),
                format!("“{}” here, elsewhere “{}”", form.short, form.full),
            ],
            [
                format!("统一用一种，或在全称后注明“以下简称……”；{}", form.source),
                "use one, or say 以下简称 behind the full name".to_owned(),
            ],
        );
        more.iter().for_each(|place| findings.also(place.text, place.bytes.clone()));
    }
}

/// Where each name stands in running text, outside 《 》.
fn places<'a>(script: &Script<'a>) -> BTreeMap<&'static str, Vec<Place<'a>>> {
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for passage in script.prose() {
        let text = passage.text.as_str();
        let mut end = 0;
        for (at, name) in longest(text) {
            let quoted = is_quoted(text, at);
            if at >= end && !quoted && !text[at + name.len()..].starts_with("员会") {
                let place = Place {
                    text: passage.text,
                    bytes: at..at + name.len(),
                    level: level(text, at),
                };
                places.entry(name).or_default().push(place);
            }
            end = end.max(at + name.len());
        }
    }
    places
}

/// Whether a place stands between 《 》.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = words_before(text, at, 80);
    before.rfind('《') > before.rfind('》')
}

/// The names of a text; of those that begin together the longest.
fn longest(text: &str) -> Vec<(usize, &'static str)> {
    let mut found: Vec<(usize, &'static str)> = vec![];
    for (at, word) in WORDS.find(text) {
        match found.last_mut() {
            Some((last, name)) if *last == at => *name = name_longer(name, NAMES[word]),
            _ => found.push((at, NAMES[word])),
        }
    }
    found
}

fn name_longer(one: &'static str, other: &'static str) -> &'static str {
    if other.len() > one.len() { other } else { one }
}

/// The 省, 市 or 县 whose organ it is.
fn level(text: &str, at: usize) -> Option<char> {
    let before = words_before(text, at, 1).chars().next();
    before.filter(|c| "省市县区州旗盟镇乡国家部".contains(*c))
}

/// Whether a short name can be that of the organ of a full one: 县 is not 省, and none may be any.
fn is_same(full: &Place<'_>, short: &Place<'_>) -> bool {
    short.level.is_none() || full.level == short.level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_read() {
        let lines = include_str!("../../../data/organ_forms.txt").lines();
        assert_eq!(FORMS.len(), lines.filter(|line| !line.starts_with('#')).count());
        // The longest name at a place is read: 卫生健康委 is none in 卫生健康委员会.
        let inside = |form: &Form| form.full.find(form.short).is_some_and(|at| at > 0);
        assert!(!FORMS.iter().any(inside));
    }
}
