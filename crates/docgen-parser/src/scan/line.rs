//! One line of the source: its indentation, dashes, key and value.

use crate::schema;

/// A line, taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'l> {
    /// The blanks at its start.
    pub(super) indent: &'l str,
    /// How many spaces begin the indentation; all of it, if nothing else stands there.
    pub(super) spaces: usize,
    /// How many `- ` follow.
    pub(super) dashes: usize,
    /// The column of the last dash, or of the content if there is none.
    pub(super) parent: usize,
    /// The column of the content.
    pub(super) column: usize,
    /// The byte at which the content begins: the column, unless the indentation is odd.
    pub(super) offset: usize,
    /// What stands behind the dashes, without blanks at its end.
    pub(super) content: &'l str,
}

impl<'l> Line<'l> {
    pub(super) fn new(text: &'l str) -> Self {
        let rest = text.trim_start();
        let indent = text.get(..text.len() - rest.len()).unwrap_or_default();
        let spaces = indent.len() - indent.trim_start_matches(' ').len();
        let mut content = rest.trim_end();
        let (mut dashes, mut parent) = (0, indent.len());
        let mut offset = parent;
        while let Some(after) = content.strip_prefix('-') {
            let item = after.trim_start();
            if item.len() == after.len() && !item.is_empty() {
                break;
            }
            dashes += 1;
            parent = offset;
            offset += content.len() - item.len();
            content = item;
        }
        Self { indent, spaces, dashes, parent, column: offset, offset, content }
    }

    /// Whether a dash begins the content that is no item for want of a space behind it.
    pub(super) fn has_bare_dash(&self) -> bool {
        let dash = self.content.strip_prefix(['-', '－']);
        self.dashes == 0
            && dash.is_some_and(|text| !text.is_empty() && !text.starts_with('-'))
    }

    /// Key, separator and value. The separator is `: ` (also at the end of the line), `：`,
    /// or, behind a known key, a colon without a space.
    pub(super) fn separated(&self) -> Option<(&'l str, &'static str, &'l str)> {
        if self.content.starts_with(['"', '\'', '[', '{', '|', '>']) {
            return self.after_quoted_key();
        }
        let (key, rest) = self.content.split_at(self.content.find([':', '：'])?);
        if let Some(value) = rest.strip_prefix('：') {
            return Some((key, "：", value.trim_start()));
        }
        let value = rest.strip_prefix(':')?;
        if value.is_empty() || value.starts_with([' ', '\t']) {
            return Some((key, ": ", value.trim_start()));
        }
        if schema::field_named(key).is_some() {
            return Some((key, ":", value));
        }
        let (key, value) = self
            .content
            .split_once(": ")
            .or(self.content.strip_suffix(':').zip(Some("")))?;
        Some((key, ": ", value.trim_start()))
    }

    /// The value behind a quoted key.
    fn after_quoted_key(&self) -> Option<(&'l str, &'static str, &'l str)> {
        let quote = self.content.chars().next().filter(|&c| c == '"' || c == '\'')?;
        let inner = self.content.strip_prefix(quote)?;
        let close = inner.find(quote)? + 2;
        let (key, rest) = (self.content.get(..close)?, self.content.get(close..)?);
        let value = rest.strip_prefix(':')?;
        Some((key, ": ", value.trim_start()))
    }

    /// Whether the next line has a key in the column of this one's content, so that this
    /// one must be a key too.
    pub(super) fn is_followed_by_key(&self, next: &str) -> bool {
        let next = Line::new(next);
        let aligned = next.dashes == 0 && next.column == self.column;
        aligned && next.separated().is_some_and(|(key, _, _)| !key.contains(' '))
    }
}

/// What a value leaves open at the end of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// Nothing: there is none, or it has ended.
    Closed,
    /// A plain text, which deeper lines go on with.
    Plain,
    /// A text in this quote.
    Quote(char),
    /// So many brackets.
    Flow(usize),
    /// A block text; whether its indentation is given.
    Block { explicit: bool },
}

impl Value {
    pub(super) fn new(text: &str) -> Self {
        let mut value = text;
        while value.starts_with(['&', '!']) {
            value =
                value.split_once([' ', '\t']).map_or("", |(_, rest)| rest.trim_start());
        }
        match value.chars().next() {
            None | Some('#') => Self::Closed,
            Some(quote @ ('"' | '\'')) if is_closed(value, quote) => Self::Closed,
            Some(quote @ ('"' | '\'')) => Self::Quote(quote),
            Some('[' | '{') => match flow_depth(0, value) {
                0 => Self::Closed,
                depth => Self::Flow(depth),
            },
            Some('|' | '>') => block_header(value),
            Some(_) => Self::Plain,
        }
    }
}

/// The sign of YAML that begins a text which is not meant for it, and the first word. What
/// may be YAML, such as `&a [1]`, is left to it.
pub(super) fn sign(text: &str) -> Option<(char, &str)> {
    let sign = text.chars().next()?;
    let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
    let more = rest.trim_start();
    let is_text = !more.is_empty()
        && !more.starts_with(['&', '*', '!', '#', '|', '>', '[', '{', '"', '\'']);
    match sign {
        '@' | '`' | '%' => text.get(..1).map(|word| (sign, word)),
        '*' => Some((sign, word)),
        '&' | '!' if is_text || !word.is_ascii() => Some((sign, word)),
        _ => None,
    }
}

/// `|`, `>-`, `|2`…
fn block_header(value: &str) -> Value {
    let header = value.split_once([' ', '\t']).map_or(value, |(header, _)| header);
    let indicators = header.get(1..).unwrap_or_default();
    if !indicators.chars().all(|c| matches!(c, '+' | '-' | '1'..='9')) {
        return Value::Plain;
    }
    Value::Block { explicit: indicators.contains(|c: char| c.is_ascii_digit()) }
}

/// Whether the quoted text that begins the value ends on its line.
fn is_closed(value: &str, quote: char) -> bool {
    let mut escaped = false;
    let mut quotes = 0;
    for c in value.chars() {
        quotes += usize::from(c == quote && !escaped);
        escaped = quote == '"' && c == '\\' && !escaped;
    }
    quotes % 2 == 0
}

/// How many brackets are open after `text`.
pub(super) fn flow_depth(depth: usize, text: &str) -> usize {
    text.chars().fold(depth, |depth, c| match c {
        '[' | '{' => depth + 1,
        ']' | '}' => depth.saturating_sub(1),
        _ => depth,
    })
}
