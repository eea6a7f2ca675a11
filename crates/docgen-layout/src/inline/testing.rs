//! What the tests of the inline steps share: real faces and short ways to say things.

use std::sync::{Arc, LazyLock};

use docgen_fonts::{FaceData, FontBook};
use docgen_model::{FontRole, Span, Text};
use docgen_standard::{Profile, Role};

use crate::inline::breaker::Broken;
use crate::inline::prepare::{FaceReport, Prepared, prepare};

static BOOK: LazyLock<FontBook> = LazyLock::new(|| {
    let file = |role| match role {
        FontRole::FangSong => "ZhuqueFangsong-Regular.ttf",
        FontRole::KaiTi => "LXGWWenKaiGBLite-Regular.ttf",
        FontRole::HeiTi => "NotoSansSC-Medium.ttf",
        FontRole::XiaoBiaoSong => "NotoSerifSC-Bold.ttf",
        FontRole::SongTi => "NotoSerifSC-Regular.ttf",
        FontRole::Latin => "LiberationSerif-Regular.ttf",
        FontRole::Mongolian => "NotoSansMongolian-Regular.ttf",
    };
    let load = |role| {
        let path = format!("{}/../../fonts/{}", env!("CARGO_MANIFEST_DIR"), file(role));
        #[expect(clippy::disallowed_methods, reason = "tests read the real faces")]
        let bytes = std::fs::read(path).unwrap();
        (role, Arc::new(bytes) as FaceData)
    };
    let roles = FontRole::ALL.into_iter().chain([FontRole::Mongolian]);
    FontBook::new(roles.map(load).collect()).unwrap()
});

/// The bundled faces.
pub(crate) fn book() -> &'static FontBook {
    &BOOK
}

/// A body paragraph, prepared.
pub(crate) fn body(text: &str) -> Prepared {
    let text = Text::new(text, Span::default());
    let style = Profile::gbt9704().style(Role::Body);
    prepare(&text, 0, style, book(), &mut FaceReport::default())
}

/// The lines as strings.
pub(crate) fn lines(prepared: &Prepared, lines: &[Broken]) -> Vec<String> {
    let text = |line: &Broken| {
        prepared.cells[line.start..line.end].iter().map(|cell| cell.c).collect()
    };
    lines.iter().map(text).collect()
}
