//! A document's content in the slots of its format: which paragraphs, in which order, in
//! which role, with how many blank rows above.
//!
//! This is the last step that layout and the DOCX share. It knows no coordinates and breaks
//! no line; it adds only what the standard prints around the author's words (附件：, the ： of
//! 主送机关, the brackets of 附注).

use std::ops::Range;

use docgen_model::{
    Attachment, Attendance, Block, BlockKind, Document, Enclosed, Format, Head, Level,
    Paragraph, Span, Stage, Text, Title,
};

mod figure;
mod front;
mod insert;
mod meeting;
mod record;
mod signature;
mod signers;
mod table;

pub use self::insert::Insert;
pub use self::record::{RecordLine, RecordNames};
pub use self::signature::Signed;
pub use self::table::row_role;

use self::figure::push_figure;
use self::record::record_lines;
use self::signature::push_signature;
use self::signers::signer_lines;
use self::table::push_table;
use crate::apart::label;
use crate::flow::FlowSpec;
use crate::{Len, Profile, Role};

/// The content of a document, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// 封面, on a page of its own; empty without one.
    pub cover: Vec<Para>,
    /// 目录, on pages of its own; empty without one.
    pub contents: Vec<Para>,
    /// 版头.
    pub head: Option<HeadText>,
    /// Everything between 版头 and 版记, in order.
    pub flow: Vec<Para>,
    /// 落款, which belongs together.
    pub signed: Option<Signed>,
    /// 版记, top to bottom.
    pub record: Vec<RecordLine>,
}

/// The words of the 版头.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadText {
    /// 份号.
    pub copy_number: Option<Text>,
    /// 份号 of the further copies that an output holds.
    pub further_copies: Vec<Text>,
    /// 密级和保密期限.
    pub secrecy: Option<Text>,
    /// 紧急程度.
    pub urgency: Option<Text>,
    /// The organs of a joint 发文机关标志, one above the other; none in a mark of one line.
    pub stack: Vec<Text>,
    /// The Mongolian of a bilingual mark, one text a column.
    pub mongolian: Vec<Text>,
    /// 发文机关标志, or the words beside the stack.
    pub mark: Text,
    /// How many bytes of the mark name the 发文机关: all unless it begins with that name.
    pub issuer: usize,
    /// 发文字号; with signers it stands left on the line of the last of them (7.2.5).
    pub number: Option<Text>,
    /// 签发人, line by line (7.2.6).
    pub signers: Vec<Vec<Text>>,
}

impl HeadText {
    /// The words before the first name.
    pub const SIGNER_LABEL: &str = "签发人：";

    /// 份号, 密级 and 紧急程度, each with its row from 1: the first two have rows of their own
    /// (7.2.1, 7.2.2), 紧急程度 takes the next that is free (7.2.3).
    pub fn corner(&self, profile: &Profile) -> Vec<(u32, Role, &Text)> {
        let head = &profile.head;
        let fixed = [
            (head.copy_number_row, Role::CopyNumber, &self.copy_number),
            (head.secrecy_row, Role::Secrecy, &self.secrecy),
        ];
        let fixed = fixed.into_iter();
        let mut corner: Vec<_> = fixed
            .filter_map(|(row, role, text)| Some((row, role, text.as_ref()?)))
            .collect();
        let free = corner.last().map_or(1, |(row, ..)| row + 1);
        corner.extend(self.urgency.as_ref().map(|text| (free, Role::Urgency, text)));
        corner
    }

    /// 份号, 密级 and 紧急程度 of a 信函, one below the other without a free row (10.1).
    pub fn corner_in_turn(&self) -> Vec<(Role, &Text)> {
        let items = [
            (Role::CopyNumber, &self.copy_number),
            (Role::Secrecy, &self.secrecy),
            (Role::Urgency, &self.urgency),
        ];
        items
            .into_iter()
            .filter_map(|(role, text)| Some((role, text.as_ref()?)))
            .collect()
    }

    /// How many lines 发文字号 and 签发人 take.
    pub fn lines(&self) -> u32 {
        u32::try_from(self.signers.len()).unwrap_or(u32::MAX).max(1)
    }
}

