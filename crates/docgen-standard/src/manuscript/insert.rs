//! What stands in the flow and is no text.

use docgen_model::{Figure, Table};

/// What stands in the flow and is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Insert {
    /// 表格, without the words around it.
    Table(Table),
    /// 图片, without 图题.
    Figure(Figure),
}
