//! Document to pages.
//!
//! A paragraph's words become lines as a word processor breaks them ([`inline`]); lines stand
//! on the rows of the grid ([`flow`]); 版头, 版记 and 页码 have their own places. What was chosen
//! on the way and a DOCX must repeat is told as [`Decisions`].
//!
//! 1. `manuscript` (in `docgen-standard`) puts the content into the slots of its format.
//! 2. [`paragraph`] breaks each paragraph of the flow.
//! 3. [`signature`] indents the 落款; [`head`] finds the places of the 版头 and how many rows it
//!    keeps free, the fewer the more text and 落款 need.
//! 4. [`flow`] places all lines on pages, and the ladder of clause 7.3.5.5 keeps the 落款 on a
//!    page with text.
//! 5. [`record`] puts the 版记 at the foot of the last page; [`first_page`] sees to it that page
//!    1 shows text.
//! 6. [`mod@front`] sets 封面 and 目录, which stand on pages of their own.
//! 7. [`mod@compose`] turns places into page items, structure and outline; [`bounds`] has a last
//!    look at them, and [`mod@print`] makes them ready for the press.

mod bounds;
mod compose;
mod copies;
mod figure;
mod first_page;
mod flow;
mod folio;
mod front;
mod head;
mod heading_foot;
mod inline;
mod paragraph;
mod print;
mod record;
mod signature;
mod subtitle;
mod table;
mod title;
mod words;

use docgen_fonts::FontBook;
use docgen_frame::PagedDocument;
use docgen_model::{
    Decisions, Diagnostic, Document, HeadPlan, ParaPlan, RecordPlan, Rect,
};
use docgen_standard::{Grid, Profile, manuscript};

use crate::compose::Composer;
use crate::flow::{Flow, Sheets};
use crate::front::Front;
use crate::head::Below;
use crate::inline::prepare::FaceReport;
use crate::paragraph::Paragraph;

pub use crate::signature::SealPlace;

/// What layout gives.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The pages.
    pub pages: PagedDocument,
    /// What a DOCX must repeat.
    pub decisions: Decisions,
    /// Where the seals go, in the order of the organs.
    pub seals: Vec<SealPlace>,
    /// What the author should know; with an error among them nothing may be written.
    pub diagnostics: Vec<Diagnostic>,
}

/// What every step needs.
pub(crate) struct Context<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) grid: Grid,
    /// The grid of sheets that lie across.
    pub(crate) turned: Grid,
    pub(crate) book: &'a FontBook,
    pub(crate) faces: FaceReport,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Context<'a> {
    /// Nothing told yet.
    fn new(profile: &'a Profile, book: &'a FontBook) -> Self {
        Self {
            profile,
            grid: profile.grid(),
            turned: profile.turned_grid(),
            book,
            faces: FaceReport::default(),
            diagnostics: vec![],
        }
    }
}

/// Lays a document out.
pub fn layout(document: &Document, profile: &Profile, book: &FontBook) -> Layout {
    let layout = lay_out(document, profile, book);
    first_page::without_recipients(&layout, document, profile, book).unwrap_or(layout)
}

