//! What stands in the flow and is no text.

use docgen_model::Table;

/// What stands in the flow and is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Insert {
    /// 表格, without the words around it.
    Table(Table),
}
