//! A document beside the DOCX made of it: paragraphs with what their styles and runs say,
//! resolved by hand. Where things come to stand only a word processor knows.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use docgen_model::Document;

use crate::forms::plain;
use crate::sheet::{Colour, Face, is_han};
use crate::verdict::{Found, Nothing, wants};
use crate::xml::{self, Element};

/// The properties of a paragraph or a run: element, attribute, value.
type Properties = BTreeMap<(String, String), String>;

/// Characters of one look; size in points.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) face: Face,
    pub(crate) size: f64,
    pub(crate) colour: Colour,
    pub(crate) bold: bool,
}

impl Run {
    pub(crate) fn has_han(&self) -> bool {
        self.text.chars().any(is_han)
    }
}

/// A paragraph: the name of its style, its properties, its runs.
#[derive(Debug)]
pub(crate) struct Para {
    pub(crate) style: String,
    properties: Properties,
    pub(crate) runs: Vec<Run>,
}

impl Para {
    pub(crate) fn text(&self) -> String {
        plain(&self.runs.iter().map(|run| run.text.as_str()).collect::<String>())
    }

    pub(crate) fn property(&self, element: &str, attribute: &str) -> Option<&str> {
        let key = (element.to_owned(), attribute.to_owned());
        self.properties.get(&key).map(String::as_str)
    }

    /// All that is said of alignment and indents.
    pub(crate) fn aligned(&self) -> Vec<(&(String, String), &String)> {
        self.properties
            .iter()
            .filter(|((name, _), _)| ["jc", "ind"].contains(&name.as_str()))
            .collect()
    }
}

struct Style<'a> {
    name: &'a str,
    base: Option<&'a str>,
    element: &'a Element,
}

/// A document and a DOCX of it.
pub(crate) struct Word<'a> {
    pub(crate) document: &'a Document,
    parts: BTreeMap<String, Element>,
    pub(crate) paragraphs: Vec<Para>,
}

impl<'a> Word<'a> {
    /// Reads a DOCX.
    pub(crate) fn read(document: &'a Document, bytes: &[u8]) -> Result<Self, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| error.to_string())?;
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).map_err(|error| error.to_string())?;
            let name = file.name().map_err(|error| error.to_string())?.into_owned();
            let wanted = name.starts_with("word/") && name.ends_with(".xml");
            if wanted && name.matches('/').count() == 1 {
                let mut bytes = vec![];
                file.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
                parts.insert(name, xml::read(&bytes)?);
            }
        }
        let mut word = Self { document, parts, paragraphs: vec![] };
        let body = word.part("word/document.xml").map_err(|_| "word/document.xml")?;
        word.paragraphs = word.resolved(body);
        Ok(word)
    }

    pub(crate) fn part(&self, name: &str) -> Result<&Element, Nothing> {
        self.parts.get(name).ok_or_else(|| Nothing::Missing(name.to_owned()))
    }

    /// The document itself.
    pub(crate) fn body(&self) -> Result<&Element, Nothing> {
        self.part("word/document.xml")
    }

    /// The footers.
    pub(crate) fn footers(&self) -> impl Iterator<Item = &Element> {
        let footers =
            self.parts.iter().filter(|(name, _)| name.starts_with("word/footer"));
        footers.map(|(_, part)| part)
    }

    /// All paragraphs in an element, those in tables and text boxes too, once each.
    pub(crate) fn resolved(&self, element: &Element) -> Vec<Para> {
        let styles = self.styles();
        element.every("p").into_iter().map(|p| paragraph(p, &styles)).collect()
    }

    fn styles(&self) -> BTreeMap<&str, Style<'_>> {
        let part = self.parts.get("word/styles.xml");
        let all = part.map(|part| part.every("style")).unwrap_or_default();
        all.into_iter()
            .filter_map(|element| {
                let of =
                    |name: &str| element.child(name).and_then(|child| child.get("val"));
                let style = Style {
                    name: of("name").unwrap_or(""),
                    base: of("basedOn"),
                    element,
                };
                Some((element.get("styleId")?, style))
            })
            .collect()
    }

    /// The paragraphs of some styles that say something.
    pub(crate) fn styled(&self, names: &[&str]) -> Result<Vec<&Para>, Nothing> {
        let fits = |para: &&Para| {
            names.contains(&para.style.as_str()) && !para.text().is_empty()
        };
        let found: Vec<&Para> = self.paragraphs.iter().filter(fits).collect();
        wants(!found.is_empty())?;
        Ok(found)
    }

    /// One value a paragraph of some styles.
    pub(crate) fn each(
        &self,
        names: &[&str],
        measure: impl Fn(&Para) -> crate::verdict::Measured,
    ) -> Found {
        Ok(self.styled(names)?.into_iter().map(measure).collect())
    }

    pub(crate) fn text(&self) -> String {
        self.paragraphs.iter().map(Para::text).collect()
    }
}

