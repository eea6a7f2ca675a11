//! Pages as text: the main golden form of the tests.
//!
//! One line of dump for each item, in millimetres, so that a change of layout shows as a
//! readable difference:
//!
//! ```text
//! page 1 210.00 × 297.00
//!   line 14 x 28.00–184.00 y 188.21 仿宋 16pt 一是坚持统筹推进。…
//!   rule x 28.00–184.00 y 262.00 0.35mm black
//!   picture Figure x 61.00–106.00 y 120.00–165.00 png 480 × 480
//! ```

use std::fmt::Write;

use docgen_model::{Abs, Color};

use crate::{
    Ground, ItemKind, Line, Link, NodeTag, Owner, Page, PagedDocument, Picture, Rule,
    Turn,
};

/// The pages as text.
pub fn dump(document: &PagedDocument) -> String {
    let mut out = String::new();
    for page in &document.pages {
        dump_page(page, document, &mut out);
    }
    for line in document.copies.iter().flat_map(|copies| &copies.lines) {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        line_of(&mut out, format_args!("copy {text}"));
    }
    for entry in &document.outline {
        let indent = "  ".repeat(usize::from(entry.level));
        line_of(
            &mut out,
            format_args!("outline{indent}{} → {}", entry.text, entry.page + 1),
        );
    }
    out
}

fn line_of(out: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    let _ = writeln!(out, "{line}");
}

fn dump_page(page: &Page, document: &PagedDocument, out: &mut String) {
    let (width, height) = (page.width.to_mm(), page.height.to_mm());
    let front = if page.front { "front " } else { "" };
    line_of(out, format_args!("{front}page {} {width:.2} × {height:.2}", page.number));
    if page.margin > Abs::ZERO {
        let (bleed, margin) = (page.bleed.to_mm(), page.margin.to_mm());
        line_of(out, format_args!("  bleed {bleed:.2} margin {margin:.2}"));
    }
    for item in &page.items {
        match &item.kind {
            ItemKind::Line(line) => dump_line(line, owner(item.owner, document), out),
            ItemKind::Rule(rule) => dump_rule(rule, out),
            ItemKind::Picture(picture) => {
                dump_picture(picture, owner(item.owner, document), out);
            }
            ItemKind::Link(link) => dump_link(link, out),
        }
    }
}

fn owner(owner: Owner, document: &PagedDocument) -> String {
    match owner {
        Owner::Node(index) => match document.structure.get(index).map(|n| &n.tag) {
            Some(NodeTag::Heading { level, .. }) => format!("H{level}"),
            Some(NodeTag::Paragraph) => "P".to_owned(),
            Some(NodeTag::Foreign { language }) => format!("P {language}"),
            Some(NodeTag::Table) => "Table".to_owned(),
            Some(NodeTag::Caption) => "Caption".to_owned(),
            Some(NodeTag::Row) => "TR".to_owned(),
            Some(NodeTag::Cell { head: true, .. }) => "TH".to_owned(),
            Some(NodeTag::Cell { head: false, .. }) => "TD".to_owned(),
            Some(NodeTag::Contents) => "TOC".to_owned(),
            Some(NodeTag::Entry) => "TOCI".to_owned(),
            Some(NodeTag::Reference) => "Reference".to_owned(),
            Some(NodeTag::Link) => "Link".to_owned(),
            Some(NodeTag::Figure { alt }) => format!("Figure “{alt}”"),
            None => "?".to_owned(),
        },
        Owner::PageNumber => "page-number".to_owned(),
        Owner::Decoration => "decoration".to_owned(),
    }
}

fn dump_line(line: &Line, owner: String, out: &mut String) {
    let (Some(first), Some(last)) = (line.runs.first(), line.runs.last()) else { return };
    let row = line.row.map_or("-".to_owned(), |row| (row + 1).to_string());
    let (left, right) = (first.origin.x, last.origin.x + last.width());
    let mut text = String::new();
    let mut set: Option<(&str, Abs, Color)> = None;
    for run in &line.runs {
        let next = (run.face.role().name(), run.size, run.color);
        if set != Some(next) {
            let color = if run.color == Color::Red { " red" } else { "" };
            let _ = write!(text, " [{} {}pt{color}]", next.0, run.size.to_pt());
            set = Some(next);
        }
        text.push_str(&run.text);
    }
    line_of(
        out,
        format_args!(
            "  line {row} {owner}{} x {:.2}–{:.2} y {:.2}{text}",
            turn(line.turn),
            left.to_mm(),
            right.to_mm(),
            first.origin.y.to_mm()
        ),
    );
}

/// Of a turned line `x` runs along the line, from the origin of its first run.
fn turn(turn: Turn) -> &'static str {
    match turn {
        Turn::Upright => "",
        Turn::Left => " turned-left",
        Turn::Right => " turned-right",
    }
}

fn dump_rule(rule: &Rule, out: &mut String) {
    let color = match rule.color {
        Color::Black => "black",
        Color::Red => "red",
    };
    line_of(
        out,
        format_args!(
            "  rule x {} y {} {:.2}mm {color}",
            range(rule.from.x, rule.to().x),
            range(rule.from.y, rule.to().y),
            rule.thickness.to_mm()
        ),
    );
}

fn dump_picture(picture: &Picture, owner: String, out: &mut String) {
    let Picture { image, rect, ground } = picture;
    let over = match ground {
        Ground::Paper => "",
        Ground::Text => " over text",
    };
    line_of(
        out,
        format_args!(
            "  picture {owner} x {} y {} {} {} × {}{over}",
            range(rect.x, rect.right()),
            range(rect.y, rect.bottom()),
            image.kind.extension(),
            image.width,
            image.height
        ),
    );
}

fn dump_link(link: &Link, out: &mut String) {
    let Link { rect, page, y, .. } = link;
    line_of(
        out,
        format_args!(
            "  link x {} y {} → {} y {:.2}",
            range(rect.x, rect.right()),
            range(rect.y, rect.bottom()),
            page + 1,
            y.to_mm()
        ),
    );
}

/// A range in millimetres, or one place.
fn range(from: Abs, to: Abs) -> String {
    match from == to {
        true => format!("{:.2}", from.to_mm()),
        false => format!("{:.2}–{:.2}", from.to_mm(), to.to_mm()),
    }
}
