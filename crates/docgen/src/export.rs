//! One output of a document: the only place that knows every backend.

use docgen_docx::DocxOptions;
use docgen_model::{Bilingual, Code, Diagnostic, Span};
use docgen_pdf::{PdfError, PdfOptions, PdfStandard};

use crate::Made;
use crate::world::book;

/// A kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// PDF, by the given archive standard.
    Pdf(PdfStandard),
    /// DOCX.
    Docx,
}

impl Target {
    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf(_) => "pdf",
            Self::Docx => "docx",
        }
    }
}

/// The bytes of one output.
///
/// # Errors
/// A character that the PDF's standard forbids is the author's ([`Code::BadCharacter`]);
/// every other refusal of a backend is a fault of ours ([`Code::Internal`]).
pub fn export(made: &Made, target: Target) -> Result<Vec<u8>, Box<Diagnostic>> {
    match target {
        Target::Pdf(standard) => docgen_pdf::pdf(&made.pages, &PdfOptions { standard })
            .map_err(|error| Box::new(refused(error))),
        Target::Docx => docx(made),
    }
}

/// The same of a document whose pages nobody asks for any more: they go as they are drawn, and
/// before a DOCX is made, which sees none. Those of a long report take as much memory as all else.
///
/// # Errors
/// Those of [`export`].
pub fn drain(made: &mut Made, target: Target) -> Result<Vec<u8>, Box<Diagnostic>> {
    match target {
        Target::Pdf(standard) => {
            docgen_pdf::drain(&mut made.pages, &PdfOptions { standard })
                .map_err(|error| Box::new(refused(error)))
        }
        Target::Docx => {
            made.pages.pages = vec![];
            docx(made)
        }
    }
}

fn docx(made: &Made) -> Result<Vec<u8>, Box<Diagnostic>> {
    let faces = made.embed_fonts.then(book).transpose();
    let faces =
        faces.map_err(|error| Box::new(internal(&error.to_string(), Span::default())))?;
    let options = DocxOptions {
        source: made.source.as_deref(),
        content_controls: made.content_controls,
        faces,
    };
    docgen_docx::docx(&made.document, &made.profile, &made.decisions, &options)
        .map_err(|error| Box::new(internal(&error.to_string(), Span::default())))
}

fn refused(error: PdfError) -> Diagnostic {
    match error.span {
        Some(span) => Diagnostic::error(Code::BadCharacter, span, error.message),
        None => internal(&error.to_string(), Span::default()),
    }
}

/// A fault of the program, told as a diagnostic.
pub fn internal(why: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        Code::Internal,
        span,
        Bilingual::new(format!("程序内部错误：{why}"), format!("internal error: {why}")),
    )
    .hint(Bilingual::new(
        "这是程序的缺陷，不是文件的问题；请把文件和这条消息一并报告",
        "this is a fault of the program, not of the file; please report it with the file",
    ))
}