/// One paragraph of the flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Para {
    /// What it is.
    pub role: Role,
    /// Its words, as printed.
    pub text: Text,
    /// How many bytes at the start are set in the style's `font`; the rest in `rest_font`.
    pub lead: usize,
    /// Blank rows above it, unless it begins a page.
    pub rows_before: u32,
    /// Whether it begins a page.
    pub page_break: bool,
    /// Blank rows above it at the top of the page that it begins.
    pub top_rows: u32,
    /// Whether it must not be parted from the next paragraph.
    pub keep_next: bool,
    /// Line breaks that the author fixed, as byte offsets.
    pub breaks: Option<Vec<usize>>,
    /// Where its first line begins: behind this text, set at the style's own indent.
    pub start_after: Option<&'static str>,
    /// Its further lines begin under the character at this byte.
    pub hang_at: Option<usize>,
    /// Where its parts begin, as byte offsets, if they stand apart on their line: the names of
    /// a row of 署名.
    pub parts: Vec<usize>,
    /// What stands in the place of lines; its words are then empty.
    pub insert: Option<Insert>,
    /// Whether it is set across the sheet (clause 8).
    pub turned: bool,
    /// How many levels deeper than its role says it stands in the outline: what an
    /// attachment holds stands below the attachment's title, and where there is a 目录, 印发件
    /// stand below the title of the document.
    pub deeper: u8,
    /// The paragraph of the flow to which it leads, by its index; of an entry of 目录.
    pub leads_to: Option<usize>,
}

impl Para {
    fn new(role: Role, text: Text) -> Self {
        let lead = text.len();
        Self {
            role,
            text,
            lead,
            rows_before: 0,
            page_break: false,
            top_rows: 0,
            keep_next: false,
            breaks: None,
            start_after: None,
            hang_at: None,
            parts: vec![],
            insert: None,
            turned: false,
            deeper: 0,
            leads_to: None,
        }
    }

    /// The bytes of its parts; all of it, if it has none.
    pub fn parts(&self) -> Vec<Range<usize>> {
        let starts = if self.parts.is_empty() { &[0][..] } else { &self.parts };
        let ends = starts.iter().skip(1).copied().chain([self.text.len()]);
        starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
    }

    fn before(mut self, rows: Len) -> Self {
        self.rows_before = rows.rows();
        self
    }

    /// Its level in the outline from 1, if it begins with a heading.
    pub fn outline(&self, profile: &Profile) -> Option<u8> {
        let level = profile.style(self.role).outline.filter(|_| self.lead > 0)?;
        Some(level + self.deeper).filter(|level| *level > 0)
    }

    /// Whether it is text that may stand on the page of a signature (7.3.5.5).
    pub fn is_text(&self) -> bool {
        match self.role {
            Role::Salutation
            | Role::Recipients
            | Role::Body
            | Role::Heading1
            | Role::Heading2
            | Role::Heading3
            | Role::Heading4
            | Role::Chapter
            | Role::Section
            | Role::Article
            | Role::Table
            | Role::Figure
            | Role::AttachmentNote
            | Role::Attendance => true,
            Role::CoverTitle
            | Role::CoverLine
            | Role::ContentsTitle
            | Role::Contents1
            | Role::Contents2
            | Role::Contents3
            | Role::CopyNumber
            | Role::Secrecy
            | Role::Urgency
            | Role::IssuerMark
            | Role::DocNumber
            | Role::Signer
            | Role::Label
            | Role::Title
            | Role::Subtitle
            | Role::IssuerLine
            | Role::Reporter
            | Role::Organ
            | Role::Date
            | Role::Note
            | Role::AttachmentLabel
            | Role::AttachmentTitle
            | Role::FigureCaption
            | Role::TableCaption
            | Role::TableUnit
            | Role::TableHead
            | Role::TableTotals
            | Role::TableNote
            | Role::CopyTo
            | Role::Printer
            | Role::PageNumber => false,
        }
    }
}

