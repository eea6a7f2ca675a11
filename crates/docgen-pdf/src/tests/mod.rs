//! What the PDF of a small document holds, read back with another library.

mod mongolian;
mod packed;
mod picture;
mod sample;
mod xmp;

use docgen_frame::{Copies, GlyphRun, ItemKind, Node, NodeTag, Owner, PagedDocument};
use docgen_model::{Abs, Span};
use lopdf::{Dictionary, Object};

use crate::{PdfOptions, PdfStandard, drain, pdf};
use sample::sample;

const STANDARDS: [PdfStandard; 5] = [
    PdfStandard::A2aUa1,
    PdfStandard::A1b,
    PdfStandard::A2u,
    PdfStandard::A3a,
    PdfStandard::None,
];

fn bytes(document: &PagedDocument, standard: PdfStandard) -> Vec<u8> {
    pdf(document, &PdfOptions { standard })
        .unwrap_or_else(|e| panic!("{standard:?}: {e}"))
}

fn read(document: &PagedDocument, standard: PdfStandard) -> lopdf::Document {
    lopdf::Document::load_mem(&bytes(document, standard)).unwrap()
}

/// The value behind a path of keys, references followed.
fn get<'a>(pdf: &'a lopdf::Document, from: &'a Dictionary, path: &[&str]) -> &'a Object {
    let (key, rest) = path.split_first().unwrap();
    let value = from.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key}"));
    let value = pdf.dereference(value).unwrap().1;
    if rest.is_empty() { value } else { get(pdf, value.as_dict().unwrap(), rest) }
}

fn dict<'a>(pdf: &'a lopdf::Document, object: &'a Object) -> &'a Dictionary {
    pdf.dereference(object).unwrap().1.as_dict().unwrap()
}

fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

fn content(pdf: &lopdf::Document, page: u32) -> String {
    let id = pdf.get_pages()[&page];
    String::from_utf8_lossy(&pdf.get_page_content(id)).into_owned()
}

#[test]
fn the_same_pages_are_the_same_bytes_in_every_standard() {
    for standard in STANDARDS {
        assert_eq!(bytes(&sample(), standard), bytes(&sample(), standard));
        let xmp = String::from_utf8_lossy(&bytes(&sample(), standard)).into_owned();
        let (part, level, ua) = match standard {
            PdfStandard::A2aUa1 => ("2", "A", true),
            PdfStandard::A1b => ("1", "B", false),
            PdfStandard::A2u => ("2", "U", false),
            PdfStandard::A3a => ("3", "A", false),
            PdfStandard::None => ("", "", false),
        };
        let says = |tag: &str, value: &str| {
            xmp.contains(&format!("<pdf{tag}>{value}</pdf{tag}>"))
        };
        assert_eq!(says("aid:part", part), standard != PdfStandard::None);
        assert_eq!(says("aid:conformance", level), standard != PdfStandard::None);
        assert_eq!(says("uaid:part", "1"), ua);
    }
}

#[test]
fn each_logical_piece_is_one_element_in_reading_order() {
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    let root = get(&pdf, pdf.catalog().unwrap(), &["StructTreeRoot", "K"]);
    let root = root.as_array().map_or(root, |kids| &kids[0]);
    let root = dict(&pdf, root);
    assert_eq!(get(&pdf, root, &["S"]).as_name().unwrap(), b"Document");
    assert_eq!(string(get(&pdf, root, &["Lang"])), "zh-CN");
    let elements = get(&pdf, root, &["K"]).as_array().unwrap();
    let kinds: Vec<_> = elements
        .iter()
        .map(|e| get(&pdf, dict(&pdf, e), &["S"]).as_name().unwrap())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    assert_eq!(kinds, ["P", "H1", "H2", "P", "H3", "P"]);
    let kids =
        |i: usize| get(&pdf, dict(&pdf, &elements[i]), &["K"]).as_array().unwrap().len();
    // The title stands in two lines, the paragraph in three, one of them on the next page.
    assert_eq!((kids(1), kids(3)), (2, 3));
    let title = get(&pdf, dict(&pdf, &elements[1]), &["T"]);
    assert_eq!(string(title), sample().info.title);
}

