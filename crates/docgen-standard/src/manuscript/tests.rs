use docgen_model::{Attendance, Date, Format, Record, Spanned};

use docgen_model::Signature;

use super::*;

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

fn roles(document: &Document) -> Vec<(Role, u32, String)> {
    manuscript(document, Profile::gbt9704())
        .flow
        .into_iter()
        .map(|para| (para.role, para.rows_before, para.text.as_str().to_owned()))
        .collect()
}

fn body(string: &str) -> Vec<Block> {
    let paragraph = Paragraph { level: Level::Body, text: text(string), lead: 0 };
    vec![Block { kind: BlockKind::Paragraph(paragraph), span: Span::default() }]
}

#[test]
fn a_plain_report_has_one_row_above_title_body_and_date() {
    let date = Date::new(2021, 12, 28).map(|date| Spanned::new(date, Span::default()));
    let document = Document {
        title: Title::Auto(text("报告")),
        body: body("正文。"),
        signature: Some(Signature { date, ..Signature::default() }),
        ..Document::default()
    };
    let expected = [
        (Role::Title, 1, "报告"),
        (Role::Body, 1, "正文。"),
        (Role::Date, 1, "2021年12月28日"),
    ];
    assert_eq!(roles(&document), expected.map(|(r, n, t)| (r, n, t.to_owned())));
}

#[test]
fn a_draft_keeps_the_place_of_its_date() {
    let signature =
        Signature { organs: vec![text("某县政府")], ..Signature::default() };
    let draft = Document {
        stage: Stage::Draft,
        title: Title::Auto(text("通知")),
        signature: Some(signature),
        ..Document::default()
    };
    let date = |document: &Document| {
        let last = roles(document).pop().map(|(role, _, text)| (role, text));
        last.filter(|(role, _)| *role == Role::Date).map(|(_, text)| text)
    };
    assert_eq!(date(&draft).as_deref(), Some("　　　　年　　月　　日"));
    assert_eq!(date(&Document { stage: Stage::Final, ..draft }), None);
}

#[test]
fn recipients_are_joined_and_the_body_follows_at_once() {
    let document = Document {
        format: Format::Common,
        title: Title::Lines(vec![text("关于甲"), text("的通知")]),
        recipients: vec![text("甲、乙"), text("丙")],
        body: body("正文。"),
        note: Some(text("此件公开发布")),
        ..Document::default()
    };
    let expected = [
        (Role::Title, 0, "关于甲的通知"),
        (Role::Recipients, 1, "甲、乙，丙："),
        (Role::Body, 0, "正文。"),
        (Role::Note, 0, "（此件公开发布）"),
    ];
    assert_eq!(roles(&document), expected.map(|(r, n, t)| (r, n, t.to_owned())));
    let flow = manuscript(&document, Profile::gbt9704()).flow;
    assert_eq!(flow[0].breaks, Some(vec!["关于甲".len()]));
}

#[test]
fn attachments_are_listed_and_begin_pages() {
    let attachment =
        |title, body| Attachment { title, body, separate: false, span: Span::default() };
    let document = Document {
        title: Title::Auto(text("通知")),
        body: body("正文。"),
        attachments: vec![
            attachment(text("清单"), body("一览。")),
            attachment(text("办法"), vec![]),
        ],
        ..Document::default()
    };
    let expected = [
        (Role::Title, 1, "通知"),
        (Role::Body, 1, "正文。"),
        (Role::AttachmentNote, 1, "附件：1.清单"),
        (Role::AttachmentNote, 0, "2.办法"),
        (Role::AttachmentLabel, 0, "附件1"),
        (Role::AttachmentTitle, 1, "清单"),
        (Role::Body, 1, "一览。"),
    ];
    assert_eq!(roles(&document), expected.map(|(r, n, t)| (r, n, t.to_owned())));
}

#[test]
fn the_record_ends_with_the_printer() {
    let print_date = Date::new(2022, 1, 8).map(|d| Spanned::new(d, Span::default()));
    let record = Record {
        main_to: vec![text("甲")],
        copy_to: vec![text("乙"), text("丙")],
        printer: Some(text("丁办公室")),
        print_date,
        ..Record::default()
    };
    let lines = record_lines(&record, "抄送", true);
    let printing = |line: &RecordLine| line.names == RecordNames::Printing;
    let printing: Vec<bool> = lines.iter().map(printing).collect();
    assert_eq!(printing, [false, false, true]);
    let date = lines[2].print_date();
    assert_eq!(date.as_ref().map(Text::as_str), Some("2022年1月8日"));
    let found: Vec<_> = lines
        .into_iter()
        .map(|line| (line.text.as_str().to_owned(), line.right, line.rule_above))
        .collect();
    assert_eq!(found[0], ("主送：甲。".to_owned(), None, true));
    assert_eq!(found[1], ("抄送：乙，丙。".to_owned(), None, false));
    assert_eq!(found[2].1.as_ref().map(Text::as_str), Some("2022年1月8日印发"));
}

