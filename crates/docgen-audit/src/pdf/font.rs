//! A font of a PDF: which character each code is, and how wide.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{dictionary, number};
use crate::sheet::Face;

/// The fonts of a file, each read once.
#[derive(Debug, Default)]
pub(crate) struct Fonts {
    all: Vec<Font>,
    known: BTreeMap<ObjectId, usize>,
}

impl Fonts {
    /// The place among all of a font that a page asks for.
    pub(crate) fn place_of(
        &mut self,
        document: &Document,
        id: ObjectId,
    ) -> Option<usize> {
        if let Some(&known) = self.known.get(&id) {
            return Some(known);
        }
        let font = Font::new(document, document.get_dictionary(id).ok()?);
        let place = self.all.len();
        self.all.push(font);
        self.known.insert(id, place);
        Some(place)
    }

    pub(crate) fn get(&self, place: usize) -> Option<&Font> {
        self.all.get(place)
    }

    /// The name of each face, and whether it is embedded.
    pub(crate) fn faces(&self) -> Vec<(String, bool)> {
        let mut faces: Vec<(String, bool)> = vec![];
        for font in &self.all {
            if !faces.iter().any(|(name, _)| *name == font.name) {
                faces.push((font.name.clone(), font.embedded));
            }
        }
        faces
    }
}

/// A font, as far as a page needs it.
#[derive(Debug)]
pub(crate) struct Font {
    name: String,
    pub(crate) face: Face,
    embedded: bool,
    /// Bytes of a code.
    pub(crate) step: usize,
    /// Thousandths of the size, by code.
    widths: BTreeMap<usize, f64>,
    width: f64,
    /// What each code says.
    texts: BTreeMap<usize, String>,
}

impl Font {
    /// Reads a font.
    fn new(document: &Document, font: &Dictionary) -> Self {
        let inner = font.get_deref(b"DescendantFonts", document);
        let inner = inner.and_then(Object::as_array).ok().and_then(|all| all.first());
        let inner = inner
            .and_then(|one| document.dereference(one).ok())
            .and_then(|(_, object)| object.as_dict().ok());
        let about = inner.unwrap_or(font);
        let descriptor = dictionary(document, about, b"FontDescriptor");
        let files = ["FontFile", "FontFile2", "FontFile3"].map(str::as_bytes);
        let is_type3 =
            font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Type3");
        let embedded = is_type3
            || descriptor.is_some_and(|found| files.iter().any(|file| found.has(file)));
        let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or(b"Type3");
        let name = String::from_utf8_lossy(name).into_owned();
        Self {
            face: Face::named(&name),
            name,
            embedded,
            step: if inner.is_some() { 2 } else { 1 },
            widths: about.get_deref(b"W", document).map_or_else(
                |_| BTreeMap::new(),
                |object| widths(object.as_array().map_or(&[], Vec::as_slice)),
            ),
            width: about.get_deref(b"DW", document).map_or(1000.0, number),
            texts: texts(document, font),
        }
    }

    /// How far a code moves on, in thousandths of the size.
    pub(crate) fn advance(&self, code: usize) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.width)
    }

    /// What a code says.
    pub(crate) fn text(&self, code: usize) -> &str {
        self.texts.get(&code).map_or("", String::as_str)
    }
}

/// The array W: `first [w w w]` or `first last w`.
fn widths(array: &[Object]) -> BTreeMap<usize, f64> {
    let mut found = BTreeMap::new();
    let mut rest = array;
    while let [first, second, tail @ ..] = rest {
        let first = number(first) as usize;
        if let Ok(each) = second.as_array() {
            found.extend((first..).zip(each.iter().map(number)));
            rest = tail;
        } else {
            let width = tail.first().map_or(0.0, number);
            let last = (number(second) as usize).min(first + 0xffff);
            found.extend((first..=last).map(|code| (code, width)));
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    found
}

/// The map `ToUnicode`, as its lines say it: `<code> <text>`, or `<first> <last> <text>`.
fn texts(document: &Document, font: &Dictionary) -> BTreeMap<usize, String> {
    let map = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
    let map = map.and_then(lopdf::Stream::get_plain_content).unwrap_or_default();
    let map = String::from_utf8_lossy(&map);
    let mut found = BTreeMap::new();
    let mut ranges = None;
    for line in map.lines() {
        match line.split_whitespace().last() {
            Some("beginbfchar") => ranges = Some(false),
            Some("beginbfrange") => ranges = Some(true),
            Some("endbfchar" | "endbfrange") => ranges = None,
            _ => {}
        }
        let words: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        let code = |word: &str| usize::from_str_radix(word, 16).unwrap_or_default();
        match (ranges, words.as_slice()) {
            (Some(false), &[from, text]) => {
                found.insert(code(from), utf16(text, 0));
            }
            (Some(true), &[first, last, text]) => {
                let first = code(first);
                let last = code(last).min(first + 0xffff);
                found.extend((first..=last).map(|at| (at, utf16(text, at - first))));
            }
            _ => {}
        }
    }
    found
}

/// Text in hexadecimal UTF-16, its last unit `more` further on.
fn utf16(hex: &str, more: usize) -> String {
    let unit = |at: usize| {
        hex.get(at..at + 4).and_then(|four| u16::from_str_radix(four, 16).ok())
    };
    let mut units: Vec<u16> = (0..hex.len()).step_by(4).map_while(unit).collect();
    if let Some(last) = units.last_mut() {
        *last = last.saturating_add(more as u16);
    }
    String::from_utf16_lossy(&units)
}
