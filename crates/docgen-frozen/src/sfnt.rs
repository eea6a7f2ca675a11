//! The font file around the tables.

use crate::piece::{Digest, Piece};

/// What a directory needs for itself, and for each table.
const HEADER: usize = 12;
const RECORD: usize = 16;

/// A table of a program.
pub(crate) struct Table<'a> {
    pub(crate) tag: [u8; 4],
    /// How many bytes it has, without those that fill its last word.
    pub(crate) length: usize,
    pub(crate) pieces: Vec<Piece<'a>>,
}

impl<'a> Table<'a> {
    /// A table that is still to be coded.
    pub(crate) fn plain(tag: [u8; 4], bytes: Vec<u8>) -> Self {
        Self { tag, length: bytes.len(), pieces: vec![Piece::plain(bytes)] }
    }

    fn digest(&self) -> Digest {
        self.pieces.iter().map(Piece::digest).fold(Digest::EMPTY, Digest::then)
    }
}

/// All pieces of a program, in their order, from its tables in the order of their tags.
pub(crate) fn pieces(mut tables: Vec<Table<'_>>) -> Vec<Piece<'_>> {
    let digests: Vec<Digest> = tables.iter().map(Table::digest).collect();
    let directory = directory(&tables, &digests);
    let sums = digests.iter().map(|digest| digest.sum);
    let sum = sums.fold(Digest::of(&directory).sum, u32::wrapping_add);
    let head = tables.iter_mut().filter(|table| table.tag == *b"head");
    for piece in head.flat_map(|head| &mut head.pieces) {
        let Piece::Plain(bytes) = piece else { continue };
        let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum);
        put(bytes, 8, &adjustment.to_be_bytes());
    }
    let tables = tables.into_iter().flat_map(|table| table.pieces);
    std::iter::once(Piece::Plain(directory)).chain(tables).collect()
}

/// The table of tables.
fn directory(tables: &[Table<'_>], digests: &[Digest]) -> Vec<u8> {
    let count = tables.len() as u16;
    let steps = count.checked_ilog2().unwrap_or_default() as u16;
    let range = (RECORD as u16) << steps;
    let mut bytes = vec![0, 1, 0, 0];
    for number in [count, range, steps, RECORD as u16 * count - range] {
        bytes.extend(number.to_be_bytes());
    }
    let mut offset = (HEADER + RECORD * tables.len()) as u32;
    for (table, digest) in tables.iter().zip(digests) {
        bytes.extend(table.tag);
        for number in [digest.sum, offset, table.length as u32] {
            bytes.extend(number.to_be_bytes());
        }
        offset += digest.length;
    }
    bytes
}

/// Puts bytes into a table, if it is as long as that.
pub(crate) fn put(table: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(place) = table.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}
