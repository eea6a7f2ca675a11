//! What is wrong with the YAML, told in the words of its author.

use docgen_model::{Code, Diagnostic, Span};
use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use super::offsets;
use crate::report::{Report, both};
use crate::scan::{Scan, full_width_colon};

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
    let span = char_at(at, &scan.source);
    report.push(match error.kind() {
        ErrorKind::CommentInterceptedScalar => cut_by_comment(line_end_from(at, scan)),
        ErrorKind::RecursionLimitExceeded => budget(span),
        kind => {
            let (zh, hint) = explain(kind);
            let message = both(zh, format!("not YAML: {kind}"));
            let hint =
                both(hint, "see the place; quote texts that hold : # [ ] { } & * !");
            Diagnostic::error(Code::Syntax, span, message).hint(hint)
        }
    });
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

fn line_end_from(at: usize, scan: &Scan) -> Span {
    let rest = scan.source.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let skipped = line.len() - line.trim_start().len();
    offsets(at + skipped, at + line.trim_end().len().max(skipped))
}

fn char_at(at: usize, source: &str) -> Span {
    let rest = source.get(at..).unwrap_or_default();
    let length = rest.chars().next().filter(|&c| c != '\n').map_or(0, char::len_utf8);
    offsets(at, at + length)
}

/// A sentence and a remedy for each kind of fault that a clerk can make.
fn explain(kind: &ErrorKind) -> (&'static str, &'static str) {
    use ErrorKind as K;
    const QUOTE: &str =
        "文字里有“: ”“ #”或以 [ ] { } & * ! @ % ` 开头时，整段文字两边要加英文双引号";
    const COLON: &str =
        "文字里有“: ”时整段加英文双引号；多行文字放在 | 后面；键要与同一级的键左边对齐";
    const ALIGN: &str = "同一级的键左边要对齐，下一级比上一级多缩进两个半角空格";
    match kind {
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => {
            ("引号没有配对", "在这段文字的末尾补上同样的引号")
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => {
            ("引号已经结束，后面还有文字", "要么把整段文字放进引号里，要么去掉引号")
        }
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidUnicodeEscape => (
            "双引号里的反斜杠 \\ 后面不是认得的写法",
            "反斜杠要写成 \\\\，或者改用单引号",
        ),
        K::UnclosedFlowCollection { .. }
        | K::MisplacedFlowCollectionEnd
        | K::MismatchedFlowCollectionEnd { .. }
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::InvalidColonPlacement => {
            ("方括号 [ ] 或花括号 { } 没有配对，或者其中缺少逗号", "检查括号和半角逗号")
        }
        K::MappingValueNotAllowed | K::MappingKeyNotAllowed => {
            ("这里不应当有冒号", COLON)
        }
        K::UnexpectedCharacter { .. } | K::PlainScalarStartsWithDashFlowIndicator => {
            ("文字不能以这个符号开头", QUOTE)
        }
        K::ExpectedBlockMappingKey
        | K::InvalidIndentation
        | K::InvalidBlockScalarIndent
        | K::InvalidQuotedScalarIndent
        | K::InvalidFlowScalarIndent
        | K::ExpectedBlockSequenceEntry => ("缩进没有对齐", ALIGN),
        K::SimpleKeyExpected | K::InvalidSimpleKey => (
            "这一行不是“键: 值”的样子",
            "键后面要有半角冒号和一个空格；多行文字要放在 | 后面",
        ),
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabAtBlockScalarStart
        | K::TabInPlainScalar => ("缩进用了制表符（Tab）", "改用半角空格"),
        K::BlockSequenceEntryNotAllowed
        | K::BlockEntryInFlowCollection
        | K::InvalidBlockEntryWhitespace => {
            ("列表的“- ”不能写在这里", "“- ”要另起一行，比上面的键多缩进两个空格")
        }
        K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent => {
            ("| 或 > 后面不能再有文字", "文字从下一行开始写，并缩进两个空格")
        }
        K::CommentNotSeparated => ("# 前面要有空格", QUOTE),
        _ => ("文件不符合 YAML 的写法", QUOTE),
    }
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
pub(super) fn anchor(at: Span, name: &str) -> Diagnostic {
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
pub(super) fn tag(at: Span, tag: &str) -> Diagnostic {
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
