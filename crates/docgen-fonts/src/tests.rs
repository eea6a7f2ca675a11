//! The traps of `docs/spec/fonts.md` §4, each on the faces that docgen ships.

#![allow(clippy::disallowed_methods, reason = "the faces are files")]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use docgen_model::FontRole::{self, FangSong, HeiTi, KaiTi, Latin, SongTi, XiaoBiaoSong};
use sha2::{Digest, Sha256};

use crate::face::Ink;
use crate::{
    Em, FaceData, FontBook, FontError, GivenFace, Glyph, Refusal, Width, Word, clusters,
};

const FILES: [(FontRole, &str); 7] = [
    (FangSong, "ZhuqueFangsong-Regular.ttf"),
    (KaiTi, "LXGWWenKaiGBLite-Regular.ttf"),
    (HeiTi, "NotoSansSC-Medium.ttf"),
    (XiaoBiaoSong, "NotoSerifSC-Bold.ttf"),
    (SongTi, "NotoSerifSC-Regular.ttf"),
    (Latin, "LiberationSerif-Regular.ttf"),
    (FontRole::Mongolian, "NotoSansMongolian-Regular.ttf"),
];

/// The classes that set Chinese.
const CHINESE: [FontRole; 5] = [FangSong, KaiTi, HeiTi, XiaoBiaoSong, SongTi];

pub(crate) static BOOK: LazyLock<FontBook> =
    LazyLock::new(|| FontBook::new(faces()).unwrap());

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts"))
}

fn read(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).unwrap()
}

fn faces() -> Vec<(FontRole, FaceData)> {
    FILES.map(|(role, file)| (role, Arc::new(read(file)) as FaceData)).to_vec()
}

pub(crate) fn glyph(role: FontRole, c: char) -> Glyph {
    BOOK.glyph(role, c, Width::Natural).unwrap_or_else(|| panic!("{c} in {role:?}"))
}

fn half(role: FontRole, c: char) -> Glyph {
    BOOK.glyph(role, c, Width::Half).unwrap()
}

/// The ink of a glyph, from the left edge of its box.
fn ink(glyph: &Glyph) -> Ink {
    let ink = glyph.face.tables().unwrap().ink(skrifa::GlyphId::from(glyph.id)).unwrap();
    Ink {
        left: Em(ink.left.0 + glyph.dx.0),
        right: Em(ink.right.0 + glyph.dx.0),
        bottom: Em(ink.bottom.0 + glyph.dy.0),
        top: Em(ink.top.0 + glyph.dy.0),
    }
}

fn middle(glyph: &Glyph) -> i32 {
    (ink(glyph).left.0 + ink(glyph).right.0) / 2
}

#[test]
fn everything_but_latin_is_one_em() {
    let marks = "“”‘’—…·，。、；：？！（）《》〈〉〔〕「」％－～№×÷±℃§‰￥→①⑩㈠ⅠⅣ★○●◎※㎡〇囗法頔𬀩";
    for role in CHINESE {
        for c in marks.chars() {
            assert_eq!(glyph(role, c).advance, Em::ONE, "{c} in {role:?}");
        }
    }
}

#[test]
fn quotation_marks_hug_what_they_enclose() {
    for role in CHINESE {
        for c in ['“', '‘'] {
            assert!(ink(&glyph(role, c)).left >= Em::HALF, "{c} in {role:?}");
            assert!(ink(&glyph(role, c)).right <= Em::ONE, "{c} in {role:?}");
        }
        for c in ['”', '’'] {
            assert!(ink(&glyph(role, c)).left >= Em::ZERO, "{c} in {role:?}");
            assert!(ink(&glyph(role, c)).right <= Em::HALF, "{c} in {role:?}");
        }
    }
    // Not the Latin marks, which the same characters mean in 朱雀仿宋 and 霞鹜文楷.
    let narrow = BOOK.face(FangSong).tables().unwrap().glyph('“').unwrap();
    assert_ne!(u32::from(glyph(FangSong, '“').id), narrow.to_u32());
    assert_eq!(glyph(FangSong, '“').dx, Em::ZERO);
}

