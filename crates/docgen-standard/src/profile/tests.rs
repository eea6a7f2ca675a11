//! What the data files must give.

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

#[test]
fn styles_follow_the_clauses() {
    let profile = Profile::gbt9704();
    let title = profile.style(Role::Title);
    assert_eq!((title.font, title.size), (FontRole::XiaoBiaoSong, Abs::pt10(220)));
    let heading = profile.style(Role::Heading2);
    let fonts = (heading.font, heading.rest_font);
    assert_eq!(fonts, (FontRole::KaiTi, FontRole::FangSong));
    assert_eq!(profile.style(Role::IssuerMark).color, Color::Red);
    assert_eq!(profile.style(Role::CopyTo).size, Abs::pt10(140));
}
