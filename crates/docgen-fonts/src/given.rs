//! Faces that somebody gives beside the bundled ones, and which of them may serve.
//!
//! For every face of a file:
//!
//! 1. it must be whole enough to be drawn: character map, metrics and outlines;
//! 2. its licence bits (`OS/2`, fsType) must let it be embedded as outlines;
//! 3. its full or PostScript name, or the family name of an upright face of normal weight
//!    (Times New Roman Bold has the family name of the roman), says which class it is of;
//!    a face with another name is a spare, asked when all others lack a character, and so is
//!    any face of a folder that nobody named.

use docgen_model::{Bilingual, FontRole};
use skrifa::attribute::Style;
use skrifa::raw::{FileRef, TableProvider};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use crate::names::{self, Rank};
use crate::{Face, FaceData};

/// A face that may serve, not yet in a book.
#[derive(Clone)]
pub struct GivenFace {
    /// The bytes of its file.
    pub(crate) data: FaceData,
    /// Its number in the file, from 0; above 0 only in a collection.
    pub(crate) collection_index: u32,
    pub(crate) origin: Origin,
    /// The class that its name stands for.
    pub(crate) class: Option<(FontRole, Rank)>,
    /// Its place among the spares: those of folders that nobody named come last.
    pub(crate) spare_rank: (bool, Rank),
}

/// What a given face is called, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, in the words of whoever gave it.
    pub file: String,
    /// The name by which the face was known, or its family name.
    pub name: String,
}

impl GivenFace {
    /// All faces of a file, each with its name or the reason why it cannot serve. A
    /// collection is one file with several faces: simsun.ttc holds 宋体 and 新宋体.
    pub fn of_file(file: &str, data: &FaceData) -> Vec<Result<Self, Refusal>> {
        let bytes: &[u8] = data.as_ref().as_ref();
        let Ok(fonts) = FileRef::new(bytes) else { return vec![Err(Refusal::Broken)] };
        let given = |(index, font): (u32, Result<FontRef<'_>, _>)| {
            let font = font.map_err(|_| Refusal::Broken)?;
            Self::new(file, data, index, &font)
        };
        let faces: Vec<_> = (0..).zip(fonts.fonts()).map(given).collect();
        if faces.is_empty() { vec![Err(Refusal::Broken)] } else { faces }
    }

    /// The same face, asked only when all others lack a character.
    #[must_use]
    pub fn as_spare(self) -> Self {
        let (_, rank) = self.spare_rank;
        Self { class: None, spare_rank: (true, rank), ..self }
    }

    fn new(
        file: &str,
        data: &FaceData,
        collection_index: u32,
        font: &FontRef<'_>,
    ) -> Result<Self, Refusal> {
        if !is_drawable(font) {
            return Err(Refusal::Broken);
        }
        // Known by several names, a face is shown by a Chinese one.
        let known = names_of(font)
            .filter_map(|name| names::class(&name).map(|class| (name, Some(class))))
            .min_by_key(|(name, _)| name.is_ascii());
        let (name, class) = known.unwrap_or_else(|| (family(font), None));
        refuse(font, &name)?;
        let origin = Origin { file: file.to_owned(), name };
        let spare_rank = names_of(font).filter_map(|name| names::spare_rank(&name)).min();
        let spare_rank = (false, spare_rank.unwrap_or(Rank::MAX));
        let data = FaceData::clone(data);
        Ok(Self { data, collection_index, origin, class, spare_rank })
    }
}

impl std::fmt::Debug for GivenFace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GivenFace({:?}, {:?})", self.origin, self.class)
    }
}

/// Why a given face cannot serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no font file, or lacks what drawing needs.
    Broken,
    /// The licence of the named face forbids embedding (fsType 0x2).
    Restricted(String),
    /// The licence of the named face lets only bitmaps be embedded (fsType 0x200).
    BitmapOnly(String),
}

impl Refusal {
    /// The reason, a sentence without its subject.
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Broken => Bilingual::new(
                "不是字体，没有轮廓，或已损坏",
                "no font, without outlines, or broken",
            ),
            Self::Restricted(name) => Bilingual::new(
                format!("{name} 的许可不准嵌入（fsType 2）"),
                format!("the licence of {name} forbids embedding (fsType 2)"),
            ),
            Self::BitmapOnly(name) => Bilingual::new(
                format!("{name} 的许可只准嵌入点阵（fsType 0x200）"),
                format!(
                    "the licence of {name} lets only bitmaps be embedded (fsType 0x200)"
                ),
            ),
        }
    }
}

/// Whether a face has everything that setting and embedding ask for.
fn is_drawable(font: &FontRef<'_>) -> bool {
    Face::mapping(font).is_some()
        && font.maxp().is_ok()
        && font.hhea().is_ok()
        && font.hmtx().is_ok()
        && font.outline_glyphs().format().is_some()
}

/// Holds the face to its licence bits.
fn refuse(font: &FontRef<'_>, name: &str) -> Result<(), Refusal> {
    let bits = font.os2().map_or(0, |os2| os2.fs_type());
    // The four low bits are one number: 2 with another of them set is the laxer one.
    if bits & 0xf == 0x2 {
        Err(Refusal::Restricted(name.to_owned()))
    } else if bits & 0x200 != 0 {
        Err(Refusal::BitmapOnly(name.to_owned()))
    } else {
        Ok(())
    }
}

/// The names that say of which class a face is, in all languages.
fn names_of<'a>(font: &FontRef<'a>) -> impl Iterator<Item = String> + use<'a> {
    let looks = font.attributes();
    let plain =
        looks.style == Style::Normal && (350.0..600.0).contains(&looks.weight.value());
    let families = plain.then(|| font.localized_strings(StringId::FAMILY_NAME));
    let others = [StringId::FULL_NAME, StringId::POSTSCRIPT_NAME]
        .map(|id| font.localized_strings(id));
    families.into_iter().chain(others).flatten().map(|name| name.to_string())
}

/// The family name, for messages.
fn family(font: &FontRef<'_>) -> String {
    let name = font.localized_strings(StringId::FAMILY_NAME).english_or_first();
    name.map_or_else(|| "?".to_owned(), |name| name.to_string())
}
