//! Breaks a title by phrase into a trapezoid or a rhombus (clause 7.3.1, spec §2.8).
//!
//! 1. Cut the title into words; a line may begin only at a word, not between a number and its
//!    unit, not before 的, 和, 及 and the like, and not inside 《》, （） or “” unless nothing
//!    else is left.
//! 2. Take the least number of lines that the width allows, and one more if those have no
//!    good shape.
//! 3. Among the ways to break into that many lines keep those of legal shape: widths that
//!    only grow, only shrink, or grow and then shrink, no two neighbours equal.
//! 4. Choose the best score: steps of two to four characters, sense at the line ends, the
//!    issuing organ on a line of its own.

use std::ops::Range;

use crate::inline::classes::{no_end, no_start};
use crate::words::boundaries;

/// Words that end the name of a place, which no dictionary has: 某某/县.
const NAME_ENDS: [&str; 10] =
    ["省", "市", "州", "盟", "县", "旗", "区", "乡", "镇", "村"];

/// How a title is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Byte offsets at which lines begin, but for the first.
    pub(crate) breaks: Vec<usize>,
    /// Whether the shape is one that the clause allows.
    pub(crate) legal: bool,
}

/// A place where a line may begin, with what it costs the sense.
#[derive(Debug, Clone, Copy)]
struct Chance {
    at: usize,
    cost: i64,
}

/// Lengths of lines are counted in half characters, so that digits are whole numbers.
const STEP_BEST: Range<i64> = 4..9;

/// Breaks `text` into lines no wider than `widest` half characters, at most `most` of them.
/// None if it cannot be done: a word or a title too long.
pub(crate) fn break_title(text: &str, widest: i64, most: usize) -> Option<Shape> {
    let total = halves(text);
    if total <= widest {
        return Some(Shape { breaks: vec![], legal: true });
    }
    let least = usize::try_from((total + widest - 1) / widest).unwrap_or(usize::MAX);
    if least > most {
        return None; // not worth cutting into words
    }
    let find = |within_brackets| {
        let chances = chances(text, within_brackets);
        let mut search = Search { text, widest, chances: &chances, best: None };
        for lines in least..=most {
            search.lines(lines, 0, 0, &mut vec![]);
            if search.best.as_ref().is_some_and(|(_, shape)| shape.legal) {
                break;
            }
        }
        search.best.map(|(_, shape)| shape)
    };
    let whole = find(false);
    if whole.as_ref().is_some_and(|shape| shape.legal) {
        return whole;
    }
    find(true).filter(|shape| shape.legal || whole.is_none()).or(whole)
}

/// Whether lines that begin at these bytes have a shape that the clause allows.
pub(crate) fn is_shaped(text: &str, breaks: &[usize]) -> bool {
    is_legal(&widths(text, breaks))
}

/// Breaks a text that stands as a block: into the least number of lines, each begun at the
/// last word up to which the line before still `fits` and that leaves no lost last line. None
/// if a word is too long.
pub(crate) fn break_block(
    text: &str,
    fits: impl Fn(Range<usize>) -> bool,
) -> Option<Vec<usize>> {
    const LEAST: i64 = 12; // as 第六次会议上, in half characters
    let chances = chances(text, false);
    let (mut breaks, mut from) = (vec![], 0);
    while !fits(from..text.len()) {
        let next = |chance: &&Chance| chance.at > from && fits(from..chance.at);
        let whole =
            |chance: &&Chance| next(chance) && halves(&text[chance.at..]) >= LEAST;
        from = chances.iter().rfind(whole).or(chances.iter().rfind(next))?.at;
        breaks.push(from);
    }
    Some(breaks)
}

/// Width in half characters: ASCII takes one, everything else two.
pub(crate) fn halves(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Where lines may begin, and what that costs.
fn chances(text: &str, within_brackets: bool) -> Vec<Chance> {
    let inside = bracketed(text);
    let starts = boundaries(text);
    let begins_name_end = |at: usize| {
        let end = starts.iter().copied().find(|&next| next > at);
        NAME_ENDS.contains(&&text[at..end.unwrap_or(text.len())])
    };
    let parts_name = |&at: &usize| at > 0 && begins_name_end(at);
    starts
        .iter()
        .copied()
        .filter(|at| !parts_name(at))
        .filter(|at| within_brackets || !inside.iter().any(|range| range.contains(at)))
        .filter_map(|at| {
            let (before, after) = text.split_at(at);
            sense(before, after).map(|cost| Chance { at, cost })
        })
        .collect()
}

/// The insides of brackets and quotes, and the places just after an opening one.
fn bracketed(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut ranges) = (vec![], vec![]);
    for (at, c) in text.char_indices() {
        if "《〈（“‘【〔".contains(c) {
            open.push(at + 1);
        } else if "》〉）”’】〕".contains(c)
            && let Some(start) = open.pop()
        {
            ranges.push(start..at + 1);
        }
    }
    ranges
}

