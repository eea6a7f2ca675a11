//! The same texts each time: a small generator of random numbers with a seed.

/// xorshift64*.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// A number from `low` to `high`.
    pub(crate) fn within(&mut self, low: i64, high: i64) -> i64 {
        let count = (high - low + 1).unsigned_abs().max(1);
        low + (self.next() % count) as i64
    }

    /// One of some things.
    pub(crate) fn pick<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.within(0, things.len() as i64 - 1) as usize]
    }

    /// Some of some things, in their order.
    pub(crate) fn some<T: Clone>(&mut self, things: &[T], count: usize) -> Vec<T> {
        let mut left: Vec<_> = (0..things.len()).collect();
        while left.len() > count {
            let at = self.within(0, left.len() as i64 - 1) as usize;
            left.remove(at);
        }
        left.into_iter().map(|at| things[at].clone()).collect()
    }
}
