//! Document properties. Dates come from the document, never from a clock.

use docgen_model::{Document, Text};

use crate::xml::{Node, el};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/";

/// `docProps/core.xml`.
pub(crate) fn core(document: &Document) -> Node {
    let schemas =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let date = document.signature.as_ref().and_then(|signature| signature.date);
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
        .child(el("dc:title").text(&document.title.to_line()))
        .children(creator(document).map(|name| el("dc:creator").text(&name)))
        .child(el("dc:language").text("zh-CN"))
        .children(document.kind.map(|kind| el("cp:category").text(kind.name())))
        .children(stamp("dcterms:created"))
        .children(stamp("dcterms:modified"))
}

/// 发文机关: of the 版头, else who signs, else the line under the title.
fn creator(document: &Document) -> Option<String> {
    let issuer = document.head.as_ref().map(|head| head.issuer.to_string());
    let signers = document.signature.as_ref().map(|signature| {
        let organs: Vec<&str> = signature.organs.iter().map(Text::as_str).collect();
        organs.join("、")
    });
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
    let head = document.head.as_ref();
    let date = document.signature.as_ref().and_then(|signature| signature.date);
    let values = [
        ("文种", document.kind.map(|kind| kind.name().to_owned())),
        ("发文字号", head.and_then(|h| h.number.as_ref()).map(Text::to_string)),
        ("成文日期", date.map(|date| date.value.iso())),
        ("密级", head.and_then(|h| h.secrecy.as_ref()).map(Text::to_string)),
        ("来源", document.source.as_ref().map(Text::to_string)),
    ];
    let known = values.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let properties: Vec<Node> =
        (2..).zip(known).map(|(id, (name, value))| property(id, name, &value)).collect();
    (!properties.is_empty()).then(|| {
        el("Properties")
            .attr("xmlns", format!("{OFFICE}custom-properties"))
            .attr("xmlns:vt", format!("{OFFICE}docPropsVTypes"))
            .children(properties)
    })
}

/// Numbers below 2 are reserved; `fmtid` is that of all custom properties.
fn property(id: u32, name: &str, value: &str) -> Node {
    el("property")
        .attr("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
        .attr("pid", id)
        .attr("name", name)
        .child(el("vt:lpwstr").text(value))
}
