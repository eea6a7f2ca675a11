//! What the data files must give.

use docgen_model::{Code, Color, FontRole, Severity, Span};

use super::*;

#[test]
fn the_built_in_profiles_can_be_read() {
    for name in Profile::names() {
        assert_eq!(Profile::named(name).unwrap().name, name);
    }
    assert!(matches!(Profile::named("none"), Err(ProfileError::Unknown(_))));
}

#[test]
fn a_profile_names_only_its_deviations() {
    let (base, other) = (Profile::gbt9704(), Profile::named("gbt33476-2016").unwrap());
    assert_eq!(other.docx.margin_top, Abs::mm100(3_458));
    assert_eq!(other.docx.pitch, Abs::twips(592));
    assert_eq!(other.docx.tracking, base.docx.tracking);
    assert_eq!(other.styles, base.styles);
    assert_eq!(other.base.as_deref(), Some("gbt9704-2012"));
    let notes = other.deviations.iter().filter_map(|d| d.notice(Span::default()));
    assert_eq!(notes.count(), 3, "a length of the letter and two flows");
}

/// 22 rows fit between the margins of each profile, 23 do not.
#[test]
fn a_docx_page_holds_exactly_the_rows() {
    for name in Profile::names() {
        let profile = Profile::named(name).unwrap();
        let docx = &profile.docx;
        let room = profile.page.height - docx.margin_top - docx.margin_bottom;
        let rows = i64::from(profile.page.rows);
        assert!(docx.pitch * rows <= room && docx.pitch * (rows + 1) > room, "{name}");
    }
}

/// Face, face behind a run-in heading or a label, size in tenths of a point; the size of the
/// 发文机关标志 is the head's. No style knows bold.
#[test]
fn styles_follow_the_clauses() {
    use FontRole::{FangSong, HeiTi, KaiTi, SongTi, XiaoBiaoSong};
    let expected = [
        (Role::CopyNumber, FangSong, FangSong, 160),
        (Role::Secrecy, HeiTi, HeiTi, 160),
        (Role::Urgency, HeiTi, HeiTi, 160),
        (Role::DocNumber, FangSong, FangSong, 160),
        (Role::Signer, FangSong, KaiTi, 160),
        (Role::Title, XiaoBiaoSong, XiaoBiaoSong, 220),
        (Role::Recipients, FangSong, FangSong, 160),
        (Role::Body, FangSong, FangSong, 160),
        (Role::Heading1, HeiTi, FangSong, 160),
        (Role::Heading2, KaiTi, FangSong, 160),
        (Role::Heading3, FangSong, FangSong, 160),
        (Role::Heading4, FangSong, FangSong, 160),
        (Role::AttachmentNote, FangSong, FangSong, 160),
        (Role::Organ, FangSong, FangSong, 160),
        (Role::Date, FangSong, FangSong, 160),
        (Role::Note, FangSong, FangSong, 160),
        (Role::AttachmentLabel, HeiTi, HeiTi, 160),
        (Role::Attendance, HeiTi, FangSong, 160),
        (Role::CopyTo, FangSong, FangSong, 140),
        (Role::Printer, FangSong, FangSong, 140),
        (Role::PageNumber, SongTi, SongTi, 140),
    ];
    let profile = Profile::gbt9704();
    for (role, font, rest, size) in expected {
        let style = profile.style(role);
        let found = (style.font, style.rest_font, style.size);
        assert_eq!(found, (font, rest, Abs::pt10(size)), "{}", role.key());
    }
    let mark = profile.style(Role::IssuerMark);
    assert_eq!((mark.font, mark.color), (XiaoBiaoSong, Color::Red));
    let others = Role::ALL.iter().filter(|role| **role != Role::IssuerMark);
    for role in others {
        assert_eq!(profile.style(*role).color, Color::Black, "{}", role.key());
    }
    let indented = [Role::Body, Role::Heading1, Role::Heading2, Role::Heading3];
    for role in indented.into_iter().chain([Role::Heading4, Role::AttachmentNote]) {
        let style = profile.style(role);
        assert_eq!(style.first.chars(style.size), style.size * 2, "{}", role.key());
    }
}

/// The profile of a file, and what was found: code, severity, and the words it points at.
fn house(source: &str) -> (Option<Profile>, Vec<(Code, Severity, &str)>) {
    let (profile, found) = Profile::of_settings(&settings_of_toml(source).unwrap());
    let told = |found: &Diagnostic| {
        let range = found.span.start as usize..found.span.end as usize;
        (found.code, found.severity, &source[range])
    };
    (profile, found.iter().map(told).collect())
}

