//! Pieces of a program, whole words of four bytes, and what is to be known of them.

use crate::bits::Bits;
use crate::code::{Code, END, Symbol, distance_class, length_class};

/// What a font file and its stream say of bytes, so that those of pieces make those of the
/// whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest {
    /// How many bytes they are.
    pub(crate) length: u32,
    /// Their sum as big-endian words of four bytes, as a font file has it.
    pub(crate) sum: u32,
    /// Adler-32: the sum of bytes and one,
    pub(crate) a: u16,
    /// and the sum of these sums.
    pub(crate) b: u16,
}

/// The largest prime below 65,536.
const ADLER: u64 = 65_521;

impl Digest {
    /// That of no bytes.
    pub(crate) const EMPTY: Self = Self { length: 0, sum: 0, a: 1, b: 0 };

    /// That of whole words.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let (words, _) = bytes.as_chunks();
        let sum = words
            .iter()
            .fold(0, |sum: u32, word| sum.wrapping_add(u32::from_be_bytes(*word)));
        let (a, b) = bytes.iter().fold((1_u64, 0_u64), |(a, b), byte| {
            let a = a + u64::from(*byte);
            (a, b + a)
        });
        let (a, b) = ((a % ADLER) as u16, (b % ADLER) as u16);
        Self { length: bytes.len() as u32, sum, a, b }
    }

    /// That of these bytes and others behind them.
    pub(crate) fn then(self, other: Self) -> Self {
        let (a, b) = (u64::from(self.a), u64::from(self.b));
        let a_before = a + ADLER - 1;
        let b = b + u64::from(other.b) + a_before * u64::from(other.length);
        Self {
            length: self.length + other.length,
            sum: self.sum.wrapping_add(other.sum),
            a: ((a_before + u64::from(other.a)) % ADLER) as u16,
            b: (b % ADLER) as u16,
        }
    }

    /// Its Adler-32.
    pub(crate) fn adler(self) -> u32 {
        u32::from(self.b) << 16 | u32::from(self.a)
    }
}

/// A piece of a program.
#[derive(Debug, Clone)]
pub(crate) enum Piece<'a> {
    /// Coded already.
    Frozen {
        /// What it holds.
        digest: Digest,
        /// Its bits, from the first of these bytes.
        bytes: &'a [u8],
        /// How many bits there are.
        count: usize,
    },
    /// Still to be coded.
    Plain(Vec<u8>),
}

impl Piece<'_> {
    /// A piece of any bytes, filled up to whole words.
    pub(crate) fn plain(mut bytes: Vec<u8>) -> Self {
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        Self::Plain(bytes)
    }

    /// What is to be known of it.
    pub(crate) fn digest(&self) -> Digest {
        match self {
            Self::Frozen { digest, .. } => *digest,
            Self::Plain(bytes) => Digest::of(bytes),
        }
    }

    /// Writes it.
    pub(crate) fn write(&self, code: &Code, bits: &mut Bits) {
        match self {
            Self::Frozen { bytes, count, .. } => bits.copy(bytes, *count),
            Self::Plain(bytes) => write(bytes, code, bits),
        }
    }
}

/// Writes bytes as they are, but for what repeats from one word to the next, as widths do.
fn write(bytes: &[u8], code: &Code, bits: &mut Bits) {
    const WORD: usize = 4;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let earlier = at.checked_sub(WORD).and_then(|start| bytes.get(start..));
        let equal = earlier.unwrap_or_default().iter().zip(&bytes[at..]);
        let length = equal.take(258).take_while(|(a, b)| a == b).count();
        if length >= 3 && is_short(code, &bytes[at..at + length]) {
            code.repeat(bits, length as u16, WORD as u16);
            at += length;
        } else {
            code.literal(bits, usize::from(*byte));
            at += 1;
        }
    }

    /// Whether repeating these bytes is shorter than writing them.
    fn is_short(code: &Code, bytes: &[u8]) -> bool {
        let (class, extra, _) = length_class(bytes.len() as u16);
        let symbols = [
            code.literals[END + 1 + class],
            code.distances[distance_class(WORD as u16).0],
        ];
        let length = |symbol: &Symbol| usize::from(symbol.length);
        let whole: usize =
            bytes.iter().map(|byte| length(&code.literals[usize::from(*byte)])).sum();
        symbols.iter().all(|symbol| symbol.length > 0)
            && symbols.iter().map(length).sum::<usize>() + usize::from(extra) < whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_of_pieces_make_that_of_the_whole() {
        let bytes: Vec<u8> = (0..4000_u32).map(|i| (i * i / 7) as u8).collect();
        let whole = Digest::of(&bytes);
        for cut in [0, 4, 2000, 4000] {
            let (first, last) = bytes.split_at(cut);
            assert_eq!(Digest::of(first).then(Digest::of(last)), whole);
        }
        assert_eq!(Digest::EMPTY.then(whole), whole);
        // By Python's zlib.adler32.
        assert_eq!(Digest::of(b"deflated").adler(), 0xe79033a);
    }
}
