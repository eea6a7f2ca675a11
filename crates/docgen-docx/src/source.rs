//! The document's source in the package, as custom XML that Word and LibreOffice keep: a DOCX
//! that comes back still holds the file that it was made from.

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
