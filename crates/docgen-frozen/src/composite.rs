//! Glyphs that are put together of others, which they name by number.

/// Contours, fewer than none for a composite, and four sides.
const HEADER: usize = 10;

const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const TWO_SCALES: u16 = 0x0040;
const MATRIX: u16 = 0x0080;

/// Whether a glyph is drawn of its own points.
pub(crate) fn is_simple(glyph: &[u8]) -> bool {
    word(glyph, 0).is_some_and(|contours| (1..0x8000).contains(&contours))
}

/// Where the numbers of its components stand; none in a glyph that is no composite.
pub(crate) fn places(glyph: &[u8]) -> Vec<usize> {
    let (mut places, mut at) = (vec![], HEADER);
    if word(glyph, 0).is_none_or(|contours| contours < 0x8000) {
        return places;
    }
    while let (Some(flags), Some(_)) = (word(glyph, at), word(glyph, at + 2)) {
        places.push(at + 2);
        if flags & MORE == 0 {
            break;
        }
        let offsets = if flags & WORDS != 0 { 4 } else { 2 };
        let scales = match flags {
            _ if flags & SCALE != 0 => 2,
            _ if flags & TWO_SCALES != 0 => 4,
            _ if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        at += 4 + offsets + scales;
    }
    places
}

/// Two bytes of a glyph as a number.
pub(crate) fn word(glyph: &[u8], at: usize) -> Option<u16> {
    glyph.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}
