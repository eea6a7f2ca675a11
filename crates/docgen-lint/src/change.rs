//! Two values of one thing, before and after: `由100件增加到120件`, `120件，比上年的100件`.

use crate::figures::has_any;
use crate::number::{Amount, Quantity, year_before};
use crate::script::Passage;

/// A value before and after.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change<'p, 'a> {
    pub(crate) old: &'p Quantity<'a>,
    pub(crate) new: &'p Quantity<'a>,
}

/// Which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
}

/// Words for an earlier time.
const BEFORE: [&str; 17] = [
    "上年末",
    "上年底",
    "去年底",
    "上年同期",
    "去年同期",
    "上年度",
    "上年",
    "去年",
    "上期",
    "同期",
    "上月",
    "上季度",
    "年初",
    "前年",
    "以前",
    "原来",
    "此前",
];
/// Words for the time that is told of.
const NOW: [&str; 7] = ["今年", "本年", "本年度", "当年", "本期", "目前", "现在"];
const UP: [&str; 14] = [
    "增长",
    "增加",
    "上升",
    "提高",
    "提升",
    "扩大",
    "上涨",
    "增幅",
    "增长率",
    "涨幅",
    "增至",
    "新增",
    "多",
    "增",
];
const DOWN: [&str; 13] = [
    "下降", "减少", "降低", "下滑", "回落", "缩小", "压减", "缩短", "降幅", "压缩", "少",
    "减", "降",
];

/// The two values, if the words say which was first.
pub(crate) fn change<'p, 'a>(
    passage: &Passage<'a>,
    one: &'p Quantity<'a>,
    other: &'p Quantity<'a>,
) -> Option<Change<'p, 'a>> {
    let exact = !one.about && !other.about && one.amount.0 > 0 && other.amount.0 > 0;
    if one.unit != other.unit || one.unit.is_empty() || !exact {
        return None;
    }
    let lead = passage.label(one);
    let between = passage.between(one, other);
    if between.chars().count() > 24 || between.contains(['、', '；', '。']) {
        return None;
    }
    let forward = Some(Change { old: one, new: other });
    let backward = Some(Change { old: other, new: one });
    if is_from(lead) && is_to(between) {
        return forward;
    }
    if is_back(between) && !is_earlier(lead) && is_alone(passage, one, lead) {
        return backward;
    }
    let label = passage.label(other);
    let now = NOW.iter().any(|now| {
        let same = label.strip_prefix(now).is_some_and(|rest| lead.contains(rest));
        label.ends_with(now) || same
    });
    let compared = between.contains("相比，") && lead.ends_with('的');
    let now = now || compared || year_of(label) > year_of(lead);
    (is_earlier(lead) && now && !has_any(between, &["计划", "目标", "预计"]))
        .then_some(forward)
        .flatten()
}

/// Whether a value is none of a list or of a whole, to which the comparison may belong.
fn is_alone(passage: &Passage<'_>, value: &Quantity<'_>, lead: &str) -> bool {
    let before = &passage.text.as_str()[..value.at.start - lead.len()];
    !lead.contains("其中") && !before.ends_with('、') && !lead.starts_with(['和', '及'])
}

/// `由`, `从上年的`: what is before the first value.
fn is_from(lead: &str) -> bool {
    let Some((_, rest)) = lead.rsplit_once(['由', '从']) else { return false };
    let rest = rest.trim_end_matches('的');
    rest.is_empty() || (is_earlier(rest) && rest.chars().count() <= 9)
}

/// `增加到`, `降至今年的`, `降为`.
fn is_to(between: &str) -> bool {
    let becomes = [
        "降为",
        "升为",
        "增为",
        "减为",
        "变为",
        "缩为",
        "调整为",
        "压缩为",
        "缩短为",
        "压减为",
        "减少为",
        "下降为",
        "提高为",
        "增加为",
    ];
    if becomes.iter().any(|word| between.ends_with(word)) {
        return true;
    }
    let rest =
        between.rsplit_once(['到', '至']).map(|(_, rest)| rest.trim_end_matches('的'));
    rest.is_some_and(|rest| {
        rest.is_empty() || NOW.contains(&rest) || rest.strip_suffix('年').is_some()
    })
}

