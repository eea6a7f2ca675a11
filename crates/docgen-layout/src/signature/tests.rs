use docgen_model::{
    Attachment, Block, BlockKind, Code, Date, Diagnostic, Document, Extent, Level, Rect,
    Seal, SealImage, Severity, Signature, Span, Spanned, Text, Title,
};
use docgen_standard::Profile;
use std::collections::BTreeSet;

use super::*;
use crate::inline::testing::book;
use crate::{Layout, layout};

mod long;

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

/// A report of paragraphs with the given numbers of characters.
fn report(paragraphs: &[usize], organ: &str, seal: Seal) -> Layout {
    let organs = if organ.is_empty() { vec![] } else { vec![text(organ)] };
    report_of(paragraphs, organs, seal)
}

/// A report of organs with names of different lengths.
fn joint(count: usize, seal: Seal) -> Layout {
    let names = ["某县教育局", "某县市场监管局", "某县公安局", "某县应急管理局"];
    joint_of(&names, count, seal)
}

/// The same with these names over again.
fn joint_of(names: &[&str], count: usize, seal: Seal) -> Layout {
    let names = names.iter().cycle().take(count).map(|name| text(name));
    report_of(&[40, 40], names.collect(), seal)
}

fn report_of(paragraphs: &[usize], organs: Vec<Text>, seal: Seal) -> Layout {
    layout(&document(paragraphs, organs, seal), Profile::gbt9704(), book())
}

fn document(paragraphs: &[usize], organs: Vec<Text>, seal: Seal) -> Document {
    let body = paragraphs.iter().map(|&count| Block {
        kind: BlockKind::Paragraph(docgen_model::Paragraph {
            level: Level::Body,
            text: text(&"国".repeat(count)),
            lead: 0,
        }),
        span: Span::default(),
    });
    let signer_posts = organs.clone();
    let date = Date::new(2022, 1, 8).map(|date| Spanned::new(date, Span::default()));
    Document {
        title: Title::Auto(text("工作报告")),
        body: body.collect(),
        signature: Some(Signature {
            organs,
            date,
            seal,
            signer_posts,
            ..Signature::default()
        }),
        ..Document::default()
    }
}

/// The last two lines of the document: page, row, left edge and right edge.
fn last_lines(layout: &Layout) -> Vec<(usize, u32, Abs, Abs)> {
    let mut lines = vec![];
    for (page, content) in layout.pages.pages.iter().enumerate() {
        for item in &content.items {
            let docgen_frame::ItemKind::Line(line) = &item.kind else { continue };
            let (Some(row), Some(first), Some(last)) =
                (line.row, line.runs.first(), line.runs.last())
            else {
                continue;
            };
            lines.push((page, row, first.origin.x, last.origin.x + last.width()));
        }
    }
    lines.split_off(lines.len() - 2)
}

/// The names of the 落款 and its date, the last run of a line each: page, row, edges.
fn last_rows(layout: &Layout, count: usize) -> Vec<(usize, u32, Abs, Abs)> {
    let mut names = vec![];
    for (page, content) in layout.pages.pages.iter().enumerate() {
        for item in &content.items {
            let docgen_frame::ItemKind::Line(line) = &item.kind else { continue };
            let Some(row) = line.row else { continue };
            let apart = |a: &docgen_frame::GlyphRun, b: &docgen_frame::GlyphRun| {
                (a.origin.x + a.width() - b.origin.x).to_emu().abs() < 10
            };
            for part in line.runs.chunk_by(apart) {
                let (Some(first), Some(last)) = (part.first(), part.last()) else {
                    continue;
                };
                names.push((page, row, first.origin.x, last.origin.x + last.width()));
            }
        }
    }
    names.split_off(names.len() - count - 1)
}

#[test]
fn a_stamped_name_is_centred_on_its_date() {
    let layout = report(&[40], "某某县人民政府", Seal::Stamped);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert_eq!(date.3, grid.body.right() - grid.cell() * 4);
    assert!((organ.2 + organ.3 - date.2 - date.3).to_emu().abs() <= 2);
    assert_eq!(organ.1, 3 + 2 + 2); // title, blank, two lines, two blank rows
}