/// What it costs the sense to begin a line between two parts; none where it may not.
fn sense(before: &str, after: &str) -> Option<i64> {
    const NO_START: &[&str] = &["的", "和", "与", "及", "等", "之", "以及"];
    let starts = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if after.starts_with(no_start) || starts(NO_START) || is_in_number(before, after) {
        return None;
    }
    if before.ends_with(no_end)
        || ends(&["关于", "和", "与", "及", "在", "对", "第", "将", "、"])
    {
        return None;
    }
    let mut cost = 14;
    if ends(&["的", "》", "，"]) {
        cost = 4;
    }
    if starts(&["关于", "印发", "转发", "《"]) {
        cost = 0;
    }
    Some(cost)
}

/// Whether a number, or a number and what it counts, lies across: 2021/年, 第十/五个, 第十五个/五年.
fn is_in_number(before: &str, after: &str) -> bool {
    const UNITS: &str = "年月日号个项条次届第度期线级类批";
    const HAN_DIGITS: &str = "〇一二三四五六七八九十百千";
    let counts = |c| UNITS.contains(c);
    let is_han_digit = |c| HAN_DIGITS.contains(c);
    let ordinal = |text: &str| text.trim_end_matches(is_han_digit).ends_with('第');
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return after.starts_with(counts);
    }
    if before.ends_with(is_han_digit) {
        return after.starts_with(is_han_digit)
            || ordinal(before) && after.starts_with(counts);
    }
    let counted = before.strip_suffix(counts);
    counted.is_some_and(ordinal) && after.starts_with(is_han_digit)
}

/// Tries all ways to break into a number of lines and keeps the best.
struct Search<'a> {
    text: &'a str,
    widest: i64,
    chances: &'a [Chance],
    best: Option<(i64, Shape)>,
}

impl Search<'_> {
    /// Breaks the text from byte `from` into `lines` lines; `next` is the first chance after
    /// it, `taken` the chances taken so far.
    fn lines(&mut self, lines: usize, from: usize, next: usize, taken: &mut Vec<Chance>) {
        if lines == 1 {
            if halves(&self.text[from..]) <= self.widest {
                self.judge(taken);
            }
            return;
        }
        for index in next..self.chances.len() {
            let chance = self.chances[index];
            if halves(&self.text[from..chance.at]) > self.widest {
                return;
            }
            let rest = halves(&self.text[chance.at..]);
            if rest > self.widest * (lines as i64 - 1) {
                continue;
            }
            taken.push(chance);
            self.lines(lines - 1, chance.at, index + 1, taken);
            taken.pop();
        }
    }

    fn judge(&mut self, taken: &[Chance]) {
        let breaks: Vec<usize> = taken.iter().map(|chance| chance.at).collect();
        let widths = widths(self.text, &breaks);
        let legal = is_legal(&widths);
        let sense: i64 = taken.iter().map(|chance| chance.cost).sum();
        let illegal = if legal { 0 } else { 1_000 };
        let score = illegal + sense + unevenness(&widths) + stranded(self.text, &breaks);
        if self.best.as_ref().is_none_or(|(least, _)| score < *least) {
            self.best = Some((score, Shape { breaks, legal }));
        }
    }
}

fn widths(text: &str, breaks: &[usize]) -> Vec<i64> {
    let ends = breaks.iter().copied().chain([text.len()]);
    let mut start = 0;
    ends.map(|end| {
        let width = halves(&text[start..end]);
        start = end;
        width
    })
    .collect()
}

/// A trapezoid (widths only grow or only shrink) or a rhombus (they grow, then shrink).
fn is_legal(widths: &[i64]) -> bool {
    let steps: Vec<i64> = widths.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let turn = steps.iter().position(|&step| step < 0).unwrap_or(steps.len());
    let (up, down) = steps.split_at(turn);
    up.iter().all(|&step| step > 0) && down.iter().all(|&step| step < 0)
}

/// How far the steps between lines are from two to four characters.
fn unevenness(widths: &[i64]) -> i64 {
    let step = |pair: &[i64]| {
        let step = (pair[1] - pair[0]).abs();
        (STEP_BEST.start - step).max(step - (STEP_BEST.end - 1)).max(0)
    };
    widths.windows(2).map(step).sum()
}

