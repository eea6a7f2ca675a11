//! Which typeface class sets which characters of a paragraph.
//!
//! Layout measures and the DOCX writes the same runs, because a word processor measures run
//! by run (`docs/spec/word-layout.md`):
//!
//! 1. letters, digits, the ASCII marks and blanks form runs of the class's Latin face;
//! 2. everything else is set in the class itself;
//! 3. —— and …… with the closing marks right after them form runs of their own, marked so
//!    that LibreOffice does not split the pair at a line end;
//! 4. `**…**` is set in 黑体;
//! 5. Han of Ext B and further form runs of their own: the faces that offices have for the
//!    classes lack them;
//! 6. combining marks and variation selectors stay with their character.

use std::ops::Range;

use docgen_model::{FontRole, Text, extends, is_latin, is_rare};

use crate::ParaStyle;

/// A maximal range of equally set characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The class whose face sets it: [`FontRole::Latin`] for Latin beside 仿宋.
    pub font: FontRole,
    /// The class of the surrounding text.
    pub class: FontRole,
    /// Whether the characters are Latin letters, digits and the marks between them.
    pub latin: bool,
    /// Whether the run holds —— or ……, which may not be split.
    pub pair: bool,
    /// Whether the characters lie beyond the planes that an office's faces hold.
    pub rare: bool,
}

/// The runs of a text whose first `lead` bytes are set in the style's `font`, the rest in its
/// `rest_font`.
pub fn runs(text: &Text, lead: usize, style: &ParaStyle) -> Vec<Run> {
    let string = text.as_str();
    let pairs = pair_ranges(string);
    let mut runs: Vec<Run> = vec![];
    for (at, c) in string.char_indices() {
        let class = if within(text.strong(), at) {
            FontRole::HeiTi
        } else if at < lead {
            style.font
        } else {
            style.rest_font
        };
        let latin = is_latin(c);
        let font = if latin { style.latin.beside(class) } else { class };
        let run = Run {
            range: at..at + c.len_utf8(),
            font,
            class,
            latin,
            pair: within(&pairs, at),
            rare: is_rare(c),
        };
        match runs.last_mut() {
            Some(last) if same_set(last, &run) || extends(c) => {
                last.range.end = run.range.end;
            }
            _ => runs.push(run),
        }
    }
    runs
}

fn same_set(a: &Run, b: &Run) -> bool {
    (a.font, a.class, a.latin, a.pair, a.rare)
        == (b.font, b.class, b.latin, b.pair, b.rare)
}

/// Whether `at` lies in one of the sorted ranges.
fn within(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.contains(&at))
}

/// Runs of two or more — or …, with the closing marks after them.
fn pair_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = vec![];
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !matches!(first, '—' | '…') {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut next = |wanted: &dyn Fn(char) -> bool| {
            let (at, c) = chars.next_if(|&(_, c)| wanted(c))?;
            end = at + c.len_utf8();
            Some(c)
        };
        if next(&|c| c == first).is_none() {
            continue;
        }
        while next(&|c| c == first).is_some() {}
        while next(&|c| "，。、；：？！”’）》〉」』】〕".contains(c)).is_some()
        {
        }
        ranges.push(start..end);
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Profile, Role};
    use docgen_model::Span;

    fn faces(text: &str, lead: usize) -> Vec<(String, FontRole, bool)> {
        let text = Text::new(text, Span::default());
        runs(&text, lead, Profile::gbt9704().style(Role::Heading2))
            .into_iter()
            .map(|run| (text.as_str()[run.range].to_owned(), run.font, run.pair))
            .collect()
    }

    #[test]
    fn digits_take_the_latin_face() {
        let found = faces("完成GDP 12.5%，约3项", 0);
        let expected = [
            ("完成", FontRole::FangSong, false),
            ("GDP 12.5%", FontRole::Latin, false),
            ("，约", FontRole::FangSong, false),
            ("3", FontRole::Latin, false),
            ("项", FontRole::FangSong, false),
        ];
        assert_eq!(found, expected.map(|(t, f, p)| (t.to_owned(), f, p)));
    }

    #[test]
    fn rare_names_form_runs_and_marks_follow_their_character() {
        let text = Text::new("王𬀩e\u{301}葛\u{e0100}", Span::default());
        let runs = runs(&text, 0, Profile::gbt9704().style(Role::Heading2));
        let found = runs.into_iter().map(|run| (&text.as_str()[run.range], run.rare));
        let expected =
            [("王", false), ("𬀩", true), ("e\u{301}", false), ("葛\u{e0100}", false)];
        assert!(found.eq(expected));
    }

    #[test]
    fn a_lead_has_its_own_face_and_pairs_their_own_run() {
        let found = faces("一是好。次——）年…", "一是好。".len());
        let expected = [
            ("一是好。", FontRole::KaiTi, false),
            ("次", FontRole::FangSong, false),
            ("——）", FontRole::FangSong, true),
            ("年…", FontRole::FangSong, false),
        ];
        assert_eq!(found, expected.map(|(t, f, p)| (t.to_owned(), f, p)));
    }
}