#[test]
fn a_long_stamped_name_stays_in_the_type_area() {
    let layout = report(&[40], &"某".repeat(25), Seal::Stamped);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    assert!(organ.3 <= Profile::gbt9704().grid().body.right());
    assert!((organ.2 + organ.3 - date.2 - date.3).to_emu().abs() <= 2);
}

#[test]
fn an_unstamped_date_begins_two_characters_after_the_name() {
    let layout = report(&[40], "某某自治县人民政府办公室", Seal::None);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert!((date.2 - organ.2 - grid.cell() * 2).to_emu().abs() <= 2);
    assert_eq!(organ.3, grid.body.right() - grid.cell() * 2);
    let layout = report(&[40], "某县", Seal::None);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    assert!((date.2 - organ.2 - grid.cell() * 2).to_emu().abs() <= 2);
    assert_eq!(date.3, grid.body.right() - grid.cell() * 2);
}

#[test]
fn a_lone_date_ends_four_characters_from_the_edge() {
    let layout = report(&[40], "", Seal::None);
    let [_, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert_eq!(date.3, grid.body.right() - grid.cell() * 4);
}

/// Whatever the length of the text, the signature has two lines of it on its page.
#[test]
fn the_signature_never_stands_alone() {
    let mut steps = BTreeSet::new();
    for lines in 8..=40 {
        let layout =
            report(&[26, 26 + 28 * lines, 26 + 28 * 2], "某县政府", Seal::Stamped);
        let failed = layout.diagnostics.iter().any(Diagnostic::is_error);
        assert!(!failed, "{lines} lines: {:?}", layout.diagnostics);
        let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
        assert_eq!(organ.0, date.0);
        assert!(organ.1 >= 2, "{lines} lines: alone on its page");
        steps.insert(layout.diagnostics.len());
    }
    assert_eq!(steps.len(), 2, "some lengths need the ladder, some do not");
}

/// Wherever the text ends, in paragraphs of one line and of whole pages: nothing is refused
/// and nothing is left to warn of.
#[test]
fn every_text_keeps_two_lines_with_the_signature() {
    let shapes: [fn(usize) -> Vec<usize>; 4] = [
        |lines| vec![26 + 28 * lines],
        |lines| vec![26 + 28 * lines, 20],
        |lines| vec![26 + 28 * lines, 26 + 14 * lines],
        |lines| vec![20; lines + 1],
    ];
    for (shape, lines) in shapes.into_iter().flat_map(|s| (0..=64).map(move |n| (s, n))) {
        for (seal, lined) in [(Seal::Stamped, false), (Seal::Signed, true)] {
            let mut document = document(&shape(lines), vec![text("某县政府")], seal);
            if lined {
                document.note = Some(text("此件公开发布"));
                document.attachments = vec![attachment("工作要点")];
            }
            let layout = layout(&document, Profile::gbt9704(), book());
            let notes = layout.diagnostics.iter().all(|d| d.severity == Severity::Note);
            assert!(notes, "{:?}: {:?}", shape(lines), layout.diagnostics);
        }
    }
}

fn attachment(title: &str) -> Attachment {
    let (title, body, span) = (text(title), vec![], Span::default());
    Attachment { title, body, separate: false, span }
}

#[test]
fn a_page_inside_one_paragraph_keeps_its_foot_free() {
    let layout = report(&[26 + 28 * 62], "某县政府", Seal::Stamped);
    let foot = layout.decisions.foot.unwrap();
    assert_eq!((foot.para, foot.rows), (1, 2));
    assert!(foot.at > 0 && foot.at < 62 * 28 * "国".len());
}

/// What is told of a document of so many names; no name or date is lost.
fn told(paragraphs: &[usize], names: usize, wide: usize, seal: Seal) -> (Layout, String) {
    let layout = report_of(paragraphs, vec![text(&"某".repeat(wide)); names], seal);
    assert!(!layout.diagnostics.iter().any(Diagnostic::is_error), "{names}");
    let found = layout.diagnostics.iter().find(|found| found.code == Code::Signature);
    let found = found.map_or(String::new(), |found| found.message.zh.to_string());
    (layout, found)
}

/// Names that leave a page no room for text, one line of it, or two.
#[test]
fn a_signature_that_leaves_no_room_for_text_is_told() {
    let all = [
        (18, "正文最后2行移到落款所在页"),
        (19, "落款所在页只有一行正文"),
        (21, "落款所在页没有正文"),
        (22, "落款一页排不下，在署名的两行之间分了页"),
    ];
    for (names, wanted) in all {
        let (layout, told) = told(&[26 + 28 * 17], names, 4, Seal::None);
        assert_eq!(told, wanted, "{names}");
        let rows = last_rows(&layout, names);
        let [.., organ, date] = rows[..] else { panic!("two lines") };
        assert_eq!(organ.0, date.0, "{names}");
        assert_eq!(rows[0].0 < date.0, names == 22, "{names}");
    }
}

/// Documents of so many organs: neither names nor seals meet or leave the type area, in
/// whichever way it is sealed, and every row of them stands on the page of the date.
#[test]
fn several_organs_keep_apart_in_the_type_area() {
    let names = ["某县教育局", "某县市场监管局", "某县公安局", "某县应急管理局"];
    keep_apart(&names);
    keep_apart(&[
        "某县人力资源和社会保障局",
        "某县民政局",
        "某县财政局",
        "某县农业农村局",
    ]);
}

fn keep_apart(names: &[&str]) {
    let body = Profile::gbt9704().grid().body;
    for (seal, count) in [Seal::Stamped, Seal::None, Seal::Signed]
        .into_iter()
        .flat_map(|seal| (2..=9).map(move |count| (seal, count)))
    {
        let layout = joint_of(names, count, seal);
        let failed = layout.diagnostics.iter().any(Diagnostic::is_error);
        assert!(!failed, "{seal:?} {count}");
        let lines = last_rows(&layout, count);
        for pair in lines.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            assert!(a.0 == b.0 && (a.1 < b.1 || a.3 < b.2), "{seal:?} {count}");
        }
        assert!(lines.iter().all(|line| line.2 >= body.x && line.3 <= body.right()));
        let seals = &layout.seals;
        assert_eq!(seals.len(), if seal == Seal::None { 0 } else { count });
        for (index, a) in seals.iter().enumerate() {
            let half = a.diameter / 2;
            assert!(a.center.x - half >= body.x && a.center.x + half <= body.right());
            for b in &seals[index + 1..] {
                let (dx, dy) = (a.center.x - b.center.x, a.center.y - b.center.y);
                let square = |d: Abs| (d.to_emu() / 1000).pow(2);
                let apart = square(dx) + square(dy) > square(a.diameter);
                assert!(apart || seal == Seal::Signed && dy != Abs::ZERO);
            }
        }
    }
}

