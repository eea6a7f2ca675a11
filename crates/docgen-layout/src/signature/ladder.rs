//! The ladder of clause 7.3.5.5: 署名 and 成文日期 stand on a page with at least two lines of text.
//!
//! Where they do not fit, the ladder of `docs/spec/gbt9704.md` §4 is climbed until they do, each
//! step one that the DOCX can say too:
//!
//! 1. one blank row above instead of two (not where a seal needs its room);
//! 2. the last paragraphs tracked a little tighter, or wider, if the lines that this wins or
//!    costs are enough;
//! 3. rows at the foot of the page before stay free, so that two lines go over;
//! 4. an error with a remedy: a 落款 that leaves no room for two lines on any page.

use std::cmp::Ordering;

use docgen_model::{Bilingual, Code, Diagnostic, FootPlan, Seal, is_latin};
use docgen_standard::{Role, Signed};

use crate::Context;
use crate::flow::{Flow, Sheets, body_lines, place};
use crate::inline::fit::tracked_by;
use crate::paragraph::Paragraph;

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
    let (first, mut last) = (signed.first(), signed.last());
    if paragraphs.get(last + 1).is_some_and(|next| next.para.role == Role::Note) {
        last += 1;
    }
    let lines_with = context.profile.signature.lines_with_signature;
    let mut ladder =
        Ladder { first, last, sheets, foot: None, lines_with, opens: false, paragraphs };
    ladder.opens = sheets.first_row > 0 && ladder.body_lines(&ladder.flow()).0 > 0;
    let span = ladder.paragraphs[first].para.text.span();
    match ladder.climb(signed.seal, context) {
        Some(SignatureStep::Fits) => {}
        Some(step) => context.diagnostics.push(note(step, span)),
        None if ladder.lines_here(&ladder.flow()) > 0 => {
            let message = Bilingual::new(
                "落款所在页只有一行正文",
                "the signature's page has only one line of text",
            );
            let hint =
                Bilingual::new("可增删几个字", "a few words more or less would do");
            let found = Diagnostic::warning(Code::Signature, span, message);
            context.diagnostics.push(found.hint(hint).clause([7, 3, 5, 5]));
        }
        None => {
            let message = Bilingual::new(
                "落款不能与至少两行正文同处一页",
                "the signature does not fit on a page with two lines of text",
            );
            let hint = match signed.rows.len() {
                0 | 1 => Bilingual::new(
                    "请把正文写长一两行，或缩短标题",
                    "write a line or two more, or a shorter title",
                ),
                _ => Bilingual::new(
                    "署名太多，一页排不下：请用规范化简称，一排可多排几个机关",
                    "too many rows of organs: with short names more stand in a row",
                ),
            };
            let found = Diagnostic::error(Code::Signature, span, message);
            context.diagnostics.push(found.hint(hint).clause([7, 3, 5, 5]));
        }
    }
    (ladder.foot, ladder.sheets)
}

fn note(step: SignatureStep, span: docgen_model::Span) -> Diagnostic {
    let (zh, en) = match step {
        SignatureStep::Fits => ("落款照常", "the signature fits"),
        SignatureStep::FewerBlankRows => {
            ("落款上方空行减为一行", "one blank row above the signature instead of two")
        }
        SignatureStep::Tracking => (
            "末尾几段字距略作调整，使落款与正文同页",
            "the tracking of the last paragraphs keeps the signature on a page with text",
        ),
        SignatureStep::LinesMoved => (
            "末段最后几行移到落款所在页",
            "the last lines of text move to the signature's page",
        ),
    };
    let message = Bilingual::new(zh, en);
    Diagnostic::note(Code::Signature, span, message).clause([7, 3, 5, 5])
}

/// The step of the ladder for a signature that does not fit (clause 7.3.5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SignatureStep {
    /// It fits.
    Fits,
    /// Blank rows above 附件说明 and 署名 were taken away.
    FewerBlankRows,
    /// The tracking of the last paragraphs changed.
    Tracking,
    /// The last two lines of text went to its page.
    LinesMoved,
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

