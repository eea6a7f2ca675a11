//! What a program takes from a face: glyphs, widths, tables, and how far outlines reach.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::ControlBoundsPen;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::raw::tables::loca::Loca;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

/// Left, bottom, right and top, in font units.
pub(crate) type Bounds = [f32; 4];

/// A face with TrueType outlines.
pub(crate) struct Face<'a> {
    font: FontRef<'a>,
    glyf: &'a [u8],
    loca: Loca<'a>,
    metrics: Hmtx<'a>,
}

impl<'a> Face<'a> {
    /// Reads the heads of its tables; `None` if it is no such face, or a variable one.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let glyf = font.table_data(Tag::new(b"glyf"))?.as_bytes();
        let (loca, metrics) = (font.loca(None).ok()?, font.hmtx().ok()?);
        font.fvar().is_err().then_some(Self { font, glyf, loca, metrics })
    }

    /// How many glyphs it has.
    pub(crate) fn count(&self) -> u16 {
        self.font.maxp().map_or(0, |maxp| maxp.num_glyphs())
    }

    /// The description of a glyph; empty if nothing is drawn.
    pub(crate) fn glyph(&self, id: u16) -> Option<&'a [u8]> {
        let edge = |at| Some(self.loca.get_raw(at)? as usize);
        self.glyf.get(edge(id.into())?..edge(usize::from(id) + 1)?)
    }

    /// How wide a glyph is set, and how far left of its outline it starts.
    pub(crate) fn metric(&self, id: u16) -> Option<(u16, i16)> {
        let id = GlyphId::from(id);
        Some((self.metrics.advance(id)?, self.metrics.side_bearing(id)?))
    }

    /// A table.
    pub(crate) fn table(&self, tag: [u8; 4]) -> Option<&'a [u8]> {
        self.font.table_data(Tag::new(&tag)).map(|data| data.as_bytes())
    }

    /// What the points of a glyph reach as it is drawn.
    pub(crate) fn bounds(&self, id: u16) -> Option<Bounds> {
        let mut pen = ControlBoundsPen::default();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        let outline = self.font.outline_glyphs().get(id.into())?;
        outline.draw(settings, &mut pen).ok()?;
        pen.bounding_box()
            .map(|reach| [reach.x_min, reach.y_min, reach.x_max, reach.y_max])
    }

    /// The glyphs of characters, in their order, without those that it lacks.
    pub(crate) fn glyphs(&self, characters: &str) -> Vec<u16> {
        let charmap = self.font.charmap();
        let ids = characters.chars().filter_map(|c| charmap.map(c));
        ids.filter_map(|id| u16::try_from(id.to_u32()).ok()).collect()
    }
}

/// What two outlines reach together.
pub(crate) fn union(a: Bounds, b: Bounds) -> Bounds {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}
