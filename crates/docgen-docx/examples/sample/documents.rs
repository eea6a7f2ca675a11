//! Two documents with decisions made by hand, so that the writer can be tried without layout.

use docgen_model::{
    Abs, Attachment, Block, BlockKind, Date, Decisions, Document, Format, Head, HeadPlan,
    Indents, Kind, Level, ParaPlan, Paragraph, Record, RecordPage, RecordPlan, RulePlan,
    Seal, Signature, Span, Spanned, Text, Title,
};
use docgen_standard::{Align, Para, Profile, manuscript};

const BODY: &str = "今年以来，各地区各部门坚持以习近平新时代中国特色社会主义思想为指导，\
    认真贯彻落实党中央、国务院决策部署，统筹推进“放管服”改革——特别是审批制度改革，\
    全年完成投资12.5亿元，同比增长8.3%，2021年12月底前办结事项3200件，取得了积极成效。\
    同时也要看到，一些地方和部门仍然存在工作不实、作风不严等问题，必须采取有力措施加以解决。";

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

fn block(level: Level, string: &str, lead: usize) -> Block {
    let paragraph = Paragraph { level, text: text(string), lead };
    let kind = BlockKind::Paragraph(paragraph);
    Block { kind, span: Span::default() }
}

/// Headings of all levels with `count` paragraphs of text after each.
fn chapter(count: usize) -> Vec<Block> {
    let run_in = "1.压实责任。各级党委政府主要负责同志要切实履行第一责任人责任。";
    let lead = "1.压实责任。".len();
    let first = "一、总体要求";
    let second = "（一）加强组织领导";
    let mut blocks = vec![
        block(Level::First, first, first.len()),
        block(Level::Second, second, second.len()),
        block(Level::Third, run_in, lead),
    ];
    blocks.extend((0..count).map(|_| block(Level::Body, BODY, 0)));
    blocks
}

fn attachment(title: Text, body: Vec<Block>) -> Attachment {
    Attachment { title, body, separate: false, span: Span::default() }
}

/// A 公文 with every part; `paragraphs` of text after each heading.
pub(crate) fn common(signers: &[&str], paragraphs: usize) -> Document {
    let head = Head {
        issuers: vec![text("国务院办公厅")],
        mark: text("国务院办公厅文件"),
        copy_number: Some(text("000001")),
        secrecy: Some(text("机密★1年")),
        urgency: Some(text("特急")),
        number: Some(text("国办发〔2021〕45号")),
        signers: signers.iter().map(|name| text(name)).collect(),
        ..Head::default()
    };
    let organ = |name: &str| text(name);
    let record = Record {
        copy_to: vec![
            organ("党中央各部门"),
            organ("全国人大常委会办公厅"),
            organ("全国政协办公厅"),
            organ("国家监委，最高人民法院，最高人民检察院"),
        ],
        printer: Some(text("国务院办公厅")),
        print_date: Date::new(2021, 12, 29)
            .map(|date| Spanned::new(date, Span::default())),
        ..Record::default()
    };
    Document {
        format: Format::Common,
        kind: Some(Kind::Notice),
        head: Some(head),
        title: Title::Lines(vec![
            text("国务院办公厅关于"),
            text("进一步加强审批制度改革工作的通知"),
        ]),
        recipients: vec![
            text("各省、自治区、直辖市人民政府"),
            text("国务院各部委、各直属机构"),
        ],
        body: [vec![block(Level::Body, BODY, 0)], chapter(paragraphs)].concat(),
        attachments: vec![
            attachment(text("审批事项清单"), vec![block(Level::Body, BODY, 0)]),
            attachment(
                text("关于进一步加强和改进建设工程项目审批制度改革工作的若干意见"),
                vec![],
            ),
        ],
        signature: Some(Signature {
            organs: vec![text("国务院办公厅")],
            date: Date::new(2021, 12, 28).map(|date| Spanned::new(date, Span::default())),
            seal: Seal::Stamped,
            ..Signature::default()
        }),
        note: Some(text("此件公开发布")),
        record: Some(record),
        ..Document::default()
    }
}