#[test]
fn a_piece_that_shows_nothing_has_no_element() {
    let mut document = sample();
    document.structure.push(Node {
        tag: NodeTag::Paragraph,
        span: Span::default(),
        parent: None,
    });
    assert_eq!(
        bytes(&document, PdfStandard::A2aUa1),
        bytes(&sample(), PdfStandard::A2aUa1)
    );
}

#[test]
fn page_numbers_and_rules_are_artifacts() {
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    for page in [1, 2] {
        let content = content(&pdf, page);
        for kind in ["Layout", "Pagination"] {
            let artifact = format!("/Artifact<</Type/{kind}>>BDC");
            assert_eq!(content.matches(&artifact).count(), 1, "{kind} on page {page}");
        }
        assert_eq!(content.matches("BDC").count(), content.matches("EMC").count());
    }
}

#[test]
fn every_character_can_be_read_back() {
    for standard in STANDARDS {
        let document = sample();
        let found = read(&document, standard).extract_text(&[1, 2]).unwrap();
        let found: String = found.split_whitespace().collect();
        let lines =
            document.pages.iter().flat_map(|page| &page.items).filter_map(|item| {
                match &item.kind {
                    ItemKind::Line(line) => Some(line),
                    ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
                }
            });
        let words: String =
            lines.flat_map(|line| &line.runs).map(|run| &*run.text).collect();
        // In 黑体 · and • share a glyph; which of them is meant, `ActualText` says.
        let words: String =
            words.split_whitespace().collect::<String>().replace('•', "·");
        assert_eq!(found, words, "{standard:?}");
    }
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    assert_eq!(content(&pdf, 1).matches("/ActualText").count(), 1);
}

#[test]
fn every_glyph_is_drawn_where_the_frame_says() {
    let mut document = sample();
    let ItemKind::Line(line) = &mut document.pages[1].items[0].kind else { panic!() };
    let run = &mut line.runs[0];
    run.glyphs[0].advance = Abs::pt10(158).into();
    run.glyphs[2].dx = Abs::pt10(8).into();
    run.glyphs[4].dy = Abs::pt10(10).into();
    let content = content(&read(&document, PdfStandard::A2aUa1), 2);
    // Thousandths of the 16 pt leftwards: 0.2 pt, and 0.8 pt there and back.
    for shift in [")12.5(", ")-50(", ")50("] {
        assert_eq!(content.matches(shift).count(), 1, "{shift} in {content}");
    }
    // The baseline lies 80 mm down, the raised glyph one point higher, after four others.
    for origin in ["79.37008 226.77165 Tm", "143.17007 225.77165 Tm"] {
        assert!(content.contains(origin), "{origin}");
    }
}

#[test]
fn rules_are_as_long_and_as_thick_as_the_frame_says() {
    let content = content(&read(&sample(), PdfStandard::A2aUa1), 1);
    let operators: Vec<_> = content.split_whitespace().collect();
    let before = |operator: &str| {
        let at = operators.iter().position(|&o| o == operator).unwrap();
        let numbers = operators[..at].iter().rev().map_while(|o| o.parse::<f64>().ok());
        numbers.map(|pt| (pt / 72.0 * 2540.0).round() as i64).collect::<Vec<_>>()
    };
    assert_eq!(before("w"), [35]);
    let (from, to) = (before("m"), before("l"));
    assert_eq!((from[1], to[1]), (2_800, 18_400));
    assert_eq!(from[0], to[0]);
    assert!(operators.windows(4).any(|o| o[..3] == ["1", "0", "0"]), "red");
}

#[test]
fn the_outline_nests_by_level() {
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    let first =
        get(&pdf, pdf.catalog().unwrap(), &["Outlines", "First"]).as_dict().unwrap();
    assert_eq!(string(get(&pdf, first, &["Title"])), sample().info.title);
    let third = get(&pdf, first, &["First", "First"]).as_dict().unwrap();
    assert_eq!(string(get(&pdf, third, &["Title"])), "（一）——……“楷”");
    let place = get(&pdf, third, &["Dest"]).as_array().unwrap();
    assert_eq!(place[0].as_reference().unwrap(), pdf.get_pages()[&2]);
    // 297 − 40 mm above the lower edge.
    assert_eq!((place[3].as_float().unwrap() / 72.0 * 25.4).round(), 257.0);
}