#[test]
fn narrow_quotation_marks_are_moved_to_the_text() {
    let mut given = faces();
    given.insert(0, (FangSong, Arc::new(read("LiberationSerif-Regular.ttf"))));
    let book = FontBook::new(given).unwrap();
    let dx = |c| book.glyph(FangSong, c, Width::Natural).unwrap().dx;
    assert_eq!(dx('“'), Em(Em::ONE.0 - 443_848));
    assert_eq!(dx('”'), Em::ZERO);
}

#[test]
fn two_dashes_are_one_line() {
    for role in CHINESE {
        let dash = glyph(role, '—');
        assert!(!dash.fallback && dash.dx == Em::ZERO, "{role:?}");
        assert!(ink(&dash).left <= Em::ZERO && ink(&dash).right >= Em::ONE, "{role:?}");
        let weight = ink(&dash).top.0 - ink(&dash).bottom.0;
        assert!((35_000..70_000).contains(&weight), "{role:?} is {weight} thick");
    }
}

#[test]
fn the_dots_of_an_ellipsis_stand_in_the_middle() {
    for role in CHINESE {
        let dots = glyph(role, '…');
        assert!((middle(&dots) - 500_000).abs() < 2_000, "{role:?} {}", middle(&dots));
        assert!(ink(&dots).bottom.0 > 250_000, "{role:?} sits on the baseline");
    }
}

#[test]
fn narrow_symbols_stand_in_the_middle() {
    for role in CHINESE {
        for c in "·×÷±№".chars() {
            let off = middle(&glyph(role, c)) - 500_000;
            assert!(off.abs() < 30_000, "{c} in {role:?} is {off} off");
        }
    }
}

#[test]
fn the_middle_dot_needs_no_shift() {
    for role in CHINESE {
        let dot = glyph(role, '·');
        assert_eq!((dot.dx, dot.fallback), (Em::ZERO, false), "{role:?}");
    }
}

#[test]
fn latin_is_as_wide_as_times() {
    for digit in '0'..='9' {
        assert_eq!(glyph(Latin, digit).advance, Em::HALF);
        assert_eq!(glyph(Latin, digit).face.role(), Latin);
        assert!(!glyph(Latin, digit).fallback);
    }
    // Times: G 0.722, a 0.444, blank a quarter.
    assert_eq!(glyph(Latin, 'G').advance, Em(722_168));
    assert_eq!(glyph(Latin, ' ').advance, Em(250_000));
}

/// The faces that the offices have for these classes have ASCII of one width.
#[test]
fn ascii_of_fangsong_kaiti_and_songti_is_half_an_em() {
    for role in [FangSong, KaiTi, SongTi] {
        for c in ['5', 'G', '.'] {
            let set = glyph(role, c);
            assert_eq!((set.advance, set.face.role()), (Em::HALF, role), "{c} {role:?}");
        }
    }
}

#[test]
fn hei_and_xiaobiaosong_keep_their_own_latin() {
    for role in [HeiTi, XiaoBiaoSong] {
        for digit in '0'..='9' {
            let set = glyph(role, digit);
            assert_eq!((set.advance, set.face.role()), (Em::HALF, role));
            assert!(
                ink(&set).left.0 > 0 && ink(&set).right < Em::HALF,
                "{digit} {role:?}"
            );
        }
        assert_eq!(glyph(role, 'G').face.role(), role);
    }
    assert_eq!(glyph(HeiTi, '.').advance, Em(298_000));
}

#[test]
fn page_numbers_have_half_width_digits_of_the_face() {
    let nominal = BOOK.face(SongTi).tables().unwrap();
    for digit in '0'..='9' {
        let set = half(SongTi, digit);
        assert_eq!((set.advance, set.dx, set.face.role()), (Em::HALF, Em::ZERO, SongTi));
        assert_ne!(u32::from(set.id), nominal.glyph(digit).unwrap().to_u32());
    }
    assert_eq!(half(SongTi, '—').advance, Em::ONE);
}

