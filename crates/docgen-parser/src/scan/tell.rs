//! What is told about the raw lines.

use docgen_model::{Code, Diagnostic, Severity, Span};

use crate::report::{Crowd, both};
use crate::yaml::fault;

/// A tab or U+3000 before the content of a line.
pub(super) fn indentation() -> Crowd {
    Crowd {
        code: Code::Indentation,
        severity: Severity::Error,
        message: both(
            "行首缩进用了制表符（Tab）或全角空格",
            "a tab or a full-width blank as indentation",
        ),
        hint: Some(both(
            "行首只用半角空格缩进，每级两个",
            "indent with ordinary spaces only, two a level",
        )),
    }
}

/// A dash without a space before an item.
pub(super) fn dash() -> Crowd {
    Crowd {
        code: Code::Syntax,
        severity: Severity::Error,
        message: both(
            "列表的“-”要用半角，后面要有一个空格",
            "the dash of an item must be an ASCII one with a space behind it",
        ),
        hint: Some(both(
            "写成“- 名称”；确是正文里的横线，把正文写在 | 后面",
            "write “- name”; a text that has dashes is written behind |",
        )),
    }
}

/// A text whose first line is indented deeper than another.
pub(super) fn first_line_deeper(at: Span) -> Diagnostic {
    let message = both(
        "这段文字的第一行比后面的行缩进得更深，后面的行会读不进来",
        "the first line of this text is indented deeper than the rest",
    );
    Diagnostic::error(Code::FirstLineDeeper, at, message).hint(both(
        "各行左边对齐即可，段首空两个字由程序加",
        "align all lines on the left; the program indents paragraphs itself",
    ))
}

/// A text that begins with `sign`; `word` is its first word.
pub(super) fn sign(sign: char, at: Span, word: &str) -> Diagnostic {
    match sign {
        '&' | '*' => fault::anchor(at, word),
        '!' => fault::tag(at, word),
        _ => fault::bad_start(at),
    }
}

/// The refusal of a full-width colon after `key`.
pub(crate) fn full_width_colon(span: Span, key: &str) -> Diagnostic {
    let message = both(
        format!("“{key}”后面用了全角冒号“：”"),
        format!("a full-width colon separates “{key}” from its value"),
    );
    Diagnostic::error(Code::FullWidthColon, span, message).hint(both(
        format!("改成半角冒号加一个空格：{key}: …"),
        format!("write an ordinary colon and a space: {key}: …"),
    ))
}

/// The refusal of `key:value`.
pub(crate) fn no_space(span: Span, key: &str, value: &str) -> Diagnostic {
    let start: String = value.trim_start().chars().take(8).collect();
    let message = both(
        format!("“{key}:”的冒号后面没有半角空格"),
        format!("no space after the colon of “{key}:”"),
    );
    Diagnostic::error(Code::Syntax, span, message).hint(both(
        format!("在冒号后面加一个半角空格：{key}: {start}…"),
        format!("put a space after the colon: {key}: {start}…"),
    ))
}
