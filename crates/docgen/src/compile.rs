//! One document, from bytes to pages: pure but for the callback that reads its files.
//!
//! 1. Decode the bytes.
//! 2. Parse the text; all mistakes are found in one pass.
//! 3. Ask the rules of the editor.
//! 4. Find the profile: the caller's, else the document's, else the standard; tell where it
//!    departs from what a clause orders.
//! 5. Lay the document out, even one with errors, so that a character without a glyph is
//!    told in the same pass as everything else.
//! 6. Judge what was found, and sort it by its place. With an error among it there is nothing
//!    to export.

use docgen_fonts::FontBook;
use docgen_frame::PagedDocument;
use docgen_layout::Layout;
use docgen_model::{Code, Decisions, Diagnostic, Document, Span, Spanned};
use docgen_parser::FileError;
use docgen_standard::Profile;

use crate::few;
use crate::house::{ProfileFile, named_profile};
use crate::judge::{Allowed, Rulings, judge};

/// What became of a document's bytes.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The decoded text; every span of a diagnostic points into it.
    pub source: String,
    /// Everything that is to be said, in source order.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not said, because somebody allows it.
    pub allowed: Vec<Allowed>,
    /// What outputs are made from; none if any diagnostic is an error.
    pub made: Option<Made>,
    /// The file of deviations that the document names, with its own findings.
    pub profile: Option<ProfileFile>,
}

/// A document without errors, ready for [`export()`](crate::export()).
#[derive(Debug)]
pub struct Made {
    /// What the author said.
    pub document: Document,
    /// The text that said it, which a DOCX keeps; none if it shall not.
    pub source: Option<String>,
    /// Whether its DOCX marks elements by content controls, not by bookmarks.
    pub content_controls: bool,
    /// Whether its DOCX brings along the characters of the open faces that it uses.
    pub embed_fonts: bool,
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
        Err(diagnostic) => {
            let (source, diagnostic) = undecodable(bytes, *diagnostic);
            let diagnostics = vec![diagnostic];
            return Compiled { source, diagnostics, ..Compiled::default() };
        }
    };
    let source = decoded.text;
    let mut diagnostics = decoded.diagnostics;
    let (document, found) = docgen_parser::parse(&source, files);
    // Beyond a limit nothing more is done: it could take without end.
    let beyond = found.iter().any(|found| found.code == Code::Budget);
    let document = document.filter(|_| !beyond);
    diagnostics.extend(found);
    diagnostics.extend(document.iter().flat_map(docgen_lint::lint));
    let rulings = document.as_ref().map_or(vec![], |document| document.lint.clone());
    let given = wishes.profile.as_ref();
    let named = document.as_ref().and_then(|document| document.profile.as_ref());
    let named = named.filter(|_| given.is_none()).cloned();
    let (profile, file) = match given {
        Some(given) => (Some(given.clone()), None),
        None => own_profile(named.as_ref(), files, &mut diagnostics),
    };
    let place = named.map_or(Span::default(), |named| named.span);
    let made = document.zip(profile).map(|(document, profile)| {
        diagnostics.extend(notices(&profile, &document, place));
        lay_out(document, &source, &profile, book, &mut diagnostics)
    });
    let allowed = judge(&mut diagnostics, &rulings, &wishes.rulings);
    let made = made.filter(|_| !diagnostics.iter().any(Diagnostic::is_error));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    few::limit(&mut diagnostics, MOST_OF_A_KIND);
    Compiled { source, diagnostics, allowed, made, profile: file }
}

/// How many findings of one kind are kept; a file without end could have more than memory.
const MOST_OF_A_KIND: usize = 10_000;

/// Bytes that are no text still show the lines before the place where they stop being one.
/// The span counts bytes of the file; it is moved onto the text that is shown.
pub fn undecodable(bytes: &[u8], mut diagnostic: Diagnostic) -> (String, Diagnostic) {
    let at = (diagnostic.span.start as usize).min(bytes.len());
    let (before, rest) = bytes.split_at(at);
    let mut source = String::from_utf8_lossy(before).into_owned();
    let (start, rest) = (source.len(), String::from_utf8_lossy(rest));
    if diagnostic.span != Span::default() {
        let end = start + rest.chars().next().map_or(0, char::len_utf8);
        diagnostic.span = Span::new(start as u32, end as u32);
    }
    source.push_str(&rest);
    (source, diagnostic)
}

/// The profile that a document names, and the file that it comes from.
fn own_profile(
    named: Option<&Spanned<String>>,
    files: &dyn Fn(&str) -> Result<Vec<u8>, FileError>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<Profile>, Option<ProfileFile>) {
    let Some(named) = named else { return (Some(Profile::gbt9704().clone()), None) };
    let (profile, file) = named_profile(&named.value, named.span, files);
    (profile.map_err(|diagnostic| diagnostics.push(*diagnostic)).ok(), file)
}

/// What a document is told of its profile.
fn notices(profile: &Profile, document: &Document, place: Span) -> Vec<Diagnostic> {
    let deviations = profile.deviations.iter().filter(|d| d.concerns(document));
    deviations.filter_map(|deviation| deviation.notice(place)).collect()
}

fn lay_out(
    document: Document,
    source: &str,
    profile: &Profile,
    book: &FontBook,
    diagnostics: &mut Vec<Diagnostic>,
) -> Made {
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    let mut make = |document: Document, suffix: String| {
        let Layout { pages, decisions, diagnostics: found, .. } =
            docgen_layout::layout(&document, profile, book);
        let found = found.into_iter().filter(|found| sound || lasting(found.code));
        diagnostics.extend(found);
        let (source, profile) = (Some(source.to_owned()), profile.clone());
        Made {
            document,
            source,
            content_controls: false,
            embed_fonts: false,
            profile,
            pages,
            decisions,
            suffix,
            apart: vec![],
        }
    };
    let apart = docgen_standard::bound_apart(&document).into_iter();
    let apart =
        apart.map(|part| make(part.document, format!("-{}", part.label))).collect();
    Made { apart, ..make(document, String::new()) }
}

/// Whether a finding of layout stays true once the other errors are mended. Those about
/// places and shapes may go with the text that caused them; a missing glyph stays missing.
fn lasting(code: Code) -> bool {
    matches!(code, Code::MissingGlyph | Code::Internal)
}
