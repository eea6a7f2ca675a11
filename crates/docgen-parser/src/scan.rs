//! A look at the raw lines before YAML: slips of clerks that YAML would refuse without
//! saying why, or swallow.
//!
//! 1. Control characters become blanks, which reading drops (NUL would end it).
//! 2. Tabs and U+3000 as indentation become spaces.
//! 3. `-甲局` and `－甲局` become items of a list.
//! 4. `标题：报告` becomes `标题:  报告`; `标题:报告` becomes a comment.
//! 5. A text that begins with a sign of YAML (`**强调** 正文`) gets another first letter.
//! 6. A text whose first line is indented deeper gets its extra blanks as content.
//!
//! Each is told as an error, so nothing is ever made from the mended text: it only lets the
//! reading go on, so that all mistakes are told at once. A mend never changes the number
//! of bytes, so every place holds. Whatever cannot be mended so is left to YAML, whose own
//! message is then not needed.

mod line;
mod tell;

use docgen_model::{Diagnostic, Span};

use crate::characters;
use crate::report::Report;
use crate::schema;
use line::{Line, Value};

pub(crate) use tell::{full_width_colon, no_space};

/// The mended source and what was seen on the way.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The source, byte for byte in the same places.
    pub(crate) source: String,
    /// The blanks that stand for control characters, sorted.
    pub(crate) blanked: Vec<u32>,
    /// Where texts begin that were told as wrong, sorted.
    pub(crate) broken: Vec<u32>,
    /// Keys that were written but cannot be read: not missing, so not to be told twice.
    pub(crate) muted: Vec<&'static str>,
    /// ： that may stand for a separator, should the YAML turn out to be broken.
    pub(crate) colons: Vec<Span>,
    /// Whether something was found that may be the cause of broken YAML.
    pub(crate) mended: bool,
}

/// Looks through `source`.
pub(crate) fn scan(source: &str, report: &mut Report) -> Scan {
    let (source, blanked) = blank_controls(source, report);
    let mut scanner = Scanner {
        report,
        bytes: source.clone().into_bytes(),
        broken: vec![],
        muted: vec![],
        colons: vec![],
        mended: false,
        block: None,
        quote: None,
        flow: 0,
        plain: None,
        dashes: None,
    };
    let mut at = 0;
    let mut lines = source.split('\n').peekable();
    while let Some(line) = lines.next() {
        scanner.line(at, line, lines.peek().copied().unwrap_or_default());
        at += line.len() + 1;
    }
    scanner.end_block();
    let Scanner { bytes, broken, muted, colons, mended, .. } = scanner;
    let source = String::from_utf8(bytes).unwrap_or(source);
    Scan { source, blanked, broken, muted, colons, mended }
}

/// Replaces control characters by blanks of their length; the source and where these stand.
fn blank_controls(source: &str, report: &mut Report) -> (String, Vec<u32>) {
    let (mut blanked, mut places) = (String::with_capacity(source.len()), vec![]);
    for (at, c) in source.char_indices() {
        let control = c.is_control();
        match characters::fault(c) {
            Some(fault) if control => {
                let span = span(at, c.len_utf8());
                characters::tell(c, fault, span, report);
                places.push(span.start);
                blanked.push(if c.is_ascii() { ' ' } else { '\u{A0}' });
            }
            Some(_) | None => blanked.push(c),
        }
    }
    (blanked, places)
}

fn span(at: usize, length: usize) -> Span {
    let offset = |n| u32::try_from(n).unwrap_or(u32::MAX);
    Span::new(offset(at), offset(at + length))
}

/// What the lines so far have left open.
struct Scanner<'r> {
    report: &'r mut Report,
    bytes: Vec<u8>,
    broken: Vec<u32>,
    muted: Vec<&'static str>,
    colons: Vec<Span>,
    mended: bool,
    /// A block text (`|` or `>`).
    block: Option<Block>,
    /// A quoted text: its quote.
    quote: Option<char>,
    /// Open `[` and `{`.
    flow: usize,
    /// A plain text, which lines indented deeper than this go on with.
    plain: Option<usize>,
    /// The column of the items whose dashes were mended in the lines just before.
    dashes: Option<usize>,
}

/// An open block text.
struct Block {
    /// Its lines are indented deeper than this.
    parent: usize,
    /// Whether the header gives the indentation, so that the first line may be deeper.
    explicit: bool,
    /// Where its first line begins, and how deep it is.
    first: Option<(usize, usize)>,
    /// The least depth of a line.
    least: usize,
}

