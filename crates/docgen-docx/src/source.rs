//! The document's source in the package, as custom XML that Word and LibreOffice keep: a DOCX
//! that comes back still holds the file that it was made from.

use std::io::{Cursor, Read};

use crate::xml::{Node, el};

const NAMESPACE: &str = "urn:docgen:source";

/// `customXml/item1.xml`: the whole text in one element. Who parses it gets line feeds for
/// all line ends, as YAML does.
pub(crate) fn item(source: &str) -> Node {
    el("source").attr("xmlns", NAMESPACE).attr("xml:space", "preserve").text(source)
}

/// `customXml/itemProps1.xml`: its number, and the namespace by which it is found.
pub(crate) fn properties(source: &str) -> Node {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    let schema = el("ds:schemaRef").attr("ds:uri", NAMESPACE);
    el("ds:datastoreItem")
        .attr("ds:itemID", guid(source.as_bytes()))
        .attr("xmlns:ds", namespace)
        .child(el("ds:schemaRefs").child(schema))
}

/// More than any source that a document can have.
const LIMIT: u64 = 32 << 20;

/// The source that a DOCX carries, also one that a word processor has saved: that keeps the
/// part, but may rename it. None if there is none, or this is no DOCX.
pub fn read(package: &[u8]) -> Option<String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).ok()?;
    (0..zip.len()).find_map(|index| {
        let file = zip.by_index(index).ok()?;
        let path = file.name().ok()?;
        if !(path.starts_with("customXml/") && path.ends_with(".xml")) {
            return None;
        }
        let mut xml = String::new();
        file.take(LIMIT).read_to_string(&mut xml).ok()?;
        inside(&xml)
    })
}

/// The text of an element `source` of our namespace, which is all that its part holds.
fn inside(xml: &str) -> Option<String> {
    let (content, end) = xml.rsplit_once("</")?;
    let name = end.trim_end().strip_suffix('>')?.trim_end();
    let (_, content) = content.split_once(NAMESPACE)?;
    let (_, text) = content.split_once('>')?;
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    let text = (local == "source").then(|| quick_xml::escape::unescape(text).ok())??;
    Some(text.into_owned())
}

/// A GUID of the content: its FNV-1a hash as a UUID of version 8 (RFC 9562, 5.8).
fn guid(bytes: &[u8]) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = bytes
        .iter()
        .fold(BASIS, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME));
    let version = 0x8 << 76 | hash & !(0xf << 76);
    let digits = format!("{:032X}", 0b10 << 62 | version & !(0b11 << 62));
    let mut groups = digits.chars();
    let sizes = [8, 4, 4, 4, 12].into_iter();
    let groups: Vec<String> =
        sizes.map(|size| groups.by_ref().take(size).collect()).collect();
    format!("{{{}}}", groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_of_the_content() {
        // FNV-1a of "a" is D228CB69 6F1A8CAF 78912B70 4E4A8964; version and variant set.
        assert_eq!(guid(b"a"), "{D228CB69-6F1A-8CAF-B891-2B704E4A8964}");
        assert_ne!(guid(b"a"), guid(b"b"));
    }
}
