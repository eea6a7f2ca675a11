//! SVG: shapes only, drawn into pixels.
//!
//! A drawing is a program of sorts, so it is looked through before it is drawn: no DOCTYPE, no
//! element but those listed, nothing outside itself, and no more shapes than the limit once
//! every `use` is counted as what it repeats. Text is refused, not left out.

use std::collections::BTreeMap;

use docgen_model::{Image, ImageKind};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{Options, Tree};

use crate::{
    Fault, MAX_SVG_BYTES, MAX_SVG_DEPTH, MAX_SVG_ELEMENTS, check_size, image, png, work,
};

/// How many pixels wide a drawing becomes: about 300 an inch over a full line.
const WIDTH: u32 = 1_843;

/// The most pixels of its height.
const MAX_HEIGHT: u32 = 4_096;

/// The most elements times bytes of style sheets: each rule is held against each element.
const MAX_SVG_STYLE: usize = 200_000_000;

/// What a drawing measures itself in, pixels of CSS an inch.
const CSS_DPI: u32 = 96;

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Elements of SVG that are drawn, or that show nothing by intent.
const DRAWN: [&str; 22] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "a",
    "switch",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "clipPath",
    "mask",
    "marker",
    "linearGradient",
    "radialGradient",
    "stop",
    "style",
    "title",
];

/// Elements that only describe.
const SILENT: [&str; 3] = ["desc", "metadata", "view"];

/// Whether bytes look like an SVG: XML in UTF-8 that names it early.
pub(crate) fn is_svg(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    first == Some(&b'<') && start.windows(4).any(|four| four == b"<svg")
}

/// Draws an SVG into a PNG.
pub(crate) fn read(bytes: &[u8]) -> Result<Image, Fault> {
    if bytes.len() > MAX_SVG_BYTES {
        return Err(Fault::TooManyBytes { limit: MAX_SVG_BYTES });
    }
    let text =
        std::str::from_utf8(bytes).map_err(|_| Fault::Svg("not UTF-8".to_owned()))?;
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Err(Fault::SvgDoctype);
    }
    let options = ParsingOptions {
        nodes_limit: u32::try_from(MAX_SVG_ELEMENTS * 4).unwrap_or(u32::MAX),
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options)
        .map_err(|e| Fault::Svg(e.to_string()))?;
    check(&document)?;
    let tree = Tree::from_xmltree(&document, &Options::default())
        .map_err(|error| Fault::Svg(error.to_string()))?;
    draw(&tree)
}

/// Draws a tree as wide as a full line, with the resolution at which it has its own width.
fn draw(tree: &Tree) -> Result<Image, Fault> {
    let size = tree.size();
    let wide = WIDTH as f32 / size.width();
    let scale = wide.min(MAX_HEIGHT as f32 / size.height());
    let pixels = |length: f32| (length * scale).round().max(1.0) as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    check_size(width, height)?;
    if !work::is_bounded(tree, scale) {
        return Err(Fault::SvgTooLarge);
    }
    let unfit = || Fault::TooManyPixels { width, height };
    let mut pixmap = Pixmap::new(width, height).ok_or_else(unfit)?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(tree, transform, &mut pixmap.as_mut());
    let rgba: Vec<u8> = pixmap
        .pixels()
        .iter()
        .map(|pixel| pixel.demultiply())
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
        .collect();
    let dpi = (scale * CSS_DPI as f32).round() as u32;
    let alpha = rgba.chunks_exact(4).any(|pixel| pixel[3] != u8::MAX);
    let bytes = png::encode(&rgba, width, height)?;
    Ok(image(bytes, ImageKind::Png, (width, height), Some(dpi.max(1)), alpha))
}

/// Looks a drawing through.
fn check(document: &Document<'_>) -> Result<(), Fault> {
    for node in document.descendants().filter(Node::is_element) {
        let tag = node.tag_name();
        let known = DRAWN.contains(&tag.name()) || SILENT.contains(&tag.name());
        if tag.namespace() == Some(NAMESPACE) && !known {
            return Err(Fault::SvgElement(tag.name().to_owned()));
        }
        check_references(node)?;
    }
    check_sheets(document)?;
    let (by_id, rules) = (ids(document), Rule::all(document));
    let mut count = Count { by_id, rules, known: BTreeMap::new() };
    match count.extent(document.root_element(), 0)?.elements <= MAX_SVG_ELEMENTS {
        true => Ok(()),
        false => Err(Fault::SvgTooLarge),
    }
}

/// The time that style sheets take.
fn check_sheets(document: &Document<'_>) -> Result<(), Fault> {
    let elements = document.descendants().filter(Node::is_element);
    let bytes: usize = sheets(document).map(str::len).sum();
    match elements.count().saturating_mul(bytes) <= MAX_SVG_STYLE {
        true => Ok(()),
        false => Err(Fault::SvgTooLarge),
    }
}

fn sheets<'a>(document: &'a Document<'_>) -> impl Iterator<Item = &'a str> {
    let sheets = document.descendants().filter(|n| n.tag_name().name() == "style");
    sheets.filter_map(|node| node.text())
}

