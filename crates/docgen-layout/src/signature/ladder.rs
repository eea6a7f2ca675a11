//! The ladder of clause 7.3.5.5: 署名 and 成文日期 stand on a page with at least two lines of text.
//!
//! Where they do not fit, the ladder of `docs/spec/gbt9704.md` §4 is climbed until they do, each
//! step one that the DOCX can say too:
//!
//! 1. one blank row above instead of two (not where a seal needs its room);
//! 2. the last paragraphs tracked a little tighter, or wider, if the lines that this wins or
//!    costs are enough;
//! 3. rows at the foot of the page before stay free, so that two lines go over: not where a
//!    table runs on from that page, which a word processor then moves as a whole;
//! 4. a paragraph begins the page of the 落款, if need be the last alone, which is told;
//! 5. a 落款 that leaves no room for text stands on a page of its own, or on several, parted
//!    between its rows: a warning with a remedy. Before that the 版头 gave way ([`keeps_company`]).

use std::cmp::Ordering;

use docgen_model::{FootPlan, Seal, is_latin};
use docgen_standard::{Role, Signed};

use crate::Context;
use crate::flow::{Flow, Sheets, body_lines, place};
use crate::inline::fit::tracked_by;
use crate::paragraph::Paragraph;
use crate::signature::step::{Alone, Pieces, Step};

/// How far tracking may go from the natural one, in twips, the least first: tighter than
/// that, 29 characters would fit on a line, wider, only 27.
const TIGHTER: [i64; 6] = [-1, -2, -3, -4, -5, -6];
const WIDER: [i64; 3] = [1, 2, 3];

/// How many pages before that of the 落款 may be tracked for its sake.
const LAST_PAGES: usize = 2;

