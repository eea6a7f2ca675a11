//! Why no PDF could be made.

use docgen_model::{Bilingual, Span};
use krilla::configure::ValidationError;
use krilla::error::{KrillaError, LimitError};
use krilla::surface::Location;

use crate::text::span;

/// Why no PDF could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfError {
    /// What is wrong.
    pub message: Bilingual,
    /// The characters that it is about, where known.
    pub span: Option<Span>,
}

impl PdfError {
    /// An error of docgen itself: what layout promised about `what` does not hold.
    pub(crate) fn internal(what: &str) -> Self {
        Self::new(
            None,
            format!("内部错误：版面数据不合约定（{what}）"),
            format!("internal error: the pages break an invariant ({what})"),
        )
    }

    fn new(at: Option<Location>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        let message = Bilingual::new(zh.into(), en.into());
        Self { message, span: at.map(span) }
    }
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message.en)
    }
}

impl std::error::Error for PdfError {}

impl From<KrillaError> for PdfError {
    fn from(error: KrillaError) -> Self {
        match error {
            KrillaError::Validation(errors) => first(errors.into_iter().map(|(e, _)| e)),
            KrillaError::Font(_, reason) => Self::new(
                None,
                format!("字体无法嵌入：{reason}"),
                format!("a face cannot be embedded: {reason}"),
            ),
            KrillaError::Limit(limit) => too_large(match limit {
                LimitError::TooLargeFloat => "number",
                LimitError::TooLongArray => "array",
                LimitError::TooLongDictionary => "dictionary",
            }),
            KrillaError::DuplicateNamedDestination(_)
            | KrillaError::DuplicateTagId(..)
            | KrillaError::UnknownTagId(..)
            | KrillaError::Image(..)
            | KrillaError::SixteenBitImage(..) => Self::internal("an unused feature"),
        }
    }
}

/// The first error that has a place, or the first.
fn first(errors: impl Iterator<Item = ValidationError>) -> PdfError {
    let errors: Vec<_> = errors.map(refusal).collect();
    let placed = errors.iter().find(|error| error.span.is_some());
    placed.or(errors.first()).cloned().unwrap_or_else(|| PdfError::internal("validation"))
}

/// What the standard refuses, in words.
fn refusal(error: ValidationError) -> PdfError {
    use ValidationError as V;
    match error {
        V::ContainsNotDefGlyph(_, at, text) => PdfError::new(
            at,
            format!("“{text}”没有字形"),
            format!("no glyph for '{text}'"),
        ),
        V::NoCodepointMapping(_, _, at) => {
            PdfError::new(at, "有字形不对应任何字符", "a glyph stands for no character")
        }
        V::InvalidCodepointMapping(_, _, c, at) | V::UnicodePrivateArea(_, _, c, at) => {
            let code = u32::from(c);
            PdfError::new(
                at,
                format!("字符 U+{code:04X} 不得用于归档文件，请改用标准字符"),
                format!("character U+{code:04X} may not stand in an archival file"),
            )
        }
        V::RestrictedLicense(_) => PdfError::new(
            None,
            "字体的许可不允许嵌入",
            "the licence of a face forbids embedding",
        ),
        V::NoDocumentTitle => {
            PdfError::new(None, "文件没有标题", "the document has no title")
        }
        V::TooLongString => too_large("string"),
        V::TooLongName => too_large("name"),
        V::TooLongArray => too_large("array"),
        V::TooLongDictionary => too_large("dictionary"),
        V::TooLargeFloat => too_large("number"),
        V::TooManyIndirectObjects => too_large("number of objects"),
        V::MissingHeadingTitle => PdfError::internal("a heading without words"),
        V::MissingAltText(at)
        | V::MissingAnnotationAltText(at)
        | V::ContainsPostScript(at)
        | V::Transparency(at)
        | V::ImageInterpolation(at)
        | V::EmbeddedFile(_, at)
        | V::EmbeddedPDF(at)
        | V::RequiresNewerPdfVersion(_, at) => {
            PdfError { span: at.map(span), ..PdfError::internal("an unused feature") }
        }
        V::TooHighQNestingLevel
        | V::MissingCMYKProfile
        | V::InconsistentSeparationFallback(_)
        | V::NoDocumentLanguage
        | V::MissingDocumentOutline
        | V::MissingDocumentDate
        | V::MissingTagging => PdfError::internal("what this crate always writes"),
    }
}

fn too_large(what: &str) -> PdfError {
    PdfError::new(
        None,
        format!("文件太大，超出所选 PDF 标准的上限（{what}）"),
        format!("too large for the chosen standard ({what})"),
    )
}