/// A last line of only 报告 or 的通知 looks lost.
fn stranded(text: &str, breaks: &[usize]) -> i64 {
    let last = breaks.last().map_or(0, |&at| halves(&text[at..]));
    if last < 8 { 40 } else { 0 }
}

#[cfg(test)]
mod tests {
    use docgen_frame::ItemKind;
    use docgen_model::{Abs, Document, Span, Text, Title};
    use docgen_standard::Profile;

    use super::*;
    use crate::inline::testing::book;
    use crate::layout;

    fn broken(text: &str) -> Vec<&str> {
        let shape = break_title(text, 39, 6).unwrap();
        assert!(shape.legal, "{text}");
        let mut lines = vec![];
        let mut start = 0;
        for end in shape.breaks.into_iter().chain([text.len()]) {
            lines.push(&text[start..end]);
            start = end;
        }
        lines
    }

    #[test]
    fn short_titles_stay_on_one_line() {
        let title = "兴安盟2021年度法治政府建设报告";
        assert_eq!(broken(title), [title]);
    }

    #[test]
    fn long_titles_form_a_trapezoid_or_rhombus() {
        assert_eq!(
            broken("某某县人民政府关于2021年度法治政府建设情况的报告"),
            ["某某县人民政府", "关于2021年度法治政府建设情况的报告"]
        );
        assert_eq!(
            broken("某某省人民政府办公厅关于印发《某某省优化营商环境三年行动计划（2024—2026年）》任务分工方案的通知")
                .len(),
            3
        );
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        let plan = "某某县国民经济和社会发展第十五个五年规划纲要";
        for title in [
            format!("关于印发《{plan}》的通知"),
            format!("关于印发{plan}的通知"),
            "某某市交通运输局关于省道S203线改建工程实施期间交通管制的通告".to_owned(),
        ] {
            for line in broken(&title).iter().skip(1) {
                assert!(!line.starts_with(['五', '个', '线']), "{title}: {line}");
            }
        }
    }

    #[test]
    fn the_name_of_a_place_stays_whole() {
        let title = "某某县人民政府关于印发某某县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要的通知";
        assert!(broken(title).iter().all(|line| !line.starts_with('县')), "{title}");
    }

    #[test]
    fn no_line_ends_with_an_opening_mark() {
        for title in [
            "关于报送《〈法治政府建设实施纲要（2021—2025年）〉实施方案》征求意见情况的函",
            "关于印发《2021—2025年“互联网+监管”实施方案》的意见",
        ] {
            let shape = break_title(title, 39, 6).unwrap();
            for at in shape.breaks {
                assert!(!title[..at].ends_with(no_end), "{title}");
            }
        }
    }

    #[test]
    fn shapes_are_judged_as_the_clause_says() {
        assert!(is_legal(&[10, 14]));
        assert!(is_legal(&[14, 10, 6]));
        assert!(is_legal(&[10, 16, 12]));
        assert!(!is_legal(&[10, 10]));
        assert!(!is_legal(&[16, 10, 14]));
        assert!(!is_legal(&[10, 16, 16]));
    }

    /// R37: a mark at the end of a line counts by its whole width, as for word processors.
    #[test]
    fn every_line_stands_in_the_middle_of_the_type_area() {
        let profile = Profile::gbt9704();
        let page = &profile.page;
        let middle = page.left * 2 + page.body_width;
        for title in [
            "某某县2026年度工作要点",
            "某某县人民政府关于2021年度法治政府建设情况的报告",
            "某某县人民政府关于印发《某某县行政规范性文件管理办法（试行）》",
        ] {
            let title = Title::Auto(Text::new(title, Span::default()));
            let document = Document { title, ..Document::default() };
            let pages = layout(&document, profile, book()).pages.pages;
            let lines = pages[0].items.iter().filter_map(|item| match &item.kind {
                ItemKind::Line(line) => line.runs.first().zip(line.runs.last()),
                ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
            });
            let mut count = 0;
            for (first, last) in lines.filter(|(run, _)| run.size == Abs::pt10(220)) {
                let sides = first.origin.x + last.origin.x + last.width();
                let off = sides - middle;
                assert!(
                    off.max(Abs::ZERO - off) <= Abs::twips(1),
                    "{off:?} {}",
                    last.text
                );
                count += 1;
            }
            assert!(count > 0);
        }
    }

    #[test]
    fn a_title_without_words_is_refused() {
        assert_eq!(break_title(&"x".repeat(60), 39, 6), None);
    }
}
