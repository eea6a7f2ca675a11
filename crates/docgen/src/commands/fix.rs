//! `docgen check --fix`: what can be mended safely is mended in the file itself.
//!
//! 1. Make the changes that the findings carry, and check again: one change may uncover
//!    another.
//! 2. Changes that would lead to an error are not kept.
//! 3. Write the file as it was, with or without byte-order mark, with its own line ends; with
//!    `--dry-run` only show what would change.

use docgen::{Compiled, mend};
use docgen_model::{Bilingual, Code, Diagnostic, Span};

use crate::batch::Batch;
use crate::input::Input;
use crate::write::Staged;

/// How often one change may uncover another.
const PASSES: usize = 5;

/// A document that was mended.
pub(crate) struct Mended {
    /// What is to be said of it now.
    pub(crate) compiled: Compiled,
    /// How many changes it took.
    pub(crate) count: usize,
}

/// Mends a document. Nothing is written.
pub(crate) fn mended(
    batch: &Batch,
    input: &Input,
    compiled: Compiled,
) -> Result<Mended, Box<Diagnostic>> {
    let mut mended = Mended { compiled, count: 0 };
    for _ in 0..PASSES {
        let Compiled { source, diagnostics, .. } = &mended.compiled;
        let Some((text, count)) = mend(source, diagnostics) else { break };
        let compiled = batch.compile(input, text.as_bytes())?;
        if errors(&compiled) > errors(&mended.compiled) {
            break;
        }
        mended = Mended { compiled, count: mended.count + count };
    }
    Ok(mended)
}

/// Puts a mended text in the place of the old one.
pub(crate) fn write(input: &Input, old: &str, new: &str) -> Result<(), Box<Diagnostic>> {
    let Input::File(path) = input else { return Ok(()) };
    let bytes = in_the_form_of(&input.read()?, old, new).ok_or_else(other_form)?;
    let staged = Staged::instead(path, &bytes).and_then(Staged::commit);
    staged.map(drop).map_err(|error| {
        let (zh, en) = docgen::world::reason(&error);
        let message = Bilingual::new(
            format!("不能改写文件：{zh}"),
            format!("cannot rewrite the file: {en}"),
        );
        Box::new(Diagnostic::error(Code::Unwritable, Span::default(), message))
    })
}

fn errors(compiled: &Compiled) -> usize {
    compiled.diagnostics.iter().filter(|found| found.is_error()).count()
}

/// The new text with the byte-order mark and the line ends of the old bytes; none if those
/// are no UTF-8, or have line ends of several kinds.
fn in_the_form_of(bytes: &[u8], old: &str, new: &str) -> Option<Vec<u8>> {
    const MARK: &str = "\u{FEFF}";
    let text = std::str::from_utf8(bytes).ok()?;
    let bare = text.strip_prefix(MARK);
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let new = match bare.unwrap_or(text) {
        text if text == old => new.to_owned(),
        text if text == crlf(old) => crlf(new),
        _ => return None,
    };
    let mark = if bare.is_some() { MARK } else { "" };
    Some(format!("{mark}{new}").into_bytes())
}

fn other_form() -> Box<Diagnostic> {
    let message = Bilingual::new(
        "这个文件不是 UTF-8，或者换行符不一，没有改写",
        "the file is not UTF-8, or its line ends differ; it was not rewritten",
    );
    let hint = Bilingual::new("先用编辑器另存为 UTF-8", "save it as UTF-8 first");
    Box::new(Diagnostic::warning(Code::Unwritable, Span::default(), message).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_form() {
        let form = |bytes: &str| {
            let new = in_the_form_of(bytes.as_bytes(), "甲\n乙\n", "丙\n丁\n");
            new.map(|bytes| String::from_utf8(bytes).unwrap_or_default())
        };
        assert_eq!(form("甲\n乙\n").as_deref(), Some("丙\n丁\n"));
        assert_eq!(form("\u{FEFF}甲\r\n乙\r\n").as_deref(), Some("\u{FEFF}丙\r\n丁\r\n"));
        assert_eq!(form("甲\r\n乙\n"), None);
        assert_eq!(in_the_form_of(&[0xBC, 0xD7], "甲", "乙"), None);
    }
}