/// Lays a document out as it is.
fn lay_out(document: &Document, profile: &Profile, book: &FontBook) -> Layout {
    let mut context = Context::new(profile, book);
    let manuscript = manuscript(document, profile);
    let mut paragraphs: Vec<_> =
        manuscript.flow.iter().map(|para| paragraph::set(para, &mut context)).collect();
    if let Some(signed) = &manuscript.signed {
        signature::indent(signed, &mut paragraphs, &mut context);
    }
    let head = manuscript.head.as_ref();
    let below = Below { paragraphs: &paragraphs, signed: manuscript.signed.as_ref() };
    let head = head.map(|text| head::head(text, document, below, &mut context));
    let record = record::record(&manuscript.record, &mut context);
    let first_row = head.as_ref().map_or(0, |head| head.plan.rows);
    let mut sheets = Sheets::of(first_row, &context);
    let mut foot = None;
    if let Some(signed) = &manuscript.signed {
        (foot, sheets) = signature::settle(signed, sheets, &mut paragraphs, &mut context);
    }
    let flow = flow::place(&paragraphs, sheets);
    if document.head.is_some() {
        let stacked = head.as_ref().is_some_and(|head| head.plan.stack.is_some());
        first_page::check(&paragraphs, &flow, stacked, &mut context);
    }
    context.diagnostics.extend(heading_foot::check(&paragraphs, &flow));
    let signed = manuscript.signed.as_ref();
    let seals = signed.map_or(vec![], |signed| {
        signature::seal_places(signed, &paragraphs, &flow, &context)
    });
    context.diagnostics.extend(signature::low_seal(&seals, &paragraphs, &context));
    let record_plan = record
        .as_ref()
        .map(|record| record.plan(&flow, document.print.even_record, &context));
    let record = record.as_ref().zip(record_plan.as_ref());
    let mut front = front::front(document, &manuscript, &flow, &mut context);
    let text = (paragraphs.as_mut_slice(), &flow);
    let mut pages =
        compose(document, &mut front, head.as_ref(), text, &seals, record, &context);
    look_over(&pages, room(head.as_ref(), &context), &mut context);
    let blank_after_copy =
        copies::repeat(&mut pages, manuscript.head.as_ref(), &mut context);
    print::prepare(&mut pages, &document.print, profile);

    let decisions = Decisions {
        blank_before_text: front.ends_blank(),
        cover: plans(front.cover.paragraphs, &front.cover.flow, profile),
        contents: plans(front.contents.paragraphs, &front.contents.flow, profile),
        head: head.map(|head| head.plan),
        paras: plans(paragraphs, &flow, profile),
        foot,
        seals: seals.iter().filter_map(SealPlace::plan).collect(),
        record: record_plan,
        blank_after_copy,
        recipients_in_record: false,
    };
    let Context { faces, mut diagnostics, .. } = context;
    diagnostics.extend(faces.into_diagnostics());
    diagnostics.sort_by_key(|found| (found.span, found.code));
    Layout { pages, decisions, seals, diagnostics }
}

/// A last look at the pages of a document that has no error yet.
fn look_over(pages: &PagedDocument, room: Rect, context: &mut Context<'_>) {
    if !context.diagnostics.iter().any(Diagnostic::is_error) {
        let off = bounds::check(pages, room, context);
        context.diagnostics.extend(off);
    }
}

/// Where text may stand: the type area, and above it the mark of a 信函.
fn room(head: Option<&head::Head>, context: &Context<'_>) -> Rect {
    let body = context.grid.body;
    let top = |plan: &HeadPlan| plan.mongolian.map_or(plan.mark_top, |above| above.top);
    let top = head.map_or(body.y, |head| top(&head.plan).min(body.y));
    Rect { y: top, height: body.bottom() - top, ..body }
}

/// Places become pages: 封面 and 目录, 版头, the flow, 版记.
fn compose(
    document: &Document,
    front: &mut Front<'_>,
    head: Option<&head::Head>,
    (paragraphs, flow): (&mut [Paragraph<'_>], &Flow),
    seals: &[SealPlace],
    record: Option<(&record::Record, &RecordPlan)>,
    context: &Context<'_>,
) -> PagedDocument {
    let mut composer = Composer::new(document, context);
    composer.front(front, paragraphs, flow);
    if let Some(head) = head {
        composer.head(head);
    }
    composer.flow(paragraphs, flow);
    for (index, place) in seals.iter().enumerate() {
        let alt = document.signature.as_ref().map(|signature| signature.seal_alt(index));
        composer.seal(place, alt.unwrap_or_default());
    }
    if let Some((record, plan)) = record {
        composer.record(record, plan, flow);
    }
    composer.finish()
}

/// The plans of the paragraphs, with the blank rows that the flow kept and the tables as it
/// parted them.
fn plans(
    paragraphs: Vec<Paragraph<'_>>,
    flow: &Flow,
    profile: &Profile,
) -> Vec<ParaPlan> {
    let placed = paragraphs.into_iter().zip(&flow.placed);
    placed
        .map(|(paragraph, placed)| ParaPlan {
            rows_before: placed.rows_before,
            table: paragraph.table().map(|table| table.settled(&placed.parts, profile)),
            ..paragraph.plan
        })
        .collect()
}
