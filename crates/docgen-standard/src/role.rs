//! What a piece of text is, in the standard's own terms.

macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal;)+) => {
        /// The part that a paragraph plays in a document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[doc = $doc])+ $name,)+ }

        impl Role {
            /// Every role, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its key in the data files.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
        }
    };
}

roles! {
    /// The title on 封面.
    CoverTitle = "cover-title";
    /// 单位 and 日期 on 封面.
    CoverLine = "cover-line";
    /// The words 目录 above it.
    ContentsTitle = "contents-title";
    /// An entry of 目录 of the first level.
    Contents1 = "contents-1";
    /// An entry of the second.
    Contents2 = "contents-2";
    /// An entry of the third.
    Contents3 = "contents-3";
    /// 份号.
    CopyNumber = "copy-number";
    /// 密级和保密期限.
    Secrecy = "secrecy";
    /// 紧急程度.
    Urgency = "urgency";
    /// 发文机关标志.
    IssuerMark = "issuer-mark";
    /// 发文字号.
    DocNumber = "doc-number";
    /// 签发人.
    Signer = "signer";
    /// 左上角标注.
    Label = "label";
    /// 标题.
    Title = "title";
    /// 副标题.
    Subtitle = "subtitle";
    /// 单位行.
    IssuerLine = "issuer-line";
    /// 报告人: 职务 and 姓名.
    Reporter = "reporter";
    /// 称谓.
    Salutation = "salutation";
    /// 主送机关.
    Recipients = "recipients";
    /// 正文.
    Body = "body";
    /// 一、
    Heading1 = "heading-1";
    /// （一）
    Heading2 = "heading-2";
    /// 1.
    Heading3 = "heading-3";
    /// （1）
    Heading4 = "heading-4";
    /// 第一章.
    Chapter = "chapter";
    /// 第一节.
    Section = "section";
    /// 第一条.
    Article = "article";
    /// A paragraph that holds 图片.
    Figure = "figure";
    /// 图题.
    FigureCaption = "figure-caption";
    /// 表题.
    TableCaption = "table-caption";
    /// 单位, above a table.
    TableUnit = "table-unit";
    /// 表头.
    TableHead = "table-head";
    /// 表格, and the cells below its head.
    Table = "table";
    /// 合计, the last row of a table.
    TableTotals = "table-totals";
    /// 注, below a table.
    TableNote = "table-note";
    /// 附件说明.
    AttachmentNote = "attachment-note";
    /// 出席, 请假, 列席.
    Attendance = "attendance";
    /// 发文机关署名.
    Organ = "organ";
    /// 成文日期.
    Date = "date";
    /// 附注.
    Note = "note";
    /// 附件标识: 附件1.
    AttachmentLabel = "attachment-label";
    /// 附件标题.
    AttachmentTitle = "attachment-title";
    /// 抄送机关.
    CopyTo = "copy-to";
    /// 印发机关和印发日期.
    Printer = "printer";
    /// 页码.
    PageNumber = "page-number";
}

impl Role {
    /// The level of an entry of 目录, from 1.
    pub const fn contents_level(self) -> Option<u8> {
        match self {
            Self::Contents1 => Some(1),
            Self::Contents2 => Some(2),
            Self::Contents3 => Some(3),
            _ => None,
        }
    }
}

/// A value for every role: a missing one is an error when the data are read, not later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMap<T>(Vec<T>);

impl<T> RoleMap<T> {
    /// Asks `value` for each role in turn.
    ///
    /// # Errors
    /// The first error that `value` returns.
    pub fn try_new<E>(value: impl FnMut(Role) -> Result<T, E>) -> Result<Self, E> {
        Role::ALL.iter().copied().map(value).collect::<Result<_, _>>().map(Self)
    }

    /// The value of a role.
    pub fn get(&self, role: Role) -> &T {
        &self.0[role as usize]
    }

    /// Every value, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut()
    }

    /// Every role with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Role, &T)> {
        Role::ALL.iter().copied().zip(&self.0)
    }
}
