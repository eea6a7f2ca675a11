//! The document as the author meant it: resolved, checked, without defaults left open.

use crate::{
    Archive, Contents, Cover, Extent, Figure, Meeting, Print, Ruling, SealImage, Span,
    Spanned, Table, Text,
};

/// Which page master sets the document.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// 公文: the general format of clause 7, with 版头.
    Common,
    /// 信函 (10.1).
    Letter,
    /// 命令（令） (10.2).
    Order,
    /// 纪要 (10.3).
    Minutes,
    /// 会议文件: a paper for a people's congress or its standing committee.
    Meeting,
    /// 普通: a report without 版头.
    #[default]
    Plain,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [
        Self::Common,
        Self::Letter,
        Self::Order,
        Self::Minutes,
        Self::Meeting,
        Self::Plain,
    ];

    /// Whether it has a 版头.
    pub const fn has_head(self) -> bool {
        match self {
            Self::Common | Self::Letter | Self::Order | Self::Minutes => true,
            Self::Meeting | Self::Plain => false,
        }
    }
}

/// 文种, a kind of document (党政机关公文处理工作条例, article 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 决议.
    Resolution,
    /// 决定.
    Decision,
    /// 命令（令）.
    Order,
    /// 公报.
    Communique,
    /// 公告.
    PublicNotice,
    /// 通告.
    Announcement,
    /// 意见.
    Opinion,
    /// 通知.
    Notice,
    /// 通报.
    Circular,
    /// 报告.
    Report,
    /// 请示.
    Request,
    /// 批复.
    Reply,
    /// 议案.
    Motion,
    /// 函.
    Letter,
    /// 纪要.
    Minutes,
}

impl Kind {
    /// All fifteen kinds, in the order of the regulation.
    pub const ALL: [Self; 15] = [
        Self::Resolution,
        Self::Decision,
        Self::Order,
        Self::Communique,
        Self::PublicNotice,
        Self::Announcement,
        Self::Opinion,
        Self::Notice,
        Self::Circular,
        Self::Report,
        Self::Request,
        Self::Reply,
        Self::Motion,
        Self::Letter,
        Self::Minutes,
    ];

    /// The Chinese name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolution => "决议",
            Self::Decision => "决定",
            Self::Order => "命令",
            Self::Communique => "公报",
            Self::PublicNotice => "公告",
            Self::Announcement => "通告",
            Self::Opinion => "意见",
            Self::Notice => "通知",
            Self::Circular => "通报",
            Self::Report => "报告",
            Self::Request => "请示",
            Self::Reply => "批复",
            Self::Motion => "议案",
            Self::Letter => "函",
            Self::Minutes => "纪要",
        }
    }

    /// The direction that the kind implies; 意见 and 纪要 imply none.
    pub const fn direction(self) -> Option<Direction> {
        match self {
            Self::Report | Self::Request | Self::Motion => Some(Direction::Up),
            Self::Letter => Some(Direction::Level),
            Self::Opinion | Self::Minutes => None,
            Self::Resolution
            | Self::Decision
            | Self::Order
            | Self::Communique
            | Self::PublicNotice
            | Self::Announcement
            | Self::Notice
            | Self::Circular
            | Self::Reply => Some(Direction::Down),
        }
    }
}

/// 行文方向.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// 上行: to a superior, or a people's congress; carries 签发人.
    Up,
    /// 下行.
    Down,
    /// 平行.
    Level,
}

/// 稿本.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// 草稿: number, signer and date may be missing, their place is kept.
    Draft,
    /// 定稿.
    #[default]
    Final,
}

