//! A small document set by hand with the faces that docgen ships.

#![allow(clippy::disallowed_methods, reason = "the faces are files")]

use std::sync::{Arc, LazyLock};

use docgen_fonts::{FaceData, FontBook, Width};
use docgen_frame::{
    Axis, Glyph, GlyphRun, Info, Item, ItemKind, Line, Node, NodeTag, OutlineEntry,
    Owner, Page, PagedDocument, Rule, Turn,
};
use docgen_model::{Abs, Color, FontRole, Palette, Point, Property, PropertyName, Span};

/// Two lines of the paragraph before the page turns, one behind, and another paragraph.
const BODY: [&str; 4] = [
    "坚持“三个结合”——上下结合、‘远近’结合……落实责任。由",
    "王𬀩·李𬍛牵头，2025年完成①★☑，增长12.5%，同形",
    "仍是同一段：GDP增长5%，面积120㎡，长×宽＝3℃。",
    "〔2025〕13号，《通知》；《办法》。",
];

pub(super) static BOOK: LazyLock<FontBook> = LazyLock::new(|| {
    let face = |role, file: &str| {
        let path = format!("{}/../../fonts/{file}", env!("CARGO_MANIFEST_DIR"));
        (role, Arc::new(std::fs::read(path).unwrap()) as FaceData)
    };
    let faces = vec![
        face(FontRole::FangSong, "ZhuqueFangsong-Regular.ttf"),
        face(FontRole::KaiTi, "LXGWWenKaiGBLite-Regular.ttf"),
        face(FontRole::HeiTi, "NotoSansSC-Medium.ttf"),
        face(FontRole::XiaoBiaoSong, "NotoSerifSC-Bold.ttf"),
        face(FontRole::SongTi, "NotoSerifSC-Regular.ttf"),
        face(FontRole::Latin, "LiberationSerif-Regular.ttf"),
        face(FontRole::Mongolian, "NotoSansMongolian-Regular.ttf"),
    ];
    FontBook::new(faces).unwrap()
});

/// Sets a line: one run for each stretch of one face. The source is taken to be the text.
fn line(text: &str, role: FontRole, pt10: i64, color: Color, x: i64, y: i64) -> ItemKind {
    let size = Abs::pt10(pt10);
    let width = if role == FontRole::SongTi { Width::Half } else { Width::Natural };
    let mut x = Abs::mm100(x);
    let mut runs: Vec<GlyphRun> = vec![];
    for (at, c) in text.char_indices() {
        let set = BOOK.glyph(role, c, width).unwrap_or_else(|| panic!("{c}"));
        if runs.last().is_none_or(|run| run.face.index() != set.face.index()) {
            let origin = Point { x, y: Abs::mm100(y) };
            let (text, glyphs) = (String::new(), vec![]);
            runs.push(GlyphRun { face: set.face, size, color, origin, text, glyphs });
        }
        let run = runs.last_mut().unwrap();
        let start = run.text.len();
        run.text.push(c);
        run.glyphs.push(Glyph {
            id: set.id,
            advance: set.advance.at(size).into(),
            dx: set.dx.at(size).into(),
            dy: set.dy.at(size).into(),
            text: start as u32..run.text.len() as u32,
            span: Span::new(at as u32, (at + c.len_utf8()) as u32),
        });
        x += set.advance.at(size);
    }
    ItemKind::Line(Line { row: None, turn: Turn::Upright, runs })
}

fn page(number: u32, mut items: Vec<Item>) -> Page {
    let text = format!("— {number} —");
    let kind = line(&text, FontRole::SongTi, 140, Color::Black, 17_000, 27_000);
    items.push(Item { owner: Owner::PageNumber, kind });
    let (bleed, margin) = (Abs::ZERO, Abs::ZERO);
    let (width, height) = (Abs::mm100(21_000), Abs::mm100(29_700));
    Page { number, front: false, width, height, bleed, margin, items }
}

fn rule(y: i64, thickness: i64, color: Color) -> Item {
    let from = Point { x: Abs::mm100(2_800), y: Abs::mm100(y) };
    let (length, thickness) = (Abs::mm100(15_600), Abs::mm100(thickness));
    let kind =
        ItemKind::Rule(Rule { from, axis: Axis::Horizontal, length, thickness, color });
    Item { owner: Owner::Decoration, kind }
}

fn node(index: usize, kind: ItemKind) -> Item {
    Item { owner: Owner::Node(index), kind }
}

fn body(row: i64, text: &str) -> ItemKind {
    line(text, FontRole::FangSong, 160, Color::Black, 2_800, 8_000 + 1_045 * row)
}

fn info(title: String) -> Info {
    Info {
        title,
        authors: vec!["国务院办公厅".to_owned(), "财政部".to_owned()],
        subject: Some("通知".to_owned()),
        date: Some((2025, 11, 24)),
        properties: vec![Property {
            name: PropertyName::Source,
            values: vec!["行署办".to_owned()],
        }],
    }
}

/// Two pages: 机关标志, a title in two lines, a heading, and a paragraph over both pages.
pub(super) fn sample() -> PagedDocument {
    let title = ["关于做好2025年“放管服”——", "改革·工作的通知"];
    let mark = line("中央文件", FontRole::XiaoBiaoSong, 420, Color::Red, 6_000, 3_000);
    let title_line = |i: usize| {
        let y = 4_500 + 1_100 * i as i64;
        line(title[i], FontRole::XiaoBiaoSong, 220, Color::Black, 5_000, y)
    };
    let heading =
        line("一、总体·要求•2025", FontRole::HeiTi, 160, Color::Black, 2_800, 7_200);
    let kai = line("（一）——……“楷”", FontRole::KaiTi, 160, Color::Black, 2_800, 9_500);
    let first = vec![
        node(0, mark),
        rule(3_500, 35, Color::Red),
        node(1, title_line(0)),
        node(1, title_line(1)),
        node(2, heading),
        node(3, body(0, BODY[0])),
        node(3, body(1, BODY[1])),
    ];
    let second = vec![
        node(3, body(0, BODY[2])),
        node(4, kai),
        node(5, body(2, BODY[3])),
        rule(12_000, 25, Color::Black),
    ];
    let tag = |tag| Node { tag, span: Span::new(3, 9), parent: None };
    let head = |level, text: &str| tag(NodeTag::Heading { level, text: text.to_owned() });
    let entry = |level, text: &str, page| OutlineEntry {
        level,
        text: text.to_owned(),
        page,
        y: Abs::mm100(4_000),
    };
    PagedDocument {
        info: info(title.concat()),
        pages: vec![page(1, first), page(2, second)],
        structure: vec![
            tag(NodeTag::Paragraph),
            head(1, &title.concat()),
            head(2, "一、总体·要求•2025"),
            tag(NodeTag::Paragraph),
            head(3, "（一）——……“楷”"),
            tag(NodeTag::Paragraph),
        ],
        outline: vec![
            entry(1, &title.concat(), 0),
            entry(2, "一、总体·要求•2025", 0),
            entry(3, "（一）——……“楷”", 1),
        ],
        copies: None,
        palette: Palette { red: [255, 0, 0] },
    }
}