#[test]
fn pages_have_their_size_and_their_printed_number() {
    let mut document = sample();
    document.pages[0].number = 7;
    let pdf = read(&document, PdfStandard::A2aUa1);
    let labels = get(&pdf, pdf.catalog().unwrap(), &["PageLabels", "Nums"]);
    let labels = labels.as_array().unwrap();
    let starts: Vec<_> =
        labels.iter().filter_map(|l| pdf.dereference(l).ok()?.1.as_dict().ok()).collect();
    assert_eq!(get(&pdf, starts[0], &["St"]).as_i64().unwrap(), 7);
    let page = pdf.get_dictionary(pdf.get_pages()[&1]).unwrap();
    for name in ["MediaBox", "TrimBox"] {
        let sides = get(&pdf, page, &[name]).as_array().unwrap();
        let mm = |i: usize| (sides[i].as_float().unwrap() / 72.0 * 2540.0).round();
        assert_eq!(
            (mm(0), mm(1), mm(2), mm(3)),
            (0.0, 0.0, 21_000.0, 29_700.0),
            "{name}"
        );
    }
}

#[test]
fn a_sheet_reaches_beyond_the_page() {
    let mut document = sample();
    document.pages[0].bleed = Abs::mm100(300);
    document.pages[0].margin = Abs::mm100(800);
    for standard in STANDARDS {
        let pdf = read(&document, standard);
        let page = pdf.get_dictionary(pdf.get_pages()[&1]).unwrap();
        for (name, by) in [("MediaBox", 800.0), ("BleedBox", 300.0), ("TrimBox", 0.0)] {
            let sides = get(&pdf, page, &[name]).as_array().unwrap();
            let mm = |i: usize| (sides[i].as_float().unwrap() / 72.0 * 2540.0).round();
            let expected = (-by, -by, 21_000.0 + by, 29_700.0 + by);
            assert_eq!((mm(0), mm(1), mm(2), mm(3)), expected, "{name} {standard:?}");
        }
    }
}

#[test]
fn copies_repeat_the_pages_but_for_one_line() {
    let mut document = sample();
    let ItemKind::Line(other) = document.pages[1].items[0].kind.clone() else { panic!() };
    document.copies = Some(Copies { item: 0, lines: vec![other.clone(), other] });
    for standard in STANDARDS {
        let pdf = read(&document, standard);
        assert_eq!(pdf.get_pages().len(), 6);
        assert_ne!(content(&pdf, 1), content(&pdf, 3));
        let drawn = |page| content(&pdf, page).matches(" Tf").count();
        assert_eq!(drawn(3), drawn(5));
        assert_eq!(drawn(2), drawn(6));
        let labels = get(&pdf, pdf.catalog().unwrap(), &["PageLabels", "Nums"]);
        assert!(labels.as_array().unwrap().len() >= 6, "numbers begin anew in each copy");
    }
}

#[test]
fn metadata_is_the_documents_own() {
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    let info = get(&pdf, &pdf.trailer, &["Info"]).as_dict().unwrap();
    let says = |key: &str| string(get(&pdf, info, &[key]));
    assert_eq!(says("Title"), sample().info.title);
    assert_eq!(says("Author"), "国务院办公厅, 财政部");
    assert_eq!(says("Subject"), "通知");
    assert!(!info.has(b"Keywords"));
    assert_eq!(says("CreationDate"), "D:20251124000000+08'00");
    assert_eq!(says("Producer"), concat!("docgen ", env!("CARGO_PKG_VERSION")));
    assert_eq!(string(get(&pdf, pdf.catalog().unwrap(), &["Lang"])), "zh-CN");
}