/// The names of a row stand in the middle of their seals, the last in that of the date.
#[test]
fn a_seal_stands_over_its_name() {
    let layout = joint(7, Seal::Stamped);
    let lines = last_rows(&layout, 7);
    for (line, seal) in lines.iter().zip(&layout.seals) {
        assert!(((line.2 + line.3) / 2 - seal.center.x).to_emu().abs() <= 4);
    }
    let [.., organ, date] = lines[..] else { panic!("two lines") };
    assert!((organ.2 + organ.3 - date.2 - date.3).to_emu().abs() <= 4);
    assert_eq!(layout.seals[3].center.y, layout.seals[5].center.y);
}

#[test]
fn unstamped_names_begin_below_each_other() {
    let lines = last_rows(&joint(4, Seal::None), 4);
    assert!(lines[..4].iter().all(|line| line.2 == lines[0].2));
    let cell = Profile::gbt9704().grid().cell();
    assert!((lines[4].2 - lines[0].2 - cell * 2).to_emu().abs() <= 2);
}

/// A text of one line below the mark of so many organs.
fn one_line(count: usize, seal: Seal, size: Option<i64>) -> Layout {
    let names = ["某某县教育局", "某某县财政局", "某某县人力资源和社会保障局"];
    let organs: Vec<Text> = names.iter().cycle().take(count).map(|n| text(n)).collect();
    let head = docgen_model::Head {
        stacked: count > 1,
        mark: text("文件"),
        number: Some(text("某教发〔2022〕5号")),
        issuers: organs.clone(),
        mark_size: size.map(|size| {
            Spanned::new(Extent::Length(Abs::pt10(size * 10)), Span::default())
        }),
        ..docgen_model::Head::default()
    };
    let document = Document {
        format: docgen_model::Format::Common,
        head: Some(head),
        recipients: vec![text("各乡镇人民政府")],
        ..document(&[20], organs, seal)
    };
    layout(&document, Profile::gbt9704(), book())
}

