use docgen_frame::{ItemKind, Picture};
use docgen_model::{
    Block, BlockKind, Document, Extent, ImageKind, Level, Paragraph, Text, Title,
};

use super::*;
use crate::inline::testing::book;
use crate::{Layout, layout};

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

fn figure(width: u32, height: u32, asked: Option<Extent>) -> BlockKind {
    let (bytes, kind) = (vec![].into(), ImageKind::Png);
    let image = Image { bytes, kind, width, height, dpi: None, alpha: false };
    let caption = Some(text("图1　示意图"));
    let alt = text("示意图");
    BlockKind::Figure(Figure { image, caption, alt, width: asked, span: Span::default() })
}

fn lines(count: usize) -> BlockKind {
    let text = text(&"国".repeat(28 * count - 2));
    BlockKind::Paragraph(Paragraph { level: Level::Body, text, lead: 0 })
}

fn set(blocks: Vec<BlockKind>) -> Layout {
    let block = |kind| Block { kind, span: Span::default() };
    let document = Document {
        title: Title::Auto(text("工作报告")),
        body: blocks.into_iter().map(block).collect(),
        ..Document::default()
    };
    layout(&document, Profile::gbt9704(), book())
}

/// The pages and places of all pictures.
fn pictures(layout: &Layout) -> Vec<(usize, Picture)> {
    let mut found = vec![];
    for (page, content) in layout.pages.pages.iter().enumerate() {
        found.extend(content.items.iter().filter_map(|item| match &item.kind {
            ItemKind::Picture(picture) => Some((page, picture.clone())),
            ItemKind::Line(_) | ItemKind::Rule(_) | ItemKind::Link(_) => None,
        }));
    }
    found
}

/// The rows of page `page` on which lines stand.
fn rows(layout: &Layout, page: usize) -> Vec<u32> {
    let items = layout.pages.pages[page].items.iter();
    let line = |kind: &ItemKind| match kind {
        ItemKind::Line(line) => line.row,
        ItemKind::Rule(_) | ItemKind::Picture(_) | ItemKind::Link(_) => None,
    };
    items.filter_map(|item| line(&item.kind)).collect()
}

#[test]
fn a_picture_is_as_wide_as_its_pixels_or_as_asked() {
    let width = |asked| {
        let layout = set(vec![lines(1), figure(480, 240, asked), lines(1)]);
        assert_eq!(layout.diagnostics, []);
        let rect = pictures(&layout)[0].1.rect;
        assert!((rect.width - rect.height * 2).to_emu().abs() <= 2);
        let middle = Profile::gbt9704().grid().body;
        assert!((middle.x + middle.right() - rect.x - rect.right()).to_emu().abs() <= 2);
        rect.width
    };
    // 480 pixels at 96 an inch.
    assert_eq!(width(None), Abs::mm100(12_700));
    assert_eq!(width(Some(Extent::Length(Abs::mm100(8_000)))), Abs::mm100(8_000));
    let cell = Profile::gbt9704().grid().cell();
    assert_eq!(width(Some(Extent::Chars(105))), cell.scale(105, 10));
    let row = Profile::gbt9704().grid().pitch();
    assert_eq!(width(Some(Extent::Rows(40))), row * 4);
}

/// What follows stands on the row behind; the picture lies between the rows beside it.
#[test]
fn a_picture_takes_whole_rows() {
    let grid = Profile::gbt9704().grid();
    for height in [60, 100, 140, 180, 220] {
        let layout = set(vec![lines(1), figure(480, height, None), lines(1)]);
        let plan = layout.decisions.paras[2].figure.unwrap();
        let (above, below) = (3, 4 + plan.rows);
        assert_eq!(rows(&layout, 0), [1, above, below, below + 1], "{height}");
        let rect = pictures(&layout)[0].1.rect;
        assert!(rect.y > grid.row_bottom(above) && rect.bottom() < grid.row_top(below));
        assert!(Profile::gbt9704().docx.pitch * i64::from(plan.rows) > rect.height);
    }
}

#[test]
fn a_picture_is_never_parted_from_its_caption() {
    for above in 8..19 {
        let layout = set(vec![lines(above), figure(480, 200, None), lines(2)]);
        let found = pictures(&layout);
        let page = found[0].0;
        let plan = layout.decisions.paras[2].figure.unwrap();
        let top = if page == 0 { 3 + u32::try_from(above).unwrap() } else { 0 };
        assert!(rows(&layout, page).contains(&(top + plan.rows)), "{above}");
        assert!(found[0].1.rect.bottom() < Profile::gbt9704().grid().body.bottom());
    }
}

#[test]
fn a_picture_that_does_not_fit_is_made_smaller_and_told() {
    let wide = Some(Extent::Length(Abs::mm100(20_000)));
    for (height, asked) in [(100, wide), (2_000, None)] {
        let layout = set(vec![figure(480, height, asked), lines(1)]);
        let codes: Vec<_> = layout.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::FigureScaled]);
        let (page, Picture { rect, .. }) = pictures(&layout)[0].clone();
        let body = Profile::gbt9704().grid().body;
        assert!(rect.width <= body.width && rect.y >= body.y);
        assert!(rect.bottom() <= body.bottom());
        assert!(page == usize::from(height == 2_000));
    }
    // Wider by its pixels only: nothing was asked for, so nothing is told.
    assert_eq!(set(vec![figure(2_000, 500, None)]).diagnostics, []);
}
