//! Document properties. Dates come from the document, never from a clock.

use docgen_model::{Document, Property, PropertyName, Text, properties};

use crate::xml::{Node, el};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/";

/// Between the values of a list.
const LIST: &str = "；";

/// `docProps/core.xml`.
pub(crate) fn core(document: &Document) -> Node {
    let schemas =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let date = document.signature.as_ref().and_then(|signature| signature.date);
    let number = document.head.as_ref().and_then(|head| head.number.as_ref());
    let properties = properties(document);
    let keywords = properties.iter().find(|p| p.name == PropertyName::Keywords);
    let stamp = |name| {
        date.map(|date| {
            el(name)
                .attr("xsi:type", "dcterms:W3CDTF")
                .text(&format!("{}T00:00:00Z", date.value.iso()))
        })
    };
    el("cp:coreProperties")
        .attr("xmlns:cp", schemas)
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(el("dc:title").text(&document.name()))
        .children(creator(document).map(|name| el("dc:creator").text(&name)))
        .children(
            keywords.map(|property| el("cp:keywords").text(&property.values.join(LIST))),
        )
        .children(number.map(|number| el("dc:identifier").text(number.as_str())))
        .child(el("dc:language").text("zh-CN"))
        .children(document.kind.map(|kind| el("cp:category").text(kind.name())))
        .children(stamp("dcterms:created"))
        .children(stamp("dcterms:modified"))
}

/// 发文机关: of the 版头, else who signs, else the line under the title.
fn creator(document: &Document) -> Option<String> {
    let joined = |organs: &[Text]| {
        let organs: Vec<&str> = organs.iter().map(Text::as_str).collect();
        organs.join("、")
    };
    let issuer = document.head.as_ref().map(|head| joined(&head.issuers));
    let signers = document.signature.as_ref().map(|s| joined(&s.organs));
    let line = document.issuer_line.as_ref().map(Text::to_string);
    [issuer, signers, line].into_iter().flatten().find(|name| !name.is_empty())
}

/// `docProps/app.xml`.
pub(crate) fn app() -> Node {
    el("Properties")
        .attr("xmlns", format!("{OFFICE}extended-properties"))
        .child(el("Application").text("docgen"))
}

/// `docProps/custom.xml`: what the core properties have no name for; none if it is empty.
pub(crate) fn custom(document: &Document) -> Option<Node> {
    let known = properties(document).into_iter();
    let properties: Vec<Node> =
        (2..).zip(known).map(|(id, property)| custom_property(id, &property)).collect();
    (!properties.is_empty()).then(|| {
        el("Properties")
            .attr("xmlns", format!("{OFFICE}custom-properties"))
            .attr("xmlns:vt", format!("{OFFICE}docPropsVTypes"))
            .children(properties)
    })
}

/// Numbers below 2 are reserved; `fmtid` is that of all custom properties.
fn custom_property(id: u32, property: &Property) -> Node {
    el("property")
        .attr("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
        .attr("pid", id)
        .attr("name", property.name.title())
        .child(el("vt:lpwstr").text(&property.values.join(LIST)))
}