#[test]
fn rare_names_are_in_the_class_itself() {
    for role in [FangSong, KaiTi, SongTi] {
        for c in "玥珰旻堃镕喆犇祎翀垚芃婳彧晞𬀩𬍛𫖮𬭚䶮㛃㙘".chars()
        {
            assert!(!glyph(role, c).fallback, "{c} in {role:?}");
        }
    }
}

#[test]
fn helpers_are_asked_in_order() {
    for c in "①★○●※㎡Ⅳ⑴頔".chars() {
        let set = glyph(FangSong, c);
        assert!(set.fallback);
        assert_eq!(set.face.role(), SongTi, "{c}");
    }
    for c in ['☑', '☒'] {
        assert_eq!(glyph(FangSong, c).face.role(), KaiTi);
        assert_eq!(glyph(SongTi, c).face.role(), KaiTi);
    }
    assert!(!glyph(KaiTi, '☑').fallback);
    // An Ext B character that only 霞鹜文楷 has.
    assert_eq!(glyph(FangSong, '𪚥').face.role(), KaiTi);
}

#[test]
fn helpers_are_level_with_the_class() {
    assert_eq!(glyph(FangSong, '①').dy, Em(-32_000));
    assert_eq!(glyph(KaiTi, '乊').dy, Em(-23_000));
    assert_eq!(glyph(FangSong, '☑').dy, Em(-9_000));
    assert_eq!(glyph(FangSong, '法').dy, Em::ZERO);
}

#[test]
fn a_missing_character_has_no_glyph() {
    // 霞鹜文楷 has glyphs for U+E003 and the zero-width space; nobody else does.
    for c in ['\u{e003}', '\u{200b}', '\n', '\u{10ffff}', '\u{31350}', 'ᠮ', '😀'] {
        assert!(BOOK.glyph(FangSong, c, Width::Natural).is_none(), "{c:?}");
    }
}

#[test]
fn an_earlier_face_of_the_class_wins() {
    // 黑体 given as the office's own 仿宋: it lacks ☑, which the bundled faces then help.
    let mut given = faces();
    given.insert(0, (FangSong, Arc::new(read("NotoSansSC-Medium.ttf"))));
    let book = FontBook::new(given).unwrap();
    assert_eq!(book.face(FangSong).index(), 0);
    let set = book.glyph(FangSong, '法', Width::Natural).unwrap();
    assert_eq!((set.face.index(), set.fallback), (0, false));
    assert_eq!(book.glyph(FangSong, '☑', Width::Natural).unwrap().face.role(), KaiTi);
    assert_eq!(book.faces().len(), 8);
}

/// Every face of a bundled file, given by a user.
fn given(file: &str) -> Vec<GivenFace> {
    let data: FaceData = Arc::new(read(file));
    GivenFace::of_file(file, &data).into_iter().map(Result::unwrap).collect()
}

/// A book of the bundled faces and some of their files, given once more.
fn book_with(files: &[&str]) -> FontBook {
    FontBook::with(files.iter().flat_map(|file| given(file)).collect(), faces()).unwrap()
}

#[test]
fn a_given_face_comes_before_the_bundled_one_of_its_class() {
    let book = book_with(&["NotoSerifSC-Regular.ttf", "LiberationSerif-Regular.ttf"]);
    for (role, file, name) in [
        (SongTi, "NotoSerifSC-Regular.ttf", "Noto Serif SC"),
        (Latin, "LiberationSerif-Regular.ttf", "Liberation Serif"),
    ] {
        let origin = book.face(role).origin().unwrap();
        assert_eq!((origin.file.as_str(), origin.name.as_str()), (file, name));
    }
    let digit = book.glyph(Latin, '5', Width::Natural).unwrap();
    assert!(digit.face.origin().is_some() && !digit.fallback);
    assert!(book.face(KaiTi).origin().is_none());
}

