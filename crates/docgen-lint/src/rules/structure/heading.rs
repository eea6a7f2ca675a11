//! What rules about headings share: which paragraphs are headings, their level and ordinal.

use docgen_model::Level;

use crate::number::han_number;
use crate::script::{Part, Passage, Script};

/// A heading of the levels 一、 （一） 1. （1）.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'s, 'a> {
    pub(super) passage: &'s Passage<'a>,
    /// From 1 to 4.
    pub(super) depth: usize,
    /// The number that it begins with.
    pub(super) number: Option<u32>,
    /// How many bytes its ordinal takes.
    pub(super) ordinal: usize,
    /// To which attachment it belongs.
    pub(super) attachment: Option<usize>,
    /// Its place among the passages.
    pub(super) index: usize,
    /// Whether it is no heading but a paragraph with an ordinal: `二、请按规定办理。`
    pub(super) is_text: bool,
}

/// The headings of a document, in order.
pub(super) fn headings<'s, 'a>(script: &'s Script<'a>) -> Vec<Heading<'s, 'a>> {
    let all = script.passages.iter().enumerate();
    all.filter_map(|(index, passage)| heading(index, passage)).collect()
}

/// The headings, and the paragraphs of text that begin with an ordinal.
pub(super) fn numbered<'s, 'a>(script: &'s Script<'a>) -> Vec<Heading<'s, 'a>> {
    let all = script.passages.iter().enumerate();
    let both =
        |(index, passage)| heading(index, passage).or_else(|| text(index, passage));
    all.filter_map(both).collect()
}

fn text<'s, 'a>(index: usize, passage: &'s Passage<'a>) -> Option<Heading<'s, 'a>> {
    let Part::Body(Level::Body, attachment) = passage.part else { return None };
    let text = passage.text.as_str();
    let digits = |written: &str| written.parse().ok().filter(|number| *number < 100);
    let (depth, number, rest) = if let Some(inner) = text.strip_prefix('（') {
        let (written, rest) = inner.split_once('）')?;
        let han = han_number(written).map(|number| (2, number));
        let (depth, number) = han.or_else(|| Some((4, digits(written)?)))?;
        (depth, number, rest)
    } else if let Some((written, rest)) = text.split_once('、')
        && let Some(number) = han_number(written)
    {
        (1, number, rest)
    } else {
        let (written, rest) = text.split_once(['.', '．'])?;
        (3, digits(written)?, rest)
    };
    // `一、二年级`, `1.2万人`.
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十、".contains(c);
    let ordinal = text.len() - rest.len();
    let found = Heading {
        passage,
        depth,
        number: Some(number),
        ordinal,
        attachment,
        index,
        is_text: true,
    };
    (!rest.starts_with(counts)).then_some(found)
}

fn heading<'s, 'a>(index: usize, passage: &'s Passage<'a>) -> Option<Heading<'s, 'a>> {
    let Part::Body(level, attachment) = passage.part else { return None };
    let depth = match level {
        Level::First => 1,
        Level::Second => 2,
        Level::Third => 3,
        Level::Fourth => 4,
        Level::Body | Level::Chapter | Level::Section | Level::Article => return None,
    };
    let text = passage.text.as_str();
    let bare = text.trim_start_matches('（');
    let number = match depth {
        1 | 2 => bare.split(['、', '）']).next().and_then(han_number),
        _ => bare.split(['.', '．', '）']).next().and_then(|digits| digits.parse().ok()),
    };
    let end = ['、', '）', '.', '．'];
    let ordinal = text
        .find(end)
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    Some(Heading { passage, depth, number, ordinal, attachment, index, is_text: false })
}
