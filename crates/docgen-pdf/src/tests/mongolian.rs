//! A line that runs downwards, in another language and with controls that draw nothing.

use docgen_frame::{Glyph, GlyphRun, Item, ItemKind, Line, Node, NodeTag, Owner, Turn};
use docgen_model::{Abs, Color, Point, Span};

use super::sample::{BOOK, sample};
use super::{content, dict, get, read, string};
use crate::PdfStandard;

/// ᠭᠠᠨ ᠠ with a variation selector, a vowel separator and a suffix.
const WORD: &str =
    "\u{182d}\u{180b}\u{1820}\u{1828}\u{180e}\u{1820}\u{202f}\u{1824}\u{1828}";

fn word(owner: usize) -> Item {
    let (word, size) = (BOOK.mongolian(WORD).unwrap(), Abs::pt10(300));
    let glyph = |glyph: &docgen_fonts::WordGlyph| Glyph {
        id: glyph.id,
        advance: glyph.advance.at(size).into(),
        dx: glyph.dx.at(size).into(),
        dy: glyph.dy.at(size).into(),
        text: glyph.text.start as u32..glyph.text.end as u32,
        span: Span::new(0, 3),
    };
    let run = GlyphRun {
        face: word.face.clone(),
        size,
        color: Color::Red,
        origin: Point { x: Abs::mm100(5_000), y: Abs::mm100(20_000) },
        text: WORD.to_owned(),
        glyphs: word.glyphs.iter().map(glyph).collect(),
    };
    let line = Line { row: None, turn: Turn::Right, runs: vec![run] };
    Item { owner: Owner::Node(owner), kind: ItemKind::Line(line) }
}

#[test]
fn mongolian_is_read_back_whole_and_in_its_language() {
    let mut document = sample();
    let tag = NodeTag::Foreign { language: "mn-Mong-CN" };
    document.structure.push(Node { tag, span: Span::new(0, 3), parent: None });
    document.pages[0].items.push(word(document.structure.len() - 1));
    for standard in [PdfStandard::A2aUa1, PdfStandard::A1b, PdfStandard::None] {
        let pdf = read(&document, standard);
        let text = pdf.extract_text(&[1]).unwrap();
        let found: String = text.chars().filter(|&c| WORD.contains(c)).collect();
        assert_eq!(found, WORD, "{standard:?}");
    }
    let pdf = read(&document, PdfStandard::A2aUa1);
    let root = get(&pdf, pdf.catalog().unwrap(), &["StructTreeRoot", "K"]);
    let root = dict(&pdf, root.as_array().map_or(root, |kids| &kids[0]));
    let last = get(&pdf, root, &["K"]).as_array().unwrap().last().unwrap();
    assert_eq!(string(get(&pdf, dict(&pdf, last), &["Lang"])), "mn-Mong-CN");
    // A quarter turn to the right, on a page whose y runs downwards.
    assert!(content(&pdf, 1).contains("q 0 -1 -1 0 "), "{}", content(&pdf, 1));
}
