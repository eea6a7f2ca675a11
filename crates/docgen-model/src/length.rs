//! Lengths: integer EMU, so that millimetres, points and twips are all whole numbers and
//! the same input gives the same bytes on every machine.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in English Metric Units: 1 mm = 36,000, 1 pt = 12,700, 1 twip = 635.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Abs(i64);

impl Abs {
    /// No length.
    pub const ZERO: Self = Self(0);
    /// An inch, by which resolutions are counted.
    pub const INCH: Self = Self(72 * Self::PER_PT);
    const PER_MM: i64 = 36_000;
    const PER_PT: i64 = 12_700;
    const PER_TWIP: i64 = 635;

    /// A length of `emu` English Metric Units.
    pub const fn emu(emu: i64) -> Self {
        Self(emu)
    }

    /// Hundredths of a millimetre, the finest step that the standards use.
    pub const fn mm100(hundredths: i64) -> Self {
        Self(hundredths * (Self::PER_MM / 100))
    }

    /// Tenths of a point, the finest step of type sizes.
    pub const fn pt10(tenths: i64) -> Self {
        Self(tenths * (Self::PER_PT / 10))
    }

    /// Twentieths of a point, the unit of word processors.
    pub const fn twips(twips: i64) -> Self {
        Self(twips * Self::PER_TWIP)
    }

    /// The length in English Metric Units.
    pub const fn to_emu(self) -> i64 {
        self.0
    }

    /// The length in twips, rounded to the nearest.
    pub const fn to_twips(self) -> i64 {
        (2 * self.0 + Self::PER_TWIP).div_euclid(2 * Self::PER_TWIP)
    }

    /// The length in half-points (`w:sz`), rounded to the nearest.
    pub const fn to_half_points(self) -> i64 {
        (2 * self.0 + Self::PER_PT / 2).div_euclid(Self::PER_PT)
    }

    /// The length in points, for backends that write decimals.
    pub const fn to_pt(self) -> f64 {
        self.0 as f64 / Self::PER_PT as f64
    }

    /// The length in millimetres, for messages and dumps.
    pub const fn to_mm(self) -> f64 {
        self.0 as f64 / Self::PER_MM as f64
    }

    /// `self * numerator / denominator`, rounded to the nearest, multiplied first.
    ///
    /// A denominator of zero gives zero.
    pub const fn scale(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::ZERO;
        }
        let (length, by, to) = (self.0, numerator, denominator);
        // Nearly every length; a division of 128 bits takes ten times as long.
        if length.unsigned_abs() | by.unsigned_abs() | to.unsigned_abs() < 1 << 30 {
            return Self((2 * length * by + to).div_euclid(2 * to));
        }
        let product = self.0 as i128 * numerator as i128;
        let denominator = denominator as i128;
        Self((2 * product + denominator).div_euclid(2 * denominator) as i64)
    }

    /// The greater of two lengths.
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    /// The lesser of two lengths.
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }
}

impl Add for Abs {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Abs {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Abs {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Abs {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Abs {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        self.scale(1, by)
    }
}

impl AddAssign for Abs {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Abs {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Abs {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// An [`Abs`] in half the memory, for what a document has a hundred thousand of. A length
/// beyond 59 m becomes that long.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Abs32(i32);

impl From<Abs> for Abs32 {
    fn from(length: Abs) -> Self {
        let most = i64::from(i32::MAX);
        Self(length.0.clamp(-most, most) as i32)
    }
}

impl From<Abs32> for Abs {
    fn from(length: Abs32) -> Self {
        Self(i64::from(length.0))
    }
}

/// A place on a page: origin at the top left, y downwards.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// From the left edge of the page.
    pub x: Abs,
    /// From the top edge of the page.
    pub y: Abs,
}

/// A rectangle on a page.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rect {
    /// The left edge.
    pub x: Abs,
    /// The top edge.
    pub y: Abs,
    /// The width.
    pub width: Abs,
    /// The height.
    pub height: Abs,
}

impl Rect {
    /// The right edge.
    pub fn right(self) -> Abs {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> Abs {
        self.y + self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_exact() {
        assert_eq!(Abs::mm100(15_600), Abs::emu(5_616_000));
        assert_eq!(Abs::pt10(160), Abs::twips(320));
        assert_eq!(Abs::mm100(2_800).to_twips(), 1_587);
        assert_eq!(Abs::pt10(105).to_half_points(), 21);
    }

    #[test]
    fn scaling_multiplies_before_it_divides() {
        let width = Abs::mm100(15_600);
        assert_eq!(width.scale(28, 28), width);
        assert_eq!(Abs::emu(10).scale(1, 3), Abs::emu(3));
        assert_eq!(Abs::emu(-10).scale(1, 4), Abs::emu(-2));
        assert_eq!(Abs::emu(7).scale(1, 0), Abs::ZERO);
    }

    /// 64 bits and 128 round alike.
    #[test]
    fn scaling_is_the_same_for_short_and_long() {
        const FAR: i64 = 1 << 31;
        for length in [-7, -5, 5, 7, 203_200] {
            for numerator in [-3, 1, 2, 1_000_000] {
                for denominator in [-4, 3, 4, 1_000_000] {
                    let short = Abs::emu(length).scale(numerator, denominator);
                    let long = Abs::emu(length).scale(numerator * FAR, denominator * FAR);
                    assert_eq!(short, long, "{length} {numerator} {denominator}");
                }
            }
        }
    }

    #[test]
    fn half_the_memory_holds_every_length_of_a_page() {
        let there_and_back = |length: Abs| Abs::from(Abs32::from(length));
        for length in [Abs::ZERO, Abs::mm100(-29_700), Abs::mm100(3_000_000)] {
            assert_eq!(there_and_back(length), length);
        }
        assert_eq!(there_and_back(Abs::emu(i64::MIN)), Abs::emu(-i64::from(i32::MAX)));
    }
}
