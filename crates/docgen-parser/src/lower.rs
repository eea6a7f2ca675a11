//! From the tree to the document: defaults filled in, content checked, nothing left open.
//!
//! Each part of the document has a module; this one reads the top level and the rules that
//! tie parts together. Nothing stops at a mistake: it is told, and the part is left out.

mod archive;
mod attachments;
mod attendance;
mod body;
mod copies;
mod enclosed;
mod fields;
mod files;
mod formats;
mod front;
mod head;
mod lint;
mod meeting;
mod mongolian;
mod paragraphs;
mod pictures;
mod print;
mod prose;
mod record;
mod secrecy;
mod shape;
mod signature;
mod spent;
mod table;
mod title;

use docgen_model::{
    Code, Diagnostic, Direction, Document, Format, Kind, Severity, Span, Spanned, Stage,
};

use crate::Files;
use crate::blanks::Blanks;
use crate::report::{Report, both};
use crate::scan::Scan;
use crate::schema::{DOCUMENT, FORMATS, HEAD, MEETING, RECORD, SIGNATURE, Table};
use crate::yaml::{Node, NodeKind};
use body::is_regulation;
use fields::Fields;

/// What the readers of all parts share.
pub(crate) struct Context<'a> {
    files: &'a Files<'a>,
    source: &'a str,
    report: &'a mut Report,
    /// Keys that were written but could not be read: not missing.
    muted: Vec<&'static str>,
    stage: Stage,
    /// The pictures that were read, so that each is read once.
    pictures: pictures::Read,
    /// How much has been read.
    spent: spent::Spent,
}

impl Context<'_> {
    pub(crate) fn push(&mut self, finding: Diagnostic) {
        self.report.push(finding);
    }

    /// An error, which a draft makes a warning.
    fn push_unless_draft(&mut self, finding: Diagnostic) {
        self.report.push(match self.stage {
            Stage::Final => finding,
            Stage::Draft => Diagnostic {
                severity: Severity::Warning,
                code: Code::Draft,
                hint: Some(both(
                    "草稿可以先缺着，定稿以前要补上",
                    "a draft may lack it; the final document may not",
                )),
                ..finding
            },
        });
    }
}

/// Reads the tree of a source; none if its top is not a map.
pub(crate) fn lower(
    root: Node,
    files: &Files<'_>,
    scan: &Scan,
    report: &mut Report,
) -> Option<Document> {
    let NodeKind::Map(entries) = root.kind else {
        let told = scan.mended && matches!(root.kind, NodeKind::Null);
        if !told {
            report.push(not_a_map(&root));
        }
        return None;
    };
    let owner = entries.first().map_or(root.span.before(), |entry| entry.key.span);
    let muted = scan.muted.clone();
    let source = scan.source.as_str();
    let stage = Stage::Final;
    let mut cx = Context {
        files,
        source,
        report,
        muted,
        stage,
        pictures: pictures::Read::default(),
        spent: spent::Spent::default(),
    };
    let fields = Fields::open(entries, &DOCUMENT, owner, &mut cx);
    Some(document(fields, owner, &mut cx))
}

fn not_a_map(root: &Node) -> Diagnostic {
    let (zh, en) = match root.kind {
        NodeKind::Null => ("文件里没有内容", "the file is empty"),
        NodeKind::Scalar(_) | NodeKind::Seq(_) | NodeKind::Map(_) | NodeKind::Broken => {
            ("文件要由“键: 值”组成", "the file must be a map of keys and values")
        }
    };
    let start = root.span.before();
    Diagnostic::error(Code::NotAMap, start, both(zh, en)).hint(both(
        "照这样写：标题: …，正文: |，下面各行缩进两个空格",
        "write: title: …, body: |, and the text indented below it",
    ))
}

