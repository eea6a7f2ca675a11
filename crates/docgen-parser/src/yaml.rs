//! The YAML of a source as a small tree: maps, lists and written characters, each with its
//! place.
//!
//! A facade over the event parser of `serde-saphyr`; nothing of it is seen outside. What an
//! official document has no use for (anchors, aliases, tags, merge keys, further documents)
//! is told and left out, and the reading goes on. Only YAML that is broken ends it.

mod align;
pub(crate) mod fault;

use docgen_model::{Code, Diagnostic, Span, Spanned};
use serde_saphyr::granit_parser::{
    Event, Parser, ScalarStyle, Span as Place, StrInput, Tag, options,
};

use crate::cells::{self, Cell};
use crate::characters;
use crate::report::{Report, both};
use crate::scan::Scan;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) span: Span,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    /// Nothing, `~` or `null`.
    Null,
    /// Written characters.
    Scalar(Vec<Cell>),
    /// A list.
    Seq(Vec<Node>),
    /// A map, in the order of the source.
    Map(Vec<Entry>),
    /// Something that was told already and is to be passed over.
    Broken,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: Spanned<String>,
    pub(crate) value: Node,
}

/// Deeper nesting is refused; the format itself needs eight levels.
const MAX_DEPTH: usize = 32;
/// More values are refused.
const MAX_NODES: usize = 250_000;

