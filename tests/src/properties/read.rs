//! The words of an output, read back from its bytes without the code that wrote it. Blanks
//! are left out: a line may end at one.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, decode_text_string};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The words of each page of a PDF in the order in which they are drawn, by `ToUnicode`, and
/// by `ActualText` where one stands around them.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn pdf(bytes: &[u8]) -> Result<Vec<String>, String> {
    let document = Document::load_mem(bytes).map_err(|error| error.to_string())?;
    let pages = document.get_pages().into_values();
    pages
        .map(|page| page_words(&document, page))
        .collect::<Result<_, _>>()
        .map_err(|error: lopdf::Error| error.to_string())
}

fn page_words(
    document: &Document,
    page: lopdf::ObjectId,
) -> Result<String, lopdf::Error> {
    let fonts = document.get_page_fonts(page)?;
    let mut encodings = BTreeMap::new();
    for (name, font) in fonts {
        encodings.insert(name, font.get_font_encoding(document)?);
    }
    let mut words =
        Words { fonts: encodings, font: vec![], told: vec![], text: String::new() };
    let content = Content::decode(&document.get_page_content(page))?;
    content.operations.iter().try_for_each(|operation| words.follow(operation))?;
    words.text.retain(|c| !c.is_whitespace());
    Ok(words.text)
}

struct Words<'a> {
    fonts: BTreeMap<Vec<u8>, Encoding<'a>>,
    /// The name of the font that is set.
    font: Vec<u8>,
    /// For each open mark, whether it told its words itself.
    told: Vec<bool>,
    text: String,
}

impl Words<'_> {
    fn follow(&mut self, operation: &Operation) -> Result<(), lopdf::Error> {
        let operands = operation.operands.as_slice();
        match (operation.operator.as_str(), operands) {
            ("BMC", _) => self.told.push(false),
            ("BDC", [_, properties]) => {
                let actual = properties.as_dict().ok();
                let actual = actual.and_then(|known| known.get(b"ActualText").ok());
                self.told.push(actual.is_some());
                self.text += &actual.map_or(Ok(String::new()), decode_text_string)?;
            }
            ("EMC", _) => drop(self.told.pop()),
            ("Tf", [Object::Name(name), _]) => self.font.clone_from(name),
            ("Tj", [shown]) => self.show(shown)?,
            ("TJ", [Object::Array(shown)]) => {
                shown.iter().try_for_each(|shown| self.show(shown))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn show(&mut self, shown: &Object) -> Result<(), lopdf::Error> {
        if let Object::String(codes, _) = shown
            && !self.told.contains(&true)
            && let Some(encoding) = self.fonts.get(&self.font)
        {
            self.text += &Document::decode_text(encoding, codes)?;
        }
        Ok(())
    }
}

/// The words of the main part of a DOCX, in the order of its XML.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn docx(bytes: &[u8]) -> Result<String, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| told(&e))?;
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").map_err(|e| told(&e))?;
    part.read_to_string(&mut xml).map_err(|e| told(&e))?;
    let (mut reader, mut words, mut shown) =
        (Reader::from_str(&xml), String::new(), false);
    loop {
        match reader.read_event().map_err(|e| told(&e))? {
            Event::Start(tag) => shown = tag.name().as_ref() == "w:t",
            Event::End(_) => shown = false,
            Event::Text(text) if shown => {
                words += &text;
            }
            Event::GeneralRef(name) if shown => {
                let name = format!("&{};", &*name);
                words += &unescape(&name).map_err(|e| told(&e))?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    words.retain(|c| !c.is_whitespace());
    Ok(words)
}