#[test]
fn a_bold_face_is_not_its_family() {
    // Named as the roman; NotoSerifSC-Bold would serve 宋体.
    let book = book_with(&["LiberationSerif-Bold.ttf", "NotoSerifSC-Bold.ttf"]);
    assert!(book.face(Latin).origin().is_none());
    assert!(book.face(SongTi).origin().is_none());
    assert_eq!(book.faces().iter().filter(|face| face.is_spare()).count(), 2);
}

#[test]
fn a_spare_face_is_asked_last() {
    let known: Vec<_> = faces().into_iter().filter(|(role, _)| *role != KaiTi).collect();
    let mut bundled = known;
    bundled.push((KaiTi, Arc::new(read("LiberationSerif-Regular.ttf"))));
    let mut spare = given("LXGWWenKaiGBLite-Regular.ttf");
    spare[0].class = None;
    let book = FontBook::with(spare, bundled).unwrap();
    // Only 霞鹜文楷 has ☑; 宋体 itself must call it help, and 仿宋 asks the bundled first.
    for role in CHINESE {
        let set = book.glyph(role, '☑', Width::Natural).unwrap();
        assert!(set.face.is_spare() && set.fallback, "{role:?}");
    }
    assert!(!book.glyph(FangSong, '①', Width::Natural).unwrap().face.is_spare());
}

#[test]
fn a_given_face_moves_no_width() {
    // 楷体 given as 黑体 and as Latin: its letters have other widths, so they are not taken.
    let mut faces_given = given("LXGWWenKaiGBLite-Regular.ttf");
    faces_given.extend(given("LXGWWenKaiGBLite-Regular.ttf"));
    faces_given[0].class = Some((HeiTi, 0));
    faces_given[1].class = Some((Latin, 0));
    let book = FontBook::with(faces_given, faces()).unwrap();
    for role in FontRole::ALL {
        for c in (' '..='~').chain("é₂°法“—".chars()) {
            let set = book.glyph(role, c, Width::Natural).unwrap();
            assert_eq!(set.advance, glyph(role, c).advance, "{c} in {role:?}");
        }
    }
    assert!(book.glyph(HeiTi, '法', Width::Natural).unwrap().face.origin().is_some());
    assert!(book.glyph(HeiTi, '5', Width::Natural).unwrap().face.origin().is_some());
    assert!(book.glyph(HeiTi, 'G', Width::Natural).unwrap().face.origin().is_none());
}

/// A bundled file whose licence bits are others.
fn with_licence(bits: u16) -> FaceData {
    let mut bytes = read("LiberationSerif-Regular.ttf");
    let record = bytes.windows(4).position(|tag| tag == b"OS/2").unwrap();
    let at = u32::from_be_bytes(bytes[record + 8..record + 12].try_into().unwrap());
    let at = at as usize + 8;
    bytes[at..at + 2].copy_from_slice(&bits.to_be_bytes());
    Arc::new(bytes)
}

#[test]
fn licence_bits_are_respected() {
    let told = |bits| {
        let mut all = GivenFace::of_file("x.ttf", &with_licence(bits));
        all.remove(0).map(|face| face.origin.name)
    };
    let name = "Liberation Serif".to_owned();
    assert_eq!(told(0x2), Err(Refusal::Restricted(name.clone())));
    assert_eq!(told(0x102), Err(Refusal::Restricted(name.clone())));
    assert_eq!(told(0x200), Err(Refusal::BitmapOnly(name.clone())));
    for bits in [0, 0x4, 0x8, 0xa, 0x100] {
        assert_eq!(told(bits), Ok(name.clone()), "{bits:#x}");
    }
}

#[test]
fn every_face_of_a_collection_counts() {
    let (one, two) = (read("LiberationSerif-Regular.ttf"), read("NotoSansSC-Medium.ttf"));
    let data: FaceData = Arc::new(collection(&[one, two]));
    let all: Vec<_> =
        GivenFace::of_file("x.ttc", &data).into_iter().map(Result::unwrap).collect();
    let book = FontBook::with(all, faces()).unwrap();
    for (role, index) in [(Latin, 0), (HeiTi, 1)] {
        assert!(book.face(role).origin().is_some(), "{role:?}");
        assert_eq!(book.face(role).collection_index(), index);
        let c = if role == Latin { 'G' } else { '法' };
        let set = book.glyph(role, c, Width::Natural).unwrap();
        assert_eq!(set.id, glyph(role, c).id);
    }
}

