//! How each role is set.

use std::collections::BTreeMap;

use docgen_model::{Abs, Color, FontRole, LatinFaces};
use serde::Deserialize;

use crate::Len;
use crate::data::cited;

/// How lines of a role are aligned.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Both edges, the last line natural.
    Justify,
    /// Both edges, the last line too.
    Distribute,
    /// Centred on the type area.
    Center,
    /// Flush right.
    Right,
}

/// How a role is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParaStyle {
    /// The name of the DOCX style.
    pub name: String,
    /// The class that sets it; of a run-in heading, the class of the heading.
    pub font: FontRole,
    /// The class of what follows a run-in heading; the same as `font` elsewhere.
    pub rest_font: FontRole,
    /// Which class sets digits and Latin letters beside each class.
    pub latin: LatinFaces,
    /// Type size.
    pub size: Abs,
    /// Colour.
    pub color: Color,
    /// Alignment.
    pub align: Align,
    /// Indent of the first line.
    pub first: Len,
    /// Indent of the other lines.
    pub left: Len,
    /// Outline level from 1, of headings.
    pub outline: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStyle {
    name: String,
    font: String,
    rest_font: Option<String>,
    size: String,
    #[serde(default)]
    align: Align,
    color: Option<String>,
    first: Option<Len>,
    left: Option<Len>,
    outline: Option<u8>,
    #[serde(rename = "clause")]
    _clause: String,
    #[serde(rename = "word")]
    _word: Option<String>,
    #[serde(rename = "by")]
    _by: Option<String>,
}

pub(super) fn read_style(
    raw: &RawStyle,
    sizes: &BTreeMap<String, Len>,
    latin: LatinFaces,
) -> Result<ParaStyle, String> {
    let font = read_font(&raw.font)?;
    let named = sizes.get(&raw.size).copied();
    let size = match named.or_else(|| Len::parse(&raw.size).ok()) {
        Some(Len::Abs(size)) => size,
        _ => return Err(format!("no size {}", raw.size)),
    };
    let color = match raw.color.as_deref() {
        None | Some("black") => Color::Black,
        Some("red") => Color::Red,
        Some(other) => return Err(format!("no colour {other}")),
    };
    Ok(ParaStyle {
        name: raw.name.clone(),
        font,
        rest_font: raw.rest_font.as_deref().map_or(Ok(font), read_font)?,
        latin,
        size,
        color,
        align: raw.align,
        first: raw.first.unwrap_or(Len::ZERO),
        left: raw.left.unwrap_or(Len::ZERO),
        outline: raw.outline,
    })
}

/// The class of each class's Latin letters, where the data name it.
pub(super) fn read_latin(named: &BTreeMap<String, Leaf>) -> Result<LatinFaces, String> {
    let mut faces = FontRole::ALL;
    for (class, beside) in named {
        faces[read_font(class)? as usize] = read_font(&beside.0)?;
    }
    Ok(LatinFaces(faces))
}

/// The name of the face that the DOCX names for each class.
pub(super) fn read_faces(named: &BTreeMap<String, Leaf>) -> Result<Faces, String> {
    let name = |role: FontRole| {
        let leaf =
            named.get(role.name()).ok_or_else(|| format!("no face {}", role.name()))?;
        Ok(leaf.0.clone())
    };
    FontRole::ALL.into_iter().map(name).collect::<Result<_, _>>().map(Faces)
}

/// The name of the face that the DOCX names for each class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faces(Vec<String>);

impl Faces {
    /// The name of the face of a class.
    pub fn of(&self, class: FontRole) -> &str {
        self.0.get(class as usize).map_or("", String::as_str)
    }
}

/// The words of a leaf.
#[derive(Deserialize)]
pub(super) struct Leaf(#[serde(deserialize_with = "cited")] String);

impl Leaf {
    pub(super) fn words(&self) -> &str {
        &self.0
    }
}

fn read_font(name: &str) -> Result<FontRole, String> {
    let role = FontRole::ALL.into_iter().find(|role| role.name() == name);
    role.ok_or_else(|| format!("no typeface class {name}"))
}
