//! A frozen face as bytes, written by a build and read by the program that it makes.
//!
//! | | |
//! |---|---|
//! | glyphs, pieces, bits of the head | 3 × 4 bytes, little-endian as all here |
//! | lengths of the code | a byte a symbol |
//! | head of the block | its bits |
//! | places | for each glyph, then each table of [`TABLES`], 2 bytes: its record, from 1; 0 if it is not frozen |
//! | records | a piece each: where its bits start, how many they are, what they hold, what they reach |
//! | bits | each piece from a byte of its own |

use crate::bits::Bits;
use crate::code::Code;
use crate::face::Bounds;
use crate::piece::{Digest, Piece};

/// The tables that a program has as the face has them.
pub(crate) const TABLES: [[u8; 4]; 3] = [*b"cvt ", *b"fpgm", *b"prep"];

const COUNTS: usize = 12;
const RECORD: usize = 24;

/// A frozen face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frozen<'a> {
    /// How many glyphs the face has.
    pub(crate) count: u16,
    lengths: &'a [u8],
    head: &'a [u8],
    head_bits: usize,
    places: &'a [u8],
    records: &'a [u8],
    bits: &'a [u8],
}

impl<'a> Frozen<'a> {
    /// Reads where its parts are.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (counts, rest) = bytes.split_at_checked(COUNTS)?;
        let count = |at| Some(u32::from_le_bytes(field(counts, at)?) as usize);
        let (glyphs, pieces, head_bits) = (count(0)?, count(4)?, count(8)?);
        let (lengths, rest) = rest.split_at_checked(Code::LENGTHS)?;
        let (head, rest) = rest.split_at_checked(head_bits.div_ceil(8))?;
        let (places, rest) = rest.split_at_checked(2 * (glyphs + TABLES.len()))?;
        let (records, bits) = rest.split_at_checked(RECORD * pieces)?;
        let count = u16::try_from(glyphs).ok()?;
        Some(Self { count, lengths, head, head_bits, places, records, bits })
    }

    /// The code of all its pieces.
    pub(crate) fn code(&self) -> Code {
        Code::new(self.lengths)
    }

    /// Writes the head of a block that has this code.
    pub(crate) fn head(&self, bits: &mut Bits) {
        bits.copy(self.head, self.head_bits);
    }

    /// A glyph and what it reaches, if it is frozen.
    pub(crate) fn glyph(&self, id: u16) -> Option<(Piece<'a>, Bounds)> {
        let record = (id < self.count).then(|| self.record(id.into()))??;
        let side = |at| Some(f32::from(i16::from_le_bytes(field(record, at)?)));
        Some((self.piece(record)?, [side(16)?, side(18)?, side(20)?, side(22)?]))
    }

    /// A table, by its place in [`TABLES`], if it is frozen.
    pub(crate) fn table(&self, index: usize) -> Option<Piece<'a>> {
        self.piece(self.record(usize::from(self.count) + index)?)
    }

    fn record(&self, place: usize) -> Option<&'a [u8]> {
        let record = usize::from(u16::from_le_bytes(field(self.places, 2 * place)?));
        let start = RECORD * record.checked_sub(1)?;
        self.records.get(start..start + RECORD)
    }

    fn piece(&self, record: &'a [u8]) -> Option<Piece<'a>> {
        let half = |at| Some(u16::from_le_bytes(field(record, at)?));
        let word = |at| Some(u32::from_le_bytes(field(record, at)?));
        let (length, sum) = (half(6)?.into(), word(12)?);
        let digest = Digest { length, sum, a: half(8)?, b: half(10)? };
        let (start, count) = (word(0)? as usize, usize::from(half(4)?));
        let bytes = self.bits.get(start..start + count.div_ceil(8))?;
        Some(Piece::Frozen { digest, bytes, count })
    }
}

fn field<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

/// A frozen face as it is written.
pub(crate) struct Writer {
    count: u16,
    code: Code,
    places: Vec<u16>,
    records: Vec<u8>,
    bits: Vec<u8>,
}

impl Writer {
    /// One of a face with so many glyphs.
    pub(crate) fn new(count: u16, code: Code) -> Self {
        let places = vec![0; usize::from(count) + TABLES.len()];
        Self { count, code, places, records: vec![], bits: vec![] }
    }

    /// Adds a piece: for a glyph at its number, for a table behind all glyphs. A piece that is
    /// too long for its record is left out.
    pub(crate) fn add(
        &mut self,
        place: usize,
        digest: Digest,
        bits: Bits,
        bounds: [i16; 4],
    ) {
        let (Ok(count), Ok(length)) =
            (u16::try_from(bits.len()), u16::try_from(digest.length))
        else {
            return;
        };
        let start = self.bits.len() as u32;
        self.bits.extend(bits.finish());
        self.records.extend(start.to_le_bytes());
        for half in [count, length, digest.a, digest.b] {
            self.records.extend(half.to_le_bytes());
        }
        self.records.extend(digest.sum.to_le_bytes());
        self.records.extend(bounds.iter().flat_map(|side| side.to_le_bytes()));
        self.places[place] = (self.records.len() / RECORD) as u16;
    }

    /// All of it.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut head = Bits::default();
        self.code.head(&mut head);
        let counts = [self.count.into(), self.records.len() / RECORD, head.len()];
        let mut bytes = vec![];
        bytes.extend(counts.iter().flat_map(|count| (*count as u32).to_le_bytes()));
        bytes.extend(self.code.lengths());
        bytes.extend(head.finish());
        bytes.extend(self.places.iter().flat_map(|place| place.to_le_bytes()));
        bytes.extend(self.records);
        bytes.extend(self.bits);
        bytes
    }
}
