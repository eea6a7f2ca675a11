//! The archive's metadata in the XMP packet: krilla writes the usual properties and nothing
//! else, so the finished file is given the others.
//!
//! 1. The packet is found: krilla writes it uncompressed, as the last stream of the file.
//! 2. What Dublin Core has a name for (发文字号, 文种, 成文日期, 来源, 主题词) goes there, the rest into
//!    a namespace of our own, in an `rdf:Description` behind krilla's. PDF/A wants that
//!    namespace described (ISO 19005-2, 6.6.2.3.3): one more entry in krilla's list.
//! 3. The stream's `/Length` is mended, and the offsets of all that stands behind it.
//!
//! The file is still krilla's, with a plain cross-reference table ([`crate::xref`]).

use std::fmt::Write;

use docgen_model::{Property, PropertyName};

use crate::PdfError;
use crate::xref::{Xref, digits, first, last, number};

const NAMESPACE: &str = "urn:docgen:gongwen#";
const PREFIX: &str = "gongwen";

const PACKET: &[u8] = b"<?xpacket begin=";
/// Where the packet ends; what is added stands before it.
const DESCRIPTIONS_END: &[u8] = b"</rdf:RDF></x:xmpmeta>";
/// Where the list of described namespaces ends, for the standards that want one.
const SCHEMAS_END: &[u8] = b"</rdf:Bag></pdfaExtension:schemas>";

/// Adds the properties to a finished PDF.
pub(crate) fn add(pdf: &mut Vec<u8>, properties: &[Property]) -> Result<(), PdfError> {
    if properties.is_empty() {
        return Ok(());
    }
    insert(pdf, properties).ok_or_else(|| PdfError::internal("the XMP packet"))
}

fn insert(pdf: &mut Vec<u8>, properties: &[Property]) -> Option<()> {
    let xref = Xref::find(pdf)?;
    let packet = last(pdf, PACKET)?;
    let end = packet + first(pdf.get(packet..)?, DESCRIPTIONS_END)?;
    let length = length(pdf, packet)?;
    let mut edits = vec![(end..end, description(properties))];
    if let Some(at) = first(pdf.get(packet..end)?, SCHEMAS_END) {
        let at = packet + at;
        edits.push((at..at, schema(properties)));
    }
    let added: usize = edits.iter().map(|(_, piece)| piece.len()).sum();
    let grown = (number(pdf, length.clone())? + added).to_string();
    let moved = added + grown.len() - length.len();
    edits.push((length, grown));
    xref.shift(pdf, packet, moved)?;
    // From the back, so that no edit moves the place of another.
    for (place, piece) in edits {
        pdf.splice(place, piece.bytes());
    }
    Some(())
}

/// The digits behind `/Length` in the dictionary of the stream that begins at `packet`.
fn length(pdf: &[u8], packet: usize) -> Option<std::ops::Range<usize>> {
    const KEY: &[u8] = b"/Length ";
    let before = pdf.get(..packet)?;
    let start = last(before, KEY)? + KEY.len();
    let digits = digits(before, start)?;
    // Nothing but the rest of its dictionary may stand between.
    let own = first(before.get(start..)?, b"endobj").is_none() && digits > 0;
    own.then_some(start..start + digits)
}

/// The Dublin Core name of a property, and the container that it has there.
fn dublin_core(name: PropertyName) -> Option<(&'static str, Container)> {
    match name {
        PropertyName::Number => Some(("dc:identifier", Container::None)),
        PropertyName::Kind => Some(("dc:type", Container::Bag)),
        PropertyName::Date => Some(("dc:date", Container::Seq)),
        PropertyName::Source => Some(("dc:source", Container::None)),
        PropertyName::Keywords => Some(("dc:subject", Container::Bag)),
        PropertyName::Secrecy
        | PropertyName::Urgency
        | PropertyName::Recipients
        | PropertyName::CopyTo
        | PropertyName::Fonds
        | PropertyName::ArchiveNumber
        | PropertyName::Retention
        | PropertyName::ArchiveCreator => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    None,
    Bag,
    Seq,
}

impl Container {
    fn around(self, values: &[String]) -> String {
        let name = match self {
            Self::None => return values.iter().map(|value| escape(value)).collect(),
            Self::Bag => "Bag",
            Self::Seq => "Seq",
        };
        let item = |value: &String| format!("<rdf:li>{}</rdf:li>", escape(value));
        let items: String = values.iter().map(item).collect();
        format!("<rdf:{name}>{items}</rdf:{name}>")
    }
}

/// The properties with their values.
fn description(properties: &[Property]) -> String {
    let mut out = format!(
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:{PREFIX}=\"{NAMESPACE}\">"
    );
    for Property { name, values } in properties {
        let own = || {
            let container = if name.is_list() { Container::Bag } else { Container::None };
            (format!("{PREFIX}:{}", name.key()), container)
        };
        let known = dublin_core(*name).map(|(key, form)| (key.to_owned(), form));
        let (key, container) = known.unwrap_or_else(own);
        // Writing into a String cannot fail.
        let _ = write!(out, "<{key}>{}</{key}>", container.around(values));
    }
    out.push_str("</rdf:Description>");
    out
}

/// What PDF/A wants to know of the namespace: its properties and their types.
fn schema(properties: &[Property]) -> String {
    let described = |property: &&Property| dublin_core(property.name).is_none();
    let entry = |property: &Property| {
        let (key, title) = (property.name.key(), property.name.title());
        let kind = if property.name.is_list() { "bag Text" } else { "Text" };
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{key}</pdfaProperty:name>\
             <pdfaProperty:valueType>{kind}</pdfaProperty:valueType>\
             <pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{title}</pdfaProperty:description></rdf:li>"
        )
    };
    let entries: String = properties.iter().filter(described).map(entry).collect();
    if entries.is_empty() {
        return entries;
    }
    format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>公文 (GB/T 33480, DA/T 46)\
         </pdfaSchema:schema><pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>\
         <pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>{entries}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
}

/// Text as XML content, without the characters that XML 1.0 cannot hold.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => {}
        }
    }
    out
}