impl Ladder<'_, '_> {
    fn climb(&mut self, seal: Seal, context: &Context<'_>) -> Option<SignatureStep> {
        if self.stands() {
            return Some(SignatureStep::Fits);
        }
        if self.fewer_blank_rows(seal) {
            return Some(SignatureStep::FewerBlankRows);
        }
        if self.track(context, &TIGHTER, Ordering::Less)
            || self.track(context, &WIDER, Ordering::Greater)
        {
            return Some(SignatureStep::Tracking);
        }
        self.move_lines().then_some(SignatureStep::LinesMoved)
    }

    /// Whether the 落款 stands on one page with enough text, and some text stays on page 1.
    fn stands(&self) -> bool {
        let all: u32 = self.text().map(|index| self.paragraphs[index].rows()).sum();
        let flow = self.flow();
        let body = self.body_lines(&flow);
        let over = self.opens && body.1 > 1 && flow.page_of(self.first, 0) > 0;
        let enough = if over { all.min(body.1 - 1) } else { all };
        let here = || self.lines_here(&flow);
        (!self.opens || body.0 > 0) && here() >= self.lines_with.min(enough)
    }

    /// How many lines of the body stand on page 1, and how many there are.
    fn body_lines(&self, flow: &Flow) -> (u32, u32) {
        body_lines(&self.paragraphs[..self.first], flow)
    }

    /// How many lines of text stand on the page of the 落款; none if it is parted.
    fn lines_here(&self, flow: &Flow) -> u32 {
        let page = flow.page_of(self.first, 0);
        let last_line = self.paragraphs[self.last].rows().saturating_sub(1);
        if flow.page_of(self.last, last_line) != page {
            return 0;
        }
        let lines = self.text().flat_map(|index| self.lines_of(index));
        lines.filter(|&(index, line)| flow.page_of(index, line) == page).count() as u32
    }

    /// The paragraphs of text before the 落款.
    fn text(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.first).filter(|&index| self.paragraphs[index].para.is_text())
    }

    fn lines_of(&self, index: usize) -> impl Iterator<Item = (usize, u32)> {
        (0..self.paragraphs[index].rows()).map(move |line| (index, line))
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
    /// fewer (or more) lines, until the 落款 stands.
    fn track(&mut self, context: &Context<'_>, twips: &[i64], wanted: Ordering) -> bool {
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
                return true;
            }
        }
        for (index, lines, plan) in before {
            let paragraph = &mut self.paragraphs[index];
            (paragraph.lines, paragraph.plan) = (lines, plan);
        }
        false
    }

    /// Keeps rows free at the foot of the page where the text ends, or of the one before if
    /// only a line of it went over; as few as let enough lines go over.
    fn move_lines(&mut self) -> bool {
        let Some(text) = self.text().next_back() else { return false };
        let line = self.paragraphs[text].rows().saturating_sub(1);
        let page = self.flow().page_of(text, line);
        self.free_rows(text, page) || page > 0 && self.free_rows(text, page - 1)
    }

    /// The DOCX keeps the rows free by a frame at a paragraph that begins on that page, or by
    /// a drawing inside one that covers it.
    fn free_rows(&mut self, text: usize, page: usize) -> bool {
        let holds = self.holds(text, page);
        let number = u32::try_from(page).unwrap_or(u32::MAX);
        let top = if page == 0 { self.sheets.first_row } else { 0 };
        for rows in 1..self.sheets.rows.saturating_sub(top) {
            self.sheets.foot = Some((number, rows));
            let flow = self.flow();
            let mut stay =
                holds.iter().filter(|hold| flow.page_of(hold.0, hold.1) == page);
            if let Some(&(para, line)) = stay.next()
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
        let lines = self.text().flat_map(|index| self.lines_of(index));
        let here: Vec<_> =
            lines.filter(|&(index, line)| flow.page_of(index, line) == page).collect();
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
