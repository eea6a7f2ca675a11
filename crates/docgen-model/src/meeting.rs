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

    /// Whom a paper that is read out addresses, as far as 机构 and 届次 name it: not a party
    /// committee's 常委会, nor a committee of a congress.
    pub fn hearers(&self) -> Option<Hearers> {
        let named = [&self.body, &self.session];
        let has =
            |word| named.into_iter().flatten().any(|text| text.as_str().contains(word));
        let congress = has("人民代表大会") || has("人大");
        if has("主任会议") {
            Some(Hearers::Chairs)
        } else if congress && (has("常务委员会") || has("常委会")) {
            Some(Hearers::Committee)
        } else if has("人民代表大会") && !has("委员会") {
            Some(Hearers::Congress)
        } else {
            None
        }
    }
}

/// Whom an oral report addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hearers {
    /// A 主任会议.
    Chairs,
    /// A standing committee of a people's congress.
    Committee,
    /// A people's congress.
    Congress,
}

/// How a report is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// 口头: read out to the meeting, which it addresses.
    Oral,
    /// 书面: handed in, addressed to the organ.
    Written,
}
