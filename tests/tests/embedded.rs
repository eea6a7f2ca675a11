//! A DOCX that brings its own faces: each file is taken out as the standard says, and holds
//! what the runs that name it ask for, as wide as on the pages.

#![allow(clippy::unwrap_used, reason = "a failure is a panic")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use docgen::world::book;
use docgen::{Target, export};
use docgen_fonts::Width;
use docgen_model::{FontRole, is_latin};
use docgen_tests::sources;
use quick_xml::escape::unescape;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

/// Samples with every class, rare Han and Mongolian.
const SAMPLES: [&str; 3] = ["input-common", "input-mongolian", "input-letter"];

#[test]
fn every_character_is_in_the_face_that_its_run_names() {
    for sample in SAMPLES {
        let package = package(sample);
        let faces = faces(&package);
        let mut read = 0;
        for part in ["word/document.xml", "word/footer1.xml", "word/footer2.xml"] {
            for (fonts, text) in runs(&xml(&package, part)) {
                text.chars().for_each(|c| check(&faces, &fonts, c));
                read += text.chars().count();
            }
        }
        assert!(read > 300, "{sample}: {read} characters");
    }
}

/// Latin is looked for in the Latin slot, all else in the other.
fn check(faces: &BTreeMap<String, (String, Vec<u8>)>, fonts: &str, c: char) {
    let slot = if is_latin(c) { "w:ascii" } else { "w:eastAsia" };
    let name = attribute(fonts, slot);
    let (_, file) = faces.get(name).unwrap_or_else(|| panic!("{name} is not embedded"));
    let font = FontRef::new(file).unwrap();
    let id = font.charmap().map(c).unwrap_or_else(|| panic!("{name} lacks {c}"));
    let Some(role) = role(name) else { return };
    let units = f64::from(font.head().unwrap().units_per_em());
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let width = f64::from(metrics.advance_width(id).unwrap()) / units;
    let pages = book().unwrap().glyph(role, c, Width::Natural).unwrap();
    let apart = (width - f64::from(pages.advance.0) / 1e6).abs() * units;
    assert!(apart <= 0.5, "{c} in {name} is {width} em wide");
}

/// The class of an embedded face; none of Mongolian, which is shaped.
fn role(name: &str) -> Option<FontRole> {
    let begins = |role: &FontRole| {
        name.rsplit_once(' ')
            .is_some_and(|(family, _)| family == docgen_fonts::embedded_family(*role))
    };
    let rare = name.starts_with("Rare Han").then_some(FontRole::FangSong);
    FontRole::ALL.into_iter().find(begins).or(rare)
}

#[test]
fn names_tell_open_faces_and_fall_back_on_those_of_offices() {
    let package = package("input-common");
    let faces = faces(&package);
    let names: Vec<_> = faces.keys().map(String::as_str).collect();
    for open in
        ["LXGW WenKai GB Lite docgen ", "Rare Han docgen ", "Zhuque Fangsong docgen "]
    {
        assert!(names.iter().any(|name| name.starts_with(open)), "{open} in {names:?}");
    }
    let (office, _) =
        &faces[*names.iter().find(|name| name.starts_with("Zhuque")).unwrap()];
    assert_eq!(office, "仿宋_GB2312,仿宋");
    let settings = xml(&package, "word/settings.xml");
    assert!(settings.contains("<w:embedTrueTypeFonts/><w:saveSubsetFonts/>"));
}

#[test]
fn nothing_is_embedded_unless_asked_for() {
    let made = source("input-common").compile().made.unwrap();
    let package = export(&made, Target::Docx).unwrap();
    assert!(faces(&package).is_empty());
    assert!(!xml(&package, "word/settings.xml").contains("embedTrueTypeFonts"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(package("input-common"), package("input-common"));
}

fn source(name: &str) -> docgen_tests::Source {
    sources("frame").into_iter().find(|source| source.name == name).unwrap()
}

/// A sample with embedded faces.
fn package(sample: &str) -> Vec<u8> {
    let mut made = source(sample).compile().made.unwrap();
    made.embed_fonts = true;
    export(&made, Target::Docx).unwrap()
}

/// Alternative names and files of the embedded faces, by their names.
fn faces(package: &[u8]) -> BTreeMap<String, (String, Vec<u8>)> {
    let table = xml(package, "word/fontTable.xml");
    let fonts = table.split("<w:font ").skip(1);
    let embedded = fonts.filter(|font| font.contains("<w:embedRegular"));
    let face = |font: &str| {
        let (described, reference) = font.split_once("<w:embedRegular").unwrap();
        let number = attribute(reference, "r:id").strip_prefix("rId").unwrap();
        let hidden = bytes(package, &format!("word/fonts/font{number}.odttf"));
        let file = revealed(hidden, attribute(reference, "w:fontKey"));
        let alternative = described.split_once("<w:altName ").unwrap().1;
        let office = attribute(alternative, "w:val").to_owned();
        (attribute(font, "w:name").to_owned(), (office, file))
    };
    embedded.map(face).collect()
}

/// ISO/IEC 29500-1, 17.8.1: the digits of the key from the right, over the first 32 bytes.
fn revealed(mut file: Vec<u8>, key: &str) -> Vec<u8> {
    let digits: String = key.chars().filter(char::is_ascii_hexdigit).collect();
    assert_eq!((key.len(), digits.len()), (38, 32), "{key}");
    for (at, byte) in file.iter_mut().take(32).enumerate() {
        let from = 30 - 2 * (at % 16);
        *byte ^= u8::from_str_radix(&digits[from..from + 2], 16).unwrap();
    }
    file
}

/// `w:rFonts` and the text of every run that has a text.
fn runs(xml: &str) -> Vec<(String, String)> {
    let texts = xml.split("<w:rFonts ").skip(1).filter_map(|piece| {
        let (fonts, rest) = piece.split_once("/>")?;
        let run = rest.split_once("</w:r>")?.0;
        let text = run.split_once("<w:t xml:space=\"preserve\">")?.1.split_once('<')?.0;
        Some((fonts.to_owned(), unescape(text).unwrap().into_owned()))
    });
    texts.collect()
}

fn attribute<'a>(xml: &'a str, name: &str) -> &'a str {
    let value = xml.split_once(&format!("{name}=\"")).unwrap().1;
    value.split_once('"').unwrap().0
}

fn xml(package: &[u8], path: &str) -> String {
    String::from_utf8(bytes(package, path)).unwrap()
}

fn bytes(package: &[u8], path: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut bytes = vec![];
    zip.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}