#[test]
fn a_heading_keeps_with_what_it_heads() {
    let levels = [Level::First, Level::Third, Level::Third, Level::Body, Level::First];
    let blocks: Vec<Block> = levels
        .into_iter()
        .map(|level| {
            let lead = if level == Level::Body { 0 } else { "某".len() };
            let kind = BlockKind::Paragraph(Paragraph { level, text: text("某"), lead });
            Block { kind, span: Span::default() }
        })
        .collect();
    let mut flow = vec![];
    push_blocks(&blocks, &mut flow);
    let kept: Vec<bool> = flow.iter().map(|para| para.keep_next).collect();
    assert_eq!(kept, [true, false, true, false, false]);
}

#[test]
fn an_attachment_bound_apart_is_named_but_stands_in_its_own_document() {
    let attachment = |title, separate| Attachment {
        title: text(title),
        body: body("甲。"),
        separate,
        span: Span::default(),
    };
    let document = Document {
        head: Some(Head {
            number: Some(text("某发〔2023〕1号")), ..Head::default()
        }),
        attachments: vec![attachment("一览表", false), attachment("办法", true)],
        ..Document::default()
    };
    let profile = Profile::gbt9704();
    let printed = |document: &Document| -> Vec<(Role, u32, String)> {
        let flow = manuscript(document, profile).flow;
        flow.iter().map(|p| (p.role, p.rows_before, p.text.to_string())).collect()
    };
    let main = printed(&document);
    assert!(main.contains(&(Role::AttachmentNote, 0, "2.办法".to_owned())));
    assert!(!main.iter().any(|(_, _, text)| text == "附件2"));
    let apart = crate::bound_apart(&document);
    assert_eq!(apart.len(), 1);
    assert_eq!(apart[0].label, "附件2");
    let apart = printed(&apart[0].document);
    let first = |role, rows, text: &str| (role, rows, text.to_owned());
    assert_eq!(apart[0], first(Role::AttachmentLabel, 0, "某发〔2023〕1号附件2"));
    assert_eq!(apart[1], first(Role::Title, 1, "办法"));
}

/// 10.3: the order of names stays; items that list names by 、 are told apart by ，.
#[test]
fn attendance_follows_the_text() {
    let names = |all: &[&str]| all.iter().map(|name| text(name)).collect();
    let attendance = Attendance {
        present: names(&["县政府办公室周某某、吴某某", "县财政局冯某某"]),
        absent: vec![],
        observers: names(&["蒋某某", "卫某某"]),
    };
    let document = Document {
        format: Format::Minutes,
        attendance: Some(attendance),
        body: body("会议研究了供水工作。"),
        ..Document::default()
    };
    let flow = manuscript(&document, Profile::gbt9704()).flow;
    let found: Vec<_> = flow
        .iter()
        .map(|para| (para.role, para.text.as_str(), para.rows_before, para.hang_at))
        .collect();
    let hang = Some("出席：".len());
    assert_eq!(
        found,
        [
            (Role::Body, "会议研究了供水工作。", 0, None),
            (
                Role::Attendance,
                "出席：县政府办公室周某某、吴某某，县财政局冯某某",
                1,
                hang
            ),
            (Role::Attendance, "列席：蒋某某、卫某某", 0, hang),
        ]
    );
}

/// 10.1: no rules; 10.3: 分送.
#[test]
fn the_record_of_a_format_differs() {
    let record = Record { copy_to: vec![text("县委")], ..Record::default() };
    let lines = |format| {
        let record = Some(record.clone());
        let document = Document { format, record, ..Document::default() };
        manuscript(&document, Profile::gbt9704()).record
    };
    let (letter, minutes) = (lines(Format::Letter), lines(Format::Minutes));
    assert_eq!((letter[0].text.as_str(), letter[0].rule_above), ("抄送：县委。", false));
    assert_eq!((minutes[0].text.as_str(), minutes[0].rule_above), ("分送：县委。", true));
}