#[test]
fn a_house_departs_from_a_base_with_reasons() {
    let (profile, found) = house(
        "name = \"甲\"\nbase = \"renda-changweihui\"\n\
         [page]\ntop = { value = \"35mm\", reason = \"旧例\", by = \"办文〔2020〕1号\" }\n\
         [roles.subtitle]\nreason = \"小些\"\nsize = \"四号\"\n\
         [formats.common.note]\nbefore = { value = \"1行\", reason = \"旧例\" }\n",
    );
    assert_eq!(found, []);
    let profile = profile.unwrap();
    assert_eq!(profile.page.top, Abs::mm100(3_500));
    assert_eq!(profile.docx.margin_top, Abs::mm100(3_500), "follows the type area");
    assert_eq!(profile.docx.margin_bottom, Abs::mm100(3_700));
    assert_eq!(profile.style(Role::Subtitle).size, Abs::pt10(140));
    assert_eq!(profile.flow(Format::Common).note.before.rows(), 1);
    assert_eq!(profile.flow(Format::Plain).note.before.rows(), 0);
    assert_eq!(profile.latin.beside(FontRole::HeiTi), FontRole::Latin, "of the base");
    let keys: Vec<_> = profile.deviations.iter().map(|d| d.key.as_str()).collect();
    let expected = [
        "latin.黑体",
        "latin.小标宋",
        "page.top",
        "roles.subtitle.size",
        "formats.common.note.before",
    ];
    assert_eq!(keys, expected);
    let notes = profile.deviations.iter().filter_map(|d| d.notice(Span::default()));
    let hints: Vec<_> = notes.filter_map(|note| Some(note.hint?.zh)).collect();
    assert_eq!(hints, ["理由：旧例（依据：办文〔2020〕1号）", "理由：旧例"]);
}

#[test]
fn every_mistake_of_a_file_is_told_at_its_place() {
    use Severity::{Error, Warning};
    let (profile, found) = house(
        "name = \"甲\"\n\
         [page]\nreason = \"旧例\"\ntopp = \"35mm\"\ntop = \"80mm\"\nleft = \"2字\"\nrows = 22\n\
         [pages]\n\
         [roles.body]\nsize = \"小三\"\nfont = { value = \"隶书\", reason = \"\" }\n\
         [signature]\nsigned_rows = { reason = \"旧例\" }\n\
         unstamped_rows = { value = 2, clause = \"99\", reason = \"旧例\", why = \"\" }\n\
         [docx]\npitch = [1]\n[colors]\nred = { value = \"#0000FF\", reason = \"旧例\" }\n",
    );
    assert!(profile.is_none());
    let expected = [
        (Code::ProfileKey, Error, "topp"),
        (Code::ProfileRange, Error, "\"80mm\""),
        (Code::ProfileValue, Error, "\"2字\""),
        (Code::ProfileSame, Warning, "rows"),
        (Code::ProfileKey, Error, "pages"),
        (Code::ProfileReason, Error, "size"),
        (Code::ProfileValue, Error, "\"隶书\""),
        (Code::ProfileValue, Error, "signed_rows"),
        (Code::ProfileValue, Error, "\"99\""),
        (Code::ProfileKey, Error, "why"),
        (Code::ProfileValue, Error, "[1]"),
        (Code::ProfileRange, Error, "\"#0000FF\""),
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_that_cannot_stand_together_are_told_at_the_last_of_them() {
    let conflict = |source| house(source).1;
    let found = conflict(
        "name = \"甲\"\n[docx]\npitch = { value = \"32pt\", reason = \"宽\" }\n",
    );
    assert_eq!(found, [(Code::ProfileConflict, Severity::Error, "pitch")]);
    let found =
        conflict("name = \"甲\"\n[page]\nreason = \"宽\"\nbody_width = \"185mm\"\n");
    assert_eq!(found, [(Code::ProfileConflict, Severity::Error, "body_width")]);
    let found =
        conflict("name = \"甲\"\n[roles.body]\nreason = \"小\"\nsize = \"四号\"\n");
    assert_eq!(found, [], "the tracking follows the cells");
}

#[test]
fn a_file_must_have_a_name_and_a_known_base() {
    let error = Severity::Error;
    assert_eq!(house("base = \"gbt9704-2012\"\n").1, [(Code::ProfileReason, error, "")]);
    let unknown = house("name = \"甲\"\nbase = \"乙\"\n").1;
    assert_eq!(unknown, [(Code::ProfileValue, error, "\"乙\"")]);
    let broken = settings_of_toml("name = \"甲\"\ntop = 35mm\n").unwrap_err();
    assert_eq!(broken[0].code, Code::ProfileSyntax);
    assert_eq!(broken[0].span.start, 19);
}

/// Every value that can be set has bounds that hold what the standard says.
#[test]
fn every_key_can_be_set_to_what_it_is() {
    let keys = keys().unwrap();
    assert!(keys.len() > 250, "{}", keys.len());
    let table = house::table_of(Profile::gbt9704()).unwrap();
    for key in keys {
        let Some(value) = key.value else { continue };
        let path: Vec<&str> = key.path.split('.').collect();
        let kind = kind::Kind::at(&path, &table).unwrap();
        assert!(kind.read(&value).is_ok(), "{} {value} {}", key.path, key.allowed);
    }
}