/// One official document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Document {
    /// The page master.
    pub format: Format,
    /// 文种; none found is a warning.
    pub kind: Option<Kind>,
    /// 行文方向.
    pub direction: Option<Direction>,
    /// 稿本.
    pub stage: Stage,
    /// 来源: kept as metadata, never printed.
    pub source: Option<Text>,
    /// 版式: the name of the profile; none means the standard.
    pub profile: Option<Spanned<String>>,
    /// 版头.
    pub head: Option<Head>,
    /// 标题.
    pub title: Title,
    /// 副标题.
    pub subtitle: Option<Text>,
    /// 单位行, under the title of `plain` and `meeting`.
    pub issuer_line: Option<Text>,
    /// 左上角标注, of `meeting`.
    pub label: Option<Text>,
    /// 会议, of `meeting`.
    pub meeting: Option<Meeting>,
    /// 主送机关.
    pub recipients: Vec<Text>,
    /// 正文.
    pub body: Vec<Block>,
    /// 结语.
    pub closing: Option<Text>,
    /// 印发件: what a notice issues or passes on.
    pub enclosed: Vec<Enclosed>,
    /// 附件.
    pub attachments: Vec<Attachment>,
    /// 落款.
    pub signature: Option<Signature>,
    /// 附注, without its brackets.
    pub note: Option<Text>,
    /// 出席, 请假, 列席 of a 纪要.
    pub attendance: Option<Attendance>,
    /// 版记.
    pub record: Option<Record>,
    /// The first line of an 附件 bound apart: 发文字号 and its label (7.3.7). Every other
    /// document has none.
    pub bound_apart: Option<Text>,
    /// 归档.
    pub archive: Archive,
    /// 打印.
    pub print: Print,
    /// 检查: how its findings are judged.
    pub lint: Vec<Ruling>,
    /// 封面, of a long report.
    pub cover: Option<Cover>,
    /// 目录, of a long report.
    pub contents: Option<Contents>,
}

impl Document {
    /// How many copies one file holds: one but where 份号 is a range.
    pub fn copies(&self) -> usize {
        let further = self.head.as_ref().map_or(0, |head| head.further_copies);
        usize::try_from(further).unwrap_or(usize::MAX).saturating_add(1)
    }

    /// The same document with its 主送机关 in the 版记, where there is one: so they stand where
    /// page 1 would show no text below them (clause 7.3.2).
    pub fn recipients_in_record(&self) -> Option<Self> {
        let mut moved = self.clone();
        let mut names = std::mem::take(&mut moved.recipients);
        let record = moved.record.as_mut().filter(|_| !names.is_empty())?;
        names.append(&mut record.main_to);
        record.main_to = names;
        Some(moved)
    }

    /// What the document is called: its title, or, where its format has none (10.2, 10.3), its
    /// 发文机关标志 and number; a draft may have none of them and is called by its kind.
    pub fn name(&self) -> String {
        let name = match &self.head {
            Some(head) if self.title.is_empty() => {
                let number = head.number.as_ref().map_or("", Text::as_str);
                format!("{}{number}", head.mark.as_str())
            }
            Some(_) | None => self.title.to_line(),
        };
        if name.is_empty() {
            self.kind.map_or("公文", Kind::name).to_owned()
        } else {
            name
        }
    }
}

/// 版头.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Head {
    /// 发文机关, the lead first; several are 联合行文.
    pub issuers: Vec<Text>,
    /// 发文机关标志, as printed; beside a stack, the words to its right.
    pub mark: Text,
    /// The Mongolian of a bilingual mark, one text a column, left to right.
    pub mongolian: Vec<Text>,
    /// Whether the mark is a stack of the issuers' names with `mark` beside it (7.2.4).
    pub stacked: bool,
    /// 标志字号 in points, if the author gave one.
    pub mark_size: Option<Spanned<Extent>>,
    /// 份号, of the first copy if there are several.
    pub copy_number: Option<Text>,
    /// How many more copies the outputs hold, numbered on from the first.
    pub further_copies: u32,
    /// 密级和保密期限, as printed: 机密★1年.
    pub secrecy: Option<Text>,
    /// 紧急程度.
    pub urgency: Option<Text>,
    /// 发文字号, as printed; in a draft perhaps with its serial left blank.
    pub number: Option<Text>,
    /// 签发人.
    pub signers: Vec<Text>,
}

/// 标题.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// Broken by the program.
    Auto(Text),
    /// Broken by the author.
    Lines(Vec<Text>),
}

impl Default for Title {
    fn default() -> Self {
        Self::Auto(Text::default())
    }
}

impl Title {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Auto(text) => text.is_empty(),
            Self::Lines(lines) => lines.is_empty(),
        }
    }

    /// The title on one line, as metadata and outline show it.
    pub fn to_line(&self) -> String {
        match self {
            Self::Auto(text) => text.as_str().to_owned(),
            Self::Lines(lines) => lines.iter().map(Text::as_str).collect(),
        }
    }
}

/// A piece of the body or of an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where the author wrote it.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text or a heading.
    Paragraph(Paragraph),
    /// 表格.
    Table(Table),
    /// 图片.
    Figure(Figure),
    /// 分页.
    PageBreak,
}

