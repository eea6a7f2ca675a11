//! 发文机关标志 (clause 7.2.4): its size, and how the names of a joint one are stacked.
//!
//! The organs of a joint document stand one above the other, the lead first, all as wide as
//! the longest; 文件 stands to their right, in the middle of their height. The mark begins
//! where any mark does, so a high one pushes the text down. What the data allow is tried, the
//! best first, until page 1 shows enough text, and then until the 落款 does not stand alone:
//!
//! 1. the leading is tightened, down to the least;
//! 2. the type shrinks, down to the least;
//! 3. what then remains is told by the check of page 1, and by the ladder of the 落款.
//!
//! A mark of one line shrinks where page 1 would show no text, or the 落款 stand alone.

use docgen_model::{Abs, Bilingual, Code, Diagnostic, StackPlan, Text};
use docgen_standard::HeadText;

use super::Below;
use super::mongolian::Columns;
use crate::Context;
use crate::flow::{Sheets, body_lines, place};
use crate::signature;

/// Type sizes are whole half-points, in EMU.
pub(super) const HALF_POINT: i64 = 6_350;

/// By how many hundredths the leading is tightened at a time.
const LEADING_STEP: usize = 5;

/// The mark as it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its type size.
    pub(super) size: Abs,
    /// How its names are stacked; none on one line.
    pub(super) stack: Option<StackPlan>,
}

impl Mark {
    /// From the top of its first em box to the bottom of its last.
    pub(super) fn height(&self) -> Abs {
        self.size + self.stack.map_or(Abs::ZERO, |stack| stack.words_down * 2)
    }
}

/// A mark of one line, of the size that was asked for or the largest up to `most` that fits.
pub(super) fn on_one_line(
    mark: &Text,
    asked: Option<Abs>,
    most: Abs,
    context: &mut Context<'_>,
) -> Mark {
    let spec = &context.profile.head;
    let characters = characters(mark).max(1);
    let half_points = (context.grid.body.width / characters).to_emu() / HALF_POINT;
    let widest = Abs::emu(half_points * HALF_POINT);
    let size = asked.unwrap_or(most.min(widest));
    let (least, tiny) = (spec.mark_size_min, size < spec.stack_size_min);
    match asked {
        Some(_) if size <= widest => check_least(mark, size, least, context),
        None if size < least && !tiny => tell_small(mark, size, context),
        None if !tiny => {}
        Some(_) | None => too_wide(mark, context),
    }
    Mark { size, stack: None }
}

