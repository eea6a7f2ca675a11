//! From the bytes of one YAML file to a [`Document`], with every mistake told at once.
//!
//! 1. [`decode()`] turns bytes into text (UTF-8, UTF-16, GB18030).
//! 2. `scan` looks at the raw lines for what would break YAML or be swallowed by it (tabs as
//!    indentation, ： as separator…), tells it, and mends it byte for byte so that reading
//!    can go on.
//! 3. `yaml` builds a tree whose every character knows its place.
//! 4. `lower` reads the tree by the field tables of `schema` into the document.
//!
//! The contract is `docs/spec/input.md`. Nothing here reads a file: texts that a document names
//! come through a callback.

mod blanks;
mod cells;
mod characters;
mod date;
mod decode;
mod han;
mod inline;
mod lower;
mod marks;
mod number;
mod ordinals;
mod report;
mod scan;
mod schema;
mod settings;
mod tidy;
mod yaml;

#[cfg(test)]
mod tests;

use docgen_model::{Code, Diagnostic, Document, Span};

pub use decode::{Decoded, decode};
pub use schema::schema;
pub use settings::settings;
pub use tidy::tidy;

use report::{Report, both};

/// The most bytes of all pictures of a document.
pub(crate) const MAX_PICTURE_BYTES: usize = 100 << 20;

/// The most bytes of all texts in other files that a document names.
pub(crate) const MAX_FILE_BYTES: usize = 8 << 20;

/// The most paragraphs of a document: those of some thousand pages.
pub(crate) const MAX_PARAGRAPHS: usize = 50_000;

/// The most cells of all tables of a document.
pub(crate) const MAX_CELLS: usize = 50_000;

/// The most columns of a table.
pub(crate) const MAX_COLUMNS: usize = 100;

/// The most characters of one cell: more than a page holds.
pub(crate) const MAX_CELL: usize = 2_000;

/// The largest source that is read, in bytes.
pub(crate) const MAX_BYTES: usize = 8 << 20;

/// Why a file that a document names was not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// Its path leaves the folder of the document.
    Outside,
    /// It could not be read; the reason.
    Unreadable(String),
}

/// Gives the bytes of a file that the document names, by the name as written.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, FileError> + 'a;

/// Reads a decoded source.
///
/// The document is there unless the source is not YAML or not a map; it is fit for output
/// only if no diagnostic is an error. Diagnostics are in source order, their spans in bytes
/// of `source`.
pub fn parse(source: &str, files: &Files<'_>) -> (Option<Document>, Vec<Diagnostic>) {
    if source.len() > MAX_BYTES {
        return (None, vec![too_large()]);
    }
    let mut report = Report::default();
    let scan = scan::scan(source, &mut report);
    let root = yaml::read(&scan, &mut report);
    let document = root.and_then(|root| lower::lower(root, files, &scan, &mut report));
    (document, report.finish(source))
}

/// The refusal of a source. How large it is nobody knows: the rest was not read.
pub(crate) fn too_large() -> Diagnostic {
    let limit = MAX_BYTES >> 20;
    Diagnostic::error(
        Code::TooLarge,
        Span::default(),
        both(
            format!("文件太大：最多 {limit} MB"),
            format!("the file is too large; at most {limit} MB are read"),
        ),
    )
    .hint(both(
        "一个文件只写一份公文；大段内容请拆成几个附件文件",
        "write one document a file; split long content into several attachments",
    ))
}
