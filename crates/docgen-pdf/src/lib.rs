//! Pages to PDF.
//!
//! The walk over a [`PagedDocument`] decides nothing about typography: every position,
//! width and colour is in the frame. What is decided here is how a PDF says it:
//!
//! 1. each page becomes a PDF page with its size, its boxes and its printed number as label
//!    ([`convert`]);
//! 2. each line becomes one piece of marked content: its runs are drawn glyph by glyph, each
//!    with the characters it stands for ([`text`]); rules become stroked lines
//!    ([`rule`]), pictures are placed as they are ([`picture`]);
//! 3. each logical piece becomes one element of the tag tree, however many lines and pages
//!    it runs over ([`tags`]); page numbers and rules are artifacts;
//! 4. outline and metadata follow ([`outline`], [`metadata`]), then what an archive asks for
//!    ([`xmp`]);
//! 5. at the end all that is no stream is deflated, too ([`packed`]).
//!
//! krilla checks the standard while it writes and refuses what does not conform; its
//! refusals become a [`PdfError`] that points at the source where it can.

mod convert;
mod error;
mod link;
mod metadata;
mod outline;
mod packed;
mod picture;
mod rule;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod undated;
mod xmp;
mod xref;

use docgen_frame::PagedDocument;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::{Document, SerializeSettings};

pub use error::PdfError;

use tags::Tags;

/// How a PDF is to be written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct PdfOptions {
    /// The standard that it must conform to.
    pub standard: PdfStandard,
}

/// The standard that a PDF must conform to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PdfStandard {
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once: archives and screen
    /// readers.
    #[default]
    A2aUa1,
    /// PDF/A-1b (ISO 19005-1), for archives that take nothing newer.
    A1b,
    /// PDF/A-2u (ISO 19005-2).
    A2u,
    /// PDF/A-3a (ISO 19005-3).
    A3a,
    /// PDF 1.7 without a standard.
    None,
}

impl PdfStandard {
    fn configuration(self) -> Result<Configuration, PdfError> {
        let builder = ConfigurationBuilder::new();
        let builder = match self {
            Self::A2aUa1 => builder
                .with_archival_validator(Archival::A2_A)
                .with_accessibility_validator(Accessibility::UA1),
            Self::A1b => builder.with_archival_validator(Archival::A1_B),
            Self::A2u => builder.with_archival_validator(Archival::A2_U),
            Self::A3a => builder.with_archival_validator(Archival::A3_A),
            Self::None => builder,
        };
        builder.finish().map_err(|_| PdfError::internal("configuration"))
    }

    /// Whether it is at least PDF 1.5, where object streams came (ISO 32000-1, 7.5.7).
    fn has_object_streams(self) -> bool {
        match self {
            Self::A2aUa1 | Self::A2u | Self::A3a | Self::None => true,
            Self::A1b => false,
        }
    }
}

/// The bytes of a PDF: the same for the same pages and options.
///
/// # Errors
///
/// If the pages break an invariant of the frame, a face cannot be embedded, or the result
/// would not conform to the standard.
pub fn pdf(document: &PagedDocument, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    let mut target = target(options)?;
    let copies = convert::pages(document, options.standard, &mut target)?;
    finish(document, copies, options.standard, target)
}

/// The same, and the pages are empty, each as soon as it is drawn: what becomes of it takes its
/// room. Pages that are repeated stay.
///
/// # Errors
///
/// Those of [`pdf`].
pub fn drain(
    document: &mut PagedDocument,
    options: &PdfOptions,
) -> Result<Vec<u8>, PdfError> {
    if document.copies.is_some() {
        return pdf(document, options);
    }
    let mut target = target(options)?;
    let tags = convert::drained(document, options.standard, &mut target)?;
    finish(document, vec![tags], options.standard, target)
}

fn target(options: &PdfOptions) -> Result<Document, PdfError> {
    Ok(Document::new_with(SerializeSettings {
        configuration: options.standard.configuration()?,
        ..SerializeSettings::default()
    }))
}

/// What follows the pages.
fn finish(
    document: &PagedDocument,
    copies: Vec<Tags>,
    standard: PdfStandard,
    mut target: Document,
) -> Result<Vec<u8>, PdfError> {
    target.set_tag_tree(tags::tree(copies, &document.structure)?);
    target.set_outline(outline::outline(document));
    target.set_metadata(metadata::metadata(&document.info));
    let mut bytes = target.finish().map_err(PdfError::from)?;
    if document.info.date.is_none() {
        undated::blank(&mut bytes);
    }
    xmp::add(&mut bytes, &document.info.properties)?;
    if standard.has_object_streams() {
        packed::pack(&mut bytes)?;
    }
    Ok(bytes)
}
