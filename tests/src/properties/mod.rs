//! What must hold of every document, whatever its author wrote. Tests hold it against the
//! samples and generated documents, the fuzz targets (`fuzz/`) against all they think of.
//!
//! Each property returns the first reason why it does not hold.

mod lines;
mod read;
mod words;

use docgen::{Compiled, Made};
use docgen_model::Span;

/// Every place that a finding names lies in the source, between characters.
///
/// # Errors
/// The finding whose place does not.
pub fn places(compiled: &Compiled) -> Result<(), String> {
    let source = &compiled.source;
    let inside = |span: &Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        start <= end && source.is_char_boundary(start) && source.is_char_boundary(end)
    };
    for found in &compiled.diagnostics {
        if let Some(span) =
            std::iter::once(&found.span).chain(&found.also).find(|span| !inside(span))
        {
            return Err(format!("{}: {span:?} leaves the source", found.code));
        }
    }
    Ok(())
}

/// The lines of the pages keep the rules, and the pages say what the document says.
///
/// # Errors
/// The line or the text that does not.
pub fn pages(made: &Made) -> Result<(), String> {
    lines::rows(made)?;
    lines::kinsoku(made)?;
    lines::measure(made)?;
    let pages = words::of_pages(&made.pages.pages);
    words::all_in(&made.document, &pages).map_err(|lost| format!("not on a page: {lost}"))
}

/// A PDF says what the pages say, letter for letter and page by page, in every copy.
///
/// # Errors
/// The page that does not.
pub fn pdf(made: &Made, pdf: &[u8]) -> Result<(), String> {
    let found = read::pdf(pdf)?;
    let each = made.pages.pages.len();
    let count = each * made.pages.times();
    if found.len() != count {
        return Err(format!("{} pages in the PDF, not {count}", found.len()));
    }
    for (at, found) in found.iter().enumerate() {
        let drawn = words::drawn(&made.pages, at / each, at % each);
        if *found != drawn {
            return Err(format!("page {}: “{found}”, not “{drawn}”", at + 1));
        }
    }
    Ok(())
}

/// A DOCX says what the document says.
///
/// # Errors
/// The text that it does not.
pub fn docx(made: &Made, docx: &[u8]) -> Result<(), String> {
    let words = read::docx(docx)?;
    words::all_in(&made.document, &words)
        .map_err(|lost| format!("not in the DOCX: {lost}"))
}
