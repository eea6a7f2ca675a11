//! The programs of frozen glyphs are the faces: each is inflated by another's library, read by
//! another's, and compared with the face that it came from.

#![allow(clippy::unwrap_used, reason = "a failure is a panic")]

use std::io::Read;

use docgen::world::{EmbeddedFace, FACES};
use docgen::{Target, export};
use docgen_frame::{ItemKind, PagedDocument};
use docgen_frozen::{CHARACTERS, Program, freeze, thaw};
use docgen_model::FontRole;
use docgen_pdf::PdfStandard;
use docgen_tests::sources;
use flate2::bufread::ZlibDecoder;
use lopdf::Document;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::{ControlBoundsPen, PathElement};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// The program of these glyphs, behind `.notdef`.
fn program(face: &EmbeddedFace, glyphs: &[u16]) -> (Vec<u16>, Program) {
    let mut ids = vec![0];
    for id in glyphs {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    let program = thaw(face.frozen, face.bytes, &ids).unwrap();
    (ids, program)
}

/// The glyphs of characters.
fn glyphs(face: &EmbeddedFace, characters: &str) -> Vec<u16> {
    let charmap = FontRef::new(face.bytes).unwrap().charmap();
    characters.chars().map(|c| charmap.map(c).unwrap().to_u32() as u16).collect()
}

fn face(role: FontRole) -> &'static EmbeddedFace {
    FACES.iter().find(|face| face.role == role).unwrap()
}

/// The font file, from the one stream that there is.
fn inflated(program: &Program) -> Vec<u8> {
    let mut decoder = ZlibDecoder::new(&program.deflated[..]);
    let mut bytes = vec![];
    decoder.read_to_end(&mut bytes).unwrap();
    assert!(decoder.into_inner().is_empty(), "something stands behind the stream");
    bytes
}

/// Holds every glyph of a program against the face, and the file against its own sums.
fn compare(face: &EmbeddedFace, ids: &[u16], program: &Program) {
    let bytes = inflated(program);
    sums(&bytes);
    let (whole, part) =
        (FontRef::new(face.bytes).unwrap(), FontRef::new(&bytes).unwrap());
    let count = part.maxp().unwrap().num_glyphs();
    assert_eq!(count, program.glyphs);
    let mut reach: Option<[f32; 4]> = None;
    for new in 0..count {
        let drawn = draw(&part, new);
        if let Some(old) = ids.get(usize::from(new)) {
            assert_eq!(drawn, draw(&whole, *old), "{} {old}", face.file);
            assert_eq!(metric(&part, new), metric(&whole, *old), "{} {old}", face.file);
        }
        if let Some(sides) = bounds(&part, new) {
            reach = Some(reach.map_or(sides, |reach| union(reach, sides)));
        }
    }
    assert_eq!(program.bounds, reach, "{}", face.file);
    let units = |font: &FontRef| font.head().unwrap().units_per_em();
    assert_eq!(units(&part), units(&whole));
    for tag in [b"cvt ", b"fpgm", b"prep"].map(skrifa::Tag::new) {
        let table =
            |font: &FontRef| font.table_data(tag).map(|data| data.as_bytes().to_vec());
        assert_eq!(table(&part), table(&whole));
    }
}

/// Each table has the sum that the directory tells, and the file that of all fonts; tables
/// follow each other and `loca` climbs to the end of `glyf`.
fn sums(bytes: &[u8]) {
    let sum = |bytes: &[u8]| {
        let words = bytes.chunks(4).map(|word| {
            let mut whole = [0; 4];
            whole[..word.len()].copy_from_slice(word);
            u32::from_be_bytes(whole)
        });
        words.fold(0, u32::wrapping_add)
    };
    assert_eq!(bytes.len() % 4, 0);
    assert_eq!(sum(bytes), 0xB1B0_AFBA);
    let font = FontRef::new(bytes).unwrap();
    let records = font.table_directory.table_records();
    assert!(records.is_sorted_by_key(|record| record.tag()));
    let mut end = 12 + 16 * records.len();
    for record in records {
        let (start, length) = (record.offset() as usize, record.length() as usize);
        assert_eq!(start, end);
        let mut table = bytes[start..start + length].to_vec();
        if record.tag() == *b"head" {
            table[8..12].fill(0);
        }
        assert_eq!(sum(&table), record.checksum(), "{}", record.tag());
        end = start + length.next_multiple_of(4);
    }
    assert_eq!(end, bytes.len());
    let (loca, glyf) = (font.loca(None).unwrap(), font.glyf().unwrap());
    let edges: Vec<_> = (0..=loca.len()).map(|at| loca.get_raw(at).unwrap()).collect();
    assert!(edges.is_sorted());
    assert_eq!(*edges.last().unwrap() as usize, glyf.offset_data().as_bytes().len());
}

fn draw(font: &FontRef, glyph: u16) -> Vec<PathElement> {
    let mut pen = vec![];
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(glyph.into()).unwrap().draw(settings, &mut pen).unwrap();
    pen
}

