//! Embedded faces, for readers that have none of the offices' (ISO/IEC 29500-1, 17.8).
//!
//! 1. Gather what is set in which face, over all parts; further digits for page numbers to come.
//! 2. Have a font file made of it from the open faces, and name it as what it is: under the
//!    offices' name a word processor would not take it, and nobody should think it theirs.
//!    Behind the name stands a mark of the characters, as PDF has it: two documents that are
//!    open at once keep their faces apart.
//! 3. Obfuscate the file with a key, as the standard asks; it is made from the bytes, so that
//!    the same document gives the same package.
//!
//! Runs then name these faces ([`crate::font_table::Names`]), and the font table keeps the
//! offices' names as those to fall back on.

use std::collections::{BTreeMap, BTreeSet};

use docgen_fonts::{EmbedError, FontBook, clusters, embedded_family};
use docgen_model::FontRole;
use sha2::{Digest, Sha256};

use crate::DocxError;
use crate::font_table::{family, mongolian_family, rare_family};
use crate::package::Part;
use crate::xml::{Node, el};

/// A face in the package.
pub(crate) struct Embedded {
    /// What runs name in its place while they are built.
    pub(crate) usual: &'static str,
    /// What it is called.
    pub(crate) name: String,
    /// Its number among them, from 0.
    index: usize,
    /// Its file.
    bytes: Vec<u8>,
}

/// What sets the characters of a face that runs name.
enum Source {
    Class(FontRole),
    /// Rare Han, wherever there are any.
    Rare,
    /// Must be shaped, so it is taken whole.
    Mongolian,
}

/// The faces that the parts need; of those that no part uses there is none.
pub(crate) fn faces<'a>(
    parts: impl IntoIterator<Item = &'a Node>,
    book: &FontBook,
) -> Result<Vec<Embedded>, DocxError> {
    let mut used = BTreeMap::new();
    parts.into_iter().for_each(|root| gather(root, &mut used));
    let classes =
        FontRole::ALL.into_iter().map(|role| (family(role), Source::Class(role)));
    let others = [(rare_family(), Source::Rare), (mongolian_family(), Source::Mongolian)];
    let mut embedded: Vec<Embedded> = vec![];
    for (usual, source) in classes.chain(others) {
        let Some(texts) = used.get_mut(usual) else { continue };
        let name = name(&source, texts);
        let file = file(&source, &name, texts, book);
        if let Some(bytes) = file.map_err(|why| DocxError::Font(why.to_string()))? {
            embedded.push(Embedded { usual, name, index: embedded.len(), bytes });
        }
    }
    Ok(embedded)
}

/// Clusters by the face that sets them, which a run names for all its scripts: which of them
/// a word processor takes for a mark is its own affair.
fn gather(node: &Node, used: &mut BTreeMap<String, BTreeSet<String>>) {
    let properties = node.properties.as_deref();
    let fonts =
        properties.and_then(|set| set.children.iter().find(|c| c.name == "w:rFonts"));
    for child in &node.children {
        if let (Some(fonts), "w:t", Some(text)) = (fonts, child.name, child.words()) {
            for slot in ["w:ascii", "w:eastAsia"] {
                let family = fonts.value(slot).unwrap_or_default();
                let texts = clusters(text).map(|(_, cluster)| cluster.to_owned());
                used.entry(family.to_owned()).or_default().extend(texts);
            }
        }
        gather(child, used);
    }
}

fn name(source: &Source, texts: &BTreeSet<String>) -> String {
    let mut hash = Sha256::new();
    texts.iter().for_each(|cluster| hash.update(cluster));
    let mark: String = hash.finalize().iter().take(2).map(hex).collect();
    match source {
        Source::Class(role) => format!("{} {mark}", embedded_family(*role)),
        Source::Rare => format!("Rare Han docgen {mark}"),
        Source::Mongolian => embedded_family(FontRole::Mongolian).to_owned(),
    }
}

fn file(
    source: &Source,
    name: &str,
    texts: &mut BTreeSet<String>,
    book: &FontBook,
) -> Result<Option<Vec<u8>>, EmbedError> {
    match source {
        Source::Class(role) => {
            texts.extend(FURTHER.chars().map(String::from));
            book.embed(*role, name, texts)
        }
        Source::Rare => book.embed(FontRole::FangSong, name, texts),
        Source::Mongolian => Ok(book.mongolian_file()),
    }
}

/// What a field can come to hold, the leader of a tab, and a blank.
const FURTHER: &str = "0123456789. ";

impl Embedded {
    /// What leads from the font table to its file.
    pub(crate) fn reference(&self) -> Node {
        el("w:embedRegular")
            .attr("r:id", Part::font_id(self.index))
            .attr("w:fontKey", format!("{{{}}}", guid(&self.key())))
    }

    /// Its file, obfuscated.
    pub(crate) fn part(&self) -> Part {
        let mut bytes = self.bytes.clone();
        let key = self.key();
        let keys = key.iter().rev().cycle();
        bytes
            .iter_mut()
            .take(2 * key.len())
            .zip(keys)
            .for_each(|(byte, key)| *byte ^= key);
        Part::font(self.index, bytes)
    }

    fn key(&self) -> [u8; 16] {
        let hash = Sha256::digest(&self.bytes);
        std::array::from_fn(|at| hash[at])
    }
}

/// 16 bytes as GUIDs are written.
fn guid(key: &[u8; 16]) -> String {
    let (parts, mut at) = ([4, 2, 2, 2, 6], 0);
    let part = parts.map(|length| {
        at += length;
        key[at - length..at].iter().map(hex).collect::<String>()
    });
    part.join("-")
}

fn hex(byte: &u8) -> String {
    format!("{byte:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_read_backwards() {
        // Example of 17.8.1: the GUID's last byte is the key of the font's first.
        let bytes: Vec<u8> = (0..40).collect();
        let face = Embedded { usual: "", name: String::new(), index: 0, bytes };
        let key = face.key();
        let part = face.part();
        let hidden = part.bytes();
        assert_eq!(hidden[0], key[15]);
        assert_eq!(hidden[15] ^ 15, key[0]);
        assert_eq!(hidden[16] ^ 16, key[15]);
        assert_eq!(hidden[31] ^ 31, key[0]);
        assert_eq!(hidden[32..], [32, 33, 34, 35, 36, 37, 38, 39]);
    }

    #[test]
    fn a_key_is_written_as_a_guid() {
        let key = std::array::from_fn(|at| at as u8 * 17);
        assert_eq!(guid(&key), "00112233-4455-6677-8899-AABBCCDDEEFF");
    }
}
