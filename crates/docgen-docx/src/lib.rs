//! Document to DOCX: the same text, order, styles, grid and lines as the pages.
//!
//! 1. The manuscript gives the paragraphs, the decisions of layout say how each is set.
//! 2. [`head`], [`body`] and [`record`] turn them into paragraphs of WordprocessingML.
//! 3. Beside them stand the parts that every DOCX has: styles, settings, fonts, footers; and
//!    the document's [`mod@source`], so that a DOCX that comes back can be read again.
//! 4. Faces are named; if the document shall bring its own, [`embed`] has them made of what
//!    the parts use.
//! 5. Each part is a tree of [`xml::Node`]; written, its children take the schema's order.
//! 6. [`package`] zips the parts in a fixed order with fixed times.
//!
//! This crate breaks no line and sees no page: what must stand at a place on the sheet (the
//! 版头, the 版记, their rules) is anchored to the page, everything else flows in exact rows.
//! Which properties are written, and which are left out on purpose, is measured and
//! explained in `docs/spec/word-layout.md`.

mod body;
mod clearing;
mod copies;
mod drawing;
mod elements;
mod embed;
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

use docgen_fonts::FontBook;
use docgen_model::{Decisions, Document, RecordPage, is_rare};
use docgen_standard::{Manuscript, Profile, manuscript};

pub use crate::source::read as source;

use crate::embed::Embedded;
use crate::font_table::{Extras, Names, font_table};
use crate::package::{Part, PartKind};
use crate::picture::Pictures;
use crate::xml::{Node, el};

/// What a DOCX may hold besides the document.
#[derive(Debug, Default, Clone, Copy)]
pub struct DocxOptions<'a> {
    /// The text that the document was read from, to be kept in the package; none by default.
    pub source: Option<&'a str>,
    /// Whether elements are marked for exchange by content controls, not by bookmarks:
    /// python-docx reads no text inside them.
    pub content_controls: bool,
    /// The book from whose bundled faces the package brings its own, for readers without
    /// the faces of offices; none by default.
    pub faces: Option<&'a FontBook>,
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
    /// A face to be embedded cannot be made.
    Font(String),
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
            Self::Font(why) => write!(f, "cannot embed a face: {why}"),
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
        main.children.iter_mut().for_each(field::controls);
    }
    let mongolian = document.head.as_ref().is_some_and(|head| !head.mongolian.is_empty());
    let extras = Extras { rare: main.has_text(is_rare), mongolian };
    let front = document.cover.is_some() || document.contents.is_some();
    let bare = front
        || decisions.blank_after_copy
        || after_blank(decisions)
        || !profile.numbers_first_page(document);
    let mut roots = vec![(&package::DOCUMENT, main)];
    roots.extend(footers(turned, bare, profile));
    let embedded = match options.faces {
        Some(book) => embed::faces(roots.iter().map(|(_, root)| root), book)?,
        None => vec![],
    };
    let names = Names { profile, embedded: &embedded };
    let settings = settings::settings(&document.print, !embedded.is_empty());
    roots.extend([
        (&package::STYLES, styles::styles(profile)),
        (&package::SETTINGS, settings),
        (&package::FONT_TABLE, font_table(extras, &names)),
        (&package::CORE, metadata::core(document)),
        (&package::APP, metadata::app()),
    ]);
    roots.extend(metadata::custom(document).map(|custom| (&package::CUSTOM, custom)));
    if let Some(source) = options.source {
        roots.push((&package::SOURCE, source::item(source)));
        roots.push((&package::SOURCE_PROPERTIES, source::properties(source)));
    }
    let mut parts = vec![Part::raw(&package::THEME, theme::THEME)];
    for (kind, mut root) in roots {
        names.name(&mut root);
        parts.push(Part::new(kind, &root)?);
    }
    parts.extend(pictures.parts());
    parts.extend(embedded.iter().map(Embedded::part));
    package::zip(&parts)
}

/// The footers that the document's sections name.
fn footers(
    turned: bool,
    bare: bool,
    profile: &Profile,
) -> Vec<(&'static PartKind, Node)> {
    let mut footers = vec![
        (&package::FOOTER_ODD, footers::odd(profile)),
        (&package::FOOTER_EVEN, footers::even(profile)),
    ];
    if turned {
        footers.push((&package::FOOTER_TURNED_ODD, footers::turned_odd(profile)));
        footers.push((&package::FOOTER_TURNED_EVEN, footers::turned_even(profile)));
    }
    if bare {
        footers.push((&package::FOOTER_BARE, footers::bare(profile)));
    }
    footers
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
