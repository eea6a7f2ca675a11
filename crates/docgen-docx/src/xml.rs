//! XML as a tree of values, and the one place that writes it.
//!
//! A tree can be built in any order; [`fn@write`] asks the schema for the order of its children
//! and quick-xml for the escaping.

use std::rc::Rc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::{DocxError, schema};

/// An element with its attributes and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) name: &'static str,
    /// The element in it that says how it is set, before all others; runs that are set alike
    /// share theirs, which would else be most of a long document.
    pub(crate) properties: Option<Rc<Node>>,
    pub(crate) children: Vec<Node>,
    attributes: Vec<(&'static str, String)>,
    text: Option<String>,
}

/// An empty element.
pub(crate) fn el(name: &'static str) -> Node {
    Node { name, properties: None, children: vec![], attributes: vec![], text: None }
}

/// `<name w:val="value"/>`, the commonest shape of WordprocessingML.
pub(crate) fn val(name: &'static str, value: impl ToString) -> Node {
    el(name).attr("w:val", value)
}

impl Node {
    /// Adds an attribute.
    pub(crate) fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        if self.attributes.is_empty() {
            self.attributes.reserve_exact(1); // most elements have no more
        }
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The value of an attribute, to be read or changed.
    pub(crate) fn attribute(&mut self, name: &str) -> Option<&mut String> {
        let found = self.attributes.iter_mut().find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    }

    /// The value of an attribute.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it has an attribute of that value.
    pub(crate) fn says(&self, name: &str, value: &str) -> bool {
        self.value(name) == Some(value)
    }

    /// Its text content.
    pub(crate) fn words(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Its text content, to be read or changed.
    pub(crate) fn content(&mut self) -> Option<&mut String> {
        self.text.as_mut()
    }

    /// Whether a character of its text, or of that of an element in it, is of a kind.
    pub(crate) fn has_text(&self, kind: impl Fn(char) -> bool + Copy) -> bool {
        self.text.as_ref().is_some_and(|text| text.contains(kind))
            || self.children.iter().any(|child| child.has_text(kind))
    }

    /// Sets the element that says how it is set.
    pub(crate) fn set_by(mut self, properties: Rc<Self>) -> Self {
        self.properties = Some(properties);
        self
    }

    /// Adds an element.
    pub(crate) fn child(mut self, child: Self) -> Self {
        if self.children.is_empty() {
            self.children.reserve_exact(1); // as a run has its words alone
        }
        self.children.push(child);
        self
    }

    /// Adds elements, or an optional one.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Sets the text content, without the characters that XML 1.0 cannot hold.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.text = Some(text.replace(|c| !is_xml_char(c), ""));
        self
    }
}

fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// A whole part, with its declaration.
pub(crate) fn write(root: &Node) -> Result<Vec<u8>, DocxError> {
    let mut writer = Writer::new(vec![]);
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
    emit(&mut writer, Event::Decl(declaration))?;
    write_node(&mut writer, root)?;
    Ok(writer.into_inner())
}

fn write_node(writer: &mut Writer<Vec<u8>>, node: &Node) -> Result<(), DocxError> {
    let mut start = BytesStart::new(node.name);
    for (name, value) in &node.attributes {
        start.push_attribute((*name, value.as_str()));
    }
    if node.properties.is_none() && node.children.is_empty() && node.text.is_none() {
        return emit(writer, Event::Empty(start));
    }
    emit(writer, Event::Start(start))?;
    if let Some(properties) = &node.properties {
        write_node(writer, properties)?;
    }
    for child in schema::in_order(node)? {
        write_node(writer, child)?;
    }
    if let Some(text) = &node.text {
        emit(writer, Event::Text(BytesText::new(text)))?;
    }
    emit(writer, Event::End(BytesEnd::new(node.name)))
}

fn emit(writer: &mut Writer<Vec<u8>>, event: Event<'_>) -> Result<(), DocxError> {
    writer.write_event(event).map_err(|why| DocxError::Write(why.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(node: &Node) -> String {
        let bytes = write(node).unwrap();
        let xml = String::from_utf8(bytes).unwrap();
        xml.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let node = el("w:t").attr("w:x", "\"<&").text("a<b & c>d\u{0}\u{b}");
        let expected = r#"<w:t w:x="&quot;&lt;&amp;">a&lt;b &amp; c&gt;d</w:t>"#;
        assert_eq!(written(&node), expected);
    }

    #[test]
    fn children_take_the_order_of_the_schema() {
        let node = el("w:pPr").child(el("w:jc")).child(el("w:pStyle"));
        assert_eq!(written(&node), "<w:pPr><w:pStyle/><w:jc/></w:pPr>");
    }

    #[test]
    fn an_element_without_a_place_is_refused() {
        let node = el("w:pPr").child(el("w:sz"));
        let error = DocxError::Schema { parent: "w:pPr", child: "w:sz" };
        assert_eq!(write(&node), Err(error));
    }
}
