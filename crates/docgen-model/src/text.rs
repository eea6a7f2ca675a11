//! Text that knows where it came from.
//!
//! Reading changes an author's text (half-width marks become full-width, stray blanks go),
//! yet every later message must point at the characters in the file. So a [`Text`] is a
//! string with a list of pieces: each says from which byte on the string comes from which
//! bytes of the source.

use std::ops::Range;

use crate::Span;

/// A string, the place of each of its characters, and the ranges set in 黑体 by `**…**`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Text {
    string: String,
    /// Sorted by `at`; the first stands at 0 unless the text is empty.
    pieces: Vec<Piece>,
    strong: Vec<Range<usize>>,
}

/// From byte `at` of the string to the next piece, the text comes from `source`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    at: usize,
    source: Span,
}

impl Text {
    /// `string`, all of it from `source`.
    pub fn new(string: impl Into<String>, source: Span) -> Self {
        let string = string.into();
        let pieces =
            if string.is_empty() { vec![] } else { vec![Piece { at: 0, source }] };
        Self { string, pieces, strong: vec![] }
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.string.len()
    }

    /// Whether there is no character.
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// The ranges set in 黑体 by `**…**`, sorted, in bytes of [`Text::as_str`].
    pub fn strong(&self) -> &[Range<usize>] {
        &self.strong
    }

    /// Marks a range as set in 黑体; ranges are added in order.
    pub fn mark_strong(&mut self, range: Range<usize>) {
        self.strong.push(range);
    }

    /// Appends `string`, which comes from `source`. Where both have the same number of
    /// bytes the bytes correspond one to one, else the whole string points at all of it.
    pub fn push_str(&mut self, string: &str, source: Span) {
        if string.is_empty() {
            return;
        }
        let at = self.string.len();
        if !self.continues(string, source) {
            self.pieces.push(Piece { at, source });
        } else if let Some(last) = self.pieces.last_mut() {
            last.source.end = source.end;
        }
        self.string.push_str(string);
    }

    /// Whether the last piece can simply grow: verbatim before, verbatim now, adjacent.
    fn continues(&self, string: &str, source: Span) -> bool {
        let verbatim = string.len() == (source.end - source.start) as usize;
        self.pieces.last().is_some_and(|last| {
            let length = self.string.len() - last.at;
            verbatim
                && last.source.end == source.start
                && length == (last.source.end - last.source.start) as usize
        })
    }

    /// Appends another text with its places and its strong ranges.
    pub fn push_text(&mut self, other: &Self) {
        let offset = self.string.len();
        for (i, piece) in other.pieces.iter().enumerate() {
            let end = other.piece_end(i);
            self.push_str(&other.string[piece.at..end], piece.source);
        }
        self.strong.extend(other.strong.iter().map(|r| r.start + offset..r.end + offset));
    }

    /// The part of the text in `range`, which must lie on character boundaries.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        for (i, piece) in self.pieces.iter().enumerate() {
            let start = piece.at.max(range.start);
            let end = self.piece_end(i).min(range.end);
            if start < end {
                part.push_str(&self.string[start..end], self.span_of(start..end));
            }
        }
        part.strong = self
            .strong
            .iter()
            .map(|r| r.start.max(range.start)..r.end.min(range.end))
            .filter(|r| r.start < r.end)
            .map(|r| r.start - range.start..r.end - range.start)
            .collect();
        part
    }

    /// Where the bytes in `range` of the string come from.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let start = self.place(range.start, false);
        let end =
            if range.end > range.start { self.place(range.end - 1, true) } else { start };
        start.to(end)
    }

    /// Where the whole text comes from.
    pub fn span(&self) -> Span {
        self.span_of(0..self.string.len())
    }

    fn piece_end(&self, index: usize) -> usize {
        self.pieces.get(index + 1).map_or(self.string.len(), |next| next.at)
    }

    /// The source of one byte; with `end`, the place behind it.
    fn place(&self, byte: usize, end: bool) -> Span {
        let index = self.pieces.partition_point(|p| p.at <= byte).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return Span::default() };
        let length = self.piece_end(index) - piece.at;
        let source = piece.source;
        if length != (source.end - source.start) as usize {
            return source;
        }
        let at = source.start + (byte - piece.at) as u32 + u32::from(end);
        Span::new(at.min(source.end), at.min(source.end))
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `法治,建设` with its comma made full-width; the source begins at byte 10.
    fn sample() -> Text {
        let mut text = Text::default();
        text.push_str("法", Span::new(10, 13));
        text.push_str("治", Span::new(13, 16));
        text.push_str("，", Span::new(16, 17));
        text.push_str("建设", Span::new(17, 23));
        text
    }

    #[test]
    fn every_character_knows_its_source() {
        let text = sample();
        assert_eq!(text.as_str(), "法治，建设");
        assert_eq!(text.pieces.len(), 3);
        assert_eq!(text.span_of(3..6), Span::new(13, 16));
        assert_eq!(text.span_of(6..9), Span::new(16, 17));
        assert_eq!(text.span_of(12..15), Span::new(20, 23));
        assert_eq!(text.span(), Span::new(10, 23));
    }

    #[test]
    fn slices_and_joins_keep_places() {
        let text = sample();
        let mut joined = text.slice(0..3);
        joined.push_text(&text.slice(6..12));
        assert_eq!(joined.as_str(), "法，建");
        assert_eq!(joined.span_of(3..6), Span::new(16, 17));
        assert_eq!(joined.span_of(6..9), Span::new(17, 20));
    }
}