/// The elements of a style's chain, those of its bases first.
fn chain<'a>(id: &str, styles: &BTreeMap<&str, Style<'a>>) -> Vec<&'a Element> {
    let mut found = vec![];
    let mut next = styles.get(id);
    while let Some(style) = next.filter(|_| found.len() < 32) {
        found.push(style.element);
        next = style.base.and_then(|base| styles.get(base));
    }
    found.reverse();
    found
}

/// Adds what a block of properties says.
fn overlay(properties: &mut Properties, block: Option<&Element>) {
    for child in block.map_or(&[][..], |block| &block.children) {
        properties.entry((child.name.clone(), String::new())).or_default();
        for (key, value) in child.attributes() {
            properties.insert((child.name.clone(), key.clone()), value.clone());
        }
    }
}

fn paragraph(p: &Element, styles: &BTreeMap<&str, Style<'_>>) -> Para {
    let own = p.child("pPr");
    let style =
        own.and_then(|own| own.child("pStyle")).and_then(|style| style.get("val"));
    let style = style.unwrap_or("Normal");
    let chain = chain(style, styles);
    let mut properties = Properties::new();
    chain.iter().for_each(|style| overlay(&mut properties, style.child("pPr")));
    overlay(&mut properties, own);
    let mut runs = vec![];
    own_runs(p, &mut runs);
    let runs = runs.into_iter().map(|r| run(r, &chain)).collect();
    let name = styles.get(style).map_or("", |style| style.name);
    Para { style: name.to_owned(), properties, runs }
}

/// The runs of a paragraph, not those of paragraphs in it.
fn own_runs<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in &element.children {
        match child.name.as_str() {
            "r" => found.push(child),
            "p" | "Fallback" => {}
            _ => own_runs(child, found),
        }
    }
}

fn run(r: &Element, chain: &[&Element]) -> Run {
    let mut look = Properties::new();
    chain.iter().for_each(|style| overlay(&mut look, style.child("rPr")));
    overlay(&mut look, r.child("rPr"));
    let get = |element: &str, attribute: &str| {
        look.get(&(element.to_owned(), attribute.to_owned())).map(String::as_str)
    };
    let texts = r.children.iter().filter(|child| child.name == "t");
    let size = get("sz", "val").and_then(|size| size.parse::<f64>().ok());
    let off = ["0", "false"];
    Run {
        text: texts.map(Element::text).collect(),
        face: Face::named(get("rFonts", "eastAsia").unwrap_or("")),
        size: size.unwrap_or(32.0) / 2.0,
        colour: get("color", "val").map_or(Colour::Black, colour),
        bold: get("b", "").is_some()
            && !get("b", "val").is_some_and(|b| off.contains(&b)),
    }
}

/// `auto`, or RRGGBB.
fn colour(text: &str) -> Colour {
    let part = |at: usize| {
        let two = text.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        two.map(|value| f64::from(value) / 255.0)
    };
    match (part(0), part(2), part(4)) {
        (Some(red), Some(green), Some(blue)) => Colour::of([red, green, blue]),
        _ if text == "auto" => Colour::Black,
        _ => Colour::Other,
    }
}
