use docgen_model::{
    Block, BlockKind, Code, Date, Diagnostic, Document, Level, Seal, Signature, Span,
    Spanned, Text, Title,
};
use docgen_standard::Profile;

use super::*;
use crate::inline::testing::book;
use crate::{Layout, layout};

fn text(string: &str) -> Text {
    Text::new(string, Span::default())
}

/// A report of paragraphs with the given numbers of characters.
fn report(paragraphs: &[usize], organ: &str, seal: Seal) -> Layout {
    let body = paragraphs.iter().map(|&count| Block {
        kind: BlockKind::Paragraph(docgen_model::Paragraph {
            level: Level::Body,
            text: text(&"国".repeat(count)),
            lead: 0,
        }),
        span: Span::default(),
    });
    let organs = if organ.is_empty() { vec![] } else { vec![text(organ)] };
    let date = Date::new(2022, 1, 8).map(|date| Spanned::new(date, Span::default()));
    let document = Document {
        title: Title::Auto(text("工作报告")),
        body: body.collect(),
        signature: Some(Signature { organs, date, seal, ..Signature::default() }),
        ..Document::default()
    };
    layout(&document, Profile::gbt9704(), book())
}

/// The last two lines of the document: page, row, left edge and right edge.
fn last_lines(layout: &Layout) -> Vec<(usize, u32, Abs, Abs)> {
    let mut lines = vec![];
    for (page, content) in layout.pages.pages.iter().enumerate() {
        for item in &content.items {
            let docgen_frame::ItemKind::Line(line) = &item.kind else { continue };
            let (Some(row), Some(first), Some(last)) =
                (line.row, line.runs.first(), line.runs.last())
            else {
                continue;
            };
            lines.push((page, row, first.origin.x, last.origin.x + last.width()));
        }
    }
    lines.split_off(lines.len() - 2)
}

#[test]
fn a_stamped_name_is_centred_on_its_date() {
    let layout = report(&[40], "某某县人民政府", Seal::Stamped);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert_eq!(date.3, grid.body.right() - grid.cell() * 4);
    assert!((organ.2 + organ.3 - date.2 - date.3).to_emu().abs() <= 2);
    assert_eq!(organ.1, 3 + 2 + 2); // title, blank, two lines, two blank rows
}

#[test]
fn a_long_stamped_name_stays_in_the_type_area() {
    let layout = report(&[40], &"某".repeat(25), Seal::Stamped);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    assert!(organ.3 <= Profile::gbt9704().grid().body.right());
    assert!((organ.2 + organ.3 - date.2 - date.3).to_emu().abs() <= 2);
}

#[test]
fn an_unstamped_date_begins_two_characters_after_the_name() {
    let layout = report(&[40], "某某自治县人民政府办公室", Seal::None);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert!((date.2 - organ.2 - grid.cell() * 2).to_emu().abs() <= 2);
    assert_eq!(organ.3, grid.body.right() - grid.cell() * 2);
    let layout = report(&[40], "某县", Seal::None);
    let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
    assert!((date.2 - organ.2 - grid.cell() * 2).to_emu().abs() <= 2);
    assert_eq!(date.3, grid.body.right() - grid.cell() * 2);
}

#[test]
fn a_lone_date_ends_four_characters_from_the_edge() {
    let layout = report(&[40], "", Seal::None);
    let [_, date] = last_lines(&layout)[..] else { panic!("two lines") };
    let grid = Profile::gbt9704().grid();
    assert_eq!(date.3, grid.body.right() - grid.cell() * 4);
}

/// Whatever the length of the text, the signature has two lines of it on its page.
#[test]
fn the_signature_never_stands_alone() {
    let mut steps = std::collections::BTreeSet::new();
    for lines in 8..=40 {
        let layout =
            report(&[26, 26 + 28 * lines, 26 + 28 * 2], "某县政府", Seal::Stamped);
        let failed = layout.diagnostics.iter().any(Diagnostic::is_error);
        assert!(!failed, "{lines} lines: {:?}", layout.diagnostics);
        let [organ, date] = last_lines(&layout)[..] else { panic!("two lines") };
        assert_eq!(organ.0, date.0);
        assert!(organ.1 >= 2, "{lines} lines: alone on its page");
        steps.insert(layout.diagnostics.len());
    }
    assert_eq!(steps.len(), 2, "some lengths need the ladder, some do not");
}

#[test]
fn a_signature_that_cannot_be_kept_is_an_error() {
    // One paragraph that fills two pages on which none begins.
    let layout = report(&[26 + 28 * 62], "某县政府", Seal::Stamped);
    assert_eq!(layout.diagnostics.len(), 1);
    assert_eq!(layout.diagnostics[0].code, Code::Signature);
    assert!(layout.diagnostics[0].is_error());
}
