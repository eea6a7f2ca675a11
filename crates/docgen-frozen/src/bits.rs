//! Bits in the order of deflate: the first is the lowest of its byte.

/// A stream of bits that grows.
#[derive(Debug, Default)]
pub(crate) struct Bits {
    bytes: Vec<u8>,
    /// The last bits, fewer than 64, that fill no word yet.
    held: u64,
    count: u32,
}

impl Bits {
    /// A stream that goes on behind whole bytes.
    pub(crate) fn after(bytes: Vec<u8>) -> Self {
        Self { bytes, held: 0, count: 0 }
    }

    /// Adds the lowest bits of a value, at most 32; it has no others.
    pub(crate) fn push(&mut self, value: u32, count: u8) {
        let (value, count) = (u64::from(value), u32::from(count));
        self.held |= value << self.count;
        self.count += count;
        if self.count >= u64::BITS {
            self.bytes.extend_from_slice(&self.held.to_le_bytes());
            self.count -= u64::BITS;
            self.held = value >> (count - self.count);
        }
    }

    /// Adds the first bits of whole bytes.
    pub(crate) fn copy(&mut self, from: &[u8], count: usize) {
        let (words, rest) = from.as_chunks();
        let whole = words.len().min(count / 64);
        let (words, more) = words.split_at(whole);
        for word in words {
            let word = u64::from_le_bytes(*word);
            let full = self.held | word << self.count;
            self.bytes.extend_from_slice(&full.to_le_bytes());
            // In two steps, since none may be of 64.
            self.held = word >> 1 >> (63 - self.count);
        }
        let last = more.as_flattened().iter().chain(rest);
        let mut left = count - 64 * whole;
        for byte in last {
            let count = left.min(8) as u8;
            let mask = (1_u32 << count) - 1;
            self.push(u32::from(*byte) & mask, count);
            left -= usize::from(count);
        }
    }

    /// How many bits there are.
    pub(crate) fn len(&self) -> usize {
        8 * self.bytes.len() + self.count as usize
    }

    /// The bytes; the last is filled up with zeros.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let last = self.count.div_ceil(8) as usize;
        self.bytes.extend_from_slice(&self.held.to_le_bytes()[..last]);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_what_pushing_its_bits_makes() {
        let from: Vec<u8> = (0..40_u8).map(|i| i.wrapping_mul(37)).collect();
        for before in 0..70 {
            for count in [0, 1, 7, 8, 63, 64, 65, 130, 319, 320] {
                let (mut copied, mut pushed) = (Bits::default(), Bits::default());
                for bits in [&mut copied, &mut pushed] {
                    (0..before).for_each(|i| bits.push(u32::from(i % 3 == 0), 1));
                }
                copied.copy(&from, count);
                for bit in 0..count {
                    pushed.push(u32::from(from[bit / 8] >> (bit % 8) & 1), 1);
                }
                assert_eq!(copied.len(), before + count);
                assert_eq!(copied.finish(), pushed.finish(), "{count} after {before}");
            }
        }
    }
}