/// Nothing may point outside the drawing: no link of a shape, no address in its style.
fn check_references(node: Node<'_, '_>) -> Result<(), Fault> {
    let outside = |to: &str| Err(Fault::SvgReference(to.chars().take(60).collect()));
    let drawn = node.tag_name().name() == "use";
    for attribute in node.attributes() {
        let value = attribute.value();
        if attribute.name() == "href" && drawn && !value.starts_with('#') {
            return outside(value);
        }
        check_style(value).or_else(outside)?;
    }
    match node.tag_name().name() == "style" {
        true => node.text().map_or(Ok(()), check_style).or_else(outside),
        false => Ok(()),
    }
}

/// Every `url(…)` of a style names a part of the drawing, and nothing is imported.
fn check_style(style: &str) -> Result<(), &str> {
    if style.contains("@import") {
        return Err("@import");
    }
    let addresses = style.split("url(").skip(1);
    let mut addresses = addresses.map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    addresses.find(|address| !address.starts_with('#')).map_or(Ok(()), Err)
}

fn ids<'a, 'input>(
    document: &'a Document<'input>,
) -> BTreeMap<&'a str, Node<'a, 'input>> {
    let elements = document.descendants().filter(Node::is_element);
    elements.filter_map(|node| Some((node.attribute("id")?, node))).collect()
}

/// Counts elements, each `use` as what it repeats.
struct Count<'a, 'input> {
    by_id: BTreeMap<&'a str, Node<'a, 'input>>,
    rules: Vec<Rule>,
    /// What has been counted; none as long as it is being counted.
    known: BTreeMap<usize, Option<Extent>>,
}

/// How many elements something draws, and how deep they are nested.
#[derive(Clone, Copy)]
struct Extent {
    elements: u64,
    depth: u32,
}

impl<'a, 'input> Count<'a, 'input> {
    fn extent(&mut self, node: Node<'a, 'input>, depth: u32) -> Result<Extent, Fault> {
        let key = node.id().get_usize();
        let extent = match self.known.get(&key) {
            Some(Some(extent)) => *extent,
            // One that repeats itself is not drawn.
            Some(None) => return Ok(Extent { elements: 0, depth: 0 }),
            None if depth > MAX_SVG_DEPTH => return Err(Fault::SvgTooLarge),
            None => {
                self.known.insert(key, None);
                let extent = self.extent_below(node, depth + 1)?;
                self.known.insert(key, Some(extent));
                extent
            }
        };
        // What is counted already may hang from something deeper now.
        let fits = depth + extent.depth <= MAX_SVG_DEPTH;
        if fits { Ok(extent) } else { Err(Fault::SvgTooLarge) }
    }

    /// An element with its children and what it links to.
    fn extent_below(
        &mut self,
        node: Node<'a, 'input>,
        depth: u32,
    ) -> Result<Extent, Fault> {
        let children = node.children().filter(Node::is_element);
        let parts: Vec<_> = children.chain(self.targets(node)).collect();
        let mut sum = Extent { elements: 1, depth: 0 };
        for part in parts {
            let part = self.extent(part, depth)?;
            sum.elements = sum.elements.saturating_add(part.elements);
            sum.depth = sum.depth.max(part.depth + 1);
        }
        Ok(sum)
    }

    /// What an element draws besides its children: what it repeats, clips or marks with.
    fn targets(&self, node: Node<'a, 'input>) -> Vec<Node<'a, 'input>> {
        let href = node.attributes().filter(|a| a.name() == "href").map(|a| a.value());
        let href = href.filter_map(|value| value.strip_prefix('#'));
        let own = node.attributes().flat_map(|a| addresses(a.value()));
        let rules = self.rules.iter().filter(|rule| rule.may_hold_for(node));
        let styled = rules.flat_map(|rule| addresses(&rule.style));
        let all = href.chain(own).chain(styled);
        all.filter_map(|id| self.by_id.get(id).copied()).collect()
    }
}

/// A rule of a style sheet that links to a part of the drawing.
struct Rule {
    selector: String,
    style: String,
}

impl Rule {
    /// The rules of a drawing with an address in them.
    fn all(document: &Document<'_>) -> Vec<Self> {
        let sheets = sheets(document).map(without_comments);
        let rules = |sheet: String| {
            let parts = sheet.split('}').filter_map(|rule| rule.split_once('{'));
            let linking = parts.filter(|(_, style)| style.contains("url("));
            let owned = |(selector, style): (&str, &str)| Self {
                selector: selector.to_owned(),
                style: style.to_owned(),
            };
            linking.map(owned).collect::<Vec<_>>()
        };
        sheets.flat_map(rules).collect()
    }

    /// Whether the selector names the class, the id or the element; rather too often than not.
    fn may_hold_for(&self, node: Node<'_, '_>) -> bool {
        let classes = node.attribute("class").unwrap_or_default().split_whitespace();
        let names =
            classes.chain(node.attribute("id")).chain([node.tag_name().name(), "*"]);
        let mut words = self.selector.split(|c: char| !is_of_name(c));
        let names: Vec<_> = names.collect();
        self.selector.contains(['*', '[', ':']) || words.any(|word| names.contains(&word))
    }
}

/// A style sheet without what stands in `/* */`.
fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let behind = parts.filter_map(|part| part.split_once("*/"));
    behind.fold(first, |text, (_, rest)| text + rest)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// The ids that the addresses of a style name.
fn addresses(style: &str) -> impl Iterator<Item = &str> {
    style.split("url(").skip(1).filter_map(|rest| {
        rest.trim_start_matches(['"', '\'', ' ', '#']).split(['"', '\'', ')']).next()
    })
}
