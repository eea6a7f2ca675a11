//! One font, and what of its tables setting needs.
//!
//! Only the table directory and the head of `cmap` are read when a face is loaded; every
//! other table is read where a character first asks for it. The bundled faces measure 60 MB
//! and a short document touches a hundredth of them.

use std::sync::Arc;

use docgen_model::FontRole;
use skrifa::charmap::{Charmap, MapVariant, MappingIndex};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

use crate::{BundledFace, Em, GivenFace, Origin, substitution};

/// The bytes of a font file, shared without copying.
pub type FaceData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// What a face is before it is read.
pub(crate) struct FaceSource {
    role: FontRole,
    spare: bool,
    data: FaceData,
    collection_index: u32,
    origin: Option<Origin>,
    frozen: Option<&'static [u8]>,
}

impl FaceSource {
    /// A bundled face.
    pub(crate) fn bundled(face: BundledFace) -> Self {
        let BundledFace { role, data, frozen } = face;
        Self { role, spare: false, data, collection_index: 0, origin: None, frozen }
    }

    /// A face that somebody gave.
    pub(crate) fn given(face: GivenFace) -> Self {
        Self {
            role: face.class.map_or(FontRole::SongTi, |(role, _)| role),
            spare: face.class.is_none(),
            data: face.data,
            collection_index: face.collection_index,
            origin: Some(face.origin),
            frozen: None,
        }
    }
}

/// A loaded face; cheap to clone.
#[derive(Clone)]
pub struct Face(Arc<FaceInner>);

struct FaceInner {
    source: FaceSource,
    index: u16,
    /// Which of the face's character maps is the best.
    mapping: MappingIndex,
}

impl Face {
    /// Reads the header; `None` if there is none or if it maps no characters.
    pub(crate) fn new(index: u16, source: FaceSource) -> Option<Self> {
        let mapping = Self::mapping(&font(&source)?)?;
        Some(Self(Arc::new(FaceInner { source, index, mapping })))
    }

    /// The best character map of a font that has one and says how large its em is.
    pub(crate) fn mapping(font: &FontRef<'_>) -> Option<MappingIndex> {
        let mapping = MappingIndex::new(font);
        (mapping.charmap(font).has_map() && font.head().is_ok()).then_some(mapping)
    }

    /// The class that the face serves first; 宋体 for a spare face, which stands in for any.
    pub fn role(&self) -> FontRole {
        self.0.source.role
    }

    /// Whether the face was given under a name of no class, and so is asked last.
    pub fn is_spare(&self) -> bool {
        self.0.source.spare
    }

    /// Where the face came from; `None` for a bundled one.
    pub fn origin(&self) -> Option<&Origin> {
        self.0.source.origin.as_ref()
    }

    /// Its number within its book, from 0.
    pub fn index(&self) -> usize {
        usize::from(self.0.index)
    }

    /// The bytes of its file.
    pub fn data(&self) -> FaceData {
        Arc::clone(&self.0.source.data)
    }

    /// Its number in its file, from 0; above 0 only in a collection.
    pub fn collection_index(&self) -> u32 {
        self.0.source.collection_index
    }

    /// What `docgen-frozen` made of a bundled face.
    pub fn frozen(&self) -> Option<&'static [u8]> {
        self.0.source.frozen
    }

    /// The family name in English, as in "Zhuque Fangsong (technical preview)".
    pub fn family(&self) -> Option<String> {
        self.string(StringId::TYPOGRAPHIC_FAMILY_NAME)
            .or_else(|| self.string(StringId::FAMILY_NAME))
    }

    /// What messages call it: a given face as it is known, a bundled one by its family.
    pub fn name(&self) -> String {
        match self.origin() {
            Some(origin) => origin.name.clone(),
            None => self.family().unwrap_or_default(),
        }
    }

    /// The PostScript name, as in "NotoSerifSC-Bold".
    pub fn postscript_name(&self) -> Option<String> {
        self.string(StringId::POSTSCRIPT_NAME)
    }

    /// What the face says of its version, as in "Version 0.212".
    pub fn version(&self) -> Option<String> {
        self.string(StringId::VERSION_STRING)
    }

    pub(crate) fn string(&self, id: StringId) -> Option<String> {
        let font = font(&self.0.source)?;
        font.localized_strings(id).english_or_first().map(|s| s.to_string())
    }

    /// The tables, ready to be asked.
    pub(crate) fn tables(&self) -> Option<Tables<'_>> {
        let font = font(&self.0.source)?;
        Some(Tables {
            charmap: self.0.mapping.charmap(&font),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f64::from(font.head().ok()?.units_per_em().max(1)),
            font,
        })
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({}, {:?})", self.0.index, self.role())
    }
}

fn font(source: &FaceSource) -> Option<FontRef<'_>> {
    let bytes: &[u8] = source.data.as_ref().as_ref();
    FontRef::from_index(bytes, source.collection_index).ok()
}

/// The tables of a face.
pub(crate) struct Tables<'a> {
    pub(crate) font: FontRef<'a>,
    charmap: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
    /// How many font units make an em.
    units: f64,
}

/// The box of a glyph's ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ink {
    pub(crate) left: Em,
    pub(crate) right: Em,
    pub(crate) bottom: Em,
    pub(crate) top: Em,
}

impl Tables<'_> {
    /// The glyph of a character, if the face has one.
    pub(crate) fn glyph(&self, c: char) -> Option<GlyphId> {
        self.charmap.map(c).filter(|&id| id != GlyphId::NOTDEF)
    }

    /// The full-width form of a mark, chosen by variation selector 2.
    pub(crate) fn full_width(&self, c: char) -> Option<GlyphId> {
        self.variant(c, '\u{fe01}')
    }

    /// The form of a character that a variation selector chooses.
    pub(crate) fn variant(&self, c: char, selector: char) -> Option<GlyphId> {
        match self.charmap.map_variant(c, selector)? {
            MapVariant::Variant(id) => Some(id),
            MapVariant::UseDefault => self.glyph(c),
        }
    }

    /// The half-width form of a glyph.
    pub(crate) fn half_width(&self, id: GlyphId) -> Option<GlyphId> {
        substitution::single(&self.font, Tag::new(b"hwid"), id)
    }

    /// How wide the face sets a glyph.
    pub(crate) fn advance(&self, id: GlyphId) -> Em {
        self.em(self.metrics.advance_width(id).unwrap_or_default())
    }

    /// The box of a glyph's ink, from its header.
    pub(crate) fn ink(&self, id: GlyphId) -> Option<Ink> {
        let ink = self.metrics.bounds(id)?;
        Some(Ink {
            left: self.em(ink.x_min),
            right: self.em(ink.x_max),
            bottom: self.em(ink.y_min),
            top: self.em(ink.y_max),
        })
    }

    /// Font units as a fraction of the em.
    pub(crate) fn em(&self, units: f32) -> Em {
        let millionths = f64::from(units) * f64::from(Em::ONE.0) / self.units;
        Em(millionths.round() as i32)
    }
}