/// Puts a document's content into the slots of its format.
pub fn manuscript(document: &Document, profile: &Profile) -> Manuscript {
    let spec = profile.flow(document.format);
    let mut flow = vec![];
    push_title(document, spec, &mut flow);
    if let Some(line) = &document.bound_apart {
        push_apart_label(line, profile, &mut flow);
    }
    if let Some(salutation) = meeting::salutation(document, profile) {
        flow.push(salutation.before(spec.recipients.before));
    } else if !document.recipients.is_empty() {
        let text = joined(&document.recipients, "，", "：");
        let before = if flow.is_empty() { Len::ZERO } else { spec.recipients.before };
        flow.push(Para::new(Role::Recipients, text).before(before));
    }
    push_body(document, spec, &mut flow);
    push_attachment_note(&document.attachments, spec, &mut flow);
    if let Some(attendance) = &document.attendance {
        push_attendance(attendance, spec, &mut flow);
    }
    let signature = document.signature.as_ref();
    let draft = document.stage == Stage::Draft;
    let signed = signature.and_then(|s| push_signature(s, draft, profile, &mut flow));
    if let Some(note) = &document.note {
        let mut text = Text::default();
        text.push_str("（", note.span().before());
        text.push_text(note);
        text.push_str("）", end_of(note));
        if let Some(signed) = &signed {
            flow[signed.last()].keep_next = true;
        }
        flow.push(Para::new(Role::Note, text).before(spec.note.before));
    }
    let main = flow.len();
    for enclosed in &document.enclosed {
        push_enclosed(enclosed, spec, profile, &mut flow);
    }
    if document.contents.is_some() {
        // 目录 leaves out the title, not these.
        flow[main..].iter_mut().for_each(|para| para.deeper = 1);
    }
    let all = &document.attachments;
    for (index, attachment) in all.iter().enumerate() {
        push_attachment(attachment, label(index, all.len()), spec, profile, &mut flow);
    }
    Manuscript {
        cover: front::cover(document, profile),
        contents: front::contents(document, &flow, profile),
        head: document.head.as_ref().map(|head| head_text(head, profile)),
        flow,
        signed,
        record: document.record.as_ref().map_or(vec![], |record| {
            let ruled = document.format != Format::Letter || profile.letter.record_rules;
            record_lines(record, default_label(document.format), ruled)
        }),
    }
}

/// 抄送栏名 unless given: minutes are sent to all alike.
fn default_label(format: Format) -> &'static str {
    match format {
        Format::Minutes => "分送",
        Format::Common
        | Format::Letter
        | Format::Order
        | Format::Meeting
        | Format::Plain => "抄送",
    }
}

/// The numbers that follow the first, as wide as that.
fn further_copies(head: &Head) -> Vec<Text> {
    let Some(first) = &head.copy_number else { return vec![] };
    let (number, width) = (first.as_str().parse().unwrap_or(0_u32), first.len());
    let number = |copy| format!("{:0width$}", number.saturating_add(copy));
    (1..=head.further_copies).map(|copy| Text::new(number(copy), first.span())).collect()
}

fn head_text(head: &Head, profile: &Profile) -> HeadText {
    let lead = head.issuers.first().filter(|_| !head.stacked);
    let lead = lead.filter(|lead| head.mark.as_str().starts_with(lead.as_str()));
    let all = if head.stacked { 0 } else { head.mark.len() };
    HeadText {
        copy_number: head.copy_number.clone(),
        further_copies: further_copies(head),
        secrecy: head.secrecy.clone(),
        urgency: head.urgency.clone(),
        stack: if head.stacked { head.issuers.clone() } else { vec![] },
        mongolian: head.mongolian.clone(),
        mark: head.mark.clone(),
        issuer: lead.map_or(all, Text::len),
        number: head.number.clone(),
        signers: signer_lines(head, profile),
    }
}

/// The first line of an attachment bound apart; its title then stands where that of any
/// attachment does.
fn push_apart_label(line: &Text, profile: &Profile, flow: &mut Vec<Para>) {
    if let Some(title) = flow.first_mut() {
        title.rows_before = profile.attachment.title_row.saturating_sub(2);
    }
    let label = Para::new(Role::AttachmentLabel, line.clone());
    flow.insert(0, Para { keep_next: true, ..label });
}

/// 印发件: its title like that of a document, on a page that it begins, and its text.
fn push_enclosed(
    enclosed: &Enclosed,
    spec: &FlowSpec,
    profile: &Profile,
    flow: &mut Vec<Para>,
) {
    let title = title_para(&enclosed.title);
    let top_rows = profile.enclosed.title_row.saturating_sub(1);
    flow.push(Para { page_break: true, top_rows, keep_next: true, ..title });
    if let Some(text) = &enclosed.subtitle {
        let para = Para::new(Role::Subtitle, text.clone());
        flow.push(Para { keep_next: true, ..para.before(spec.subtitle.before) });
    }
    push_text_below_title(&enclosed.body, spec, flow);
}

