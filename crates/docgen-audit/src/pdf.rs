//! Reads a PDF from its bytes: pages with what they show, faces, metadata.

mod content;
mod font;

use docgen_model::Print;
use lopdf::{Dictionary, Document, Object, ObjectId};

use self::font::Fonts;
use crate::forms::is_page_number;
use crate::sheet::{Glyph, Line, MM, Page, on_baselines};

/// How far even pages lie left of odd ones where both sides of a sheet are printed
/// (GB/T 33476.2 6.2): 28 mm against 26 mm.
const MIRRORED: f64 = 2.0;

/// What was read of a PDF.
#[derive(Debug, Default)]
pub(crate) struct Pdf {
    pub(crate) pages: Vec<Page>,
    /// The name of each face, and whether it is embedded.
    pub(crate) faces: Vec<(String, bool)>,
    /// Its XMP metadata.
    pub(crate) xmp: String,
}

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8], print: &Print) -> Result<Pdf, lopdf::Error> {
    let document = Document::load_mem(bytes)?;
    let mut fonts = Fonts::default();
    let mut pages = vec![];
    for (number, id) in document.get_pages() {
        let number = number as usize;
        let drawn = content::draw(&document, id, &mut fonts)?;
        pages.push(page(&document, id, number, drawn, print));
    }
    Ok(Pdf { pages, faces: fonts.faces(), xmp: xmp(&document) })
}

/// One page, measured from the corner of its trim box.
fn page(
    document: &Document,
    id: ObjectId,
    number: usize,
    mut drawn: content::Drawn,
    print: &Print,
) -> Page {
    let [left, bottom, right, top] = trim_box(document, id);
    let shift = if print.mirror && number.is_multiple_of(2) { MIRRORED } else { 0.0 };
    drawn.place(left, top, shift, number);
    let (width, height) = ((right - left) * MM, (top - bottom) * MM);
    // What lies beside the sheet is not shown.
    let shown = |glyph: &Glyph| {
        (0.0..width).contains(&glyph.x) && (0.0..height).contains(&glyph.baseline)
    };
    drawn.upright.retain(shown);
    drawn.turned.retain(shown);
    drawn.rules.retain(|rule| (0.0..height).contains(&rule.y) && rule.length() > 10.0);
    drawn.rules.sort_by(|a, b| a.y.total_cmp(&b.y));
    let is_folio = |line: &Line| is_page_number(&line.text()) && line.top() > 255.0;
    let (folio, lines) = on_baselines(drawn.upright).into_iter().partition(is_folio);
    Page {
        number,
        width,
        height,
        lines,
        folio,
        turned: drawn.turned,
        rules: drawn.rules,
        pictures: drawn.pictures,
    }
}

/// Left, bottom, right, top in points, of the page as it is cut.
fn trim_box(document: &Document, id: ObjectId) -> [f64; 4] {
    let boxes = ["TrimBox", "CropBox", "MediaBox"].map(str::as_bytes);
    let found = boxes.into_iter().find_map(|key| inherited(document, id, key));
    let found = found.and_then(|object| object.as_array().ok());
    let mut sides = [0.0; 4];
    for (side, object) in sides.iter_mut().zip(found.into_iter().flatten()) {
        *side = number(object);
    }
    sides
}

/// An entry of a page, or of the nodes above it.
fn inherited<'a>(document: &'a Document, id: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = document.get_dictionary(id).ok()?;
    for _ in 0..64 {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = dictionary(document, node, b"Parent")?;
    }
    None
}

/// A dictionary in a dictionary.
fn dictionary<'a>(
    document: &'a Document,
    node: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    node.get_deref(key, document).ok()?.as_dict().ok()
}

/// The number that an object is, 0 if it is none.
fn number(object: &Object) -> f64 {
    object.as_float().map_or(0.0, f64::from)
}

fn xmp(document: &Document) -> String {
    let metadata =
        document.catalog().and_then(|top| top.get_deref(b"Metadata", document));
    let stream = metadata.and_then(Object::as_stream);
    let bytes = stream.and_then(lopdf::Stream::get_plain_content).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
