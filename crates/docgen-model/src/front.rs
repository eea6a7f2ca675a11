//! What stands before page 1 of a long report: 封面 and 目录.

use crate::{Span, Text};

/// 封面: what it shows besides title and subtitle, which are those of the document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cover {
    /// 左上角标注.
    pub label: Option<Text>,
    /// 单位, one a line.
    pub issuers: Vec<Text>,
    /// 日期, as printed.
    pub date: Option<Text>,
}

/// 目录.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// How many levels of headings it names; none leaves it to the profile.
    pub depth: Option<u8>,
    /// Where the author asks for it.
    pub span: Span,
}