/// A title, broken by the author or to be broken.
fn title_para(title: &Title) -> Para {
    let (text, breaks) = match title {
        Title::Auto(text) => (text.clone(), None),
        Title::Lines(lines) => {
            let (mut text, mut breaks) = (Text::default(), vec![]);
            for line in lines {
                breaks.push(text.len());
                text.push_text(line);
            }
            breaks.retain(|&at| at > 0);
            (text, Some(breaks))
        }
    };
    Para { breaks, ..Para::new(Role::Title, text) }
}

fn push_title(document: &Document, spec: &FlowSpec, flow: &mut Vec<Para>) {
    let label = document.label.as_ref();
    flow.extend(label.map(|text| Para::new(Role::Label, text.clone())));
    if !document.title.is_empty() {
        flow.push(title_para(&document.title).before(spec.title.before));
    }
    if let Some(para) = meeting::subtitle(document) {
        flow.push(para.before(spec.subtitle.before));
    }
    if let Some(text) = &document.issuer_line {
        let para = Para::new(Role::IssuerLine, text.clone());
        flow.push(para.before(spec.issuer_line.before));
    }
    flow.extend(meeting::reporter(document));
    flow.iter_mut().for_each(|para| para.keep_next = true);
}

fn push_body(document: &Document, spec: &FlowSpec, flow: &mut Vec<Para>) {
    let addressed =
        |para: &Para| matches!(para.role, Role::Recipients | Role::Salutation);
    let after_title = flow.last().is_some_and(|para| !addressed(para));
    let first = flow.len();
    push_blocks(&document.body, flow);
    if let Some(text) = &document.closing {
        let mut closing = Para::new(Role::Body, text.clone());
        closing.lead = 0;
        let last = document.body.last();
        closing.page_break = last.is_some_and(|b| b.kind == BlockKind::PageBreak);
        flow.push(closing);
    }
    let rows = spec.body.after_title.filter(|_| after_title);
    if let Some(para) = flow.get_mut(first) {
        para.rows_before = rows.unwrap_or(spec.body.before).rows();
    }
}

/// Appends blocks; a 分页 makes the next paragraph begin a page. A heading keeps with what it
/// heads, text or a deeper heading; one that is followed by its like heads nothing.
fn push_blocks(blocks: &[Block], flow: &mut Vec<Para>) {
    let depth_of = |block: &Block| match &block.kind {
        BlockKind::Paragraph(paragraph) => Some(depth(paragraph.level)),
        BlockKind::Table(_) | BlockKind::Figure(_) => Some(depth(Level::Body)),
        BlockKind::PageBreak => None,
    };
    let mut page_break = false;
    for (index, block) in blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::PageBreak => page_break = true,
            BlockKind::Table(_) | BlockKind::Figure(_) => {
                let first = flow.len();
                push_insert(&block.kind, flow);
                if let Some(para) = flow.get_mut(first) {
                    para.page_break |= std::mem::take(&mut page_break);
                }
            }
            BlockKind::Paragraph(given) => {
                let next = blocks.get(index + 1).and_then(depth_of);
                let heads = next.is_some_and(|next| next > depth(given.level));
                let mut para = body_para(given);
                para.keep_next = given.is_heading() && heads;
                para.page_break = std::mem::take(&mut page_break);
                flow.push(para);
            }
        }
    }
}

/// The text of what has a title of its own, 印发件 or 附件.
fn push_text_below_title(blocks: &[Block], spec: &FlowSpec, flow: &mut Vec<Para>) {
    let first = flow.len();
    push_blocks(blocks, flow);
    if let Some(para) = flow.get_mut(first) {
        para.rows_before = spec.body.after_title.unwrap_or(spec.body.before).rows();
    }
}

/// Appends what is no text, with the words around it.
fn push_insert(kind: &BlockKind, flow: &mut Vec<Para>) {
    match kind {
        BlockKind::Table(table) => push_table(table, flow),
        BlockKind::Figure(figure) => push_figure(figure, flow),
        BlockKind::Paragraph(_) | BlockKind::PageBreak => {}
    }
}

