//! The Mongolian of a bilingual 发文机关标志 (clause 7.2.4): above the Chinese, a column a word, the
//! columns from left to right in the middle of the type area, all beginning on one height.
//!
//! A column is a line turned a quarter to the right; the middle of the ink of all columns
//! stands in the middle of each.

use docgen_fonts::{Em, Word};
use docgen_frame::{Glyph, GlyphRun, Line, Turn};
use docgen_model::{Abs, FontRole, MongolianPlan, Point, Span, Text};
use docgen_standard::{HeadText, Role};

use crate::Context;

/// The language of the Mongolian, for readers.
pub(crate) const LANGUAGE: &str = "mn-Mong-CN";

/// The words, shaped.
#[derive(Debug)]
pub(super) struct Columns<'t> {
    words: Vec<(&'t Text, Word)>,
}

impl<'t> Columns<'t> {
    /// Shapes the words; characters that no face has are told.
    pub(super) fn of(text: &'t HeadText, context: &mut Context<'_>) -> Self {
        let mut words = vec![];
        for text in &text.mongolian {
            match context.book.mongolian(text.as_str()) {
                Some(word) => words.push((text, word)),
                None => tell_missing(text, context),
            }
        }
        Self { words }
    }

    /// Where the source has them, if there are any.
    pub(super) fn span(&self) -> Option<Span> {
        self.words.iter().map(|(text, _)| text.span()).reduce(Span::to)
    }

    /// Their places above a mark of a size, the whole beginning at `top`.
    pub(super) fn plan(
        &self,
        mark_size: Abs,
        top: Abs,
        context: &Context<'_>,
    ) -> Option<MongolianPlan> {
        let (spec, body) = (&context.profile.head, context.grid.body);
        let size = mark_size.scale(spec.mongolian_size, 100);
        let height =
            self.words.iter().map(|(text, word)| length(text, word, size)).max()?;
        let pitch = size.scale(spec.mongolian_pitch, 100);
        let count = self.words.len() as i64;
        let left = body.x + (body.width - pitch * count) / 2;
        let columns = u32::try_from(count).unwrap_or(u32::MAX);
        Some(MongolianPlan { size, left, top, pitch, columns, height })
    }

    /// Whether they fit side by side above a mark of a size.
    pub(super) fn fit(&self, mark_size: Abs, context: &Context<'_>) -> bool {
        let plan = self.plan(mark_size, Abs::ZERO, context);
        plan.is_none_or(|plan| plan.left >= context.grid.body.x)
    }

    /// The columns as they are set.
    pub(super) fn lines(&self, plan: &MongolianPlan, context: &Context<'_>) -> Vec<Line> {
        let bottom = self.words.iter().map(|(_, word)| word.bottom).min();
        let top = self.words.iter().map(|(_, word)| word.top).max();
        let middle = Em((bottom.unwrap_or_default().0 + top.unwrap_or_default().0) / 2);
        let color = context.profile.style(Role::IssuerMark).color;
        let column = |(index, (text, word)): (usize, &(&Text, Word))| {
            let centre = plan.left + plan.pitch * index as i64 + plan.pitch / 2;
            let run = GlyphRun {
                face: word.face.clone(),
                size: plan.size,
                color,
                origin: Point { x: centre - middle.at(plan.size), y: plan.top },
                text: text.as_str().to_owned(),
                glyphs: glyphs(text, word, plan.size),
            };
            Line { row: None, turn: Turn::Right, runs: vec![run] }
        };
        self.words.iter().enumerate().map(column).collect()
    }
}

/// How much of the height of a page a plan takes, with the gap to the mark.
pub(super) fn height(
    plan: Option<&MongolianPlan>,
    size: Abs,
    context: &Context<'_>,
) -> Abs {
    let gap = context.profile.head.mongolian_gap.chars(size);
    plan.map_or(Abs::ZERO, |plan| plan.height + gap)
}

fn glyphs(text: &Text, word: &Word, size: Abs) -> Vec<Glyph> {
    let glyph = |glyph: &docgen_fonts::WordGlyph| Glyph {
        id: glyph.id,
        advance: glyph.advance.at(size).into(),
        dx: glyph.dx.at(size).into(),
        dy: glyph.dy.at(size).into(),
        text: glyph.text.start as u32..glyph.text.end as u32,
        span: text.span_of(glyph.text.clone()),
    };
    word.glyphs.iter().map(glyph).collect()
}

/// How long a word is without the blank behind it.
fn length(text: &Text, word: &Word, size: Abs) -> Abs {
    let end = text.as_str().trim_end().len();
    let shown = word.glyphs.iter().filter(|glyph| glyph.text.start < end);
    shown.map(|glyph| glyph.advance.at(size)).sum()
}

fn tell_missing(text: &Text, context: &mut Context<'_>) {
    let lacks = |c: char| context.book.mongolian(c.encode_utf8(&mut [0; 4])).is_none();
    let missing: Vec<_> =
        text.as_str().char_indices().filter(|&(_, c)| lacks(c)).collect();
    if missing.is_empty() {
        // Each face has a part of the word.
        context.faces.note(text.as_str(), FontRole::Mongolian, None, || text.span());
    }
    for (at, c) in missing {
        let span = text.span_of(at..at + c.len_utf8());
        context.faces.note(&c.to_string(), FontRole::Mongolian, None, || span);
    }
}