/// A collection: a header, then the fonts, whose tables lie further on by the offset of
/// their font.
fn collection(fonts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"ttcf\0\x01\0\0".to_vec();
    bytes.extend((fonts.len() as u32).to_be_bytes());
    let mut offset = 12 + 4 * fonts.len();
    for font in fonts {
        bytes.extend((offset as u32).to_be_bytes());
        offset += font.len();
    }
    for font in fonts {
        let start = bytes.len();
        bytes.extend(font);
        let tables = u16::from_be_bytes([font[4], font[5]]);
        for table in 0..usize::from(tables) {
            let at = start + 12 + 16 * table + 8;
            let own = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            bytes[at..at + 4].copy_from_slice(&(own + start as u32).to_be_bytes());
        }
    }
    bytes
}

#[test]
fn a_broken_file_is_refused() {
    let cut = read("LiberationSerif-Regular.ttf")[..300].to_vec();
    for bytes in [b"no font".to_vec(), b"ttcf\0\x01\0\0\xff\xff\xff\xff".to_vec(), cut] {
        let data: FaceData = Arc::new(bytes);
        let all = GivenFace::of_file("x.ttf", &data);
        assert_eq!(all.into_iter().next().unwrap().err(), Some(Refusal::Broken));
    }
}

#[test]
fn a_class_without_a_face_is_an_error() {
    let without: Vec<_> =
        faces().into_iter().filter(|(role, _)| *role != HeiTi).collect();
    assert_eq!(FontBook::new(without).err(), Some(FontError::Missing(HeiTi)));
    let broken: FaceData = Arc::new(b"no font".to_vec());
    assert_eq!(
        FontBook::new(vec![(KaiTi, broken)]).err(),
        Some(FontError::Unreadable { role: KaiTi, index: 0 })
    );
}

#[test]
fn faces_say_who_they_are() {
    let face = BOOK.face(FangSong);
    assert_eq!(face.family().as_deref(), Some("Zhuque Fangsong (technical preview)"));
    assert_eq!(BOOK.face(HeiTi).family().as_deref(), Some("Noto Sans SC"));
    assert_eq!(face.postscript_name().as_deref(), Some("ZhuqueFangsong-Regular"));
    assert!(face.version().unwrap().contains("0.212"));
}

#[test]
fn threads_may_share_a_book() {
    let ids =
        || "依法行政“——”123".chars().map(|c| glyph(HeiTi, c).id).collect::<Vec<_>>();
    let expected = ids();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(ids(), expected));
        }
    });
}

#[test]
fn the_shipped_files_are_the_recorded_ones() {
    let sums = String::from_utf8(read("SHA256SUMS")).unwrap();
    assert!(FILES.iter().all(|(_, file)| sums.contains(file)));
    for line in sums.lines() {
        let (sum, file) = line.split_once("  ").unwrap();
        let found = Sha256::digest(read(file));
        let hex: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, sum, "{file}");
    }
}

/// A face that has a character of Ext B, a variant of 葛, and a private-use character.
fn rare() -> Vec<GivenFace> {
    let bytes = std::fs::read(folder().join("../tests/data/rare.ttf")).unwrap();
    let data: FaceData = Arc::new(bytes);
    GivenFace::of_file("rare.ttf", &data).into_iter().map(Result::unwrap).collect()
}

