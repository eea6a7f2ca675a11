//! The cross-reference table of a file as krilla writes it: one table, offsets of fixed width,
//! for every standard. What rewrites a finished file begins here; a file that is not so made
//! is refused, never half mended.

use std::ops::Range;

/// The digits of an offset in the table, and the length of its entries.
const OFFSET: usize = 10;
const ENTRY: usize = 20;

/// The cross-reference table: where its entries begin and how many there are, and where the
/// file says that it stands.
pub(crate) struct Xref {
    entries: usize,
    count: usize,
    place: Range<usize>,
    offset: usize,
}

impl Xref {
    pub(crate) fn find(pdf: &[u8]) -> Option<Self> {
        const START: &[u8] = b"startxref\n";
        let start = last(pdf, START)? + START.len();
        let place = start..start + digits(pdf, start)?;
        let offset = number(pdf, place.clone())?;
        let table = pdf.get(offset..)?.strip_prefix(b"xref\n0 ")?;
        let first = pdf.len() - table.len();
        let counted = digits(pdf, first)?;
        let count = number(pdf, first..first + counted)?;
        Some(Self { entries: first + counted + 1, count, place, offset })
    }

    /// How many objects there are, the free one of number 0 counted in: the next number.
    pub(crate) fn size(&self) -> usize {
        self.count
    }

    /// Where each object stands, by number, as many bytes as there are to the next one or to
    /// the table, which is the last.
    pub(crate) fn spans(&self, pdf: &[u8]) -> Option<Vec<(usize, Range<usize>)>> {
        let mut starts = Vec::with_capacity(self.count);
        for index in 0..self.count {
            let entry = self.entry(index);
            if pdf.get(entry.end..entry.start + ENTRY)?.contains(&b'n') {
                starts.push((number(pdf, entry)?, index));
            }
        }
        starts.sort_unstable();
        let ends = starts.iter().skip(1).map(|&(start, _)| start).chain([self.offset]);
        let spans = starts.iter().zip(ends);
        spans
            .map(|(&(start, index), end)| (start <= end).then_some((index, start..end)))
            .collect()
    }

    /// What the trailer says, but for its `/Size`.
    pub(crate) fn trailer<'a>(&self, pdf: &'a [u8]) -> Option<&'a [u8]> {
        let table = pdf.get(self.entries + self.count * ENTRY..self.place.start)?;
        let inside = table.strip_prefix(b"trailer\n<</Size ")?;
        let inside = inside.get(digits(inside, 0)?..)?;
        inside.strip_suffix(b">>\nstartxref\n")
    }

    /// Moves every object behind `from`, and the table itself, by `by` bytes.
    pub(crate) fn shift(&self, pdf: &mut Vec<u8>, from: usize, by: usize) -> Option<()> {
        for index in 0..self.count {
            let entry = self.entry(index);
            let offset = number(pdf, entry.clone())?;
            if offset > from {
                let moved = format!("{:010}", offset + by);
                pdf.get_mut(entry)?.copy_from_slice(moved.get(..OFFSET)?.as_bytes());
            }
        }
        let moved = (self.offset + by).to_string();
        pdf.splice(self.place.clone(), moved.bytes());
        Some(())
    }

    fn entry(&self, index: usize) -> Range<usize> {
        let at = self.entries + index * ENTRY;
        at..at + OFFSET
    }
}

/// How many digits stand at a place.
pub(crate) fn digits(pdf: &[u8], at: usize) -> Option<usize> {
    Some(pdf.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

pub(crate) fn number(pdf: &[u8], range: Range<usize>) -> Option<usize> {
    std::str::from_utf8(pdf.get(range)?).ok()?.parse().ok()
}

pub(crate) fn first(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|bytes| bytes == wanted)
}

pub(crate) fn last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|bytes| bytes == wanted)
}
