//! 版记 (clause 7.4): rows at the foot of the last page, the last rule on the bottom edge of the
//! type area.
//!
//! Each row is one pitch of the grid high; the text stands in its middle, rules between rows.
//! One row above stays blank. Where the last page has no room for that, or is odd and an even
//! page is asked for, the 版记 takes a page of its own.

use std::ops::Range;

use docgen_frame::{Axis, Rule};
use docgen_model::{
    Abs, Bilingual, Code, Color, Diagnostic, Point, RecordPage, RecordPlan, Span, Text,
};
use docgen_standard::{ParaStyle, RecordLine, em_ascent};

use crate::Context;
use crate::flow::Flow;
use crate::inline::breaker::{Measure, break_lines, natural_width};
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, Place, width};
use crate::paragraph::em;

/// The 版记, broken into rows.
#[derive(Debug)]
pub(crate) struct Record {
    /// Its lines, top to bottom.
    pub(crate) lines: Vec<Line>,
}

/// One line of the 版记, which may take several rows.
#[derive(Debug)]
pub(crate) struct Line {
    /// The words on the left.
    pub(crate) text: Prepared,
    /// The date on the right.
    pub(crate) right: Option<Prepared>,
    rule_above: bool,
    rows: Vec<Range<usize>>,
    hang: Abs,
    em: Abs,
}

/// Breaks the 版记 into rows; none if the document has none.
pub(crate) fn record(lines: &[RecordLine], context: &mut Context<'_>) -> Option<Record> {
    if lines.is_empty() {
        return None;
    }
    let set: Vec<_> = lines.iter().map(|line| set(line, context)).collect();
    let record = Record { lines: set };
    if record.rows() >= context.grid.rows {
        let spans = lines.iter().map(|line| line.text.span());
        let span = spans.reduce(Span::to).unwrap_or_default();
        let message = Bilingual::new("版记比一页还高", "the 版记 is higher than a page");
        let hint = Bilingual::new("请用统称代替逐个列名", "use collective names");
        let found = Diagnostic::error(Code::TooTall, span, message);
        context.diagnostics.push(found.hint(hint).clause([7, 4, 1, 0]));
    }
    Some(record)
}

fn set(line: &RecordLine, context: &mut Context<'_>) -> Line {
    let style = context.profile.style(line.role);
    let mut prepared =
        |text: &Text| prepare(text, text.len(), style, context.book, &mut context.faces);
    let text = prepared(&line.text);
    let right = line.right.as_ref().map(prepared);
    let em = em(style, context);
    let hang = text.cells_of(0..line.hang_at);
    let rows = rows(&text, hang.clone(), style, context);
    let set = Line {
        hang: width(&text, hang, em).min(context.grid.body.width / 2),
        text,
        right,
        rule_above: line.rule_above,
        rows,
        em,
    };
    check_width(line, &set, context);
    set
}

/// The rows that a word processor breaks.
fn rows(
    text: &Prepared,
    hang: Range<usize>,
    style: &ParaStyle,
    context: &Context<'_>,
) -> Vec<Range<usize>> {
    let indent = context.profile.record.indent.chars(style.size).to_twips();
    let room = context.profile.docx_width().to_twips() - 2 * indent;
    // A label as wide as the line would leave no room under its names.
    let hang = natural_width(text, hang, 0).min(room / 2);
    let measure = Measure { first: room, others: room - hang, tracking: 0, hang: true };
    let lines = break_lines(text, measure);
    let rows: Vec<_> = lines.into_iter().map(|line| line.start..line.end).collect();
    if rows.is_empty() { vec![Range::default()] } else { rows }
}

/// 印发机关 and 印发日期 stand on one row.
fn check_width(line: &RecordLine, set: &Line, context: &mut Context<'_>) {
    let Some(right) = &set.right else { return };
    let whole = |text: &Prepared| width(text, 0..text.cells.len(), set.em);
    let room = context.grid.body.width - set.indent(context) * 2;
    if set.rows.len() > 1 || whole(&set.text) + whole(right) + set.em > room {
        let message = Bilingual::new(
            "印发机关和印发日期在一行内排不下",
            "印发机关 and 印发日期 do not fit on one line",
        );
        let hint = Bilingual::new("请用规范化简称", "use the short name");
        let found = Diagnostic::error(Code::Overfull, line.text.span(), message);
        context.diagnostics.push(found.hint(hint).clause([7, 4, 3, 0]));
    }
}

/// What one row of the 版记 shows: cells of a line, or its date.
pub(crate) struct RowText<'r> {
    /// Whose cells.
    pub(crate) text: &'r Prepared,
    /// Which cells.
    pub(crate) cells: Range<usize>,
    /// Where.
    pub(crate) place: Place,
}

impl Record {
    fn rows(&self) -> u32 {
        self.lines.iter().map(Line::height).sum()
    }

    /// Where it stands, given the flow above it; `even` asks for an even page.
    pub(crate) fn plan(
        &self,
        flow: &Flow,
        even: bool,
        context: &Context<'_>,
    ) -> RecordPlan {
        let (index, taken) = flow.last_page();
        let fits = taken + 1 + self.rows() <= context.grid.rows;
        let rows = self.lines.iter().map(Line::height).collect();
        RecordPlan { page: page(index + 1, fits, even), rows }
    }

