//! A made file says what the book says, to a reader that is not ours to change.

use docgen_model::FontRole::{self, FangSong, HeiTi, KaiTi, Latin, SongTi, XiaoBiaoSong};
use skrifa::charmap::MapVariant;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::*;
use crate::clusters;
use crate::tests::{BOOK, glyph};

/// Quotes, dashes and the 间隔号 are narrow in the faces; ㎡ is in another; 𬀩 beyond the BMP.
const TEXT: &str = "“公文”‘格式’——……·，。《》（）〔2021〕5号 12.5%㎡№①×𬀩A4GDP";

fn embedded(role: FontRole, text: &str) -> Vec<u8> {
    let texts = clusters(text).map(|(_, cluster)| cluster.to_owned()).collect();
    BOOK.embed(role, "Test", &texts).unwrap().unwrap()
}

#[test]
fn every_character_is_as_wide_as_on_the_pages() {
    for role in [FangSong, KaiTi, HeiTi, XiaoBiaoSong, SongTi, Latin] {
        let file = embedded(role, TEXT);
        let font = FontRef::new(&file).unwrap();
        let units = f64::from(font.head().unwrap().units_per_em());
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        for c in TEXT.chars() {
            let id = font.charmap().map(c).unwrap_or_else(|| panic!("{c} in {role:?}"));
            let width = f64::from(metrics.advance_width(id).unwrap()) / units;
            let wanted = f64::from(glyph(role, c).advance.0) / 1e6;
            assert!((width - wanted).abs() * units <= 0.5, "{c} in {role:?}: {width}");
        }
    }
}

/// The ink of a character in its box, in thousandths of the em.
fn ink(font: &FontRef<'_>, c: char) -> [i32; 4] {
    let id = font.charmap().map(c).unwrap();
    let size = Size::new(1000.0);
    let ink = font.glyph_metrics(size, LocationRef::default()).bounds(id).unwrap();
    [ink.x_min, ink.y_min, ink.x_max, ink.y_max].map(|at| at.round() as i32)
}

#[test]
fn ink_stands_where_it_does_on_the_pages() {
    let file = embedded(FangSong, TEXT);
    let font = FontRef::new(&file).unwrap();
    for c in "“‘”’·公㎡".chars() {
        let glyph = glyph(FangSong, c);
        let own = glyph.face.tables().unwrap().ink(GlyphId::from(glyph.id)).unwrap();
        let wanted = [
            own.left.0 + glyph.dx.0,
            own.bottom.0 + glyph.dy.0,
            own.right.0 + glyph.dx.0,
            own.top.0 + glyph.dy.0,
        ];
        let found = ink(&font, c);
        let apart = wanted.iter().zip(found).map(|(a, b)| (a / 1000 - b).abs()).max();
        assert!(apart <= Some(1), "{c}: {found:?}, not {wanted:?}");
    }
}

#[test]
fn another_em_is_scaled() {
    // 西文 has 2048 units; of 中 it knows nothing, the face that helps has 1000.
    let file = embedded(Latin, "A中");
    let font = FontRef::new(&file).unwrap();
    assert_eq!(font.head().unwrap().units_per_em(), 2048);
    let [left, bottom, right, top] = ink(&font, '中');
    assert!(left > 50 && right < 950 && bottom < 0 && top > 750, "{left} {right}");
}

#[test]
fn marks_and_variants_are_found() {
    let file = embedded(FangSong, "e\u{301}”\u{fe01}”");
    let font = FontRef::new(&file).unwrap();
    assert!(font.charmap().map('é').is_some());
    let variant = font.charmap().map_variant('”', '\u{fe01}');
    assert!(matches!(variant, Some(MapVariant::Variant(_))), "{variant:?}");
}

#[test]
fn the_tables_are_those_that_windows_asks_for() {
    let file = embedded(HeiTi, TEXT);
    let font = FontRef::new(&file).unwrap();
    let (os2, head) = (font.os2().unwrap(), font.head().unwrap());
    assert_eq!(os2.us_weight_class(), 400);
    assert_eq!(os2.ul_code_page_range_1().unwrap() & 1 << 18, 1 << 18, "GB 2312");
    assert_eq!((os2.s_typo_ascender(), os2.s_typo_descender()), (880, -120));
    assert_eq!(skrifa::raw::tables::compute_checksum(&file), 0xB1B0_AFBA);
    assert!(head.magic_number() == 0x5F0F_3CF5 && font.post().is_ok());
    let say = |id| font.localized_strings(id).english_or_first().unwrap().to_string();
    assert_eq!(say(StringId::FAMILY_NAME), "Test");
    assert!(say(StringId::DESCRIPTION).contains("made from Noto Sans SC"));
    assert!(say(StringId::LICENSE_DESCRIPTION).contains("SIL Open Font License"));
    assert_eq!(file, embedded(HeiTi, TEXT));
}

#[test]
fn nothing_to_embed_makes_no_file() {
    let private = ["\u{e000}".to_owned()].into();
    assert_eq!(BOOK.embed(FangSong, "Test", &private), Ok(None));
}

/// Bits of `fsType` that would forbid it: restricted, print only, whole only, bitmaps only.
const FORBIDDEN: u16 = 0x2 | 0x4 | 0x100 | 0x200;

#[test]
fn the_bundled_faces_allow_it_and_lend_their_names() {
    for role in FontRole::ALL {
        let face = BOOK.face(role);
        let tables = face.tables().unwrap();
        assert_eq!(tables.font.os2().unwrap().fs_type() & FORBIDDEN, 0, "{role:?}");
        let (own, name) = (face.family().unwrap(), embedded_family(role));
        assert!(name.len() <= 26 && name.ends_with(" docgen"), "{name}");
        // Liberation is a reserved name, and no part of that of its characters.
        assert_eq!(role != Latin, name.starts_with(&own[..9]), "{name}, {own}");
        assert!(!name.contains("Liberation") && !name.contains("Source"));
    }
}