fn bounds(font: &FontRef, glyph: u16) -> Option<[f32; 4]> {
    let mut pen = ControlBoundsPen::default();
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(glyph.into())?.draw(settings, &mut pen).unwrap();
    pen.bounding_box().map(|b| [b.x_min, b.y_min, b.x_max, b.y_max])
}

fn union(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn metric(font: &FontRef, glyph: u16) -> (Option<u16>, Option<i16>) {
    let (hmtx, glyph) = (font.hmtx().unwrap(), GlyphId::from(glyph));
    (hmtx.advance(glyph), hmtx.side_bearing(glyph))
}

#[test]
fn every_glyph_of_every_face_is_the_same() {
    for face in FACES {
        let count =
            u32::from(FontRef::new(face.bytes).unwrap().maxp().unwrap().num_glyphs());
        // A prime beyond all faces: a step through all glyphs, in no order.
        let mixed: Vec<u16> =
            (0..count).map(|index| (index * 65_521 % count) as u16).collect();
        for some in mixed.chunks(3000) {
            let (ids, program) = program(face, some);
            compare(face, &ids, &program);
        }
    }
}

#[test]
fn sets_of_any_size_are_right() {
    let mut seed = 1_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 8
    };
    for face in FACES {
        let count =
            u32::from(FontRef::new(face.bytes).unwrap().maxp().unwrap().num_glyphs());
        for size in [0, 1, 2, 3, 5, 8, 40, 41, 42, 43, 200, 700] {
            let some: Vec<_> = (0..size).map(|_| (next() % count) as u16).collect();
            let (ids, program) = program(face, &some);
            compare(face, &ids, &program);
        }
    }
}

#[test]
fn composite_blank_and_rare_glyphs_are_coded_on_the_spot() {
    let latin = face(FontRole::Latin);
    let (ids, made) = program(latin, &glyphs(latin, "é a"));
    // Letter and accent were not asked for.
    assert_eq!(usize::from(made.glyphs), ids.len() + 2);
    compare(latin, &ids, &made);
    let (ids, blank) = program(latin, &glyphs(latin, " "));
    assert_eq!(draw(&FontRef::new(&inflated(&blank)).unwrap(), 1), []);
    compare(latin, &ids, &blank);
    let song = face(FontRole::SongTi);
    assert!(!CHARACTERS.contains('䶮'));
    let (ids, rare) = program(song, &glyphs(song, "䶮"));
    assert_ne!(draw(&FontRef::new(&inflated(&rare)).unwrap(), 1), []);
    compare(song, &ids, &rare);
}

#[test]
fn the_pdf_of_every_sample_has_these_programs() {
    let mut seen = 0;
    for source in
        sources("frame").iter().filter(|source| source.name.starts_with("input-"))
    {
        let Some(made) = source.compile().made else { continue };
        let pdf = export(&made, Target::Pdf(PdfStandard::default())).unwrap();
        let pdf = Document::load_mem(&pdf).unwrap();
        let dicts = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        let files = dicts.filter_map(|dict| dict.get(b"FontFile2").ok());
        let mut found: Vec<_> = files
            .map(|file| pdf.get_object(file.as_reference().unwrap()).unwrap())
            .map(|file| file.as_stream().unwrap().content.clone())
            .collect();
        let mut expected = vec![];
        for (face, used) in FACES.iter().zip(used(&made.pages)) {
            if !used.is_empty() {
                let (ids, program) = program(face, &used);
                compare(face, &ids, &program);
                expected.push(program.deflated);
            }
        }
        found.sort();
        expected.sort();
        assert!(found == expected, "{}", source.name);
        seen += found.len();
    }
    assert!(seen > 40, "{seen} programs");
}

/// The glyphs of each face, in the order of their use.
fn used(document: &PagedDocument) -> Vec<Vec<u16>> {
    let mut all = vec![vec![]; FACES.len()];
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let ItemKind::Line(line) = &item.kind else { continue };
        for run in &line.runs {
            all[run.face.index()].extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    }
    all
}

#[test]
fn freezing_again_gives_the_same_bytes() {
    for face in FACES.iter().filter(|face| face.role == FontRole::Latin) {
        assert!(freeze(face.bytes, CHARACTERS).unwrap() == face.frozen, "{}", face.file);
    }
}

#[test]
fn what_does_not_belong_together_is_refused() {
    let (latin, song) = (face(FontRole::Latin), face(FontRole::SongTi));
    assert_eq!(thaw(latin.frozen, song.bytes, &[0]), None);
    assert_eq!(thaw(&latin.frozen[..1000], latin.bytes, &[0]), None);
    assert_eq!(thaw(latin.frozen, &latin.bytes[..1000], &[0]), None);
    assert_eq!(thaw(latin.frozen, latin.bytes, &[0, u16::MAX]), None);
    assert_eq!(freeze(b"no font", CHARACTERS), None);
}