/// `，比上年的`, `（上年同期`.
fn is_back(between: &str) -> bool {
    let words = between.trim_end_matches(['的', '为', '是']);
    let Some(word) = earlier_at_end(words) else { return false };
    let before = &words[..words.len() - word];
    let link = before.trim_end_matches(['是', '而']);
    link.ends_with(['比', '较', '（'])
        || (link.ends_with('，') && !between.ends_with('的'))
}

fn is_earlier(words: &str) -> bool {
    has_any(words, &BEFORE) || year_of(words) > 0
}

/// The length of the words for an earlier time that end a text.
fn earlier_at_end(words: &str) -> Option<usize> {
    let word = BEFORE.iter().find(|word| words.ends_with(**word)).map(|word| word.len());
    let year = || {
        let words = words.strip_suffix("同期").unwrap_or(words).strip_suffix('年')?;
        year_before(words).map(|_| 4 + '年'.len_utf8())
    };
    word.or_else(year)
}

/// The last year that a text names; 0 without one.
fn year_of(words: &str) -> u16 {
    words.rfind('年').and_then(|at| year_before(&words[..at])).unwrap_or(0)
}

/// Which way a value goes by the words before the number of its change, if they say nothing
/// else: `同比增长`, `减少了`.
pub(crate) fn way(label: &str) -> Option<Way> {
    let (rest, way) = way_at_end(label)?;
    let rest =
        rest.trim_start_matches(['比', '较', '同', '环', '净', '累', '计', '实', '际']);
    (rest.is_empty() || BEFORE.contains(&rest)).then_some(way)
}

/// The same, whatever they say before: `事故同比下降`; with what stands before the verb.
pub(crate) fn way_at_end(label: &str) -> Option<(&str, Way)> {
    let words = label.trim_end_matches(['了', '为', '达', '约', '近', '出']);
    let verb = |verbs: &[&str]| verbs.iter().find_map(|verb| words.strip_suffix(verb));
    match (verb(&UP), verb(&DOWN)) {
        (Some(rest), _) => Some((rest, Way::Up)),
        (_, Some(rest)) => Some((rest, Way::Down)),
        (None, None) => None,
    }
}

/// Which way the verb between two values goes: `增加到`, `降至`.
pub(crate) fn way_between(between: &str) -> Option<Way> {
    let words = &between[..between.rfind(['到', '至'])?];
    let verb = words.trim_end_matches('了');
    let ends = |verbs: &[&str]| verbs.iter().any(|word| verb.ends_with(word));
    match (ends(&UP) || verb.ends_with('增'), ends(&DOWN) || verb.ends_with(['降', '减']))
    {
        (true, false) => Some(Way::Up),
        (false, true) => Some(Way::Down),
        _ => None,
    }
}

impl Change<'_, '_> {
    /// The change against the old value, in millionths of a per cent.
    pub(crate) fn growth(&self) -> i128 {
        (self.new.amount.0 - self.old.amount.0).abs() * 100 * Amount::ONE
            / self.old.amount.0.max(1)
    }

    /// Whether a share is that growth, the roundings of all values allowed.
    pub(crate) fn makes(&self, share: &Quantity<'_>) -> bool {
        let grown = |new: i128, old: i128| (new - old) * 100 * Amount::ONE / old.max(1);
        let (old, new) = (self.old, self.new);
        let ends = [
            grown(new.amount.0 - new.slack(), old.amount.0 + old.slack()),
            grown(new.amount.0 + new.slack(), old.amount.0 - old.slack()),
        ];
        let sign = if new.amount < old.amount { -1 } else { 1 };
        let [low, high] = ends.map(|end| end * sign);
        share.is_rounded_from(share.amount.0.clamp(low.min(high), low.max(high)))
    }

    /// Which way it went; none if it stayed.
    pub(crate) fn way(&self) -> Option<Way> {
        match self.new.amount.cmp(&self.old.amount) {
            std::cmp::Ordering::Greater => Some(Way::Up),
            std::cmp::Ordering::Less => Some(Way::Down),
            std::cmp::Ordering::Equal => None,
        }
    }
}
