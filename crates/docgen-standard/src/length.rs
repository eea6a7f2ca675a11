//! Lengths in the standard's own units.

use docgen_model::Abs;

/// A length as a clause says it. 字 and 行 are defined in clauses 3.1 and 3.2; how long they
/// are depends on the type size and the grid, so they stay symbolic until they are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Len {
    /// Millimetres or points.
    Abs(Abs),
    /// 字, in tenths.
    Chars(i64),
    /// 行, in tenths.
    Rows(i64),
}

/// What a length is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Millimetres or points.
    Abs,
    /// 字.
    Chars,
    /// 行.
    Rows,
}

impl Len {
    /// No length.
    pub const ZERO: Self = Self::Abs(Abs::ZERO);

    /// The length, where a 字 is `cell` wide and a 行 `row` high.
    pub fn resolve(self, cell: Abs, row: Abs) -> Abs {
        match self {
            Self::Abs(length) => length,
            Self::Chars(tenths) => cell.scale(tenths, 10),
            Self::Rows(tenths) => row.scale(tenths, 10),
        }
    }

    /// The length in 字, where a 字 is `cell` wide; rows have none.
    pub fn chars(self, cell: Abs) -> Abs {
        self.resolve(cell, Abs::ZERO)
    }

    /// Whole rows; lengths in other units have none.
    pub fn rows(self) -> u32 {
        match self {
            Self::Rows(tenths) => u32::try_from(tenths / 10).unwrap_or(0),
            Self::Abs(_) | Self::Chars(_) => 0,
        }
    }

    /// Its unit and how much of it: EMU, or tenths of a 字 or a 行.
    pub(crate) fn measure(self) -> (Unit, i64) {
        match self {
            Self::Abs(length) => (Unit::Abs, length.to_emu()),
            Self::Chars(tenths) => (Unit::Chars, tenths),
            Self::Rows(tenths) => (Unit::Rows, tenths),
        }
    }

    /// So many hundredths of it, as data writes it.
    pub(crate) fn percent(self, percent: i64) -> String {
        let decimals = |number: i64, places: i64| {
            let (sign, number) = (if number < 0 { "-" } else { "" }, number.abs());
            let text =
                format!("{}.{:02}", number / places, number % places * 100 / places);
            format!("{sign}{}", text.trim_end_matches('0').trim_end_matches('.'))
        };
        match self {
            Self::Abs(length) => {
                let points = length.to_emu() % Abs::mm100(1).to_emu() != 0;
                let (unit, name) =
                    if points { (Abs::twips(20), "pt") } else { (Abs::mm100(100), "mm") };
                format!(
                    "{}{name}",
                    decimals(length.scale(percent, 100).to_emu(), unit.to_emu())
                )
            }
            Self::Chars(tenths) => format!("{}字", decimals(tenths * percent / 100, 10)),
            Self::Rows(tenths) => format!("{}行", decimals(tenths * percent / 100, 10)),
        }
    }

    /// Reads `37mm`, `28.95pt`, `2字`, `1行`.
    ///
    /// # Errors
    /// A sentence that names the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let bad = || format!("not a length: {text}");
        let unit = text.find(|c: char| !"-.0123456789".contains(c)).ok_or_else(bad)?;
        let (number, unit) = text.split_at(unit);
        match unit {
            "mm" => decimal(number, 2).map(Abs::mm100).map(Self::Abs),
            "pt" => {
                decimal(number, 2).map(|hundredths| Self::Abs(Abs::emu(hundredths * 127)))
            }
            "字" => decimal(number, 1).map(Self::Chars),
            "行" => decimal(number, 1).map(Self::Rows),
            _ => None,
        }
        .ok_or_else(bad)
    }
}

/// `number` times ten to the power of `digits`, if it has no more decimals than that.
fn decimal(number: &str, digits: usize) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if fraction.len() > digits {
        return None;
    }
    format!("{whole}{fraction:0<digits$}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_units_of_the_standard() {
        assert_eq!(Len::parse("37mm"), Ok(Len::Abs(Abs::mm100(3_700))));
        assert_eq!(Len::parse("34.58mm"), Ok(Len::Abs(Abs::mm100(3_458))));
        assert_eq!(Len::parse("28.95pt"), Ok(Len::Abs(Abs::twips(579))));
        assert_eq!(Len::parse("-0.4pt"), Ok(Len::Abs(Abs::twips(-8))));
        assert_eq!(Len::parse("19.5字"), Ok(Len::Chars(195)));
        assert_eq!(Len::parse("2行").map(Len::rows), Ok(2));
        assert!(Len::parse("37").is_err());
        assert!(Len::parse("1.234mm").is_err());
        assert!(Len::parse("3cm").is_err());
    }
}
