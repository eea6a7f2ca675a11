//! 正文: a text, a list of blocks, or a text in a file.

use docgen_model::{Block, BlockKind, Code, Diagnostic, Level, Paragraph, Span, Text};

use super::fields::{Fields, Value};
use super::paragraphs::{Counters, Lines};
use super::spent::Ware;
use super::{Context, files, pictures, table};
use crate::blanks::Blanks;
use crate::cells::{self, Cell};
use crate::report::both;
use crate::schema::{BLOCK, FILE, LIST};
use crate::yaml::{Entry, Node, NodeKind};
use crate::{characters, ordinals};

/// Whether a text of this title has 章, 节 and 条.
pub(super) fn is_regulation(title: &str) -> bool {
    const WORDS: [&str; 9] =
        ["规定", "办法", "条例", "细则", "章程", "规则", "准则", "规程", "制度"];
    let title = title.split(['（', '(']).next().unwrap_or_default();
    WORDS.iter().any(|word| title.ends_with(word))
}

/// Reads a body into blocks.
pub(super) fn read(
    value: Option<Value>,
    regulation: bool,
    cx: &mut Context<'_>,
) -> Vec<Block> {
    let Some(value) = value else { return vec![] };
    let mut body = Body { regulation, counters: Counters::default(), blocks: vec![] };
    match value.node.kind {
        NodeKind::Scalar(written) => body.text(&written, cx),
        NodeKind::Map(entries) => {
            if let Some(written) = file(entries, value.key, cx) {
                body.text(&written, cx);
            }
        }
        NodeKind::Seq(items) => items.into_iter().for_each(|item| body.item(item, cx)),
        NodeKind::Null | NodeKind::Broken => {}
    }
    body.blocks
}

/// The text of `{file: …}`; all of it stands at the name.
fn file(entries: Vec<Entry>, owner: Span, cx: &mut Context<'_>) -> Option<Vec<Cell>> {
    let mut fields = Fields::open(entries, &FILE, owner, cx);
    let value = fields.take("file", cx)?;
    let text = files::text(&value.node, cx)?;
    let mut written = cells::placed(&text, value.node.span);
    characters::check(&mut written, cx.report);
    Some(written)
}

/// Reads 正文 and 结语.
pub(super) fn with_closing(
    fields: &mut Fields,
    regulation: bool,
    cx: &mut Context<'_>,
) -> (Vec<Block>, Option<Text>) {
    let body = read(fields.take("body", cx), regulation, cx);
    let closing = fields.text("closing", Blanks::Drop, cx);
    tell_idle_breaks(&body, closing.is_some(), cx);
    (body, closing)
}

/// Tells each 分页 that has no effect: behind another one, or with nothing after it.
pub(super) fn tell_idle_breaks(blocks: &[Block], followed: bool, cx: &mut Context<'_>) {
    let is_break = |block: &Block| block.kind == BlockKind::PageBreak;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| is_break(block)) {
        let idle = blocks.get(index + 1).map_or(!followed, is_break);
        if idle {
            let message = both(
                "这个分页后面没有文字，不起作用",
                "nothing follows this page break, so it breaks nothing",
            );
            let hint = both("删去它", "delete it");
            let found = Diagnostic::warning(Code::PageBreak, block.span, message);
            cx.push(found.hint(hint));
        }
    }
}

/// A body in the making.
struct Body {
    regulation: bool,
    counters: Counters,
    blocks: Vec<Block>,
}

impl Body {
    /// A text: each line a paragraph, ordinals make headings.
    fn text(&mut self, written: &[Cell], cx: &mut Context<'_>) {
        let mut lines =
            Lines { regulation: self.regulation, counters: &mut self.counters };
        for paragraph in lines.read(written, cx) {
            self.push(paragraph, cx);
        }
    }

    fn item(&mut self, item: Node, cx: &mut Context<'_>) {
        match item.kind {
            NodeKind::Scalar(written) => self.text(&written, cx),
            NodeKind::Map(entries) => self.map(entries, item.span, cx),
            NodeKind::Null | NodeKind::Seq(_) | NodeKind::Broken => {}
        }
    }

    /// A map with one of 小标题 (perhaps with 文字), 文字, 列表, 分页.
    fn map(&mut self, entries: Vec<Entry>, span: Span, cx: &mut Context<'_>) {
        let owner = entries.first().map_or(span.before(), |entry| entry.key.span);
        let mut fields = Fields::open(entries, &BLOCK, owner, cx);
        if !check_one(&fields, owner, cx) {
            return;
        }
        fields.tell_empty(
            &["heading", "text", "list", "table", "figure", "page_break"],
            cx,
        );
        let level = fields.take("level", cx).map(|value| value.node);
        let heading = fields.take("heading", cx);
        let text = fields.take("text", cx);
        let texts = text.map_or(vec![], |text| plain_lines(&text.node, cx));
        match heading {
            Some(heading) => self.heading(&heading.node, level.as_ref(), texts, cx),
            None => texts.into_iter().for_each(|text| self.push(body(text), cx)),
        }
        if let Some(list) = fields.take("list", cx) {
            self.list(list, cx);
        }
        if let Some(value) = fields.take("table", cx)
            && let Some(table) = table::read(value, cx)
        {
            self.blocks.push(Block { kind: BlockKind::Table(table), span });
        }
        if let Some(value) = fields.take("figure", cx)
            && let Some(figure) = pictures::figure(value, cx)
        {
            self.blocks.push(Block { kind: BlockKind::Figure(figure), span });
        }
        if fields.flag("page_break", cx).is_some_and(|flag| flag.value) {
            self.blocks.push(Block { kind: BlockKind::PageBreak, span });
        }
    }

