//! What is wrong with the YAML, told in the words of its author.

use docgen_model::{Code, Diagnostic, Span};
use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use super::offsets;
use crate::report::{Report, both};
use crate::scan::{Scan, full_width_colon};

/// When a text needs quotes.
const QUOTE: &str =
    "文字里有“: ”“ #”或以 [ ] { } & * ! @ % ` 开头时，整段文字两边要加英文双引号";

/// Tells why the YAML is broken, unless a slip that was told already may be the cause.
pub(super) fn tell(error: &ScanError, scan: &Scan, report: &mut Report) {
    if scan.mended {
        return;
    }
    let at = error.marker().byte_offset().unwrap_or_default().min(scan.source.len());
    if let Some(colon) = colon_near(at, scan) {
        let line = scan.source.get(..colon.start as usize).unwrap_or_default();
        let key = line.rsplit(['\n', ' ']).next().unwrap_or_default();
        report.push(full_width_colon(colon, key));
        return;
    }
    report.push(match error.kind() {
        ErrorKind::CommentInterceptedScalar => {
            cut_by_comment(line_end_from(at, &scan.source))
        }
        ErrorKind::RecursionLimitExceeded => budget(char_at(at, &scan.source)),
        kind => broken(kind, at, &scan.source),
    });
}

/// YAML that is broken at a byte of the source. An open bracket is often met only in a later
/// line, so it is looked for.
fn broken(kind: &ErrorKind, at: usize, source: &str) -> Diagnostic {
    let before = source.get(..at).unwrap_or_default();
    let (mut cause, mut place) = (Cause::of(kind), char_at(at, source));
    match cause {
        Cause::Brackets => {
            let open = unclosed(before).unwrap_or(at);
            let inside = before.get(open..).unwrap_or_default();
            if let Some(hash) = comment_in(inside) {
                return cut_by_comment(line_end_from(open + hash, source));
            }
            if inside.contains('\n') {
                place = char_at(open, source);
            }
        }
        Cause::Alignment if before.trim_end_matches(' ').ends_with([']', '}']) => {
            cause = Cause::AfterBracket;
        }
        _ => {}
    }
    let (zh, hint) = cause.words();
    let hint = both(hint, "see the place; quote texts that hold : # [ ] { } & * ! @ %");
    Diagnostic::error(Code::Syntax, place, both(zh, format!("not YAML: {kind}")))
        .hint(hint)
}

/// Where the last bracket stands that is still open; comments do not count.
fn unclosed(before: &str) -> Option<usize> {
    let (mut closed, mut end) = (0_usize, before.len());
    for line in before.rsplit('\n') {
        let start = end - line.len();
        let text = comment_in(line).and_then(|at| line.get(..at)).unwrap_or(line);
        for (at, c) in text.char_indices().rev() {
            match c {
                ']' | '}' => closed += 1,
                '[' | '{' if closed == 0 => return Some(start + at),
                '[' | '{' => closed -= 1,
                _ => {}
            }
        }
        end = start.saturating_sub(1);
    }
    None
}

/// Where a text in brackets is cut by ` #`.
fn comment_in(inside: &str) -> Option<usize> {
    let cuts = |&at: &usize| {
        let before = inside.get(..at).unwrap_or_default().trim_end_matches(' ');
        !before.ends_with(['[', '{', ',', '\n'])
    };
    inside.match_indices(" #").map(|(at, _)| at).find(cuts)
}

/// A suspicious ： on the line of the fault, or on the line before it.
fn colon_near(at: usize, scan: &Scan) -> Option<Span> {
    let before = scan.source.get(..at)?;
    let after = scan.source.get(at..)?;
    let line = before.rfind('\n').unwrap_or(0);
    let start = before.get(..line)?.trim_end().rfind('\n').unwrap_or(0);
    let end = after.find('\n').map_or(scan.source.len(), |end| at + end);
    let near = |colon: &&Span| (start..end).contains(&(colon.start as usize));
    scan.colons.iter().rev().find(near).copied()
}

fn line_end_from(at: usize, source: &str) -> Span {
    let rest = source.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let skipped = line.len() - line.trim_start().len();
    offsets(at + skipped, at + line.trim_end().len().max(skipped))
}

fn char_at(at: usize, source: &str) -> Span {
    let rest = source.get(at..).unwrap_or_default();
    let length = rest.chars().next().filter(|&c| c != '\n').map_or(0, char::len_utf8);
    offsets(at, at + length)
}

/// What a clerk did to make the YAML broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    OpenQuote,
    AfterQuote,
    Escape,
    Brackets,
    AfterBracket,
    Colon,
    Start,
    Alignment,
    NoKey,
    Tab,
    Dash,
    AfterBar,
    Comment,
    Unknown,
}

