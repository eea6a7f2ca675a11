//! One document, from bytes to pages: pure but for the callback that reads its files.
//!
//! 1. Decode the bytes.
//! 2. Parse the text; all mistakes are found in one pass.
//! 3. Ask the rules of the editor.
//! 4. Find the profile: the caller's, else the document's, else the standard.
//! 5. Lay the document out, even one with errors, so that a character without a glyph is
//!    told in the same pass as everything else.
//! 6. Judge what was found, and sort it by its place. With an error among it there is nothing
//!    to export.

use docgen_fonts::FontBook;
use docgen_frame::PagedDocument;
use docgen_layout::Layout;
use docgen_model::{Bilingual, Code, Decisions, Diagnostic, Document, Span};
use docgen_parser::FileError;
use docgen_standard::{Profile, ProfileError};

use crate::export::internal;
use crate::judge::{Allowed, Rulings, judge};

/// What became of a document's bytes.
#[derive(Debug)]
pub struct Compiled {
    /// The decoded text; every span of a diagnostic points into it.
    pub source: String,
    /// Everything that is to be said, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not said, because somebody allows it.
    pub allowed: Vec<Allowed>,
    /// What outputs are made from; none if any diagnostic is an error.
    pub made: Option<Made>,
}

/// A document without errors, ready for [`export()`](crate::export()).
#[derive(Debug)]
pub struct Made {
    /// What the author said.
    pub document: Document,
    /// The text that said it, which a DOCX keeps; none if it shall not.
    pub source: Option<String>,
    /// The numbers it is set by.
    pub profile: Profile,
    /// Its pages.
    pub pages: PagedDocument,
    /// What layout chose and a DOCX repeats.
    pub decisions: Decisions,
    /// What its file is named by, behind the name of the document: nothing, or `-附件2`.
    pub suffix: String,
    /// Its attachments that are bound apart, each with outputs of its own.
    pub apart: Vec<Self>,
}

impl Made {
    /// Itself and what is bound apart.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.apart)
    }
}

/// What is asked for from outside a document.
#[derive(Debug, Default)]
pub struct Wishes {
    /// The profile, instead of the one that the document names.
    pub profile: Option<Profile>,
    /// How findings are judged.
    pub rulings: Rulings,
}

/// Compiles one document. `files` reads a file that the document names, see
/// [`world::Folder`](crate::world::Folder).
pub fn compile(
    bytes: &[u8],
    wishes: &Wishes,
    book: &FontBook,
    files: &dyn Fn(&str) -> Result<Vec<u8>, FileError>,
) -> Compiled {
    let decoded = match docgen_parser::decode(bytes) {
        Ok(decoded) => decoded,
        Err(diagnostic) => return undecodable(bytes, *diagnostic),
    };
    let source = decoded.text;
    let mut diagnostics = decoded.diagnostics;
    let (document, found) = docgen_parser::parse(&source, files);
    diagnostics.extend(found);
    diagnostics.extend(document.iter().flat_map(docgen_lint::lint));
    let rulings = document.as_ref().map_or(vec![], |document| document.lint.clone());
    let profile = wishes.profile.as_ref();
    let made = document
        .and_then(|document| lay_out(document, &source, profile, book, &mut diagnostics));
    let allowed = judge(&mut diagnostics, &rulings, &wishes.rulings);
    let made = made.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Compiled { source, diagnostics, allowed, made }
}

/// Bytes that are no text still show the lines before the place where they stop being one.
/// The span counts bytes of the file; it is moved onto the text that is shown.
fn undecodable(bytes: &[u8], mut diagnostic: Diagnostic) -> Compiled {
    let at = (diagnostic.span.start as usize).min(bytes.len());
    let (before, rest) = bytes.split_at(at);
    let mut source = String::from_utf8_lossy(before).into_owned();
    if diagnostic.span != Span::default() {
        let start = source.len() as u32;
        diagnostic.span = Span::new(start, start + 1);
    }
    source.push_str(&String::from_utf8_lossy(rest));
    Compiled { source, diagnostics: vec![diagnostic], allowed: vec![], made: None }
}

fn lay_out(
    document: Document,
    source: &str,
    profile: Option<&Profile>,
    book: &FontBook,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Made> {
    let profile = match profile {
        Some(profile) => profile.clone(),
        None => match named_profile(&document) {
            Ok(profile) => profile,
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                return None;
            }
        },
    };
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    let mut make = |document: Document, suffix: String| {
        let Layout { pages, decisions, diagnostics: found, .. } =
            docgen_layout::layout(&document, &profile, book);
        let found = found.into_iter().filter(|found| sound || lasting(found.code));
        diagnostics.extend(found);
        let (source, profile) = (Some(source.to_owned()), profile.clone());
        Made { document, source, profile, pages, decisions, suffix, apart: vec![] }
    };
    let apart = docgen_standard::bound_apart(&document).into_iter();
    let apart =
        apart.map(|part| make(part.document, format!("-{}", part.label))).collect();
    Some(Made { apart, ..make(document, String::new()) })
}

fn named_profile(document: &Document) -> Result<Profile, Box<Diagnostic>> {
    let Some(name) = &document.profile else { return Ok(Profile::gbt9704().clone()) };
    Profile::named(&name.value).map_err(|error| {
        Box::new(match error {
            ProfileError::Unknown(unknown) => {
                let known = Profile::known();
                Diagnostic::error(
                    Code::BadValue,
                    name.span,
                    Bilingual::new(
                        format!("没有名为“{unknown}”的版式"),
                        format!("there is no profile named “{unknown}”"),
                    ),
                )
                .hint(Bilingual::new(
                    format!("可用的版式：{known}"),
                    format!("known profiles: {known}"),
                ))
            }
            ProfileError::Invalid(why) => internal(&why, name.span),
        })
    })
}

/// Whether a finding of layout stays true once the other errors are mended. Those about
/// places and shapes may go with the text that caused them; a missing glyph stays missing.
fn lasting(code: Code) -> bool {
    matches!(code, Code::MissingGlyph | Code::Internal)
}
