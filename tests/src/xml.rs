//! Looking into a DOCX.

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::{Reader, Writer};
use zip::ZipArchive;

/// One part of a package, as text.
///
/// # Panics
/// If the package does not have it.
pub fn part(package: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The XML with one element a line.
///
/// # Panics
/// If it is not well-formed.
pub fn pretty(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new_with_indent(vec![], b' ', 1);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            event => writer.write_event(event).unwrap(),
        }
    }
    String::from_utf8(writer.into_inner()).unwrap() + "\n"
}
