//! Numbers in cells: what stands before the decimal point and what behind it.

use super::SetCell;
use crate::inline::breaker::natural_width;
use crate::inline::prepare::Prepared;

/// The widths of the two parts of a number, in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Up to the decimal point.
    whole: i64,
    /// From it to the end.
    rest: i64,
}

impl Number {
    /// A number without parts.
    pub(super) const ZERO: Self = Self { whole: 0, rest: 0 };

    /// The number that the words are: a sign, digits with commas, a decimal part, a mark of
    /// percent.
    pub(super) fn read(prepared: &Prepared) -> Option<Self> {
        let text = prepared.text.as_str();
        let whole = whole_length(text)?;
        let (first, all) = (prepared.cells_of(0..whole), 0..prepared.cells.len());
        let width = |cells| natural_width(prepared, cells, 0);
        Some(Self { whole: width(first.clone()), rest: width(first.end..all.end) })
    }

    /// Room for both.
    pub(super) fn max(self, other: Self) -> Self {
        Self { whole: self.whole.max(other.whole), rest: self.rest.max(other.rest) }
    }

    /// The width of both.
    pub(super) fn width(self) -> i64 {
        self.whole + self.rest
    }

    /// What stays free at its right, in a room, where the widest parts of its column stand in
    /// the middle.
    pub(super) fn right(self, widest: Self, room: i64) -> i64 {
        let free = (room - widest.whole - widest.rest).max(0);
        free / 2 + widest.rest - self.rest
    }
}

/// Room for the parts of all numbers among some cells.
pub(super) fn widest<'c>(cells: impl Iterator<Item = &'c SetCell>) -> Number {
    cells.filter_map(|set| set.number).fold(Number::ZERO, Number::max)
}

/// The bytes before the decimal point of a number, or of all of it.
fn whole_length(text: &str) -> Option<usize> {
    let unsigned = text.trim_start_matches(['-', '+', '−', '－', '±']);
    let number = unsigned.trim_end_matches(['%', '‰', '％']);
    let (whole, rest) = number.split_once('.').unwrap_or((number, "0"));
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.split(',').all(digits);
    let marks = unsigned.len() - number.len();
    (grouped && digits(rest) && marks <= "％".len())
        .then_some(text.len() - unsigned.len() + whole.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_number() {
        assert_eq!(whole_length("12"), Some(2));
        assert_eq!(whole_length("1,234.50"), Some(5));
        assert_eq!(whole_length("-3.2%"), Some(2));
        for text in ["", "—", "2021年", "1.2.3", ".5", "1,", "3-4", "12.", "甲"] {
            assert_eq!(whole_length(text), None, "{text}");
        }
    }
}
