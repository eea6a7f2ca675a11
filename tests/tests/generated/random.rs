//! Numbers by a seed: `SplitMix64`, the same on every machine.

/// A source of numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The source of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number of a closed range.
    pub(crate) fn among(&mut self, first: usize, last: usize) -> usize {
        first + (self.next() % (last - first + 1) as u64) as usize
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.among(1, 100) <= share
    }

    /// One of several.
    pub(crate) fn one<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.among(0, several.len() - 1)]
    }
}