    /// Whether it has rules; that of a 信函 has none.
    fn is_ruled(&self) -> bool {
        self.lines.iter().any(|line| line.rule_above)
    }

    /// Top of the first row: the last rule lies on the bottom of the type area; without
    /// rules the text stands on the rows of the grid.
    fn top(&self, context: &Context<'_>) -> Abs {
        let grid = &context.grid;
        let white = (grid.pitch() - grid.size) / 2;
        let below = if self.is_ruled() { Abs::ZERO } else { white };
        grid.body.bottom() + below - grid.pitch() * i64::from(self.rows())
    }

    /// The rules, top to bottom: thick at both ends, thin between.
    pub(crate) fn rules(&self, context: &Context<'_>) -> Vec<Rule> {
        let (body, spec) = (context.grid.body, &context.profile.record);
        let mut y = self.top(context);
        let mut places = vec![];
        for line in &self.lines {
            if line.rule_above {
                places.push(y);
            }
            y += context.grid.pitch() * i64::from(line.height());
        }
        if self.is_ruled() {
            places.push(body.bottom());
        }
        let last = places.len().saturating_sub(1);
        let thickness = |index| match index == 0 || index == last {
            true => spec.outer_thickness,
            false => spec.inner_thickness,
        };
        let rule = |(index, y)| Rule {
            from: Point { x: body.x, y },
            axis: Axis::Horizontal,
            length: body.width,
            thickness: thickness(index),
            color: Color::Black,
        };
        places.into_iter().enumerate().map(rule).collect()
    }

    /// What stands on the rows: for each line, its rows from top to bottom.
    pub(crate) fn texts<'r>(&'r self, context: &Context<'_>) -> Vec<Vec<RowText<'r>>> {
        let mut top = self.top(context);
        let pitch = context.grid.pitch();
        let line = |line: &'r Line| {
            let texts = line.texts(top, context);
            top += pitch * i64::from(line.height());
            texts
        };
        self.lines.iter().map(line).collect()
    }
}

/// Which page takes the 版记 after the last page of the text, numbered from 1. An even one
/// stands behind an odd page as the back of its sheet; behind an even one that has no room it
/// is the back of a sheet whose front stays blank (7.5; GB/T 33476.2, 7.3.1).
fn page(last: usize, fits: bool, even: bool) -> RecordPage {
    match (even, last.is_multiple_of(2)) {
        (true, false) => RecordPage::Next,
        (_, _) if fits => RecordPage::Last,
        (true, true) => RecordPage::AfterBlank,
        (false, _) => RecordPage::Next,
    }
}

impl Line {
    fn indent(&self, context: &Context<'_>) -> Abs {
        context.profile.record.indent.chars(self.em)
    }

    fn height(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    fn texts(&self, top: Abs, context: &Context<'_>) -> Vec<RowText<'_>> {
        let (body, pitch) = (context.grid.body, context.grid.pitch());
        let indent = self.indent(context);
        let middle = (pitch - self.text.size) / 2 + em_ascent(self.text.size);
        let place = |row: usize, hang: Abs, fill| Place {
            left: body.x + indent + hang,
            width: body.width - indent * 2 - hang,
            baseline: top + pitch * row as i64 + middle,
            em: self.em,
            fill,
            color: Color::Black,
        };
        let mut texts: Vec<_> = self
            .rows
            .iter()
            .enumerate()
            .map(|(row, cells)| {
                let last = row + 1 == self.rows.len();
                let fill = if last { Fill::Left } else { Fill::Justified };
                let hang = if row == 0 { Abs::ZERO } else { self.hang };
                let place = place(row, hang, fill);
                RowText { text: &self.text, cells: cells.clone(), place }
            })
            .collect();
        if let Some(right) = &self.right {
            let cells = 0..right.cells.len();
            texts.push(RowText {
                text: right,
                cells,
                place: place(0, Abs::ZERO, Fill::Right),
            });
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use docgen_model::{Document, Record as Words};
    use docgen_standard::Profile;

    use super::*;
    use crate::inline::testing::book;

    #[test]
    fn a_record_as_high_as_a_page_is_an_error() {
        let name = Text::new("某某街道办事处", Span::default());
        let errors = [21, 22].map(|rows| {
            let record = Words { extra: vec![name.clone(); rows], ..Words::default() };
            let document = Document { record: Some(record), ..Document::default() };
            let layout = crate::layout(&document, Profile::gbt9704(), book());
            layout.diagnostics.iter().any(|found| found.code == Code::TooTall)
        });
        assert_eq!(errors, [false, true]);
    }

    #[test]
    fn an_even_page_takes_the_record_if_asked_for() {
        assert_eq!(page(4, true, true), RecordPage::Last);
        assert_eq!(page(3, true, true), RecordPage::Next);
        assert_eq!(page(3, false, true), RecordPage::Next);
        assert_eq!(page(4, false, true), RecordPage::AfterBlank);
        assert_eq!(page(3, true, false), RecordPage::Last);
        assert_eq!(page(4, false, false), RecordPage::Next);
    }
}
