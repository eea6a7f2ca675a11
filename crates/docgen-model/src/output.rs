//! What an author asks of the outputs: 打印 and 归档. Nothing of it is text of the document.

use crate::{Extent, Text};

/// 打印: how the document will be printed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Print {
    /// 双面, turned over its binding edge: even pages stand mirrored.
    pub mirror: bool,
    /// 版记偶数页: the 版记 stands on an even page.
    pub even_record: bool,
    /// 套打: what is red is already on the paper.
    pub preprinted: bool,
    /// 裁切线.
    pub crop_marks: bool,
    /// 出血: how far the sheet reaches beyond the trimmed page.
    pub bleed: Option<Extent>,
}

/// 归档: what an archive wants to know and nobody prints.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Archive {
    /// 全宗.
    pub fonds: Option<Text>,
    /// 档号.
    pub number: Option<Text>,
    /// 保管期限.
    pub retention: Option<Text>,
    /// 立档单位.
    pub creator: Option<Text>,
    /// 主题词.
    pub keywords: Vec<Text>,
}
