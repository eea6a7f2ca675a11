//! The walk: pages, and the items on each.

use std::num::NonZeroU32;

use docgen_frame::{Item, ItemKind, Page, PagedDocument};
use docgen_model::{Abs, Palette};
use krilla::Document;
use krilla::geom::Rect;
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::surface::Surface;

use crate::picture::Pictures;
use crate::tags::Tags;
use crate::text::Fonts;
use crate::{PdfError, PdfStandard, link, rule, text};

/// Draws all pages, as often as they are repeated, and gathers their marked content by
/// logical piece, for each copy by itself.
pub(crate) fn pages(
    document: &PagedDocument,
    standard: PdfStandard,
    target: &mut Document,
) -> Result<Vec<Tags>, PdfError> {
    let count = document.pages.len();
    let mut pen = Pen::new(document, standard, target);
    let mut all = vec![];
    for copy in 0..document.times() {
        let mut tags = Tags::new(document.structure.len());
        for (index, page) in document.pages.iter().enumerate() {
            let changed = changed(document, copy).filter(|_| index == 0);
            pen.page(page, copy * count + index, changed, &mut tags)?;
        }
        all.push(tags);
    }
    Ok(all)
}

/// Draws pages that are not repeated, and empties each.
pub(crate) fn drained(
    document: &mut PagedDocument,
    standard: PdfStandard,
    target: &mut Document,
) -> Result<Tags, PdfError> {
    let mut pen = Pen::new(document, standard, target);
    let mut tags = Tags::new(document.structure.len());
    for (index, page) in document.pages.iter_mut().enumerate() {
        pen.page(page, index, None, &mut tags)?;
        page.items = vec![];
    }
    Ok(tags)
}

/// What draws the pages of a document, one after the other.
struct Pen<'t> {
    target: &'t mut Document,
    fonts: Fonts,
    pictures: Pictures,
    palette: Palette,
    /// How many pages a copy has.
    count: usize,
}

impl<'t> Pen<'t> {
    fn new(
        document: &PagedDocument,
        standard: PdfStandard,
        target: &'t mut Document,
    ) -> Self {
        let count = document.pages.len();
        let (fonts, pictures) = (Fonts::default(), Pictures::new(standard));
        Self { target, fonts, pictures, palette: document.palette, count }
    }

    /// Draws a page, with another item in the place of one.
    fn page(
        &mut self,
        page: &Page,
        number: usize,
        changed: Option<(usize, Item)>,
        tags: &mut Tags,
    ) -> Result<(), PdfError> {
        let mut sheet = self.target.start_page_with(settings(page)?);
        let mut surface = sheet.surface();
        for (index, item) in page.items.iter().enumerate() {
            let changed = changed.as_ref().filter(|(at, _)| *at == index);
            let item = changed.map_or(item, |(_, item)| item);
            if matches!(item.kind, ItemKind::Link(_)) {
                continue;
            }
            tags.start(item, number, &mut surface);
            let (fonts, pictures) = (&mut self.fonts, &mut self.pictures);
            let drawn = draw(item, &mut surface, fonts, pictures, self.palette);
            surface.end_tagged();
            drawn?;
        }
        surface.finish();
        for item in &page.items {
            if let ItemKind::Link(given) = &item.kind {
                let link = link::annotation(given, self.count)?;
                tags.refer(item.owner, sheet.add_tagged_annotation(link));
            }
        }
        sheet.finish();
        Ok(())
    }
}

/// What stands otherwise on the first page of a copy, and its place among the items.
fn changed(document: &PagedDocument, copy: usize) -> Option<(usize, Item)> {
    let copies = document.copies.as_ref()?;
    let line = copies.lines.get(copy.checked_sub(1)?)?.clone();
    let item = document.pages.first()?.items.get(copies.item)?;
    Some((copies.item, Item { kind: ItemKind::Line(line), ..item.clone() }))
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
    let style = match page.front {
        true => NumberingStyle::LowerRoman,
        false => NumberingStyle::Arabic,
    };
    let label = PageLabel::new(Some(style), None, number);
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
    fonts: &mut Fonts,
    pictures: &mut Pictures,
    palette: Palette,
) -> Result<(), PdfError> {
    match &item.kind {
        ItemKind::Line(line) => text::draw(line, surface, fonts, palette),
        ItemKind::Rule(rule) => rule::draw(rule, surface, palette),
        ItemKind::Picture(picture) => pictures.draw(picture, surface),
        ItemKind::Link(_) => Ok(()),
    }
}

/// A length in points, as krilla takes it.
pub(crate) fn points(length: Abs) -> f32 {
    length.to_pt() as f32
}
