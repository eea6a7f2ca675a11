//! The ladder of clause 7.3.5.5: 署名 and 成文日期 stand on a page with at least two lines of text.
//!
//! Where they do not fit, the ladder of `docs/spec/gbt9704.md` §4 is climbed until they do, each
//! step one that the DOCX can say too:
//!
//! 1. one blank row above instead of two (not where a seal needs its room);
//! 2. the last paragraphs tracked a little tighter, or wider, if the lines that this wins or
//!    costs are enough;
//! 3. rows at the foot of the page before stay free, so that two lines go over;
//! 4. the last paragraph as a whole begins the page of the 落款;
//! 5. an error with a remedy.

use std::cmp::Ordering;

use docgen_model::{Bilingual, Code, Diagnostic, FootPlan, Seal};
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
    ladder.opens = sheets.first_row > 0 && ladder.body_lines().0 > 0;
    let span = ladder.paragraphs[first].para.text.span();
    match ladder.climb(signed.seal, context) {
        Some(SignatureStep::Fits) => {}
        Some(step) => context.diagnostics.push(note(step, span)),
        None if ladder.lines_here() > 0 => {
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
                    "请把最后一段分为两段，或增删几个字",
                    "part the last paragraph in two, or change a few words",
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
        SignatureStep::ParagraphMoved => {
            ("末段移到落款所在页", "the last paragraph moves to the signature's page")
        }
    };
    let message = Bilingual::new(zh, en);
    let note = Diagnostic::note(Code::Signature, span, message).clause([7, 3, 5, 5]);
    if step != SignatureStep::ParagraphMoved {
        return note;
    }
    note.hint(Bilingual::new(
        "前一页因此留白；增删一两行文字可以避免",
        "the page before stays partly empty; a line or two more or less would cure it",
    ))
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
    /// The last paragraph went to its page as a whole.
    ParagraphMoved,
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
        if self.move_lines() {
            return Some(SignatureStep::LinesMoved);
        }
        self.move_paragraph().then_some(SignatureStep::ParagraphMoved)
    }

    /// Whether the 落款 stands on one page with enough text, and some text stays on page 1.
    fn stands(&self) -> bool {
        let all: u32 = self.text().map(|index| self.paragraphs[index].rows()).sum();
        let body = self.body_lines();
        let over = self.opens && body.1 > 1 && self.flow().page_of(self.first, 0) > 0;
        let enough = if over { all.min(body.1 - 1) } else { all };
        (!self.opens || body.0 > 0) && self.lines_here() >= self.lines_with.min(enough)
    }

    /// How many lines of the body stand on page 1, and how many there are.
    fn body_lines(&self) -> (u32, u32) {
        body_lines(&self.paragraphs[..self.first], &self.flow())
    }

    /// How many lines of text stand on the page of the 落款; none if it is parted.
    fn lines_here(&self) -> u32 {
        let flow = self.flow();
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
        let before: Vec<_> = self.paragraphs.to_vec();
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
            self.paragraphs[index].accept(&fitted);
            if self.stands() {
                return true;
            }
        }
        self.paragraphs.clone_from_slice(&before);
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

    /// The DOCX keeps the rows free by a frame at a paragraph that begins on that page.
    fn free_rows(&mut self, text: usize, page: usize) -> bool {
        let flow = self.flow();
        let Some(para) = (0..=text).find(|&index| flow.page_of(index, 0) == page) else {
            return false;
        };
        let number = u32::try_from(page).unwrap_or(u32::MAX);
        for rows in 1..self.sheets.rows / 2 {
            self.sheets.foot = Some((number, rows));
            let stays = self.flow().page_of(para, 0) == page;
            if stays && self.stands() {
                self.foot = Some(FootPlan { para, rows });
                return true;
            }
        }
        self.sheets.foot = None;
        false
    }

    /// Lets the last paragraphs begin the page of the 落款: as few as hold two lines of text,
    /// and no heading left behind.
    fn move_paragraph(&mut self) -> bool {
        let moved: Vec<usize> = self.text().rev().collect();
        let mut lines = 0;
        for index in moved {
            lines += self.paragraphs[index].rows();
            let heading_above = index > 0 && self.paragraphs[index - 1].plan.keep_next;
            if lines < self.lines_with || heading_above {
                continue;
            }
            if lines >= self.sheets.rows || !self.has_text_above(index) {
                return false;
            }
            let before = self.paragraphs[index].plan.page_break;
            self.paragraphs[index].plan.page_break = true;
            if self.stands() {
                return true;
            }
            self.paragraphs[index].plan.page_break = before;
        }
        false
    }

    /// Whether text stays on the page of a paragraph when that moves away.
    fn has_text_above(&self, index: usize) -> bool {
        let flow = self.flow();
        let page = flow.page_of(index, 0);
        self.text().any(|above| above < index && flow.page_of(above, 0) == page)
    }

    fn flow(&self) -> Flow {
        place(self.paragraphs, self.sheets)
    }
}
