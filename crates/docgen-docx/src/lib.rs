//! Document to DOCX: the same text, order, styles, grid and lines as the pages.
//!
//! 1. The manuscript gives the paragraphs, the decisions of layout say how each is set.
//! 2. [`head`], [`body`] and [`record`] turn them into paragraphs of WordprocessingML.
//! 3. Beside them stand the parts that every DOCX has: styles, settings, fonts, footers; and
//!    the document's [`mod@source`], so that a DOCX that comes back can be read again.
//! 4. Each part is a tree of [`xml::Node`]; written, its children take the schema's order.
//! 5. [`package`] zips the parts in a fixed order with fixed times.
//!
//! This crate breaks no line and sees no page: what must stand at a place on the sheet (the
//! 版头, the 版记, their rules) is anchored to the page, everything else flows in exact rows.
//! Which properties are written, and which are left out on purpose, is measured and
//! explained in `docs/spec/word-layout.md`.

mod body;
mod clearing;
mod copies;
mod drawing;
mod field;
mod floating;
mod font_table;
mod foot;
mod footers;
mod format;
mod frame;
mod front;
mod head;
mod line;
mod metadata;
mod package;
mod picture;
mod print;
mod record;
mod schema;
mod section;
mod settings;
mod source;
mod styles;
mod table;
mod textbox;
mod theme;
mod xml;

use docgen_model::{Decisions, Document, RecordPage, is_rare};
use docgen_standard::{Manuscript, Profile, manuscript};

pub use crate::source::read as source;

use crate::font_table::{Extras, named};
use crate::package::Part;
use crate::picture::Pictures;
use crate::xml::{Node, el};

/// What a DOCX may hold besides the document.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct DocxOptions<'a> {
    /// The text that the document was read from, to be kept in the package; none by default.
    pub source: Option<&'a str>,
    /// Whether elements are marked for exchange by content controls, not by bookmarks:
    /// python-docx reads no text inside them.
    pub content_controls: bool,
}

/// Why a DOCX cannot be written: each is an error of the program, not of the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocxError {
    /// The decisions are not those of this document.
    Decisions(&'static str),
    /// An element stands where the schema has no place for it.
    Schema {
        /// The element around it.
        parent: &'static str,
        /// The element.
        child: &'static str,
    },
    /// XML or ZIP cannot be written.
    Write(String),
}

impl std::fmt::Display for DocxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Decisions(what) => {
                write!(f, "decisions do not fit the document: {what}")
            }
            Self::Schema { parent, child } => {
                write!(f, "no place for {child} in {parent}")
            }
            Self::Write(why) => write!(f, "cannot write the package: {why}"),
        }
    }
}

impl std::error::Error for DocxError {}

/// Writes a document as DOCX. The same input gives the same bytes.
///
/// # Errors
/// [`DocxError`], if `decisions` belong to another document.
pub fn docx(
    document: &Document,
    profile: &Profile,
    decisions: &Decisions,
    options: &DocxOptions<'_>,
) -> Result<Vec<u8>, DocxError> {
    let moved = decisions.recipients_in_record.then(|| document.recipients_in_record());
    let manuscript = manuscript(moved.flatten().as_ref().unwrap_or(document), profile);
    // 目录 is made from outline levels, and leaves out the title.
    let profile = &match document.contents {
        Some(_) => profile.with_contents(),
        None => profile.clone(),
    };
    let mut pictures = Pictures::new(document, decisions);
    let turned = has_turned(&manuscript);
    let mut main = main_part(document, manuscript, profile, decisions, &mut pictures)?;
    if options.content_controls {
        field::controls(&mut main);
    }
    let mongolian = document.head.as_ref().is_some_and(|head| !head.mongolian.is_empty());
    let extras = Extras { rare: main.has_text(is_rare), mongolian };
    let part = |kind, root: Node| Part::new(kind, &named(root, profile));
    let mut parts = vec![
        part(&package::DOCUMENT, main)?,
        part(&package::STYLES, styles::styles(profile))?,
        part(&package::SETTINGS, settings::settings(&document.print))?,
        part(&package::FONT_TABLE, font_table::font_table(extras, profile))?,
        Part::raw(&package::THEME, theme::THEME),
        part(&package::FOOTER_ODD, footers::odd(profile))?,
        part(&package::FOOTER_EVEN, footers::even(profile))?,
        part(&package::CORE, metadata::core(document))?,
        part(&package::APP, metadata::app())?,
    ];
    if turned {
        parts.push(part(&package::FOOTER_TURNED_ODD, footers::turned_odd(profile))?);
        parts.push(part(&package::FOOTER_TURNED_EVEN, footers::turned_even(profile))?);
    }
    let front = document.cover.is_some() || document.contents.is_some();
    if front || after_blank(decisions) || !profile.numbers_first_page(document) {
        parts.push(part(&package::FOOTER_BARE, footers::bare(profile))?);
    }
    if let Some(custom) = metadata::custom(document) {
        parts.push(part(&package::CUSTOM, custom)?);
    }
    if let Some(source) = options.source {
        parts.push(part(&package::SOURCE, source::item(source))?);
        let properties = source::properties(source);
        parts.push(part(&package::SOURCE_PROPERTIES, properties)?);
    }
    parts.extend(pictures.parts());
    package::zip(&parts)
}

/// `word/document.xml`, in reading order.
fn main_part(
    document: &Document,
    mut manuscript: Manuscript,
    profile: &Profile,
    decisions: &Decisions,
    pictures: &mut Pictures<'_>,
) -> Result<Node, DocxError> {
    let (content, section) =
        copies::copies(document, &mut manuscript, profile, decisions, pictures)?;
    let mut body = el("w:body").children(content).child(section);
    print::prepare(&mut body, &document.print, profile);
    Ok(package::root("w:document").child(body))
}

/// Whether a page lies across.
fn has_turned(manuscript: &Manuscript) -> bool {
    manuscript.flow.iter().any(|para| para.turned)
}

/// Whether a blank page stands before the 版记.
fn after_blank(decisions: &Decisions) -> bool {
    decisions.record.as_ref().is_some_and(|plan| plan.page == RecordPage::AfterBlank)
}

#[cfg(test)]
mod tests;
