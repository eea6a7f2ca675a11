//! 版头 (clause 7.2): where its objects stand on page 1.
//!
//! The top of the 发文机关标志 is fixed (35 mm below the top of the type area), the title stands on
//! a row. Between them lie 发文字号, two rows below the mark, and the red rule, 4 mm below
//! 发文字号 and two rows above the title. 空二行 may show 20.8 to 26.2 mm, so the title takes the
//! first row that leaves both gaps at least that, and the gaps are made equal.

use docgen_frame::{Axis, Rule};
use docgen_model::{Abs, Color, Document, HeadPlan, Point, Text};
use docgen_standard::{HeadSpec, HeadText, ParaStyle, Role, em_ascent};

use crate::Context;
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, Place, width};
use crate::paragraph::{Paragraph, em};

mod mark;

use self::mark::Mark;

/// The objects of the 版头 with their places.
#[derive(Debug)]
pub(crate) struct Head {
    /// What the DOCX repeats.
    pub(crate) plan: HeadPlan,
    /// The lines, in reading order.
    pub(crate) lines: Vec<HeadLine>,
    /// The red rule.
    pub(crate) rule: Rule,
}

/// One line of the 版头: what stands on one baseline.
#[derive(Debug)]
pub(crate) struct HeadLine {
    /// The row of the grid, for lines that stand on one.
    pub(crate) row: Option<u32>,
    /// Its parts, left to right.
    pub(crate) parts: Vec<(Prepared, Place)>,
}

