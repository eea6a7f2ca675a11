//! The krilla that we patch writes the bytes of the published one: where a patch takes the
//! short way (`vendor/README.md`), the long one is gone here, and both must agree.
//!
//! For a box, krilla draws only glyphs that by their headers can extend it, which comes to the
//! same as long as no header tells less than its glyph reaches. The faces are set as given ones
//! are: what is frozen never goes that way (`frozen.rs`).

#![allow(clippy::unwrap_used, reason = "a failure is a panic")]

use std::io::Write;
use std::sync::Arc;

use docgen::world::FACES;
use docgen::{Target, export};
use docgen_fonts::{FaceData, FontBook};
use docgen_pdf::PdfStandard;
use docgen_tests::sources;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Stream};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::ControlBoundsPen;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::Glyph;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Left, bottom, right, top.
type Box4 = [f32; 4];

/// The level at which krilla deflates.
const LEVEL: u32 = 6;

/// What the points of a glyph reach, as drawing it shows.
fn drawn(font: &FontRef, glyph: GlyphId) -> Option<Box4> {
    let mut pen = ControlBoundsPen::default();
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(glyph)?.draw(settings, &mut pen).unwrap();
    pen.bounding_box().map(|b| [b.x_min, b.y_min, b.x_max, b.y_max])
}

/// What the header of a simple glyph says; nothing for all others.
fn told(font: &FontRef, glyph: GlyphId) -> Option<Box4> {
    let (loca, glyf) = (font.loca(None).unwrap(), font.glyf().unwrap());
    let Glyph::Simple(simple) = loca.get_glyf(glyph, &glyf).unwrap()? else {
        return None;
    };
    let sides = [simple.x_min(), simple.y_min(), simple.x_max(), simple.y_max()];
    Some(sides.map(f32::from))
}

/// What two boxes reach together.
fn union(a: Box4, b: Box4) -> Box4 {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn glyphs(font: &FontRef) -> impl Iterator<Item = GlyphId> + use<> {
    (0..font.maxp().unwrap().num_glyphs()).map(u32::from).map(GlyphId::new)
}

#[test]
fn no_header_of_the_embedded_faces_tells_less_than_drawing_shows() {
    let mut seen = 0;
    for face in FACES {
        let font = FontRef::new(face.bytes).unwrap();
        for glyph in glyphs(&font) {
            let (Some(told), Some(drawn)) = (told(&font, glyph), drawn(&font, glyph))
            else {
                continue;
            };
            assert_eq!(union(told, drawn), told, "{} {glyph}", face.file);
            seen += 1;
        }
    }
    assert!(seen > 50_000, "{seen} glyphs");
}

#[test]
fn boxes_and_streams_are_those_of_the_long_way() {
    let plain = FACES.iter().map(|face| (face.role, Arc::new(face.bytes) as FaceData));
    let book = FontBook::new(plain.collect()).unwrap();
    let mut fonts = 0;
    for source in
        sources("frame").iter().filter(|source| source.name.starts_with("input-"))
    {
        let Some(made) = source.compile_with(&book).made else { continue };
        let pdf = export(&made, Target::Pdf(PdfStandard::default())).unwrap();
        let pdf = Document::load_mem(&pdf).unwrap();
        let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
        for stream in streams.filter(|stream| is_of_krilla(stream)) {
            let plain = stream.decompressed_content().unwrap();
            assert!(stream.content == deflated(&plain), "{}", source.name);
        }
        let dicts = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        for descriptor in dicts.filter(|dict| dict.has(b"FontFile2")) {
            let program = descriptor.get(b"FontFile2").unwrap().as_reference().unwrap();
            let program = pdf.get_object(program).unwrap().as_stream().unwrap();
            let corners = descriptor.get(b"FontBBox").unwrap().as_array().unwrap();
            let corners: Vec<_> =
                corners.iter().map(|side| side.as_float().unwrap()).collect();
            let reached = reached(&program.decompressed_content().unwrap());
            assert_eq!(corners, reached, "{}", source.name);
            fonts += 1;
        }
    }
    assert!(fonts > 20, "{fonts} fonts");
}

/// Deflated, and no cross-reference stream, which is ours.
fn is_of_krilla(stream: &Stream) -> bool {
    let filter = stream.dict.get(b"Filter").and_then(|filter| filter.as_name());
    filter.is_ok_and(|name| name == b"FlateDecode") && !stream.dict.has_type(b"XRef")
}

/// By a state of its own.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(vec![], Compression::new(LEVEL));
    zlib.write_all(bytes).unwrap();
    zlib.finish().unwrap()
}

/// What all glyphs of a font program reach, in thousandths of an em.
fn reached(program: &[u8]) -> Box4 {
    let font = FontRef::new(program).unwrap();
    let units = f32::from(font.head().unwrap().units_per_em());
    let boxes = glyphs(&font).filter_map(|glyph| drawn(&font, glyph));
    let union = boxes
        .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
    union.unwrap().map(|side| side / units * 1000.0)
}
