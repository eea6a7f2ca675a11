//! Freezing: the slow half, once for each face, when docgen is built.

use std::collections::BTreeSet;

use crate::bits::Bits;
use crate::code::{
    Code, DISTANCES, END, LITERALS, LONGEST, distance_class, length_class,
};
use crate::composite::is_simple;
use crate::face::Face;
use crate::frozen::{TABLES, Writer};
use crate::huffman;
use crate::parse::{Costs, Step, cheapest};
use crate::piece::Digest;

/// A face with no more glyphs is frozen whole.
const WHOLE: u16 = 4096;
/// How often the code is made to suit the steps that it made cheap.
const ROUNDS: usize = 4;
/// Of how many glyphs, about, that is learned.
const SAMPLE: usize = 2000;
/// How far back a repetition may reach.
const WINDOW: usize = 32_768;

/// Freezes a face: the glyphs of these characters, the ones wanted most first, and all of a
/// small face; `None` if it has no TrueType outlines, or is variable.
pub fn freeze(face: &[u8], characters: &str) -> Option<Vec<u8>> {
    let face = Face::new(face)?;
    let glyphs = glyphs(&face, characters);
    let pieces: Vec<_> =
        glyphs.iter().filter_map(|id| face.glyph(*id)).map(words).collect();
    let tables: Vec<_> = TABLES.iter().map(|tag| face.table(*tag).map(words)).collect();
    let code = suited(&pieces, &[metrics(&face, &glyphs), offsets(&pieces)]);
    let costs = Costs::new(&code);
    let coded = |bytes: &[u8]| {
        let mut bits = Bits::default();
        code.steps(&mut bits, bytes, &cheapest(bytes, &costs));
        (Digest::of(bytes), bits)
    };
    let mut pieces_coded = vec![];
    for (id, bytes) in glyphs.iter().zip(&pieces) {
        let bounds = face.bounds(*id)?.map(|side| side as i16);
        pieces_coded.push((usize::from(*id), coded(bytes), bounds));
    }
    for (index, table) in tables.iter().enumerate() {
        let place = usize::from(face.count()) + index;
        pieces_coded.extend(table.iter().map(|bytes| (place, coded(bytes), [0; 4])));
    }
    let mut writer = Writer::new(face.count(), code);
    for (place, (digest, bits), bounds) in pieces_coded {
        writer.add(place, digest, bits, bounds);
    }
    Some(writer.finish())
}

/// The glyphs to freeze, each once.
fn glyphs(face: &Face<'_>, characters: &str) -> Vec<u16> {
    const NOTDEF: u16 = 0;
    let rest = if face.count() <= WHOLE { 0..face.count() } else { 0..0 };
    let mut seen = BTreeSet::new();
    let is_fit = |glyph: &[u8]| is_simple(glyph) && glyph.len() < WINDOW;
    std::iter::once(NOTDEF)
        .chain(face.glyphs(characters))
        .chain(rest)
        .filter(|id| seen.insert(*id) && face.glyph(*id).is_some_and(is_fit))
        .collect()
}

/// Bytes filled up to whole words.
fn words(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Widths and places as programs have them, for the code to know them too.
fn metrics(face: &Face<'_>, glyphs: &[u16]) -> Vec<u8> {
    let metrics = glyphs.iter().filter_map(|id| face.metric(*id));
    metrics
        .flat_map(|(advance, bearing)| [advance.to_be_bytes(), bearing.to_be_bytes()])
        .flatten()
        .collect()
}

fn offsets(pieces: &[Vec<u8>]) -> Vec<u8> {
    let ends = pieces.iter().scan(0_u32, |end, piece| {
        *end = (*end + piece.len() as u32) % (1 << 18);
        Some(*end)
    });
    ends.flat_map(u32::to_be_bytes).collect()
}

/// The code that suits pieces of a face and tables of its programs.
fn suited(pieces: &[Vec<u8>], tables: &[Vec<u8>]) -> Code {
    let every = pieces.len().div_ceil(SAMPLE);
    let tables = tables.iter().flat_map(|table| table.chunks(16));
    let sample: Vec<&[u8]> =
        pieces.iter().map(Vec::as_slice).chain(tables).step_by(every.max(1)).collect();
    let mut code = Code::new(&[8; Code::LENGTHS]);
    for _ in 0..ROUNDS {
        let costs = Costs::new(&code);
        let mut counts = Counts::new();
        sample.iter().for_each(|bytes| counts.add(bytes, &cheapest(bytes, &costs)));
        code = counts.code();
    }
    code
}

/// How often symbols are used.
struct Counts {
    literals: [u32; LITERALS],
    distances: [u32; DISTANCES],
}

impl Counts {
    /// Any byte and the end must have a code.
    fn new() -> Self {
        let mut literals = [0; LITERALS];
        literals[..=END].fill(1);
        Self { literals, distances: [0; DISTANCES] }
    }

    fn add(&mut self, bytes: &[u8], steps: &[Step]) {
        let mut at = 0;
        for step in steps {
            match *step {
                Step::Literal => self.literals[usize::from(bytes[at])] += 1,
                Step::Repeat { length, distance } => {
                    self.literals[END + 1 + length_class(length).0] += 1;
                    self.distances[distance_class(distance).0] += 1;
                }
            }
            at += step.length();
        }
    }

    fn code(&self) -> Code {
        let mut lengths = huffman::lengths(&self.literals, LONGEST);
        lengths.extend(huffman::lengths(&self.distances, LONGEST));
        Code::new(&lengths)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::DeflateDecoder;

    use super::*;

    #[test]
    fn a_block_of_the_suited_code_inflates_to_its_bytes() {
        let noise = (0..3000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8);
        let long = [vec![7; 1000], b"abcd".repeat(300)].concat();
        for bytes in [vec![], vec![0], noise.collect(), long, b"abcabcabd".to_vec()] {
            let code = suited(std::slice::from_ref(&bytes), &[]);
            let steps = cheapest(&bytes, &Costs::new(&code));
            let mut bits = Bits::default();
            code.head(&mut bits);
            code.steps(&mut bits, &bytes, &steps);
            code.literal(&mut bits, END);
            let stream = bits.finish();
            let mut inflated = vec![];
            DeflateDecoder::new(&stream[..]).read_to_end(&mut inflated).unwrap();
            assert!(inflated == bytes, "{} bytes", bytes.len());
        }
    }

    #[test]
    fn what_repeats_is_not_written_again() {
        let bytes = b"abcdefgh".repeat(40);
        let code = suited(std::slice::from_ref(&bytes), &[]);
        let steps = cheapest(&bytes, &Costs::new(&code));
        assert_eq!(steps[..8], [Step::Literal; 8]);
        assert_eq!(steps.len(), 10, "{steps:?}");
    }
}