/// How deep a heading stands; text is deeper than any heading.
fn depth(level: Level) -> u8 {
    match level {
        Level::Chapter | Level::First => 1,
        Level::Section | Level::Second => 2,
        Level::Third => 3,
        Level::Fourth => 4,
        Level::Article | Level::Body => 5,
    }
}

fn body_para(paragraph: &Paragraph) -> Para {
    let role = match paragraph.level {
        Level::Body => Role::Body,
        Level::First => Role::Heading1,
        Level::Second => Role::Heading2,
        Level::Third => Role::Heading3,
        Level::Fourth => Role::Heading4,
        Level::Chapter => Role::Chapter,
        Level::Section => Role::Section,
        Level::Article => Role::Article,
    };
    let mut para = Para::new(role, paragraph.text.clone());
    para.lead = paragraph.lead;
    para
}

/// 附件说明 (7.3.4): `附件：1.名称`, no mark after a name, turnover under its first character.
fn push_attachment_note(all: &[Attachment], spec: &FlowSpec, flow: &mut Vec<Para>) {
    const LABEL: &str = "附件：";
    for (index, attachment) in all.iter().enumerate() {
        let mut text = Text::default();
        let place = attachment.title.span().before();
        if index == 0 {
            text.push_str(LABEL, place);
        }
        if all.len() > 1 {
            text.push_str(&format!("{}.", index + 1), place);
        }
        let hang_at = text.len();
        text.push_text(&attachment.title);
        let mut para = Para::new(Role::AttachmentNote, text);
        para.hang_at = Some(hang_at);
        if index == 0 {
            para = para.before(spec.attachment_note.before);
        } else {
            para.start_after = Some(LABEL);
        }
        flow.push(para);
    }
}

/// 出席, 请假 and 列席 (10.3): `出席：单位　姓名`, turnover under the first character of the names.
/// Items that list names by 、 are told apart by ，.
fn push_attendance(attendance: &Attendance, spec: &FlowSpec, flow: &mut Vec<Para>) {
    let lists = [
        ("出席：", &attendance.present),
        ("请假：", &attendance.absent),
        ("列席：", &attendance.observers),
    ];
    let first = flow.len();
    for (label, names) in lists {
        if names.is_empty() {
            continue;
        }
        let classes = names.iter().any(|name| name.as_str().contains(['、', '，']));
        let list = joined(names, if classes { "，" } else { "、" }, "");
        let mut text = Text::new(label, list.span().before());
        let lead = text.len();
        text.push_text(&list);
        let para = Para::new(Role::Attendance, text);
        flow.push(Para { lead, hang_at: Some(lead), ..para });
    }
    if let Some(para) = flow.get_mut(first) {
        para.rows_before = spec.attendance.before.rows();
    }
}

/// An attachment on its own page (7.3.7): the label on row 1, the title on row 3. One that
/// is only named, or bound apart, has no page.
fn push_attachment(
    attachment: &Attachment,
    label: String,
    spec: &FlowSpec,
    profile: &Profile,
    flow: &mut Vec<Para>,
) {
    if attachment.body.is_empty() || attachment.separate {
        return;
    }
    let place = attachment.title.span().before();
    let mut label = Para::new(Role::AttachmentLabel, Text::new(label, place));
    label.page_break = true;
    label.keep_next = true;
    flow.push(label);
    let mut title = Para::new(Role::AttachmentTitle, attachment.title.clone());
    title.rows_before = profile.attachment.title_row.saturating_sub(2);
    title.keep_next = true;
    flow.push(title);
    let first = flow.len();
    push_text_below_title(&attachment.body, spec, flow);
    flow.iter_mut().skip(first).for_each(|para| para.deeper = 1);
}

/// The names with `separator` between them and `end` after the last, unless it stands there.
fn joined(names: &[Text], separator: &str, end: &str) -> Text {
    let mut text = Text::default();
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            text.push_str(separator, name.span().before());
        }
        text.push_text(name);
    }
    if !text.as_str().ends_with(end) {
        let place = end_of(&text);
        text.push_str(end, place);
    }
    text
}

fn end_of(text: &Text) -> Span {
    Span::new(text.span().end, text.span().end)
}

#[cfg(test)]
mod tests;