#[test]
fn a_variant_comes_from_the_face_that_has_it() {
    let set = |book: &FontBook, cluster| book.cluster(FangSong, cluster, Width::Natural);
    let book = FontBook::with(rare(), faces()).unwrap();
    let variant = set(&book, "葛\u{e0100}").unwrap();
    assert_eq!((variant.face.name().as_str(), variant.plain), ("Docgen Rare", false));
    assert_eq!((variant.id, variant.advance), (4, Em::ONE));
    let plain = set(&BOOK, "葛\u{e0100}").unwrap();
    assert_eq!((plain.id, plain.plain), (glyph(FangSong, '葛').id, true));
    assert!(!set(&BOOK, "☑\u{fe0e}").unwrap().plain);
    assert!(set(&BOOK, "葛\u{e0100}\u{e0101}").is_none());
}

#[test]
fn a_mark_is_composed_with_its_letter() {
    let set = BOOK.cluster(FangSong, "u\u{308}\u{304}", Width::Natural).unwrap();
    assert_eq!(
        (set.id, set.advance),
        (glyph(FangSong, 'ǖ').id, glyph(FangSong, 'ǖ').advance)
    );
    assert!(BOOK.cluster(FangSong, "法\u{301}", Width::Natural).is_none());
    let pieces: Vec<_> = clusters("a\u{301}葛\u{e0100}b").collect();
    assert_eq!(pieces, [(0, "a\u{301}"), (3, "葛\u{e0100}"), (10, "b")]);
    assert_eq!(clusters("\u{301}").collect::<Vec<_>>(), [(0, "\u{301}")]);
}

#[test]
fn a_folder_that_nobody_named_is_asked_last() {
    let mut last = rare();
    last[0].origin.file = "last.ttf".to_owned();
    let last = last.into_iter().map(GivenFace::as_spare);
    let mut known = given("LXGWWenKaiGBLite-Regular.ttf");
    known.extend(rare());
    let book = FontBook::with(last.chain(known).collect(), faces()).unwrap();
    let set = book.glyph(FangSong, '𠀀', Width::Natural).unwrap();
    assert_eq!(set.face.origin().unwrap().file, "rare.ttf");
    assert_eq!((set.advance, set.fallback), (Em::ONE, true));
    // Even a face of a known name serves no class from there.
    let last = given("LiberationSerif-Regular.ttf").into_iter().map(GivenFace::as_spare);
    let book = FontBook::with(last.collect(), faces()).unwrap();
    assert!(book.face(Latin).origin().is_none());
}

#[test]
fn private_characters_are_set_by_no_face() {
    let book = FontBook::with(rare(), faces()).unwrap();
    assert!(book.glyph(FangSong, '\u{e000}', Width::Natural).is_none());
}

#[test]
fn mongolian_letters_take_their_forms_from_each_other() {
    let word = BOOK.mongolian("\u{1820}\u{1820}\u{1820}").unwrap();
    let ids: Vec<_> = word.glyphs.iter().map(|glyph| glyph.id).collect();
    let alone = BOOK.mongolian("\u{1820}").unwrap().glyphs[0].id;
    assert_eq!(ids.len(), 3);
    assert!(ids.iter().all(|&id| id != alone));
    assert!(ids[0] != ids[1] && ids[1] != ids[2], "{ids:?}");
    assert!(word.bottom < word.top);
    assert!(BOOK.mongolian("\u{1820}旗").is_none());
}

#[test]
fn mongolian_controls_choose_forms_and_are_not_lost() {
    let text =
        "\u{182d}\u{180b}\u{1820}\u{1828}\u{180e}\u{1820}\u{202f}\u{1824}\u{1828} ";
    let word = BOOK.mongolian(text).unwrap();
    let mut read = String::new();
    let mut last = 0..0;
    for glyph in &word.glyphs {
        if glyph.text != last {
            assert_eq!(glyph.text.start, last.end);
            read.push_str(&text[glyph.text.clone()]);
            last = glyph.text.clone();
        }
    }
    assert_eq!(read, text);
    let plain = BOOK.mongolian(&text.replace(['\u{180b}', '\u{180e}'], "")).unwrap();
    let ids = |word: &Word| word.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>();
    assert!(ids(&word).iter().filter(|id| !ids(&plain).contains(id)).count() > 1);
}