/// The stacked names of a joint mark. `rows` tells how many rows of page 1 a mark costs.
pub(super) fn stacked(
    text: &HeadText,
    asked: Option<Abs>,
    flow: Below<'_, '_>,
    rows: impl Fn(Mark, &Context<'_>) -> u32,
    context: &mut Context<'_>,
) -> Mark {
    let spec = &context.profile.head;
    let least = spec.stack_size_min;
    let marks = candidates(text, asked, context);
    let Some(last) = marks.last().copied() else {
        too_wide(&text.stack[0], context);
        return Mark { size: least, stack: None };
    };
    check_least(&text.stack[0], last.size, least, context);
    best(&marks, enough_lines(context), flow, rows, context).unwrap_or(last)
}

/// How many lines of text below a mark that may shrink are enough.
pub(super) fn enough_lines(context: &Context<'_>) -> u32 {
    context.profile.head.stack_lines_below
}

/// The first mark that leaves `enough` lines of text on page 1, or the most; of these the
/// first that lets the 落款 stand with text.
pub(super) fn best(
    marks: &[Mark],
    enough: u32,
    flow: Below<'_, '_>,
    rows: impl Fn(Mark, &Context<'_>) -> u32,
    context: &Context<'_>,
) -> Option<Mark> {
    let sheets = |mark: Mark| Sheets::of(rows(mark, context), context);
    let lines = |mark| body_lines(flow.paragraphs, &place(flow.paragraphs, sheets(mark)));
    let wanted = |count: u32| {
        marks.iter().copied().find(|&mark| {
            let (first_page, all) = lines(mark);
            first_page >= count.min(all)
        })
    };
    let found = (1..=enough).rev().find_map(wanted)?;
    let Some(signed) = flow.signed else { return Some(found) };
    let keeps =
        |mark| signature::keeps_company(signed, sheets(mark), flow.paragraphs, context);
    let mut others = marks.iter().copied().filter(|&mark| lines(mark).0 > 0);
    if keeps(found) {
        Some(found)
    } else {
        others.find(|&mark| keeps(mark)).or(Some(found))
    }
}

/// A mark of one line, of the size that was asked for, else shrunk until page 1 shows text. Below
/// Mongolian, which is as large, it shrinks until the columns fit side by side and page 1 shows
/// enough text.
pub(super) fn shrunk(
    mark: Mark,
    asked: Option<Abs>,
    columns: &Columns<'_>,
    flow: Below<'_, '_>,
    rows: impl Fn(Mark, &Context<'_>) -> u32,
    context: &Context<'_>,
) -> Mark {
    if asked.is_some() {
        return mark;
    }
    let least = context.profile.head.mark_size_min;
    let steps = (mark.size - least).to_emu() / HALF_POINT;
    let sizes = (0..=steps).map(|step| mark.size - Abs::emu(step * HALF_POINT));
    let fitting = sizes.filter(|&size| columns.fit(size, context));
    let marks: Vec<_> = fitting.map(|size| Mark { size, ..mark }).collect();
    let (enough, last) = match columns.span() {
        Some(_) => (enough_lines(context), marks.last().copied()),
        None => (1, None),
    };
    best(&marks, enough, flow, rows, context).or(last).unwrap_or(mark)
}

/// The columns of Mongolian must fit side by side.
pub(super) fn check_columns(columns: &Columns<'_>, size: Abs, context: &mut Context<'_>) {
    let Some(span) = columns.span().filter(|_| !columns.fit(size, context)) else {
        return;
    };
    let message =
        Bilingual::new("蒙文标志的各列并排排不下", "the Mongolian columns do not fit");
    let hint = Bilingual::new(
        "请把几个词写在一列（蒙文标志写成列表），或减小标志字号",
        "write several words in one column (a list), or take a smaller mark_size",
    );
    let found = Diagnostic::error(Code::Overfull, span, message);
    context.diagnostics.push(found.hint(hint).clause([7, 2, 4, 0]));
}

/// The marks that are not too wide, the best first.
fn candidates(text: &HeadText, asked: Option<Abs>, context: &Context<'_>) -> Vec<Mark> {
    let spec = &context.profile.head;
    let first = asked.unwrap_or(spec.mark_size);
    let steps = (first - spec.stack_size_min).to_emu() / HALF_POINT;
    let steps = if asked.is_some() { 0 } else { steps };
    let sizes = (0..=steps).map(|step| first - Abs::emu(step * HALF_POINT));
    let leadings = spec.stack_leading_min..=spec.stack_leading;
    let leadings: Vec<_> = leadings.rev().step_by(LEADING_STEP).collect();
    let mut marks: Vec<Mark> = vec![];
    for size in sizes {
        let tightest =
            if marks.is_empty() { 0 } else { leadings.len().saturating_sub(1) };
        let leadings = leadings.iter().skip(tightest);
        marks.extend(leadings.filter_map(|leading| set(text, size, *leading, context)));
    }
    marks
}

/// The mark of a size and leading, unless it is wider than the type area.
fn set(text: &HeadText, size: Abs, leading: i64, context: &Context<'_>) -> Option<Mark> {
    let names = text.stack.iter().map(characters).max()?;
    let gap = context.profile.head.stack_gap.chars(size);
    let (names, words) = (size * names, size * characters(&text.mark));
    let left = (context.grid.body.width - names - gap - words) / 2;
    let below = text.stack.len().saturating_sub(1) as i64;
    let pitch = size.scale(leading, 100);
    let stack = StackPlan {
        pitch,
        left,
        width: names,
        words_left: left + names + gap,
        words_down: pitch * below / 2,
    };
    (left >= Abs::ZERO).then_some(Mark { size, stack: Some(stack) })
}

fn characters(text: &Text) -> i64 {
    text.as_str().chars().count() as i64
}

fn too_wide(mark: &Text, context: &mut Context<'_>) {
    let message =
        Bilingual::new("发文机关标志在一行内排不下", "the mark does not fit on one line");
    let hint = Bilingual::new(
        "请用规范化简称，或减小标志字号",
        "use the short name, or a smaller mark_size",
    );
    overfull(mark, message, hint, context);
}

/// A mark so long that it fits only in type smaller than any other is set, and told.
fn tell_small(mark: &Text, size: Abs, context: &mut Context<'_>) {
    let size = size.to_pt();
    let message = Bilingual::new(
        format!("发文机关标志太长，一行只排得下 {size} pt 的字"),
        format!("the mark is so long that its line holds type of {size} pt only"),
    );
    let hint = Bilingual::new("请用规范化简称", "use the short name");
    let found = Diagnostic::warning(Code::Overfull, mark.span(), message);
    context.diagnostics.push(found.hint(hint).clause([7, 2, 4, 0]));
}

fn check_least(mark: &Text, size: Abs, least: Abs, context: &mut Context<'_>) {
    if size >= least {
        return;
    }
    let least = least.to_pt();
    let message = Bilingual::new(
        format!("发文机关标志小于 {least} pt"),
        format!("the mark is smaller than {least} pt"),
    );
    let hint = Bilingual::new("请加大标志字号", "take a larger mark_size");
    overfull(mark, message, hint, context);
}

fn overfull(mark: &Text, message: Bilingual, hint: Bilingual, context: &mut Context<'_>) {
    let found = Diagnostic::error(Code::Overfull, mark.span(), message);
    context.diagnostics.push(found.hint(hint).clause([7, 2, 4, 0]));
}