impl Cause {
    fn of(kind: &ErrorKind) -> Self {
        use ErrorKind as K;
        match kind {
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => {
                Self::OpenQuote
            }
            K::InvalidTrailingSingleQuotedScalar
            | K::InvalidTrailingDoubleQuotedScalar => Self::AfterQuote,
            K::UnknownQuotedScalarEscape
            | K::InvalidQuotedScalarHexEscape
            | K::InvalidUnicodeEscape => Self::Escape,
            K::UnclosedFlowCollection { .. }
            | K::MisplacedFlowCollectionEnd
            | K::MismatchedFlowCollectionEnd { .. }
            | K::UnexpectedEofFlowSequence
            | K::UnexpectedEofFlowMapping
            | K::ExpectedFlowMappingSeparator
            | K::ExpectedFlowSequenceSeparator
            | K::InvalidColonPlacement => Self::Brackets,
            K::MappingValueNotAllowed | K::MappingKeyNotAllowed => Self::Colon,
            K::UnexpectedCharacter { .. } | K::PlainScalarStartsWithDashFlowIndicator => {
                Self::Start
            }
            K::ExpectedBlockMappingKey
            | K::InvalidIndentation
            | K::InvalidBlockScalarIndent
            | K::InvalidQuotedScalarIndent
            | K::InvalidFlowScalarIndent
            | K::ExpectedBlockSequenceEntry => Self::Alignment,
            K::SimpleKeyExpected | K::InvalidSimpleKey => Self::NoKey,
            K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabAtBlockScalarStart
            | K::TabInPlainScalar => Self::Tab,
            K::BlockSequenceEntryNotAllowed
            | K::BlockEntryInFlowCollection
            | K::InvalidBlockEntryWhitespace => Self::Dash,
            K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent => Self::AfterBar,
            K::CommentNotSeparated => Self::Comment,
            _ => Self::Unknown,
        }
    }

    /// A sentence and a remedy.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::OpenQuote => ("引号没有配对", "在这段文字的末尾补上同样的引号"),
            Self::AfterQuote => (
                "引号已经结束，后面还有文字",
                "中文引号用“ ”；用英文引号的，整段文字都要放在里面",
            ),
            Self::Escape => (
                "双引号里的反斜杠 \\ 后面不是认得的写法",
                "反斜杠要写成 \\\\，或者改用单引号",
            ),
            Self::Brackets => (
                "方括号 [ ] 或花括号 { } 没有配对，或者其中缺少逗号",
                "检查括号和半角逗号",
            ),
            Self::AfterBracket => ("括号已经结束，后面还有文字", QUOTE),
            Self::Colon => (
                "这里不应当有冒号",
                "文字里有“: ”时整段加英文双引号；多行文字放在 | 后面；键要与同一级的键左边对齐",
            ),
            Self::Start => ("文字不能以这个符号开头", QUOTE),
            Self::Alignment => {
                ("缩进没有对齐", "同一级的键左边要对齐，下一级比上一级多缩进两个半角空格")
            }
            Self::NoKey => (
                "这一行不是“键: 值”的样子",
                "键后面要有半角冒号和一个空格；多行文字要放在 | 后面",
            ),
            Self::Tab => ("缩进用了制表符（Tab）", "改用半角空格"),
            Self::Dash => {
                ("列表的“- ”不能写在这里", "“- ”要另起一行，比上面的键多缩进两个空格")
            }
            Self::AfterBar => {
                ("| 或 > 后面不能再有文字", "文字从下一行开始写，并缩进两个空格")
            }
            Self::Comment => ("# 前面要有空格", QUOTE),
            Self::Unknown => ("文件不符合 YAML 的写法", QUOTE),
        }
    }
}

/// A text that begins with a sign that YAML keeps for itself.
pub(crate) fn bad_start(at: Span) -> Diagnostic {
    let (zh, hint) = Cause::Start.words();
    let message = both(zh, "a text cannot begin with this sign");
    Diagnostic::error(Code::Syntax, at, message).hint(both(hint, "quote the whole text"))
}

/// Nested too deeply, or too many values.
pub(super) fn budget(at: Span) -> Diagnostic {
    let message = both("层次太深，或者内容太多", "nested too deeply, or too many values");
    Diagnostic::error(Code::Budget, at, message)
        .hint(both("把内容拆成几个文件", "split the content into several files"))
}

/// ` #…` behind a plain text.
pub(super) fn cut_by_comment(at: Span) -> Diagnostic {
    let message = both(
        "空格后面的 # 会把这一行余下的文字当作注释丢掉",
        "a blank and # would make the rest of the line a comment, not text",
    );
    Diagnostic::error(Code::CutByComment, at, message).hint(both(
        "是正文，就给整段文字加英文双引号；是注释，就另起一行写",
        "quote the whole text; a comment goes on a line of its own",
    ))
}

/// `&name` or `*name`.
pub(crate) fn anchor(at: Span, name: &str) -> Diagnostic {
    let message = both(
        format!("“{name}”会被当作 YAML 的锚点或引用，公文里不用它"),
        format!("“{name}” is a YAML anchor or alias, which documents do not use"),
    );
    Diagnostic::error(Code::Anchor, at, message).hint(both(
        "以 & 或 * 开头的文字（也包括 **强调**）要加英文双引号",
        "quote a text that begins with & or * (also **…**)",
    ))
}

/// `!tag`.
pub(crate) fn tag(at: Span, tag: &str) -> Diagnostic {
    let message = both(
        format!("“{tag}”会被当作 YAML 的类型标签，公文里不用它"),
        format!("“{tag}” is a YAML tag, which documents do not use"),
    );
    Diagnostic::error(Code::Tag, at, message).hint(both(
        "删去它；以 ! 开头的文字要加英文双引号",
        "delete it; quote a text that begins with !",
    ))
}

/// `<<: …`.
pub(super) fn merge_key(at: Span) -> Diagnostic {
    let message =
        both("不支持 YAML 的合并键 <<", "the YAML merge key << is not supported");
    Diagnostic::error(Code::MergeKey, at, message)
        .hint(both("把要合并的内容直接写出来", "write the merged content out"))
}

/// A list or a map as key.
pub(super) fn key_is_no_text(at: Span) -> Diagnostic {
    let message = both("键必须是文字", "a key must be a text");
    Diagnostic::error(Code::WrongType, at, message).hint(both(
        "以 [ 或 { 开头的文字要加英文双引号",
        "quote a text that begins with [ or {",
    ))
}