/// One paragraph. Its first `lead` bytes are set as a heading of `level`, the rest as body:
/// all of it for a heading that stands alone, its first sentence for a run-in one (up to and
/// with the 。), the ordinal for an article (第一条), nothing for body text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Which heading, or body.
    pub level: Level,
    /// The words as printed, ordinals included.
    pub text: Text,
    /// How many bytes at the start are heading.
    pub lead: usize,
}

impl Paragraph {
    /// Whether the whole paragraph is a heading.
    pub fn is_heading(&self) -> bool {
        self.lead > 0 && self.lead == self.text.len()
    }
}

/// The level of a paragraph (clause 7.3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// 正文.
    Body,
    /// 一、
    First,
    /// （一）
    Second,
    /// 1.
    Third,
    /// （1）
    Fourth,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条.
    Article,
}

/// 附件.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its title, the same in 附件说明 and on its page.
    pub title: Text,
    /// Its text; empty when it is only named.
    pub body: Vec<Block>,
    /// 单独装订: whether it is an output of its own.
    pub separate: bool,
    /// Where the author wrote it.
    pub span: Span,
}

/// 印发件: a text that the document issues or passes on, without a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Its title.
    pub title: Title,
    /// Its subtitle.
    pub subtitle: Option<Text>,
    /// Its text.
    pub body: Vec<Block>,
}

/// 落款.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Signature {
    /// 署名; empty when only a date is given.
    pub organs: Vec<Text>,
    /// 成文日期.
    pub date: Option<Spanned<Date>>,
    /// Which of the three ways of clause 7.3.5 sets it.
    pub seal: Seal,
    /// Pictures of the seals, one for each organ or signer; none leaves their places free.
    pub seals: Vec<SealImage>,
    /// 职务 of the signers, with 签名章, one an organ.
    pub signer_posts: Vec<Text>,
    /// 姓名 of the signers, with 签名章.
    pub signer_names: Vec<Text>,
}

impl Signature {
    /// What the seal at `index` is, for those who cannot see it: whose.
    pub fn seal_alt(&self, index: usize) -> String {
        let (whose, what) = match self.seal {
            Seal::Signed => {
                let names = self.signer_names.get(index);
                (names.or(self.signer_posts.get(index)), "签名章")
            }
            Seal::Stamped | Seal::None => (self.organs.get(index), "印章"),
        };
        format!("{}{what}", whose.map_or("", Text::as_str))
    }
}

/// 印章.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seal {
    /// 加盖印章 (7.3.5.1): its place is kept, and it is shown only as a picture of the user.
    Stamped,
    /// 不加盖印章 (7.3.5.2).
    #[default]
    None,
    /// 加盖签发人签名章 (7.3.5.3).
    Signed,
}

/// Who was at a meeting and who was not (10.3): units and names, in the author's order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// 出席.
    pub present: Vec<Text>,
    /// 请假.
    pub absent: Vec<Text>,
    /// 列席.
    pub observers: Vec<Text>,
}

/// A day of the calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the calendar has it and its year has four digits.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let every = |years| year.is_multiple_of(years);
        let leap = every(4) && (!every(100) || every(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let valid = (1000..=9999).contains(&year) && (1..=days).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// Year, month, day.
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// `2021-12-28`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// `2021年12月28日`, month and day without leading zero (clause 7.3.5.4).
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}年{}月{}日", self.year, self.month, self.day)
    }
}

/// 版记.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Record {
    /// 抄送机关.
    pub copy_to: Vec<Text>,
    /// 抄送栏名: 抄送 unless given.
    pub label: Option<Text>,
    /// 主送机关 moved here.
    pub main_to: Vec<Text>,
    /// 印发机关.
    pub printer: Option<Text>,
    /// 印发日期.
    pub print_date: Option<Spanned<Date>>,
    /// 其他: further lines.
    pub extra: Vec<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_exist_and_print_without_leading_zero() {
        assert_eq!(Date::new(2022, 1, 8).unwrap().to_string(), "2022年1月8日");
        assert_eq!(Date::new(2022, 1, 8).unwrap().iso(), "2022-01-08");
        assert!(Date::new(2021, 2, 29).is_none());
        assert!(Date::new(2024, 2, 29).is_some());
        assert!(Date::new(1900, 2, 29).is_none());
        assert!(Date::new(2021, 4, 31).is_none());
        assert!(Date::new(2021, 13, 1).is_none());
    }
}
