//! XML as a tree of elements, by their local names.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element. Text stands in elements of the name "" with `text`.
#[derive(Debug, Default, Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Self>,
    text: String,
}

impl Element {
    /// An attribute, by its local name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Its attributes.
    pub(crate) fn attributes(&self) -> &[(String, String)] {
        &self.attributes
    }

    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All elements of a name in it, in order; not those of a Fallback, which say the same again.
    pub(crate) fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in self.children.iter().filter(|child| child.name != "Fallback") {
            if child.name == name {
                found.push(child);
            }
            child.all(name, found);
        }
    }

    /// As `all`, in a list.
    pub(crate) fn every(&self, name: &str) -> Vec<&Self> {
        let mut found = vec![];
        self.all(name, &mut found);
        found
    }

    /// All its text.
    pub(crate) fn text(&self) -> String {
        let below: String = self.children.iter().map(Self::text).collect();
        format!("{}{below}", self.text)
    }
}

/// Reads a part. The root is an element without name.
pub(crate) fn read(bytes: &[u8]) -> Result<Element, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => break,
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => add(&mut open, element(&start)),
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    add(&mut open, done);
                }
            }
            Event::Text(text) => {
                let text = text.to_string();
                add(&mut open, Element { text, ..Element::default() });
            }
            Event::GeneralRef(name) => {
                let text = reference(&name);
                add(&mut open, Element { text, ..Element::default() });
            }
            _ => {}
        }
    }
    open.pop().ok_or_else(|| "unbalanced".to_owned())
}

fn add(open: &mut [Element], child: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(child);
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().filter_map(Result::ok).map(|attribute| {
        let value = attribute.value.clone().into_owned();
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes,
        ..Element::default()
    }
}

/// What a reference stands for; only the five of XML and numbers occur.
fn reference(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => {
            let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
            let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
            let letter = number.and_then(Result::ok).and_then(char::from_u32);
            letter.map_or_else(String::new, String::from)
        }
    }
}