/// The mark shrinks until the names stand on page 1 with the only line of text.
#[test]
fn the_mark_gives_way_to_the_signature() {
    let size = |layout: &Layout| layout.decisions.head.as_ref().unwrap().mark_size;
    let layout = one_line(4, Seal::None, None);
    assert_eq!(layout.diagnostics, []);
    assert_eq!(last_lines(&layout)[1].0, 0);
    assert!(size(&layout) < size(&one_line(2, Seal::None, None)));
    let asked = one_line(4, Seal::None, Some(24));
    assert_eq!(size(&asked), Abs::pt10(240));
    let [found] = &asked.diagnostics[..] else { panic!("one finding") };
    assert_eq!(found.message.zh, "落款所在页没有正文");
}

/// Of one line of text nothing can go over: whatever the organs, nothing is refused, the text
/// stands on page 1, and seals that begin a page keep their room.
#[test]
fn one_line_of_text_is_set_below_any_number_of_organs() {
    let body = Profile::gbt9704().grid().body;
    for count in 1..=9 {
        for seal in [Seal::Stamped, Seal::None, Seal::Signed] {
            let layout = one_line(count, seal, None);
            let failed = layout.diagnostics.iter().any(Diagnostic::is_error);
            assert!(!failed, "{seal:?} {count}: {:?}", layout.diagnostics);
            let no_text = |found: &Diagnostic| found.code == Code::NoTextOnFirstPage;
            assert!(!layout.diagnostics.iter().any(no_text), "{seal:?} {count}");
            let top = layout.seals.iter().map(|seal| seal.center.y - seal.diameter / 2);
            assert!(top.min().is_none_or(|top| top >= body.y), "{seal:?} {count}");
        }
    }
}

/// Names so long that each needs a row: six rows of seals are higher than a page, and pages end
/// between them. No seal leaves a page.
#[test]
fn more_rows_of_seals_than_a_page_holds_are_parted() {
    let (layout, told) = told(&[40, 40], 6, 18, Seal::Stamped);
    assert_eq!(told, "落款一页排不下，在署名的两行之间分了页");
    let body = Profile::gbt9704().grid().body;
    let pages: Vec<usize> = layout.seals.iter().map(|seal| seal.page).collect();
    assert_eq!(pages, [0, 0, 0, 1, 1, 1]);
    assert_eq!(last_lines(&layout)[1].0, 1);
    assert!(layout.seals.iter().all(|seal| seal.center.y - seal.diameter / 2 >= body.y));
}

/// Whatever the length of the text, rows of seals stay together, with text on their page.
#[test]
fn rows_of_seals_never_part() {
    for lines in 8..=40 {
        let names = vec![text("某县教育局"); 5];
        let paragraphs = [26, 26 + 28 * lines, 26 + 28 * 2];
        let layout = report_of(&paragraphs, names, Seal::Stamped);
        let failed = layout.diagnostics.iter().any(Diagnostic::is_error);
        assert!(!failed, "{lines} lines: {:?}", layout.diagnostics);
        let rows = last_rows(&layout, 5);
        assert!(rows.iter().all(|row| row.0 == rows[0].0), "{lines} lines");
        assert!(rows[0].1 >= 2, "{lines} lines: alone on its page");
    }
}

