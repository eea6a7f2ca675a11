//! 会议文件: what a paper for a people's congress or its standing committee says of the
//! meeting that it is put before.

use crate::{Date, Spanned, Text};

/// 会议.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// 机构: 某某县第十八届人民代表大会常务委员会.
    pub body: Option<Text>,
    /// 届次: 第三十次会议.
    pub session: Option<Text>,
    /// 日期.
    pub date: Option<Spanned<Date>>,
    /// 职务 of the 报告人.
    pub reporter_post: Option<Text>,
    /// 姓名 of the 报告人.
    pub reporter_name: Option<Text>,
    /// 方式; none where the author does not say.
    pub delivery: Option<Delivery>,
    /// 称谓, without its final ：.
    pub salutation: Option<Text>,
}

impl Meeting {
    /// 报告人: 职务 and 姓名, one 字 between them.
    pub fn reporter(&self) -> Option<Text> {
        let mut text = self.reporter_post.clone().unwrap_or_default();
        if let Some(name) = &self.reporter_name {
            if !text.is_empty() {
                text.push_str("\u{3000}", name.span().before());
            }
            text.push_text(name);
        }
        (!text.is_empty()).then_some(text)
    }
}

/// How a report is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// 口头: read out to the meeting, which it addresses.
    Oral,
    /// 书面: handed in, addressed to the organ.
    Written,
}