#[test]
fn a_document_without_a_date_gets_none() {
    let mut document = sample();
    document.info.date = None;
    for standard in STANDARDS {
        let undated = bytes(&document, standard);
        for trace in ["0001-01-01", "D:0001", "CreateDate>", "/ModDate", "stEvt:when"] {
            let found = undated.windows(trace.len()).any(|w| w == trace.as_bytes());
            assert!(!found, "{trace} in {standard:?}");
        }
        let pdf = lopdf::Document::load_mem(&undated).unwrap();
        let info = get(&pdf, &pdf.trailer, &["Info"]).as_dict().unwrap();
        assert_eq!(string(get(&pdf, info, &["Title"])), document.info.title);
    }
}

#[test]
fn a_face_is_embedded_once_and_in_part() {
    let pdf = read(&sample(), PdfStandard::A2aUa1);
    let is_type0 = |o: &&Object| {
        o.as_dict().is_ok_and(|d| {
            d.get(b"Subtype").is_ok_and(|s| s.as_name().is_ok_and(|n| n == b"Type0"))
        })
    };
    let document = sample();
    let items = document.pages.iter().flat_map(|page| &page.items);
    let lines = items.filter_map(|item| match &item.kind {
        ItemKind::Line(line) => Some(line),
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    });
    let faces = lines.flat_map(|line| &line.runs).map(|run| run.face.index());
    let used: std::collections::BTreeSet<_> = faces.collect();
    assert!(used.len() > 1);
    assert_eq!(pdf.objects.values().filter(is_type0).count(), used.len());
    assert!(bytes(&sample(), PdfStandard::A2aUa1).len() < 100_000);
}

/// The sample with one glyph changed, and what becomes of it.
#[test]
fn drained_pages_are_drawn_alike_and_empty() {
    let mut document = sample();
    let kept = pdf(&document, &PdfOptions::default());
    assert_eq!(drain(&mut document, &PdfOptions::default()), kept);
    assert!(document.pages.iter().all(|page| page.items.is_empty()));
}

fn spoilt(change: impl Fn(&mut GlyphRun)) -> crate::PdfError {
    let mut document = sample();
    let ItemKind::Line(line) = &mut document.pages[1].items[0].kind else { panic!() };
    change(&mut line.runs[0]);
    pdf(&document, &PdfOptions::default()).unwrap_err()
}

#[test]
fn what_the_standard_refuses_points_at_the_source() {
    let missing = spoilt(|run| run.glyphs[1].id = 0);
    assert_eq!(missing.span, Some(Span::new(3, 6)));
    assert!(missing.message.zh.contains("“是”没有字形"), "{missing}");

    let private = spoilt(|run| {
        run.text = run.text.replace('是', "\u{e000}");
    });
    assert_eq!(private.span, Some(Span::new(3, 6)));
    assert!(private.message.zh.contains("U+E000"), "{private}");
}

#[test]
fn pages_that_break_the_rules_are_refused() {
    let broken = "版面数据不合约定";
    for error in [
        spoilt(|run| run.size = Abs::ZERO),
        spoilt(|run| run.glyphs[0].text = 1..3),
        spoilt(|run| run.glyphs[0].text = 0..3_000),
    ] {
        assert!(error.message.zh.contains(broken));
    }
    let mut document = sample();
    document.pages[0].items[0].owner = Owner::Node(99);
    assert!(
        pdf(&document, &PdfOptions::default()).unwrap_err().message.zh.contains(broken)
    );
    let mut document = sample();
    document.pages[0].width = Abs::ZERO;
    assert!(
        pdf(&document, &PdfOptions::default()).unwrap_err().message.zh.contains(broken)
    );
    let mut document = sample();
    document.info.title.clear();
    let error = pdf(&document, &PdfOptions::default()).unwrap_err();
    assert_eq!(error.message.zh, "文件没有标题");
}

#[test]
fn places_survive_krilla() {
    for (start, end) in [(0, 0), (0, 1), (7, 4_000_000_000), (u32::MAX, u32::MAX - 1)] {
        let span = Span::new(start, end);
        assert_eq!(crate::text::span(crate::text::location(span)), span);
    }
}