/// A picture of `width` × `height` pixels, which layout never looks into.
fn seal_image(width: u32, height: u32, diameter: Option<i64>) -> SealImage {
    let image = docgen_model::Image {
        bytes: vec![].into(),
        kind: docgen_model::ImageKind::Png,
        width,
        height,
        dpi: None,
        alpha: true,
    };
    let diameter = diameter.map(|hundredths| Extent::Length(Abs::mm100(hundredths)));
    SealImage { image, diameter, span: Span::default() }
}

/// Where the picture of a seal is drawn, and its document.
fn drawn(seal: SealImage) -> (Layout, Rect) {
    drawn_below(1, seal)
}

/// The same behind so many paragraphs.
fn drawn_below(paragraphs: usize, seal: SealImage) -> (Layout, Rect) {
    let signature = Signature {
        organs: vec![text("某某县人民政府")],
        date: Date::new(2022, 1, 8).map(|date| Spanned::new(date, Span::default())),
        seal: Seal::Stamped,
        seals: vec![seal],
        ..Signature::default()
    };
    let block = BlockKind::Paragraph(docgen_model::Paragraph {
        level: Level::Body,
        text: text("正文。"),
        lead: 0,
    });
    let document = Document {
        title: Title::Auto(text("工作报告")),
        body: vec![Block { kind: block, span: Span::default() }; paragraphs],
        signature: Some(signature),
        ..Document::default()
    };
    let layout = layout(&document, Profile::gbt9704(), book());
    let rects = layout.pages.pages[0].items.iter().filter_map(|item| match &item.kind {
        docgen_frame::ItemKind::Picture(picture) => Some(picture.rect),
        docgen_frame::ItemKind::Line(_)
        | docgen_frame::ItemKind::Rule(_)
        | docgen_frame::ItemKind::Link(_) => None,
    });
    let rects: Vec<_> = rects.collect();
    assert_eq!(rects.len(), 1);
    (layout, rects[0])
}

/// R54 and R55, for seals of every size that offices have.
#[test]
fn the_picture_of_a_seal_begins_within_a_row_below_the_text() {
    let grid = Profile::gbt9704().grid();
    for diameter in [3_800, 4_200, 4_500, 5_000, 6_000] {
        let (layout, rect) = drawn(seal_image(480, 480, Some(diameter)));
        assert_eq!((rect.width, rect.height), (Abs::mm100(diameter), rect.width));
        let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
        let centre = (organ.2 + organ.3) / 2;
        assert!((centre - rect.x - rect.width / 2).to_emu().abs() <= 4);
        let text = layout.decisions.paras.iter().rev().nth(1).unwrap().rows_before;
        let gap = rect.y - grid.row_bottom(organ.1 - text - 1);
        assert!(gap >= Abs::ZERO && gap <= grid.pitch(), "{diameter}: {}", gap.to_mm());
        let middle = (grid.row_top(organ.1) + grid.row_bottom(date.1)) / 2;
        assert!(middle > rect.y + rect.height / 2);
        assert!(rect.bottom() > grid.row_bottom(date.1));
    }
}

#[test]
fn a_seal_that_reaches_the_page_number_is_told() {
    for lines in 1..22 {
        let layout = report(&[26 + 28 * lines], "某县政府", Seal::Stamped);
        let [organ, _] = last_lines(&layout)[..] else { panic!("two lines") };
        let told = layout.diagnostics.iter().any(|found| found.code == Code::SealLow);
        assert_eq!(told, organ.1 >= 20, "{lines} lines of text");
    }
}

#[test]
fn a_seal_wider_than_high_reaches_as_low_as_its_picture() {
    let told = |height| {
        (12..=15).any(|paragraphs| {
            let (layout, _) = drawn_below(paragraphs, seal_image(600, height, None));
            layout.diagnostics.iter().any(|found| found.code == Code::SealLow)
        })
    };
    assert!(told(600));
    assert!(!told(200));
}

#[test]
fn an_oval_seal_keeps_its_form() {
    let (layout, rect) = drawn(seal_image(600, 400, None));
    assert_eq!((rect.width, rect.height), (Abs::mm100(4_500), Abs::mm100(3_000)));
    let plan = layout.decisions.seals[0];
    assert_eq!((plan.width, plan.height), (rect.width, rect.height));
}

