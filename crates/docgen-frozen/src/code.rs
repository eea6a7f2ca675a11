//! The code of a block of deflate (RFC 1951, 3.2): a symbol for each byte, each class of match
//! lengths and the end, and one for each class of distances.

use std::sync::LazyLock;

use crate::bits::Bits;
use crate::huffman;
use crate::parse::Step;

/// How many symbols there are for bytes, the end and lengths.
pub(crate) const LITERALS: usize = 286;
/// How many there are for distances.
pub(crate) const DISTANCES: usize = 30;
/// The longest code of a symbol.
pub(crate) const LONGEST: u8 = 15;
/// The symbol that ends a block; those of lengths follow.
pub(crate) const END: usize = 256;

/// The shortest length of each class, and how many bits more tell which it is.
#[rustfmt::skip]
const LENGTH_CLASSES: [(u16, u8); 29] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
    (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
    (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
];

/// The same of distances.
#[rustfmt::skip]
const DISTANCE_CLASSES: [(u16, u8); DISTANCES] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
    (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
    (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12),
    (12289, 12), (16385, 13), (24577, 13),
];

/// The class of a length or a distance, how many bits tell which it is, and these.
pub(crate) type Class = (usize, u8, u16);

/// The class of a match length from 3 to 258.
pub(crate) fn length_class(length: u16) -> Class {
    static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
        (0..=258).map(|length| class(&LENGTH_CLASSES, length)).collect()
    });
    CLASSES[usize::from(length)]
}

/// The class of a distance from 1.
pub(crate) fn distance_class(distance: u16) -> Class {
    class(&DISTANCE_CLASSES, distance)
}

fn class(classes: &[(u16, u8)], value: u16) -> Class {
    let class = classes.partition_point(|(first, _)| *first <= value).saturating_sub(1);
    let (first, extra) = classes[class];
    (class, extra, value.saturating_sub(first))
}

/// The bits of a symbol, the first lowest, and how many they are; none if it has no code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Symbol {
    bits: u16,
    pub(crate) length: u8,
}

/// A code: one of bytes, end and lengths, one of distances.
#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) literals: Vec<Symbol>,
    pub(crate) distances: Vec<Symbol>,
}

impl Code {
    /// How many lengths make a code.
    pub(crate) const LENGTHS: usize = LITERALS + DISTANCES;

    /// The code whose symbols have these lengths.
    pub(crate) fn new(lengths: &[u8]) -> Self {
        let (literals, distances) = lengths.split_at(LITERALS);
        Self { literals: symbols(literals), distances: symbols(distances) }
    }

    /// The lengths of all symbols.
    pub(crate) fn lengths(&self) -> Vec<u8> {
        self.literals.iter().chain(&self.distances).map(|symbol| symbol.length).collect()
    }

    /// Writes a byte, or the end.
    pub(crate) fn literal(&self, bits: &mut Bits, literal: usize) {
        put(bits, self.literals[literal]);
    }

    /// Writes a repetition of bytes before.
    pub(crate) fn repeat(&self, bits: &mut Bits, length: u16, distance: u16) {
        let (class, extra, rest) = length_class(length);
        put(bits, self.literals[END + 1 + class]);
        bits.push(u32::from(rest), extra);
        let (class, extra, rest) = distance_class(distance);
        put(bits, self.distances[class]);
        bits.push(u32::from(rest), extra);
    }

    /// Writes bytes in the steps of a parse.
    pub(crate) fn steps(&self, bits: &mut Bits, bytes: &[u8], steps: &[Step]) {
        let mut at = 0;
        for step in steps {
            match *step {
                Step::Literal => self.literal(bits, usize::from(bytes[at])),
                Step::Repeat { length, distance } => self.repeat(bits, length, distance),
            }
            at += step.length();
        }
    }

    /// Writes the head of a block, the last of its stream, that has this code.
    pub(crate) fn head(&self, bits: &mut Bits) {
        /// In which order the lengths of the code of lengths stand.
        const ORDER: [usize; 19] =
            [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        const LAST_BLOCK_WITH_ITS_OWN_CODE: u32 = 0b101;
        let runs = runs(&self.lengths());
        let mut frequencies = [0; ORDER.len()];
        runs.iter().for_each(|run| frequencies[run.symbol] += 1);
        let code = symbols(&huffman::lengths(&frequencies, 7));
        bits.push(LAST_BLOCK_WITH_ITS_OWN_CODE, 3);
        bits.push((LITERALS - 257) as u32, 5);
        bits.push((DISTANCES - 1) as u32, 5);
        bits.push((ORDER.len() - 4) as u32, 4);
        ORDER.iter().for_each(|symbol| bits.push(u32::from(code[*symbol].length), 3));
        for run in runs {
            put(bits, code[run.symbol]);
            bits.push(run.rest, run.extra);
        }
    }
}

fn put(bits: &mut Bits, symbol: Symbol) {
    bits.push(u32::from(symbol.bits), symbol.length);
}

/// The symbols of these lengths, shorter ones first, then in their order.
fn symbols(lengths: &[u8]) -> Vec<Symbol> {
    let mut next = [0_u16; LONGEST as usize + 2];
    for length in 1..=LONGEST {
        let count = lengths.iter().filter(|other| **other == length).count() as u16;
        let at = usize::from(length);
        next[at + 1] = (next[at] + count) << 1;
    }
    let symbol = |&length: &u8| {
        if length == 0 {
            return Symbol::default();
        }
        let code = &mut next[usize::from(length)];
        let bits = code.reverse_bits() >> (16 - length);
        *code += 1;
        Symbol { bits, length }
    };
    lengths.iter().map(symbol).collect()
}

/// A length of a code, or a repetition of one.
struct Run {
    symbol: usize,
    rest: u32,
    extra: u8,
}

/// Lengths as they stand in the head of a block.
fn runs(lengths: &[u8]) -> Vec<Run> {
    let mut runs = vec![];
    for same in lengths.chunk_by(|a, b| a == b) {
        let (length, mut left) = (usize::from(same[0]), same.len());
        if length > 0 {
            runs.push(Run { symbol: length, rest: 0, extra: 0 });
            left -= 1;
        }
        while left > 0 {
            let (symbol, least, most, extra) = match (length, left) {
                (0, 11..) => (18, 11, 138, 7),
                (0, 3..) => (17, 3, 10, 3),
                (1.., 3..) => (16, 3, 6, 2),
                _ => (length, 1, 1, 0),
            };
            let count = left.min(most);
            runs.push(Run { symbol, rest: (count - least) as u32, extra });
            left -= count;
        }
    }
    runs
}
