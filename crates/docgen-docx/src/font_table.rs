//! The faces that a DOCX names: those that the offices have, with the names under which other
//! machines know them. Naming a face embeds nothing. Runs are built with the usual names;
//! [`named`] puts those of the profile there.

use docgen_model::FontRole;
use docgen_standard::Profile;

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
        FontRole::Mongolian => Face {
            name: "Mongolian Baiti",
            alt: "Noto Sans Mongolian",
            panose: "03000500000000000000",
            charset: "00",
            family: "script",
            pitch: "variable",
        },
    }
}

/// The face of Han of Ext B and further, which the faces of the classes lack: Windows has it
/// since 2006, Office had 宋体-方正超大字符集 before.
const RARE: Face = Face {
    name: "SimSun-ExtB",
    alt: "宋体-方正超大字符集,方正宋体S-超大字符集,HanaMinB",
    panose: "02010609060101010101",
    charset: "86",
    family: "modern",
    pitch: "fixed",
};

/// What of the font table a document needs beyond the classes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extras {
    /// Whether there are Han of Ext B and further.
    pub(crate) rare: bool,
    /// Whether there is Mongolian.
    pub(crate) mongolian: bool,
}

/// The name of the face of rare Han.
pub(crate) const fn rare_family() -> &'static str {
    RARE.name
}

/// The name of the face that serves a class.
pub(crate) fn family(role: FontRole) -> &'static str {
    face(role).name
}

/// Puts the names of the profile's faces where runs name the usual ones.
pub(crate) fn named(mut root: Node, profile: &Profile) -> Node {
    name_below(&mut root, profile);
    root
}

fn name_below(node: &mut Node, profile: &Profile) {
    if node.name == "w:rFonts" {
        for slot in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
            let class =
                |name: &str| FontRole::ALL.into_iter().find(|c| family(*c) == name);
            if let Some(slot) = node.attribute(slot)
                && let Some(class) = class(slot)
            {
                profile.faces.of(class).clone_into(slot);
            }
        }
    }
    node.children.iter_mut().for_each(|child| name_below(child, profile));
}

/// `word/fontTable.xml`.
pub(crate) fn font_table(extras: Extras, profile: &Profile) -> Node {
    let font = |(name, face): (&str, Face)| {
        let alt = if face.alt == name { face.name } else { face.alt };
        el("w:font")
            .attr("w:name", name)
            .child(val("w:altName", alt))
            .child(val("w:panose1", face.panose))
            .child(val("w:charset", face.charset))
            .child(val("w:family", face.family))
            .child(val("w:pitch", face.pitch))
    };
    let rare = extras.rare.then_some(RARE);
    let mongolian = extras.mongolian.then(|| face(FontRole::Mongolian));
    let usual =
        FontRole::ALL.into_iter().map(|role| (profile.faces.of(role), face(role)));
    let further = rare.into_iter().chain(mongolian).map(|face| (face.name, face));
    package::root("w:fonts").children(usual.chain(further).map(font))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_names_the_usual_faces() {
        for role in FontRole::ALL {
            assert_eq!(family(role), Profile::gbt9704().faces.of(role));
        }
    }
}