/// R56: a seal that would leave the type area is refused.
#[test]
fn a_seal_as_wide_as_a_hand_is_refused() {
    let (layout, _) = drawn(seal_image(480, 480, Some(9_900)));
    let errors: Vec<_> =
        layout.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert_eq!((errors.len(), errors[0].code), (1, Code::Overfull));
}

/// What the ladder tells of a document.
fn step(document: &Document) -> String {
    let layout = layout(document, Profile::gbt9704(), book());
    let found = layout.diagnostics.iter().find(|found| found.code == Code::Signature);
    found.map_or(String::new(), |found| found.message.zh.to_string())
}

/// Every step that some length of a text leads to, with a list of attachments and without.
#[test]
fn each_step_tells_what_it_did() {
    let mut told = BTreeSet::new();
    let shapes = [
        (20, Seal::Stamped),
        (26 + 28, Seal::None),
        (27, Seal::Signed),
        (25 + 28, Seal::Signed),
    ];
    for (lines, (last, seal)) in (8..=40).flat_map(|n| shapes.map(|shape| (n, shape))) {
        let paragraphs = [26, 27 + 28 * lines, last];
        let mut document = document(&paragraphs, vec![text("某县政府")], seal);
        told.insert(step(&document));
        document.attachments = vec![attachment("工作要点"), attachment("名单")];
        told.insert(step(&document));
    }
    // Gaps beside digits leave room for tracking.
    for count in 200..600 {
        let mut document = document(&[26], vec![text("某县政府")], Seal::Stamped);
        let words = "县直各单位2021年底前办结36件".chars().cycle().take(count);
        document.body[0].kind = BlockKind::Paragraph(docgen_model::Paragraph {
            level: Level::Body,
            text: text(&words.collect::<String>()),
            lead: 0,
        });
        told.insert(step(&document));
        document.attachments = vec![attachment("工作要点"), attachment("名单")];
        told.insert(step(&document));
    }
    let all = [
        "",
        "正文1段字距略收紧，使落款与正文同页",
        "正文1段字距略放宽，使落款与正文同页",
        "正文最后1行移到落款所在页",
        "正文最后2行移到落款所在页",
        "落款上方空行减为一行",
        "附件说明最后1行移到落款所在页",
        "附件说明最后2行移到落款所在页",
    ];
    assert_eq!(told, all.map(str::to_owned).into());
}

/// 附注 of a document sealed with `count` pictures: the rows above it.
fn rows_above_note(count: usize) -> u32 {
    let mut document =
        document(&[40, 40], vec![text("某县教育局"); count], Seal::Stamped);
    document.note = Some(text("此件公开发布"));
    if let Some(signature) = &mut document.signature {
        signature.seals = vec![seal_image(480, 480, None); count];
    }
    let layout = layout(&document, Profile::gbt9704(), book());
    layout.decisions.paras.last().unwrap().rows_before
}

#[test]
fn a_note_keeps_off_the_seals_that_would_lie_on_it() {
    assert_eq!([1, 2, 3, 4].map(rows_above_note), [0, 1, 1, 0]);
}

/// 附件说明 goes over by itself, rather than one of two lines of text with it.
#[test]
fn two_lines_of_text_stay_together_where_a_list_can_go() {
    let mut found = BTreeSet::new();
    for rows in 0..12 {
        let mut document = document(&[40], vec![text("某县教育局")], Seal::Stamped);
        document.format = docgen_model::Format::Common;
        document.head = Some(docgen_model::Head {
            mark: text("某县教育局文件"),
            number: Some(text("某教发〔2022〕5号")),
            ..docgen_model::Head::default()
        });
        document.recipients = vec![text("各乡镇人民政府"); rows * 4];
        document.attachments = vec![attachment("工作要点")];
        let layout = layout(&document, Profile::gbt9704(), book());
        found.extend(layout.diagnostics.iter().map(|found| found.message.zh.to_string()));
    }
    assert!(found.contains("附件说明最后1行移到落款所在页"), "{found:?}");
    assert!(!found.iter().any(|told| told.contains("正文最后1行")), "{found:?}");
}
