//! The walk: pages, and the items on each.

use std::num::NonZeroU32;

use docgen_frame::{Item, ItemKind, Page, PagedDocument};
use docgen_model::Abs;
use krilla::Document;
use krilla::geom::Rect;
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;

use crate::tags::Tags;
use crate::text::Fonts;
use crate::{PdfError, rule, text};

/// Draws all pages and gathers their marked content by logical piece.
pub(crate) fn pages(
    document: &PagedDocument,
    target: &mut Document,
) -> Result<Tags, PdfError> {
    let mut tags = Tags::new(document.structure.len());
    let mut fonts = Fonts::default();
    for page in &document.pages {
        let mut sheet = target.start_page_with(settings(page)?);
        let mut surface = sheet.surface();
        for item in &page.items {
            draw(item, &mut surface, &mut tags, &mut fonts)?;
        }
        surface.finish();
        sheet.finish();
    }
    Ok(tags)
}

/// Size, boxes and label of a page. Its top left corner stays the origin, however far the
/// sheet reaches beyond it.
fn settings(page: &Page) -> Result<PageSettings, PdfError> {
    let (width, height) = (points(page.width), points(page.height));
    let beyond = |length: Abs| {
        let by = points(length);
        Rect::from_xywh(-by, -by, width + 2.0 * by, height + 2.0 * by)
    };
    let bleed = beyond(page.bleed).filter(|_| page.bleed > Abs::ZERO);
    let number = NonZeroU32::new(page.number);
    let label = PageLabel::new(Some(NumberingStyle::Arabic), None, number);
    PageSettings::from_wh(width, height)
        .map(|settings| {
            settings
                .with_media_box(beyond(page.margin))
                .with_bleed_box(bleed)
                .with_trim_box(beyond(Abs::ZERO))
                .with_page_label(label)
        })
        .ok_or_else(|| PdfError::internal("size of a page"))
}

fn draw(
    item: &Item,
    surface: &mut Surface<'_>,
    tags: &mut Tags,
    fonts: &mut Fonts,
) -> Result<(), PdfError> {
    tags.start(item, surface);
    let drawn = match &item.kind {
        ItemKind::Line(line) => text::draw(line, surface, fonts),
        ItemKind::Rule(rule) => rule::draw(rule, surface),
    };
    surface.end_tagged();
    drawn
}

/// A length in points, as krilla takes it.
pub(crate) fn points(length: Abs) -> f32 {
    length.to_pt() as f32
}
