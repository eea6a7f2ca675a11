//! Quantities in their sentence: what stands before, between and behind them.

use std::ops::Range;

use crate::findings::Findings;
use crate::number::Quantity;
use crate::script::Passage;

/// Marks that part clauses and list items.
pub(crate) const MARKS: [char; 14] =
    ['，', '。', '；', '：', '、', '（', '）', '“', '”', '！', '？', '《', '》', '\n'];

/// Longer lists are tables, which nobody writes as prose.
pub(crate) const LONGEST_LIST: usize = 50;

impl<'a> Passage<'a> {
    /// The quantities, sentence by sentence.
    pub(crate) fn by_sentence(&self) -> impl Iterator<Item = &[Quantity<'a>]> {
        self.sentences.iter().map(|sentence| self.quantities_in(sentence.clone()))
    }

    /// The quantities that are no shares of a hundred, sentence by sentence.
    pub(crate) fn counts_by_sentence(&self) -> impl Iterator<Item = Vec<&Quantity<'a>>> {
        let count = |quantity: &&Quantity<'_>| !quantity.is_percent();
        self.by_sentence().map(move |all| all.iter().filter(count).collect())
    }

    /// Each `N` quantities that follow each other in a sentence.
    pub(crate) fn runs<const N: usize>(
        &self,
    ) -> impl Iterator<Item = &[Quantity<'a>; N]> {
        let windows = self.by_sentence().flat_map(|quantities| quantities.windows(N));
        windows.filter_map(|run| run.try_into().ok())
    }

    /// The words between two quantities.
    pub(crate) fn between(&self, one: &Quantity<'_>, other: &Quantity<'_>) -> &'a str {
        self.text.as_str().get(one.at.end..other.at.start).unwrap_or_default()
    }

    /// The words in front of a quantity, back to a mark or to the quantity before it.
    pub(crate) fn label(&self, quantity: &Quantity<'_>) -> &'a str {
        let text = self.text.as_str();
        let earlier = self.quantities.partition_point(|q| q.at.start < quantity.at.start);
        let from = earlier.checked_sub(1).map_or(0, |i| self.quantities[i].at.end);
        let words = text.get(from..quantity.at.start).unwrap_or_default();
        words.rsplit(MARKS).next().unwrap_or_default()
    }

    /// The words behind a quantity, up to a mark or to the next quantity.
    pub(crate) fn behind(&self, quantity: &Quantity<'_>) -> &'a str {
        let text = self.text.as_str();
        let next = self.quantities.partition_point(|q| q.at.start <= quantity.at.start);
        let to = self.quantities.get(next).map_or(text.len(), |next| next.at.start);
        let words = text.get(quantity.at.end..to).unwrap_or_default();
        words.split(MARKS).next().unwrap_or_default()
    }

    /// A quantity as it is written.
    pub(crate) fn written(&self, quantity: &Quantity<'_>) -> &'a str {
        self.text.as_str().get(quantity.at.clone()).unwrap_or_default()
    }
}

impl Quantity<'_> {
    /// Whether it counts things exactly: it has a unit, and is neither a share nor about.
    pub(crate) fn is_count(&self) -> bool {
        !self.unit.is_empty() && !self.is_percent() && !self.is_points() && !self.about
    }

    /// 个百分点.
    pub(crate) fn is_points(&self) -> bool {
        matches!(self.unit, "个百分点" | "个点")
    }

    /// Whether both count the same kind of thing: 条, 项, 件 and 个 do.
    pub(crate) fn is_kind_of(&self, other: &Self) -> bool {
        let loose = |unit| matches!(unit, "条" | "项" | "件" | "个");
        self.unit == other.unit || (loose(self.unit) && loose(other.unit))
    }

    /// By how much rounding may have moved it: nothing for a plain whole number.
    pub(crate) fn slack(&self) -> i128 {
        if self.decimals == 0 && self.times == 1 {
            return 0;
        }
        self.step() / 2
    }

    /// By how much rounding may have moved it in a sum, where only decimals are rounded.
    pub(crate) fn rounding(&self) -> i128 {
        if self.decimals == 0 { 0 } else { self.slack() }
    }

    /// Whether it is `part ÷ whole × scale`, the roundings of all three allowed.
    pub(crate) fn is_ratio(&self, part: &Self, whole: &Self, scale: i128) -> bool {
        let ratio = |part: i128, whole: i128| part.max(0) * scale / whole.max(1);
        let low = ratio(part.amount.0 - part.slack(), whole.amount.0 + whole.slack());
        let high = ratio(part.amount.0 + part.slack(), whole.amount.0 - whole.slack());
        self.is_rounded_from(self.amount.0.clamp(low, high))
    }
}

/// Tells about some bytes of a passage that its figures do not agree.
pub(crate) fn tell(
    findings: &mut Findings,
    passage: &Passage<'_>,
    at: Range<usize>,
    message: [String; 2],
) {
    let hint = ["对照原始数据核对这几个数", "check these figures against their source"];
    findings.at(passage.text, at, message, hint.map(str::to_owned));
}

/// The words right before a place, so many characters at most: to look back as far as a
/// sentence goes, from each place in it, would take the square of its length.
pub(crate) fn words_before(text: &str, at: usize, most: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(most).last();
    from.map_or("", |(from, _)| &before[from..])
}

/// The words right before a place, back to one of some marks and so many characters at most.
pub(crate) fn words_since<'t>(
    text: &'t str,
    at: usize,
    most: usize,
    marks: &[char],
) -> &'t str {
    words_before(text, at, most).rsplit(marks).next().unwrap_or_default()
}

/// Whether a text contains one of some words.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether the words between a whole and its part say 中: `个项目中完成`, but not `集中`.
pub(crate) fn says_among(words: &str) -> bool {
    const NAMES: [&str; 14] = [
        "中小", "中央", "中心", "中国", "中级", "中学", "中医", "中层", "中期", "中标",
        "中介", "中等", "集中", "高中",
    ];
    let names: usize = NAMES.iter().map(|name| words.matches(name).count()).sum();
    words.matches('中').count() > names
}

/// The number in Arabic or Chinese digits that ends a text, and the byte where it begins.
pub(crate) fn number_before(text: &str) -> Option<(usize, u32)> {
    let arabic = |c: char| c.is_ascii_digit();
    let han = |c: char| "一二两三四五六七八九十".contains(c);
    let start = text.trim_end_matches(arabic).len();
    if start < text.len() {
        let part_of_more = text[..start].ends_with(['.', ',', '第', '-']);
        let number = text[start..].parse().ok().filter(|_| !part_of_more)?;
        return Some((start, number));
    }
    let start = text.trim_end_matches(han).len();
    let number = crate::number::han_number(&text[start..])?;
    (!text[..start].ends_with('第')).then_some((start, number))
}

/// The number in Arabic or Chinese digits that begins a text, and its length in bytes.
pub(crate) fn number_at_start(text: &str) -> Option<(usize, u32)> {
    let end = |stop: fn(char) -> bool| text.find(stop).unwrap_or(text.len());
    let arabic = end(|c| !c.is_ascii_digit());
    if arabic > 0 {
        return Some((arabic, text[..arabic].parse().ok()?));
    }
    let han = end(|c| !"一二两三四五六七八九十".contains(c));
    Some((han, crate::number::han_number(&text[..han])?))
}