/// Climbs the ladder until the 落款 stands on a page with text; gives the rows that must stay
/// free at the foot of a page, if any, and the pages with them.
pub(crate) fn settle(
    signed: &Signed,
    sheets: Sheets,
    paragraphs: &mut [Paragraph<'_>],
    context: &mut Context<'_>,
) -> (Option<FootPlan>, Sheets) {
    let mut ladder = Ladder::of(signed, sheets, paragraphs, context);
    let span = ladder.paragraphs[ladder.first].para.text.span();
    let step = ladder.climb(signed.seal, context);
    let step = step.unwrap_or_else(|| ladder.stand_alone(signed, context));
    context.diagnostics.extend(step.told(span));
    (ladder.foot, ladder.sheets)
}

/// Whether some step lets the 落款 stand with text. A 版头 that may still shrink asks, so what
/// stands behind page 2 is not looked at.
pub(crate) fn keeps_company(
    signed: &Signed,
    sheets: Sheets,
    paragraphs: &[Paragraph<'_>],
    context: &Context<'_>,
) -> bool {
    if place(paragraphs, sheets).page_of(signed.first(), 0) > 1 {
        return true;
    }
    let note = usize::from(has_note(signed, paragraphs));
    let mut upto = paragraphs[..=signed.last() + note].to_vec();
    let mut ladder = Ladder::of(signed, sheets, &mut upto, context);
    let tall = ladder.is_tall(signed);
    tall || ladder.climb(signed.seal, context).is_some()
}

/// Whether 附注 follows.
fn has_note(signed: &Signed, paragraphs: &[Paragraph<'_>]) -> bool {
    let next = paragraphs.get(signed.last() + 1);
    next.is_some_and(|next| next.para.role == Role::Note)
}

struct Ladder<'p, 'a> {
    first: usize,
    last: usize,
    sheets: Sheets,
    foot: Option<FootPlan>,
    lines_with: u32,
    /// Whether text stands below a 版头 on page 1, where some of it must stay (7.3.3).
    opens: bool,
    paragraphs: &'p mut [Paragraph<'a>],
}

impl<'p, 'a> Ladder<'p, 'a> {
    fn of(
        signed: &Signed,
        sheets: Sheets,
        paragraphs: &'p mut [Paragraph<'a>],
        context: &Context<'_>,
    ) -> Self {
        let first = signed.first();
        let last = signed.last() + usize::from(has_note(signed, paragraphs));
        let lines_with = context.profile.signature.lines_with_signature;
        let opens = false;
        let mut ladder =
            Self { first, last, sheets, foot: None, lines_with, opens, paragraphs };
        ladder.opens = sheets.first_row > 0 && ladder.body_lines(&ladder.flow()).0 > 0;
        ladder
    }
}

impl Ladder<'_, '_> {
    fn climb(&mut self, seal: Seal, context: &Context<'_>) -> Option<Step> {
        if self.stands() {
            return Some(Step::Fits);
        }
        if self.fewer_blank_rows(seal) {
            return Some(Step::FewerBlankRows);
        }
        let tighter = self.track(context, &TIGHTER, Ordering::Less).map(Step::Tighter);
        let wider = |ladder: &mut Self| ladder.track(context, &WIDER, Ordering::Greater);
        let tracked = tighter.or_else(|| wider(self).map(Step::Wider));
        tracked.or_else(|| self.move_text().map(Step::Moved))
    }

    /// Below no step: some text may stand with the 落款, else it has pages of its own.
    fn stand_alone(&mut self, signed: &Signed, context: &Context<'_>) -> Step {
        self.lines_with = 1;
        if self.lines_here(&self.flow()) > 0 || self.climb(signed.seal, context).is_some()
        {
            return Step::OneLine;
        }
        let several = signed.rows.len() > 1;
        let above = self.rows_above(signed);
        if self.rows_with(above) > self.sheets.rows {
            self.part(signed, above);
            return Step::Parted;
        }
        if above > 0 {
            self.begin_with(self.first, above);
        }
        match self.is_tall(signed) {
            true => Step::Alone(Alone::Tall),
            false => Step::Alone(if several { Alone::Joint } else { Alone::Single }),
        }
    }

    /// Whether the 落款 leaves no page room for enough text.
    fn is_tall(&self, signed: &Signed) -> bool {
        let above = self.rows_above(signed).max(1);
        self.rows_with(above) + self.lines_with > self.sheets.rows
    }

    /// The rows that a seal needs above the first row of names, also at the top of a page.
    fn rows_above(&self, signed: &Signed) -> u32 {
        match signed.seal {
            Seal::None => 0,
            Seal::Stamped | Seal::Signed => self.paragraphs[self.first].plan.rows_before,
        }
    }

    /// The rows of the whole 落款 below so many blank ones.
    fn rows_with(&self, above: u32) -> u32 {
        let rows =
            |paragraph: &Paragraph<'_>| paragraph.plan.rows_before + paragraph.rows();
        let all: u32 = self.paragraphs[self.first..=self.last].iter().map(rows).sum();
        above + all - self.paragraphs[self.first].plan.rows_before
    }

    /// Lets pages end between rows of names; the last row stays with the date.
    fn part(&mut self, signed: &Signed, above: u32) {
        let rows = signed.rows.clone();
        for paragraph in &mut self.paragraphs[self.first..self.last] {
            paragraph.plan.keep_next = true;
        }
        for index in rows.start..rows.end.saturating_sub(1) {
            self.paragraphs[index].plan.keep_next = false;
        }
        for index in rows.filter(|_| above > 0) {
            if self.flow().row_of(index, 0) < above {
                self.begin_with(index, above);
            }
        }
    }

    /// Lets a paragraph begin a page below blank rows.
    fn begin_with(&mut self, index: usize, rows: u32) {
        self.paragraphs[index].plan.page_break = true;
        self.paragraphs[index].top_rows = rows;
    }

    /// Whether the 落款 stands on one page with enough text, and some text stays on page 1.
    fn stands(&self) -> bool {
        let all: u32 = self.text().map(|index| self.paragraphs[index].rows()).sum();
        let flow = self.flow();
        let body = self.body_lines(&flow);
        let over = self.opens && body.1 > 1 && flow.page_of(self.first, 0) > 0;
        let enough = if over { all.min(self.may_go_over(body.1)) } else { all };
        let here = || self.lines_here(&flow);
        (!self.opens || body.0 > 0) && here() >= self.lines_with.min(enough)
    }

    /// How many of so many lines of the body may be asked to leave page 1: one stays, two of
    /// 正文 where 附件说明 can go.
    fn may_go_over(&self, lines: u32) -> u32 {
        let is_note =
            |index: usize| self.paragraphs[index].para.role == Role::AttachmentNote;
        let stay = if self.text().any(is_note) { 2 } else { 1 };
        lines.saturating_sub(stay).max(1)
    }

    /// How many lines of the body stand on page 1, and how many there are.
    fn body_lines(&self, flow: &Flow) -> (u32, u32) {
        body_lines(&self.paragraphs[..self.first], flow)
    }

    /// How many lines of text stand on the page of the 落款; none if it is parted.
    fn lines_here(&self, flow: &Flow) -> u32 {
        let page = flow.page_of(self.first, 0);
        let last_line = flow.pieces(self.last).saturating_sub(1);
        if flow.page_of(self.last, last_line) != page {
            return 0;
        }
        let here = |&(index, line): &(usize, u32)| flow.page_of(index, line) == page;
        let lines = self.lines(flow).filter(here);
        lines.map(|(index, line)| flow.lines_of(index, line)).sum()
    }

    /// The paragraphs of text before the 落款.
    fn text(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.first).filter(|&index| self.paragraphs[index].para.is_text())
    }

    /// All lines of text before the 落款, and parts of tables.
    fn lines<'f>(&'f self, flow: &'f Flow) -> impl Iterator<Item = (usize, u32)> + 'f {
        self.text()
            .flat_map(|index| (0..flow.pieces(index)).map(move |line| (index, line)))
    }

    fn fewer_blank_rows(&mut self, seal: Seal) -> bool {
        let rows = self.paragraphs[self.first].plan.rows_before;
        if seal == Seal::Stamped || rows < 2 {
            return false;
        }
        self.paragraphs[self.first].plan.rows_before = 1;
        let stands = self.stands();
        if !stands {
            self.paragraphs[self.first].plan.rows_before = rows;
        }
        stands
    }

    /// Changes the tracking of paragraphs, the last first, each by the least that gives it
    /// fewer (or more) lines, until the 落款 stands; gives those that it changed.
    fn track(
        &mut self,
        context: &Context<'_>,
        twips: &[i64],
        wanted: Ordering,
    ) -> Option<Pieces> {
        let mut before = vec![];
        let flow = self.flow();
        let page = flow.page_of(self.first, 0);
        let near = |&index: &usize| flow.page_of(index, 0) + LAST_PAGES >= page;
        let text: Vec<usize> = self.text().rev().take_while(near).collect();
        for index in text {
            let paragraph = &self.paragraphs[index];
            let (room, lines) = (paragraph.room(context), paragraph.lines.len());
            let fitted = twips
                .iter()
                .map(|&twips| tracked_by(&paragraph.prepared, room, twips))
                .find(|fitted| fitted.lines.len().cmp(&lines) == wanted);
            let Some(fitted) = fitted else { continue };
            before.push((index, paragraph.lines.clone(), paragraph.plan.clone()));
            self.paragraphs[index].accept(&fitted);
            if self.stands() {
                let changed = before.iter().map(|&(index, ..)| index);
                return Some(Pieces::of(
                    changed.map(|index| self.paragraphs[index].para.role),
                ));
            }
        }
        for (index, lines, plan) in before {
            let paragraph = &mut self.paragraphs[index];
            (paragraph.lines, paragraph.plan) = (lines, plan);
        }
        None
    }

    /// Lets lines of text go over to the page of the 落款. Gives what went.
    fn move_text(&mut self) -> Option<Pieces> {
        let before = self.flow();
        let moved = self.free_foot(&before)
            || self.begin_page(Self::stands)
            || self.begin_page(Self::stands_with_some) && self.stands();
        let after = self.flow();
        let here = after.page_of(self.first, 0);
        let paragraphs = &self.paragraphs[..self.first];
        moved.then(|| Pieces::moved(paragraphs, (&before, &after), here))
    }

    /// Whether some text stands with the 落款, and on page 1.
    fn stands_with_some(&self) -> bool {
        let flow = self.flow();
        (!self.opens || self.body_lines(&flow).0 > 0) && self.lines_here(&flow) > 0
    }

    /// Lets a paragraph of words begin a page, the last that will do.
    fn begin_page(&mut self, will_do: impl Fn(&Self) -> bool) -> bool {
        if will_do(self) {
            return false;
        }
        let flow = self.flow();
        let pages = flow.page_of(self.first, 0).saturating_sub(1)..;
        let near = |&index: &usize| pages.contains(&flow.page_of(index, 0));
        let near: Vec<usize> = self.text().rev().take_while(near).collect();
        for index in near {
            let headed = index == 0 || self.paragraphs[index - 1].plan.keep_next;
            let this = &self.paragraphs[index];
            if headed || this.inset.is_some() || this.plan.page_break {
                continue;
            }
            self.paragraphs[index].plan.page_break = true;
            if will_do(self) {
                return true;
            }
            self.paragraphs[index].plan.page_break = false;
        }
        false
    }

    /// Keeps rows free at the foot of the page where the text ends, or of the one before if
    /// only a line of it went over; as few as let enough lines go over.
    fn free_foot(&mut self, flow: &Flow) -> bool {
        let Some(text) = self.text().next_back() else { return false };
        let page = flow.page_of(text, flow.pieces(text).saturating_sub(1));
        self.free_rows(text, page) || page > 0 && self.free_rows(text, page - 1)
    }

    /// Whether a table runs on from a page to the next.
    fn table_runs_on(&self, flow: &Flow, page: usize) -> bool {
        let tables =
            self.text().filter(|&index| self.paragraphs[index].table().is_some());
        tables.into_iter().any(|index| {
            let last = flow.pieces(index).saturating_sub(1);
            flow.page_of(index, 0) <= page && flow.page_of(index, last) > page
        })
    }

    /// The DOCX keeps the rows free by a frame at a paragraph that begins on that page, or by
    /// a drawing inside one that covers it.
    fn free_rows(&mut self, text: usize, page: usize) -> bool {
        if self.table_runs_on(&self.flow(), page) {
            return false;
        }
        let holds = self.holds(text, page);
        let number = u32::try_from(page).unwrap_or(u32::MAX);
        let top = if page == 0 { self.sheets.first_row } else { 0 };
        for rows in 1..self.sheets.rows.saturating_sub(top) {
            self.sheets.foot = Some((number, rows));
            let flow = self.flow();
            let mut stay =
                holds.iter().filter(|hold| flow.page_of(hold.0, hold.1) == page);
            if let Some(&(para, line)) = stay.next()
                && !self.table_runs_on(&flow, page)
                && self.stands()
            {
                let at = if line == 0 { 0 } else { self.byte_of(para, line) };
                self.foot = Some(FootPlan { para, at, rows });
                return true;
            }
        }
        self.sheets.foot = None;
        false
    }

    /// Lines of a page on which to hang what keeps its foot free: the first of a paragraph
    /// that begins there, else one inside a paragraph, in the upper half of the page, so that
    /// edited text above does not move it to another.
    fn holds(&self, text: usize, page: usize) -> Vec<(usize, u32)> {
        let flow = self.flow();
        let begins = (0..=text).find(|&index| flow.page_of(index, 0) == page);
        let is_here = |&(index, line): &(usize, u32)| {
            self.paragraphs[index].inset.is_none() && flow.page_of(index, line) == page
        };
        let here: Vec<_> = self.lines(&flow).filter(is_here).collect();
        let inside = here.get(here.len() / 4).copied();
        begins.map(|index| (index, 0)).into_iter().chain(inside).collect()
    }

    /// The byte at which a line begins, or one soon after it between two Han characters, where
    /// a drawing parts no run of the DOCX.
    fn byte_of(&self, para: usize, line: u32) -> usize {
        let Paragraph { prepared, lines, .. } = &self.paragraphs[para];
        let start = lines.get(line as usize).map_or(0, |line| line.start);
        let is_han = |cell: usize| {
            let c = prepared.cells.get(cell).map(|cell| cell.c);
            c.is_some_and(|c| c.is_alphabetic() && !is_latin(c))
        };
        let between = |&cell: &usize| cell > 0 && is_han(cell - 1) && is_han(cell);
        let cell = (start..prepared.cells.len()).find(between).unwrap_or(start);
        prepared.bytes_of(cell).start
    }

    fn flow(&self) -> Flow {
        place(self.paragraphs, self.sheets)
    }
}