/// A 公文 with the least that its 版头 may have, whose 版记 needs a page of its own.
pub(crate) fn bare() -> Document {
    let head = Head { mark: text("某市人民政府文件"), ..Head::default() };
    let record =
        Record { extra: vec![text("承办单位：办公室")], ..Record::default() };
    Document {
        body: (0..3).map(|_| block(Level::Body, BODY, 0)).collect(),
        head: Some(head),
        attachments: vec![],
        record: Some(Record { main_to: vec![text("各区人民政府")], ..record }),
        ..common(&[], 0)
    }
}

/// A report without 版头.
pub(crate) fn plain(paragraphs: usize) -> Document {
    Document {
        kind: Some(Kind::Report),
        title: Title::Auto(text("关于2021年工作情况的报告")),
        subtitle: Some(text("——2022年1月8日在第十三届人民代表大会第六次会议上")),
        source: Some(text("某市人大常委会 <内网> & 公报")),
        body: (0..paragraphs).map(|_| block(Level::Body, BODY, 0)).collect(),
        ..Document::default()
    }
}

/// Decisions as layout would make them, but for what depends on lines and pages.
pub(crate) fn decide(document: &Document, profile: &Profile) -> Decisions {
    let manuscript = manuscript(document, profile);
    let size = profile.grid().size;
    let record_rows = manuscript.record.iter();
    let rows = record_rows.map(|line| if line.text.len() > 90 { 2 } else { 1 }).collect();
    Decisions {
        cover: vec![],
        contents: vec![],
        blank_before_text: false,
        head: manuscript.head.as_ref().map(|head| {
            let lines = head.lines();
            let pitch = profile.grid().pitch();
            let number_top = Abs::mm100(10_836);
            let below = pitch * (i64::from(lines) - 1) + size;
            HeadPlan {
                mark_size: profile.head.mark_size,
                mark_top: profile.page.top + profile.head.mark_top,
                mongolian: None,
                stack: None,
                number_top,
                number_pitch: pitch,
                lines,
                rules: vec![RulePlan {
                    left: profile.page.left,
                    y: number_top + below + profile.head.rule_below_number,
                    length: profile.page.body_width,
                    thickness: profile.head.rule_thickness,
                }],
                rows: 9 + lines,
            }
        }),
        paras: manuscript.flow.iter().map(|para| plan(para, profile)).collect(),
        foot: None,
        seals: vec![],
        blank_after_copy: false,
        recipients_in_record: false,
        record: (!manuscript.record.is_empty())
            .then_some(RecordPlan { page: record_page(document), rows }),
    }
}

fn record_page(document: &Document) -> RecordPage {
    match document.attachments.is_empty() {
        true => RecordPage::Next,
        false => RecordPage::Last,
    }
}

fn plan(para: &Para, profile: &Profile) -> ParaPlan {
    let style = profile.style(para.role);
    let size = style.size;
    let first = style.first.chars(size);
    let hang = para.hang_at.map(|at| {
        let wide = |c: char| if c.is_ascii() { size / 2 } else { size };
        let label = para.start_after.unwrap_or("").chars();
        let start: Abs = label.map(wide).sum();
        let lead: Abs = para.text.as_str()[..at].chars().map(wide).sum();
        (first + start, first + start + lead)
    });
    let (first, left) = hang.unwrap_or((first, Abs::ZERO));
    let justified = style.align == Align::Justify;
    let right = match style.align {
        Align::Right => size * 4,
        Align::Justify => Abs::twips(1),
        Align::Left | Align::Center | Align::Distribute => Abs::ZERO,
    };
    ParaPlan {
        rows_before: para.rows_before,
        page_break: para.page_break,
        breaks: para.breaks.clone().unwrap_or_default(),
        tracking: if justified { profile.docx.tracking } else { Abs::ZERO },
        indents: Indents { first, left, right },
        stops: vec![],
        justified,
        keep_next: para.keep_next,
        table: None,
        figure: None,
        flush: false,
        centered: false,
        leads_to: None,
    }
}