impl Scanner<'_> {
    fn line(&mut self, at: usize, text: &str, next: &str) {
        let line = Line::new(text);
        if line.content.is_empty() || self.continues_block(at, &line) {
            return;
        }
        self.end_block();
        if let Some(quote) = self.quote {
            if line.content.contains(quote) {
                self.quote = None;
            }
            return;
        }
        if self.flow > 0 {
            self.flow = line::flow_depth(self.flow, line.content);
            return;
        }
        if line.content.starts_with('#') {
            return;
        }
        self.mend_indentation(at, &line);
        if let Some(mended) = self.mend_dash(at, &line, text) {
            self.item(at, &Line::new(&mended), next);
            return;
        }
        self.item(at, &line, next);
    }

    /// A line that is no part of a text that began before, unless a plain one goes on.
    fn item(&mut self, at: usize, line: &Line<'_>, next: &str) {
        if self.plain.is_some_and(|column| line.dashes == 0 && line.column > column) {
            return;
        }
        let value = self.mend_separator(at, line, next);
        self.mend_sign(at, line, value);
        self.open_value(line, value);
    }

    /// Whether the line belongs to the open block text.
    fn continues_block(&mut self, at: usize, line: &Line<'_>) -> bool {
        let Some(block) = &mut self.block else { return false };
        let odd_indent = line.indent.len() > line.spaces;
        if line.spaces <= block.parent && !odd_indent {
            return false;
        }
        if line.spaces > block.parent {
            let comment = line.content.starts_with('#');
            let (_, first) = *block.first.get_or_insert((at, line.spaces));
            if !comment || line.spaces >= first {
                block.least = block.least.min(line.spaces);
            }
        } else {
            self.mend_indentation(at, line);
        }
        true
    }

    /// Tells a block text whose first line is deeper than another.
    fn end_block(&mut self) {
        let Some(block) = self.block.take() else { return };
        let Some((at, depth)) = block.first else { return };
        if block.explicit || block.least >= depth {
            return;
        }
        let (start, extra) = (at + block.least, depth - block.least);
        self.overwrite(start, blanks_of(extra));
        self.tell(tell::first_line_deeper(span(at, depth)));
    }

    /// Tells tabs and U+3000 before the content of a line.
    fn mend_indentation(&mut self, at: usize, line: &Line<'_>) {
        if line.indent.len() == line.spaces {
            return;
        }
        self.mended = true;
        self.overwrite(at, Some(" ".repeat(line.indent.len())));
        self.report.gather(tell::indentation(), span(at, line.indent.len()));
    }

    /// Tells a dash without a space before an item; returns the mended line. The dash moves
    /// one column to the left, if there is room; `－` has room in itself. Inside a plain text
    /// it is text.
    fn mend_dash(&mut self, at: usize, line: &Line<'_>, text: &str) -> Option<String> {
        let column = line.column;
        let goes_on = self.plain.is_some_and(|plain| column > plain);
        if !line.has_bare_dash() || (goes_on && self.dashes != Some(column)) {
            self.dashes = None;
            return None;
        }
        let dash = line.content.chars().next().map_or(1, char::len_utf8);
        self.report.gather(tell::dash(), span(at + column, dash));
        self.mended = true;
        self.dashes = Some(column);
        self.plain = None;
        let (start, mended) =
            if dash == 1 { (column.checked_sub(1)?, "- ") } else { (column, "-  ") };
        self.overwrite(at + start, Some(mended.to_owned()));
        let (before, after) = (text.get(..start)?, text.get(start + mended.len()..)?);
        Some(format!("{before}{mended}{after}"))
    }

    /// Tells a text that begins with a sign of YAML, which would end the reading.
    fn mend_sign(&mut self, at: usize, line: &Line<'_>, value: &str) {
        let start = at + line.offset + line.content.len() - value.len();
        let Some((sign, word)) = line::sign(value) else { return };
        self.overwrite(start, Some("x".to_owned()));
        self.broken.push(span(start, 1).start);
        self.tell(tell::sign(sign, span(start, word.len()), word));
    }

    /// Tells `标题：报告` and `标题:报告`; returns the value on the line.
    fn mend_separator<'l>(&mut self, at: usize, line: &Line<'l>, next: &str) -> &'l str {
        let Some((key, mark, value)) = line.separated() else { return line.content };
        let start = at + line.offset + key.len();
        let known = schema::field_named(key.trim());
        let in_map = line.dashes == 0 || line.is_followed_by_key(next);
        match (mark, known) {
            (": ", _) => return value,
            ("：", Some(_)) if in_map => {
                self.overwrite(start, Some(":  ".to_owned()));
                self.tell(full_width_colon(span(start, mark.len()), key.trim()));
                return value;
            }
            (":", Some(field)) if in_map => {
                let first = key.chars().next().map_or(1, char::len_utf8);
                self.overwrite(at + line.offset, Some(format!("{:first$}", "#")));
                self.muted.push(field.name);
                self.tell(no_space(span(start, 1), key, value));
                return "";
            }
            ("：", _) if key.chars().count() <= 10 => {
                self.colons.push(span(start, mark.len()));
            }
            _ => {}
        }
        line.content
    }

    /// Notes what the value of the line leaves open.
    fn open_value(&mut self, line: &Line<'_>, value: &str) {
        let has_key = value.len() < line.content.len();
        let parent = if has_key { line.column } else { line.parent };
        self.plain = None;
        match Value::new(value) {
            Value::Closed => {}
            Value::Plain => self.plain = Some(parent),
            Value::Quote(quote) => self.quote = Some(quote),
            Value::Flow(depth) => self.flow = depth,
            Value::Block { explicit } => {
                let block = Block { parent, explicit, first: None, least: usize::MAX };
                self.block = Some(block);
            }
        }
    }

    fn overwrite(&mut self, at: usize, bytes: Option<String>) {
        let Some(new) = bytes else { return };
        if let Some(old) = self.bytes.get_mut(at..at + new.len()) {
            old.copy_from_slice(new.as_bytes());
        }
    }

    fn tell(&mut self, finding: Diagnostic) {
        self.mended = true;
        self.report.push(finding);
    }
}

/// Blanks of so many bytes that YAML takes for content: NBSP has two, U+3000 three.
fn blanks_of(bytes: usize) -> Option<String> {
    match bytes {
        0 | 1 => None,
        _ if bytes.is_multiple_of(2) => Some("\u{A0}".repeat(bytes / 2)),
        _ => Some(format!("\u{3000}{}", "\u{A0}".repeat((bytes - 3) / 2))),
    }
}