/// Places the 版头.
pub(crate) fn head(
    text: &HeadText,
    document: &Document,
    paragraphs: &[Paragraph<'_>],
    context: &mut Context<'_>,
) -> Head {
    let asked = document.head.as_ref().and_then(|head| head.mark_size);
    let asked = asked.map(|size| Abs::pt10(i64::from(size.value) * 10));
    let mark = match text.stack.is_empty() {
        true => mark::on_one_line(&text.mark, asked, context),
        false => {
            let rows = |mark, context: &Context<'_>| plan(text, mark, context).rows;
            mark::stacked(text, asked, paragraphs, rows, context)
        }
    };
    let plan = plan(text, mark, context);
    let mut lines = top_lines(text, context);
    lines.extend(mark_lines(text, &plan, context));
    lines.extend(number_lines(text, &plan, context));
    let body = context.grid.body;
    let rule = Rule {
        from: Point { x: body.x, y: plan.rule_y },
        axis: Axis::Horizontal,
        length: body.width,
        thickness: context.profile.head.rule_thickness,
        color: Color::Red,
    };
    Head { plan, lines, rule }
}

fn plan(text: &HeadText, mark: Mark, context: &Context<'_>) -> HeadPlan {
    let (grid, spec) = (&context.grid, &context.profile.head);
    let pitch = grid.pitch();
    let mark_top = grid.body.y + spec.mark_top;
    let block = pitch * (i64::from(text.lines()) - 1) + grid.size;
    let fixed = mark_top + mark.height() + block + spec.rule_below_number;
    let title = context.profile.style(Role::Title).size;
    let (rows, gaps) = title_row(fixed, title, spec, context);
    let number_top = mark_top + mark.height() + gaps / 2;
    HeadPlan {
        mark_size: mark.size,
        mark_top,
        stack: mark.stack,
        number_top,
        number_pitch: pitch,
        lines: text.lines(),
        rule_y: number_top + block + spec.rule_below_number,
        rows,
    }
}

/// The first row on which the title leaves both gaps, and the sum of the gaps.
fn title_row(
    fixed: Abs,
    title: Abs,
    spec: &HeadSpec,
    context: &Context<'_>,
) -> (u32, Abs) {
    let grid = &context.grid;
    let top = |row| grid.em_top(row, title);
    let fits = |row: &u32| top(*row) - fixed >= spec.two_rows_min * 2;
    let row = (0..grid.rows).find(fits).unwrap_or(grid.rows);
    (row, top(row) - fixed)
}

/// 份号, 密级 and 紧急程度, each on its row.
fn top_lines(text: &HeadText, context: &mut Context<'_>) -> Vec<HeadLine> {
    let mut lines = vec![];
    for (row, role, text) in text.corner(context.profile) {
        let row = row.saturating_sub(1);
        let top = context.grid.row_top(row);
        let part = Part::new(text, role, context);
        let place = part.place(context.grid.body.x, top, Fill::Left, context);
        lines.push(HeadLine { row: Some(row), parts: vec![(part.prepared, place)] });
    }
    lines
}

/// The mark on one line, or the names of the stack, then the words to their right.
fn mark_lines(
    text: &HeadText,
    plan: &HeadPlan,
    context: &mut Context<'_>,
) -> Vec<HeadLine> {
    let style = context.profile.style(Role::IssuerMark).clone();
    let style = ParaStyle { size: plan.mark_size, ..style };
    let mut line = |text: &Text, left: Abs, down: Abs, fill: Fill, width: Option<Abs>| {
        let part = Part::styled(text, &style, style.size, context);
        let x = context.grid.body.x + left;
        let place = part.place(x, plan.mark_top + down, fill, context);
        let place = Place { width: width.unwrap_or(place.width), ..place };
        HeadLine { row: None, parts: vec![(part.prepared, place)] }
    };
    let Some(stack) = plan.stack else {
        return vec![line(&text.mark, Abs::ZERO, Abs::ZERO, Fill::Center, None)];
    };
    let mut lines = vec![];
    for (index, name) in text.stack.iter().enumerate() {
        let down = stack.pitch * index as i64;
        lines.push(line(name, stack.left, down, Fill::Justified, Some(stack.width)));
    }
    lines.push(line(&text.mark, stack.words_left, stack.words_down, Fill::Left, None));
    lines
}

/// 发文字号 and 签发人: the number is centred, or stands left on the line of the last signer.
fn number_lines(
    text: &HeadText,
    plan: &HeadPlan,
    context: &mut Context<'_>,
) -> Vec<HeadLine> {
    let mut signers = Signers::new(text, context);
    let body = context.grid.body;
    let mut lines = vec![];
    for line in 0..text.lines() {
        let top = plan.number_top + plan.number_pitch * i64::from(line);
        let mut parts = vec![];
        if let Some(number) = text.number.as_ref().filter(|_| line + 1 == text.lines()) {
            let part = Part::new(number, Role::DocNumber, context);
            let cell = context.grid.cell();
            let indent = context.profile.head.number_indent.chars(cell);
            let (x, fill) = match text.signers.is_empty() {
                true => (body.x, Fill::Center),
                false => (body.x + indent, Fill::Left),
            };
            let place = part.place(x, top, fill, context);
            parts.push((part.prepared, place));
        }
        parts.extend(signers.line(line as usize, top, context));
        lines.push(HeadLine { row: None, parts });
    }
    lines
}

/// The columns of 签发人: names stand under names, the last ends one 字 from the edge.
struct Signers {
    label: Option<Part>,
    names: std::vec::IntoIter<Vec<Part>>,
    /// Left edge of the label, and of each column of names.
    label_x: Abs,
    columns: Vec<Abs>,
}

impl Signers {
    fn new(text: &HeadText, context: &mut Context<'_>) -> Self {
        let cell = context.grid.cell();
        let names: Vec<Vec<Part>> = text
            .signers
            .iter()
            .map(|line| line.iter().map(|name| Part::signer(name, context)).collect())
            .collect();
        let place = names.first().and_then(|line| line.first()).map(|part| part.span);
        let label = place.map(|span| {
            let label = Text::new(HeadText::SIGNER_LABEL, span.before());
            Part::new(&label, Role::Signer, context)
        });
        let width = |column: usize| {
            names.iter().filter_map(|line| line.get(column)).map(Part::width).max()
        };
        let widths: Vec<Abs> = (0..).map_while(width).collect();
        let indent = context.profile.head.signer_indent.chars(cell);
        let mut x = context.grid.body.right() - indent + cell;
        let mut columns: Vec<Abs> = widths
            .iter()
            .rev()
            .map(|width| {
                x -= *width + cell;
                x
            })
            .collect();
        columns.reverse();
        let label_width = label.as_ref().map_or(Abs::ZERO, Part::width);
        let label_x = columns.first().copied().unwrap_or(x) - label_width;
        Self { label, names: names.into_iter(), label_x, columns }
    }

    fn line(
        &mut self,
        line: usize,
        top: Abs,
        context: &Context<'_>,
    ) -> Vec<(Prepared, Place)> {
        let label = self.label.take().filter(|_| line == 0);
        let label = label.into_iter().map(|part| (part, self.label_x));
        let names = self.names.next().unwrap_or_default();
        let names = names.into_iter().zip(self.columns.iter().copied());
        label
            .chain(names)
            .map(|(part, x)| {
                let place = part.place(x, top, Fill::Left, context);
                (part.prepared, place)
            })
            .collect()
    }
}

/// A piece of text that stands by itself.
struct Part {
    prepared: Prepared,
    em: Abs,
    color: Color,
    span: docgen_model::Span,
}

impl Part {
    fn new(text: &Text, role: Role, context: &mut Context<'_>) -> Self {
        let style = context.profile.style(role);
        Self::styled(text, style, em(style, context), context)
    }

    /// A signer's name, in the class that follows the label.
    fn signer(text: &Text, context: &mut Context<'_>) -> Self {
        let style = context.profile.style(Role::Signer).clone();
        let em = em(&style, context);
        Self::styled(text, &ParaStyle { font: style.rest_font, ..style }, em, context)
    }

    fn styled(
        text: &Text,
        style: &ParaStyle,
        em: Abs,
        context: &mut Context<'_>,
    ) -> Self {
        let faces = &mut context.faces;
        let prepared = prepare(text, text.len(), style, context.book, faces);
        Self { prepared, em, color: style.color, span: text.span() }
    }

    fn width(&self) -> Abs {
        width(&self.prepared, 0..self.prepared.cells.len(), self.em)
    }

    /// Its place with the top of its em box at `top`.
    fn place(&self, x: Abs, top: Abs, fill: Fill, context: &Context<'_>) -> Place {
        Place {
            left: x,
            width: context.grid.body.right() - x,
            baseline: top + em_ascent(self.prepared.size),
            em: self.em,
            fill,
            color: self.color,
        }
    }
}

#[cfg(test)]
mod tests;
