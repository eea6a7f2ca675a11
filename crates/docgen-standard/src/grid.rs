//! The grid of the type area: 22 rows of 28 cells (clause 5.2.3).
//!
//! The first row begins at the top of the type area and the last ends at its bottom, so
//! between one row and the next lie 21 pitches: (225 mm − one 三号 character) / 21 = 29.609
//! pt. A row is its em box, one 三号 character high; the space below belongs to no row.
//! Cells fill the width: 156 mm / 28 = 15.793 pt. Positions multiply before they divide, so
//! that no rounding adds up.

use docgen_model::{Abs, Extent, Rect};

/// From the top of the em box of Chinese type to its baseline: the box reaches 0.88 em above
/// it and 0.12 em below (`docs/spec/fonts.md` §4).
pub fn em_ascent(size: Abs) -> Abs {
    size.scale(88, 100)
}

/// The gap between Han and a letter or digit, where an em is `em`, as LibreOffice sets it
/// (`docs/spec/word-layout.md`).
pub fn script_gap(em: Abs) -> Abs {
    em / 5
}

/// Rows and cells of the type area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// The type area, 版心.
    pub body: Rect,
    /// How many rows fill it.
    pub rows: u32,
    /// How many cells fill a row.
    pub columns: u32,
    /// The type size of the body text: the height of a row's em box.
    pub size: Abs,
}

impl Grid {
    /// The grid of a sheet of a height that lies across (clause 8): the type area turned a
    /// quarter to the right, with as many rows as fill it at no less than the pitch.
    pub fn turned(&self, sheet_height: Abs) -> Self {
        let body = Rect {
            x: sheet_height - self.body.bottom(),
            y: self.body.x,
            width: self.body.height,
            height: self.body.width,
        };
        let rows = (body.height - self.size).to_emu() / self.pitch().to_emu().max(1);
        let columns = body.width.to_emu() / self.cell().to_emu().max(1);
        let count = |number: i64| u32::try_from(number).unwrap_or(1);
        Self { body, rows: count(rows + 1), columns: count(columns), size: self.size }
    }

    /// A length as an author gives it.
    pub fn length(&self, extent: Extent) -> Abs {
        match extent {
            Extent::Length(length) => length,
            Extent::Chars(tenths) => self.cell().scale(tenths, 10),
            Extent::Rows(tenths) => self.pitch().scale(tenths, 10),
        }
    }

    /// The room of rows of a table, `count` of them from `row`: half a leading above and
    /// below, as far as the type area goes. Top and bottom.
    pub fn band(&self, row: u32, count: u32) -> (Abs, Abs) {
        let half = (self.pitch() - self.size) / 2;
        let top = self.row_top(row) - half;
        let bottom = self.row_bottom(row + count.saturating_sub(1)) + half;
        (top.max(self.body.y), bottom.min(self.body.bottom()))
    }

    /// Top of the em box of a row, counted from 0; rows past the last continue the pitch.
    pub fn row_top(&self, row: u32) -> Abs {
        let steps = i64::from(self.rows) - 1;
        self.body.y + (self.body.height - self.size).scale(i64::from(row), steps)
    }

    /// Bottom of the em box of a row.
    pub fn row_bottom(&self, row: u32) -> Abs {
        self.row_top(row) + self.size
    }

    /// Top of the em box of type of any size that stands on a row: in its middle.
    pub fn em_top(&self, row: u32, size: Abs) -> Abs {
        self.row_top(row) + (self.size - size) / 2
    }

    /// From one row to the next.
    pub fn pitch(&self) -> Abs {
        (self.body.height - self.size) / (i64::from(self.rows) - 1)
    }

    /// Left edge of a cell, counted from 0.
    pub fn cell_left(&self, cell: u32) -> Abs {
        let columns = i64::from(self.columns);
        self.body.x + self.body.width.scale(i64::from(cell), columns)
    }

    /// Width of a cell: one 字 of the body text.
    pub fn cell(&self) -> Abs {
        self.body.width / i64::from(self.columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;

    /// What follows from clauses 5.1, 5.2.1 and 5.2.3.
    #[test]
    fn the_grid_fills_the_type_area() {
        let grid = Profile::gbt9704().grid();
        assert_eq!((grid.rows, grid.columns), (22, 28));
        assert_eq!(grid.body.width, Abs::mm100(15_600));
        assert_eq!(grid.body.height, Abs::mm100(22_500));
        assert_eq!(grid.body.right(), Abs::mm100(18_400));
        assert_eq!(grid.row_top(0), Abs::mm100(3_700));
        assert_eq!(grid.row_bottom(21), Abs::mm100(26_200));
        assert_eq!(grid.cell_left(28), Abs::mm100(18_400));
        assert_eq!(format!("{:.3}", grid.pitch().to_pt()), "29.609");
        assert_eq!(format!("{:.3}", grid.cell().to_pt()), "15.793");
    }
}