/// The words of the comments of a source that can be read, in its order.
pub(crate) fn comments(scan: &Scan) -> Vec<String> {
    let options = options! {
        emit_comments: true,
        flow_nesting_limit: 2 * MAX_DEPTH,
        block_nesting_limit: 2 * MAX_DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(&scan.source, options);
    let mut words = vec![];
    while let Some(Ok((event, _))) = parser.next_event() {
        match event {
            Event::Comment(text, _) => words.push(text.trim().to_owned()),
            Event::StreamEnd => break,
            _ => {}
        }
    }
    words
}

/// The tree of a source; none if it is not YAML or too large, which is then told.
pub(crate) fn read(scan: &Scan, report: &mut Report) -> Option<Node> {
    let options = options! {
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: 2 * MAX_DEPTH,
        block_nesting_limit: 2 * MAX_DEPTH,
    };
    let parser = Parser::new_from_str_with_options(&scan.source, options);
    let mut reader = Reader { parser, scan, report, nodes: 0 };
    reader.document().ok()
}

/// The reading has ended; why was told.
struct Stop;

struct Reader<'s, 'r> {
    parser: Parser<'s, StrInput<'s>>,
    scan: &'s Scan,
    report: &'r mut Report,
    nodes: usize,
}

impl<'s> Reader<'s, '_> {
    /// The first document; the others are refused.
    fn document(&mut self) -> Result<Node, Stop> {
        let mut root = None;
        loop {
            let (event, place) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    self.refuse_second_document(span(place));
                    break;
                }
                Event::StreamStart
                | Event::DocumentStart(..)
                | Event::DocumentEnd
                | Event::SequenceEnd
                | Event::MappingEnd
                | Event::Anchor(..) => {}
                event => root = Some(self.node(event, place, 0)?),
            }
        }
        let end = self.scan.source.len();
        Ok(root.unwrap_or(Node { kind: NodeKind::Null, span: offsets(end, end) }))
    }

    /// The next event; anchors are told on the way.
    fn next(&mut self) -> Result<(Event<'s>, Place), Stop> {
        loop {
            match self.parser.next_event() {
                Some(Ok((Event::Anchor(_, name), place))) => {
                    self.refuse_anchor(span(place), &format!("&{name}"));
                }
                Some(Ok(event)) => return Ok(event),
                Some(Err(error)) => {
                    fault::tell(&error, self.scan, self.report);
                    return Err(Stop);
                }
                None => return Ok((Event::StreamEnd, Place::default())),
            }
        }
    }

    /// The node that `event` begins.
    fn node(
        &mut self,
        event: Event<'s>,
        place: Place,
        depth: usize,
    ) -> Result<Node, Stop> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            self.report.push(fault::budget(span(place)));
            return Err(Stop);
        }
        let kind = match event {
            Event::Scalar(value, style, _, tag) => {
                self.check_tag(tag.as_deref(), &place);
                return Ok(self.scalar(&value, style, place));
            }
            Event::SequenceStart(_, _, tag) => {
                self.check_tag(tag.as_deref(), &place);
                return self.seq(span(place), depth);
            }
            Event::MappingStart(_, _, tag) => {
                self.check_tag(tag.as_deref(), &place);
                return self.map(span(place), depth);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let at = span(place);
                let name = self.written(at).to_owned();
                self.refuse_anchor(at, &name);
                NodeKind::Broken
            }
            _ => NodeKind::Broken,
        };
        Ok(Node { kind, span: span(place) })
    }

    fn seq(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut items = vec![];
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let last = items.last().map_or(start, |item: &Node| item.span);
                let span = start.to(last).to(closing(place));
                return Ok(Node { kind: NodeKind::Seq(items), span });
            }
            items.push(self.node(event, place, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, Stop> {
        let mut entries: Vec<Entry> = vec![];
        loop {
            let (event, place) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                let last = entries.last().map_or(start, |entry| entry.value.span);
                let span = start.to(last).to(closing(place));
                return Ok(Node { kind: NodeKind::Map(entries), span });
            }
            let key = self.node(event, place, depth + 1)?;
            let (event, place) = self.next()?;
            let value = self.node(event, place, depth + 1)?;
            if let Some(key) = self.key(key) {
                entries.push(Entry { key, value });
            }
        }
    }

    /// The name that a key is; merge keys and keys that are no text are told.
    fn key(&mut self, node: Node) -> Option<Spanned<String>> {
        let written = self.written(node.span);
        if written == "<<" {
            self.report.push(fault::merge_key(node.span));
            return None;
        }
        match node.kind {
            NodeKind::Scalar(cells) => {
                let name = cells::string(cells::trim(&cells));
                Some(Spanned::new(name, node.span))
            }
            NodeKind::Null => Some(Spanned::new(written.to_owned(), node.span)),
            NodeKind::Broken => None,
            NodeKind::Seq(_) | NodeKind::Map(_) => {
                self.report.push(fault::key_is_no_text(node.span));
                None
            }
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, place: Place) -> Node {
        let mut at = span(place);
        let broken = Node { kind: NodeKind::Broken, span: at };
        if self.scan.broken.binary_search(&at.start).is_ok() {
            return broken;
        }
        if matches!(style, ScalarStyle::Plain) {
            if self.is_cut_by_comment(at) {
                return broken;
            }
            if at.start == at.end || matches!(value, "" | "~" | "null" | "Null" | "NULL")
            {
                return Node { kind: NodeKind::Null, span: at };
            }
        }
        if let ScalarStyle::Literal | ScalarStyle::Folded = style {
            let written = self.written(at).trim_end();
            at.end = at.start + u32::try_from(written.len()).unwrap_or_default();
        }
        let mut cells = align::align(value, &self.scan.source, at, style);
        let blanked = &self.scan.blanked;
        cells.retain(|cell| blanked.binary_search(&cell.span.start).is_err());
        characters::check(&mut cells, self.report);
        Node { kind: NodeKind::Scalar(cells), span: at }
    }

    /// Tells ` #…` behind a plain text on its line: what is left of the text is not all of it.
    fn is_cut_by_comment(&mut self, at: Span) -> bool {
        let rest = self.scan.source.get(at.end as usize..).unwrap_or_default();
        let comment = rest.trim_start_matches([' ', '\t']);
        if at.start == at.end || comment.len() == rest.len() || !comment.starts_with('#')
        {
            return false;
        }
        let start = at.end as usize + rest.len() - comment.len();
        let line = comment.split('\n').next().unwrap_or_default();
        let span = offsets(start, start + line.trim_end().len());
        self.report.push(fault::cut_by_comment(span));
        true
    }

    fn check_tag(&mut self, tag: Option<&Tag>, place: &Place) {
        if tag.is_none() {
            return;
        }
        let at = place.tag_span().map_or(span(*place).before(), span);
        let tag = self.written(at).to_owned();
        self.report.push(fault::tag(at, &tag));
    }

    fn refuse_anchor(&mut self, at: Span, name: &str) {
        self.report.push(fault::anchor(at, name));
    }

    fn refuse_second_document(&mut self, at: Span) {
        let message = both(
            "一个文件只能写一份公文，这里开始了第二份",
            "a second document begins here; a file holds one",
        );
        self.report.push(Diagnostic::error(Code::SecondDocument, at, message).hint(
            both(
                "把第二份公文放进另一个文件；正文里的横线请写进 | 后面的文字里",
                "put the second document into a file of its own",
            ),
        ));
    }

    fn written(&self, at: Span) -> &'s str {
        self.scan.source.get(at.start as usize..at.end as usize).unwrap_or_default()
    }
}

/// The place of an end event, where it is a bracket; empty ones lie on the next line.
fn closing(place: Place) -> Span {
    let at = span(place);
    if at.start < at.end { at } else { Span::new(u32::MAX, 0) }
}

fn span(place: Place) -> Span {
    let byte = |mark: Option<usize>| mark.unwrap_or_default();
    offsets(byte(place.start.byte_offset()), byte(place.end.byte_offset()))
}

fn offsets(start: usize, end: usize) -> Span {
    let offset = |n| u32::try_from(n).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
