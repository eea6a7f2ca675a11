//! Ranges in figures: `2021—2025年`, `10～20人`.

use crate::number::{next_digit, unit_length};
use crate::script::Passage;

/// A range with a mark between its ends.
pub(super) struct Range<'a> {
    pub(super) passage: &'a Passage<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) mark: &'a str,
    /// Where the mark begins.
    pub(super) at: usize,
    pub(super) kind: Kind,
}

impl Range<'_> {
    pub(super) fn bytes(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// What a range is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Years,
    Numbers,
}

/// The ranges of a kind in a text, in order.
pub(super) fn ranges<'a>(
    passage: &'a Passage<'a>,
    kind: Kind,
) -> impl Iterator<Item = Range<'a>> {
    let text = passage.text.as_str();
    let mut from = 0;
    let all = std::iter::from_fn(move || {
        let start = next_digit(text, from)?;
        let left = number(&text[start..]);
        let found = range(passage, start, left);
        from = found.as_ref().map_or(start + left.len(), |range| range.end);
        Some(found)
    });
    all.flatten().filter(move |range| range.kind == kind)
}

/// The range that begins with a number.
fn range<'a>(passage: &'a Passage<'a>, start: usize, left: &str) -> Option<Range<'a>> {
    let text = passage.text.as_str();
    let behind = &text[start + left.len()..];
    let rest = behind.trim_start_matches(['%', '％', '℃', '万', '亿']);
    let mark = MARKS
        .into_iter()
        .find_map(|mark| rest.get(..mark.len()).filter(|m| *m == mark))?;
    let at = text.len() - rest.len();
    let right = number(&rest[mark.len()..]);
    let end = at + mark.len() + right.len();
    let years = left.len() == 4 && right.len() == 4 && at == start + left.len();
    if years && text[end..].starts_with('年') {
        let end = end + '年'.len_utf8();
        return Some(Range { passage, start, end, mark, at, kind: Kind::Years });
    }
    let joined = |c: char| {
        c.is_ascii_alphanumeric()
            || "-.:/第〔".contains(c)
            || MARKS.iter().any(|mark| mark.contains(c))
    };
    let value = |number: &str| number.parse::<f64>().ok();
    let alone = !text[..start].ends_with(joined) && value(left)? < value(right)?;
    let end = end + unit_length(&text[end..]).filter(|_| alone)?;
    Some(Range { passage, start, end, mark, at, kind: Kind::Numbers })
}

const MARKS: [&str; 6] = ["～", "—", "-", "－", "–", "~"];

/// The digits that begin a text, a decimal point among them.
fn number(text: &str) -> &str {
    let other = |c: char| !c.is_ascii_digit() && c != '.';
    text[..text.find(other).unwrap_or(text.len())].trim_end_matches('.')
}
