//! The faces that a DOCX names: those that the offices have, with the names under which other
//! machines know them. Naming a face embeds nothing.

use docgen_model::FontRole;

use crate::package;
use crate::xml::{Node, el, val};

/// The face that serves a class.
struct Face {
    name: &'static str,
    /// Names to try where the face is missing.
    alt: &'static str,
    panose: &'static str,
    /// 86 is GB 2312.
    charset: &'static str,
    family: &'static str,
    pitch: &'static str,
}

fn face(role: FontRole) -> Face {
    let han = |name, alt, panose, family| Face {
        name,
        alt,
        panose,
        charset: "86",
        family,
        pitch: "default",
    };
    match role {
        FontRole::FangSong => {
            han("仿宋_GB2312", "仿宋", "02010609030101010101", "modern")
        }
        FontRole::KaiTi => han("楷体_GB2312", "楷体", "02010609030101010101", "modern"),
        FontRole::HeiTi => han("黑体", "SimHei", "02010609060101010101", "modern"),
        FontRole::XiaoBiaoSong => {
            han("方正小标宋简体", "方正小标宋_GBK", "02000000000000000000", "auto")
        }
        FontRole::SongTi => han("宋体", "SimSun", "02010600030101010101", "auto"),
        FontRole::Latin => Face {
            name: "Times New Roman",
            alt: "Liberation Serif",
            panose: "02020603050405020304",
            charset: "00",
            family: "roman",
            pitch: "variable",
        },
    }
}

/// The name of the face that serves a class.
pub(crate) fn family(role: FontRole) -> &'static str {
    face(role).name
}

/// `word/fontTable.xml`.
pub(crate) fn font_table() -> Node {
    let font = |role| {
        let face = face(role);
        el("w:font")
            .attr("w:name", face.name)
            .child(val("w:altName", face.alt))
            .child(val("w:panose1", face.panose))
            .child(val("w:charset", face.charset))
            .child(val("w:family", face.family))
            .child(val("w:pitch", face.pitch))
    };
    package::root("w:fonts").children(FontRole::ALL.into_iter().map(font))
}