    /// A heading with the next ordinal of its level; with text, run-in.
    fn heading(
        &mut self,
        heading: &Node,
        level: Option<&Node>,
        texts: Vec<Text>,
        cx: &mut Context<'_>,
    ) {
        let Some(name) = cx.line_of(heading, Blanks::Drop) else { return };
        if let Some(ordinal) = ordinals::read(name.as_str()) {
            cx.push(ordinal_in_heading(&name, ordinal.len));
            return;
        }
        let level = match level.map(Node::written).as_deref() {
            Some("2") => Level::Second,
            Some("3") => Level::Third,
            Some("4") => Level::Fourth,
            Some(_) | None => Level::First,
        };
        let ordinal = self.counters.next(level);
        let mut text = Text::default();
        cells::push_added(&mut text, &ordinal, heading.span);
        text.push_text(&name);
        let mut texts = texts.into_iter();
        let run_in = texts.next();
        if run_in.is_some() && !name.as_str().ends_with(['。', '！', '？', '：']) {
            let end = name.span().end;
            text.push_str("。", Span::new(end, end));
        }
        let lead = text.len();
        if let Some(rest) = run_in {
            text.push_text(&rest);
        }
        self.push(Paragraph { level, text, lead }, cx);
        texts.for_each(|text| self.push(body(text), cx));
    }

    /// A list of texts; with `ordered`, each begins with 1. 2. 3.
    fn list(&mut self, value: Value, cx: &mut Context<'_>) {
        let (node, ordered) = match value.node.kind {
            NodeKind::Map(entries) => {
                let mut fields = Fields::open(entries, &LIST, value.key, cx);
                let ordered = fields.flag("ordered", cx).is_some_and(|flag| flag.value);
                let Some(items) = fields.take("items", cx) else { return };
                (items.node, ordered)
            }
            _ => (value.node, false),
        };
        let items = match node.kind {
            NodeKind::Seq(items) => {
                items.iter().filter_map(|item| cx.line_of(item, Blanks::Drop)).collect()
            }
            _ => plain_lines(&node, cx),
        };
        for (index, item) in items.into_iter().enumerate() {
            let mut text = Text::default();
            if ordered {
                cells::push_added(&mut text, &format!("{}.", index + 1), item.span());
            }
            text.push_text(&item);
            self.push(body(text), cx);
        }
    }

    fn push(&mut self, paragraph: Paragraph, cx: &mut Context<'_>) {
        check_no_text_page(&paragraph.text, cx);
        let span = paragraph.text.span();
        self.blocks.push(Block { kind: BlockKind::Paragraph(paragraph), span });
    }
}

fn body(text: Text) -> Paragraph {
    Paragraph { level: Level::Body, text, lead: 0 }
}

/// The lines of a text in which no ordinal is read.
fn plain_lines(node: &Node, cx: &mut Context<'_>) -> Vec<Text> {
    let NodeKind::Scalar(written) = &node.kind else { return vec![] };
    let lines = cells::lines(written).filter(|line| !line.is_empty());
    let mut texts = vec![];
    for line in lines {
        if !cx.spend(Ware::Paragraphs, 1, node.span) {
            break;
        }
        texts.push(cells::text(&cx.prose(line, Blanks::Drop)));
    }
    texts
}

/// Whether a block is one thing; several or none are told.
fn check_one(fields: &Fields, owner: Span, cx: &mut Context<'_>) -> bool {
    let has = |name: &str| fields.key(name).is_some();
    let kinds = ["heading", "text", "list", "table", "figure", "page_break"];
    let count = kinds.into_iter().filter(|name| has(name)).count();
    let run_in = has("heading") && has("text");
    let (zh, en) = match count {
        1 if has("level") && !has("heading") => {
            ("“级”只用于小标题", "“level” belongs to a heading")
        }
        1 => return true,
        2 if run_in => return true,
        0 if has("level") => ("“级”只用于小标题", "“level” belongs to a heading"),
        // No known key at all: each unknown one was told.
        0 => return false,
        _ => (
            "一项里只能写小标题、文字、列表、表格、图片、分页中的一种",
            "an item is one of heading, text, list, table, figure and page_break",
        ),
    };
    cx.push(Diagnostic::error(Code::BadValue, owner, both(zh, en)).hint(both(
        "分成几项，每项以“- ”开头（小标题可以和文字写在一起）",
        "make several items of it (heading and text may go together)",
    )));
    false
}

fn ordinal_in_heading(name: &Text, length: usize) -> Diagnostic {
    let ordinal = name.as_str().get(..length).unwrap_or_default();
    let message = both(
        format!("小标题里不要写序号“{ordinal}”，序号由程序编"),
        format!("the heading holds its ordinal “{ordinal}”"),
    );
    Diagnostic::error(Code::OrdinalInHeading, name.span_of(0..length), message)
        .hint(both("删去序号", "delete the ordinal"))
}

/// 此页无正文 is forbidden (7.3.5.5).
fn check_no_text_page(text: &Text, cx: &mut Context<'_>) {
    let places = ["此页无正文", "本页无正文"];
    let found = places.iter().find_map(|words| Some((text.as_str().find(words)?, words)));
    let Some((at, words)) = found else { return };
    let place = text.span_of(at..at + words.len());
    let message = both(
        format!("公文不得采取标注“{words}”的办法"),
        "a page must not be marked as having no text",
    );
    cx.push(
        Diagnostic::error(Code::NoTextPage, place, message)
            .hint(both(
                "删去它；落款排不下时程序会调整行距、字距",
                "delete it; the program makes room for the signature itself",
            ))
            .clause([7, 3, 5, 5]),
    );
}
