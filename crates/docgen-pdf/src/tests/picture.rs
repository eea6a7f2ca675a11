//! Pictures: what shows through them, and what is told of them.

use docgen_frame::{
    Ground, Item, ItemKind, Node, NodeTag, Owner, PagedDocument, Picture,
};
use docgen_model::{Abs, Rect, Span};
use lopdf::Object;

use super::sample::sample;
use super::{STANDARDS, content, get, read, string};
use crate::PdfStandard;

/// The sample with a ring over its first page, clear inside.
fn document(ground: Ground) -> PagedDocument {
    let ring = r##"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><circle cx="4" cy="2" r="1.5" fill="none" stroke="#d00" stroke-width=".5"/></svg>"##;
    let image = docgen_image::read(ring.into()).unwrap().image;
    let mm = |count: i64| Abs::mm100(count * 100);
    let rect = Rect { x: mm(50), y: mm(60), width: mm(40), height: mm(20) };
    let mut document = sample();
    let tag = NodeTag::Figure { alt: "某县印章".to_owned() };
    document.structure.push(Node { tag, span: Span::new(3, 9), parent: None });
    let owner = Owner::Node(document.structure.len() - 1);
    let kind = ItemKind::Picture(Picture { image, rect, ground });
    document.pages[0].items.push(Item { owner, kind });
    document
}

/// The images of a PDF, those that are masks of others apart.
fn images(pdf: &lopdf::Document) -> (usize, usize) {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    let images = streams.filter(|s| {
        s.dict
            .get(b"Subtype")
            .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
    });
    let images: Vec<_> = images.collect();
    let masked = images.iter().filter(|image| image.dict.has(b"SMask")).count();
    (images.len() - masked, masked)
}

#[test]
fn what_is_clear_shows_the_text_in_every_standard() {
    for standard in STANDARDS {
        let pdf = read(&document(Ground::Text), standard);
        let cut = content(&pdf, 1).contains("W n") || content(&pdf, 1).contains("W\nn");
        match standard {
            PdfStandard::A1b => assert_eq!((images(&pdf), cut), ((1, 0), true)),
            PdfStandard::A2aUa1
            | PdfStandard::A2u
            | PdfStandard::A3a
            | PdfStandard::None => assert_eq!((images(&pdf), cut), ((1, 1), false)),
        }
        let cut = content(&read(&document(Ground::Paper), standard), 1).contains("W\nn");
        assert!(!cut, "{standard:?}");
    }
}

#[test]
fn a_picture_is_drawn_once_where_the_frame_says() {
    let mut document = document(Ground::Paper);
    let again = document.pages[0].items.last().unwrap().clone();
    document.pages[1].items.push(again);
    let pdf = read(&document, PdfStandard::A2u);
    assert_eq!(images(&pdf), (1, 1));
    let content = content(&pdf, 1);
    // 40 mm wide, 20 mm high.
    assert!(content.contains("113.38"), "{content}");
    assert!(content.contains("56.69"), "{content}");
}

#[test]
fn a_picture_says_what_it_shows_and_where() {
    let pdf = read(&document(Ground::Text), PdfStandard::A2aUa1);
    let figures = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let figures = figures.filter(|dict| {
        dict.get(b"S")
            .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Figure"))
    });
    let figures: Vec<_> = figures.collect();
    assert_eq!(figures.len(), 1);
    assert_eq!(string(get(&pdf, figures[0], &["Alt"])), "某县印章");
    let attributes = match get(&pdf, figures[0], &["A"]) {
        Object::Array(all) => pdf.dereference(&all[0]).unwrap().1.as_dict().unwrap(),
        object => object.as_dict().unwrap(),
    };
    let bbox = get(&pdf, attributes, &["BBox"]).as_array().unwrap();
    let left = bbox[0].as_float().unwrap();
    assert!((left - 141.73).abs() < 0.01, "{left}");
}
