//! Texts in other files, which the document names.

use docgen_model::{Code, Diagnostic, Span};

use super::Context;
use super::spent::Ware;
use crate::cells::is_blank;
use crate::report::{both, short};
use crate::yaml::Node;
use crate::{FileError, decode};

/// The text of the file that a scalar names; what is wrong with it is told at the name.
pub(super) fn text(name: &Node, cx: &mut Context<'_>) -> Option<String> {
    let (name, span) = (name.written(), name.span);
    let bytes = match (cx.files)(&name) {
        Ok(bytes) => bytes,
        Err(error) => {
            cx.push(bad_file(&name, span, error));
            return None;
        }
    };
    let decoded = match decode(&bytes) {
        Ok(decoded) => decoded,
        Err(error) => {
            cx.push(in_file(*error, &name, span));
            return None;
        }
    };
    if !cx.spend(Ware::FileBytes, decoded.text.len(), span) {
        return None;
    }
    for finding in decoded.diagnostics {
        cx.push(in_file(finding, &name, span));
    }
    if decoded.text.chars().all(is_blank) {
        let message =
            both(format!("文件“{name}”是空的"), format!("the file “{name}” is empty"));
        cx.push(Diagnostic::error(Code::BadFile, span, message));
    }
    Some(decoded.text)
}

pub(super) fn bad_file(name: &str, span: Span, error: FileError) -> Diagnostic {
    let name = short(name);
    match error {
        FileError::Outside => {
            let message = both(
                format!("文件“{name}”不在公文所在的文件夹里"),
                format!("“{name}” leaves the folder of the document"),
            );
            Diagnostic::error(Code::BadFile, span, message).hint(both(
                "把它放到公文旁边或下级文件夹里，写相对路径",
                "put it beside the document or below",
            ))
        }
        FileError::Unreadable(reason) => {
            let message = both(
                format!("读不到文件“{name}”：{reason}"),
                format!("“{name}” cannot be read: {reason}"),
            );
            Diagnostic::error(Code::BadFile, span, message)
                .hint(both("检查文件名和位置", "check its name and place"))
        }
    }
}

/// A finding about another file, told at its name.
pub(super) fn in_file(finding: Diagnostic, name: &str, span: Span) -> Diagnostic {
    let name = short(name);
    let message = both(
        format!("文件“{name}”：{}", finding.message.zh),
        format!("“{name}”: {}", finding.message.en),
    );
    Diagnostic { span, message, ..finding }
}