/// Reads the top level. The order of reading does not matter to messages, which are sorted.
fn document(mut fields: Fields, owner: Span, cx: &mut Context<'_>) -> Document {
    fields.take("docgen", cx);
    cx.stage = stage(&mut fields, cx);
    let head_key = fields.key("head").filter(|_| fields.has_value("head"));
    let head_place = fields.key("head").or(fields.key("format")).unwrap_or(owner);
    let (format, ruled) = format(&mut fields, cx);
    // Opened first, so that a key in the wrong map is not told as missing in the right one.
    let head = section(&mut fields, "head", &HEAD, cx);
    let signature = section(&mut fields, "signature", &SIGNATURE, cx);
    let record = section(&mut fields, "record", &RECORD, cx);
    let meeting = section(&mut fields, "meeting", &MEETING, cx);
    let place = fields.key("kind").or(fields.key("title")).unwrap_or(owner);
    if ruled {
        formats::check_elements(&fields, format, cx);
    }
    let title = title::of_document(&mut fields, format, ruled, cx);
    let kind = title::kind(&mut fields, &title, place, format, cx);
    let direction = direction(&mut fields, kind, cx);
    let rules = Rules { format, direction, ruled };
    if ruled {
        formats::check_kind(kind, format, place, cx);
        check_head(head_key, format, head_place, &fields, cx);
    }
    let head = head.map(|(key, part)| head::read(part, key, rules, cx));
    let meeting = meeting::read(meeting, &fields, rules, cx);
    let rules = Rules { ruled: ruled && !fields.is_muted("signature", cx), ..rules };
    let signature = signature::read(signature, head_key.zip(head.as_ref()), rules, cx);
    let regulation = is_regulation(&title.to_line());
    let profile = fields.verbatim("profile", cx);
    let (body, closing) = body::with_closing(&mut fields, regulation, cx);
    let document = Document {
        format,
        kind,
        direction,
        stage: cx.stage,
        source: fields.verbatim("source", cx),
        profile: profile.map(|text| Spanned::new(text.to_string(), text.span())),
        head,
        subtitle: fields.text("subtitle", Blanks::Wide, cx),
        label: meeting::label(&mut fields, rules, cx),
        meeting,
        issuer_line: fields.text("issuer_line", Blanks::Wide, cx),
        recipients: title::recipients(&mut fields, cx),
        body,
        closing,
        enclosed: enclosed::read(fields.take("enclosed", cx), cx),
        bound_apart: None,
        attachments: attachments::read(fields.take("attachments", cx), cx),
        signature,
        note: title::note(&mut fields, cx),
        attendance: attendance::read(&mut fields, rules, cx),
        record: record.map(|(_, part)| record::read(part, rules, cx)),
        archive: archive::read(&mut fields, cx),
        print: print::read(&mut fields, cx),
        lint: lint::read(&mut fields, cx),
        title,
        ..Document::default()
    };
    front::read(&mut fields, document, rules, cx)
}

fn stage(fields: &mut Fields, cx: &mut Context<'_>) -> Stage {
    match fields.word("stage", cx) {
        Some(Spanned { value: "draft", .. }) => Stage::Draft,
        Some(_) | None => Stage::Final,
    }
}

/// A 版头 must be there where the format has one, and nowhere else.
fn check_head(
    key: Option<Span>,
    format: Format,
    place: Span,
    fields: &Fields,
    cx: &mut Context<'_>,
) {
    match key {
        Some(key) if !format.has_head() => cx.push(head_in_plain(key)),
        None if format.has_head() && !fields.is_muted("head", cx) => {
            cx.push_unless_draft(no_head(place));
        }
        Some(_) | None => {}
    }
}

/// The format, and whether its rules are known: one that was refused has others, so the
/// refusal is enough.
fn format(fields: &mut Fields, cx: &mut Context<'_>) -> (Format, bool) {
    let named = |name| {
        let mut words = FORMATS.iter().zip(Format::ALL);
        words.find(|(word, _)| word.name == name).map(|(_, format)| format)
    };
    let format = match fields.word("format", cx) {
        Some(word) => named(word.value).unwrap_or_default(),
        None if fields.key("head").is_some() => Format::Common,
        None => Format::Plain,
    };
    (format, !fields.is_muted("format", cx))
}

/// The direction as given, or that of the kind.
fn direction(
    fields: &mut Fields,
    kind: Option<Kind>,
    cx: &mut Context<'_>,
) -> Option<Direction> {
    match fields.word("direction", cx).map(|word| word.value) {
        Some("up") => Some(Direction::Up),
        Some("down") => Some(Direction::Down),
        Some(_) => Some(Direction::Level),
        None if fields.is_muted("direction", cx) => None,
        None => kind.and_then(Kind::direction),
    }
}

/// What the rules of the parts depend on.
#[derive(Debug, Clone, Copy)]
struct Rules {
    format: Format,
    direction: Option<Direction>,
    /// Whether the format is one whose rules are known.
    ruled: bool,
}

/// The fields of a map at the top, and the place of its key.
fn section(
    fields: &mut Fields,
    name: &str,
    table: &'static Table,
    cx: &mut Context<'_>,
) -> Option<(Span, Fields)> {
    let value = fields.take(name, cx)?;
    let NodeKind::Map(entries) = value.node.kind else { return None };
    Some((value.key, Fields::open(entries, table, value.key, cx)))
}

fn no_head(at: Span) -> Diagnostic {
    let message = both("这种格式的公文要有版头，却没有写", "this format needs a head");
    Diagnostic::error(Code::Incomplete, at, message).hint(both(
        "写上“版头”（发文机关、发文字号等）；不要版头的，写“格式: 普通”",
        "write “head: …”; without a head it is “format: plain”",
    ))
}

fn head_in_plain(key: Span) -> Diagnostic {
    let message = both(
        "普通格式和会议文件没有版头，这里的版头不会印出来",
        "the formats plain and meeting have no head; this one would not be printed",
    );
    Diagnostic::error(Code::BadValue, key, message).hint(both(
        "要版头，就把“格式”改成“公文”；不要，就删去“版头”",
        "write “format: common”, or delete “head”",
    ))
}
