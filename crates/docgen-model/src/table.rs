//! 表格: columns, rows of cells, and the words around them.

use crate::{Extent, Span, Spanned, Text};

/// 表格.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// 表题, above it.
    pub caption: Option<Text>,
    /// 单位, at the right above it.
    pub unit: Option<Text>,
    /// 注, below it.
    pub note: Option<Text>,
    /// Its columns, left to right; at least one.
    pub columns: Vec<Column>,
    /// Its rows, top to bottom, the head first; at least one below the head.
    pub rows: Vec<Vec<TableCell>>,
    /// How many rows are the head.
    pub head_rows: usize,
    /// Whether the last row holds totals.
    pub totals: bool,
    /// Whether it is set across the sheet (clause 8).
    pub landscape: bool,
    /// Where the author wrote it.
    pub span: Span,
}

/// A column of a table; what is not given the program chooses.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its width.
    pub width: Option<Spanned<Width>>,
    /// How its cells are aligned.
    pub align: Option<CellAlign>,
}

/// A width that an author gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A length.
    Length(Extent),
    /// Hundredths of the whole.
    Percent(u32),
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellAlign {
    /// Flush left.
    Left,
    /// In the middle.
    Center,
    /// Flush right.
    Right,
    /// Numbers with their decimal points one below the other, in the middle of the column.
    Decimal,
}

/// A cell. Together the cells of a table cover every place once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Its words; they may be empty.
    pub text: Text,
    /// Its first column, from 0.
    pub column: usize,
    /// 跨列: how many columns it covers.
    pub across: usize,
    /// 跨行: how many rows it covers.
    pub down: usize,
}
