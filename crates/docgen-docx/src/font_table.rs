//! The faces that a DOCX names: those that the offices have, with the names under which other
//! machines know them. Naming a face embeds nothing. Runs are built with the usual names;
//! [`Names`] puts those of the profile there, or of the faces that the document brings along.

use std::rc::Rc;

use docgen_model::FontRole;
use docgen_standard::Profile;

use crate::embed::Embedded;
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

/// The name of the face of Mongolian.
pub(crate) fn mongolian_family() -> &'static str {
    face(FontRole::Mongolian).name
}

/// What faces are called in a document.
pub(crate) struct Names<'a> {
    /// Names those that offices have.
    pub(crate) profile: &'a Profile,
    /// Those that the document brings along.
    pub(crate) embedded: &'a [Embedded],
}

impl Names<'_> {
    /// The embedded face in place of a usual one.
    fn embedded(&self, usual: &str) -> Option<&Embedded> {
        self.embedded.iter().find(|face| face.usual == usual)
    }

    /// The name in place of a usual one.
    fn of<'b>(&'b self, usual: &'b str) -> &'b str {
        let class = FontRole::ALL.into_iter().find(|class| family(*class) == usual);
        match (self.embedded(usual), class) {
            (Some(face), _) => &face.name,
            (None, Some(class)) => self.profile.faces.of(class),
            (None, None) => usual,
        }
    }

    /// Puts these names where runs name the usual faces, if they are others.
    pub(crate) fn name(&self, root: &mut Node) {
        let usual = |class| self.of(family(class)) == family(class);
        if !FontRole::ALL.into_iter().all(usual) || !self.embedded.is_empty() {
            self.name_below(root);
        }
    }

    fn name_below(&self, node: &mut Node) {
        if node.name == "w:rFonts" {
            for slot in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
                if let Some(slot) = node.attribute(slot) {
                    *slot = self.of(slot).to_owned();
                }
            }
        }
        if let Some(properties) = &mut node.properties {
            self.name_below(Rc::make_mut(properties));
        }
        node.children.iter_mut().for_each(|child| self.name_below(child));
    }
}

/// `word/fontTable.xml`.
pub(crate) fn font_table(extras: Extras, names: &Names<'_>) -> Node {
    let usual = FontRole::ALL.into_iter().map(face);
    let rare = extras.rare.then_some(RARE);
    let mongolian = extras.mongolian.then(|| face(FontRole::Mongolian));
    let faces = usual.chain(rare).chain(mongolian);
    package::leading_root("w:fonts").children(faces.map(|face| font(&face, names)))
}

fn font(face: &Face, names: &Names<'_>) -> Node {
    let plain = Names { embedded: &[], ..*names };
    let (name, office) = (names.of(face.name), plain.of(face.name));
    let alt = if face.alt == office { face.name } else { face.alt };
    let alt = if name == office { alt.to_owned() } else { format!("{office},{alt}") };
    el("w:font")
        .attr("w:name", name)
        .child(val("w:altName", alt))
        .child(val("w:panose1", face.panose))
        .child(val("w:charset", face.charset))
        .child(val("w:family", face.family))
        .child(val("w:pitch", face.pitch))
        .children(names.embedded(face.name).map(Embedded::reference))
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
