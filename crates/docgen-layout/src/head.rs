//! 版头 (clause 7.2): where its objects stand on page 1; each format of clause 10 has a master of
//! its own in a module below.
//!
//! The top of the 发文机关标志 is fixed (35 mm below the top of the type area), the title stands on
//! a row. Between them lie 发文字号, two rows below the mark, and the red rule, 4 mm below
//! 发文字号 and two rows above the title. 空二行 may show 20.8 to 26.2 mm, so the title takes the
//! first row that leaves both gaps at least that, and the gaps are made equal.

use docgen_frame::Line;
use docgen_model::{
    Abs, Bilingual, Code, Color, Diagnostic, Document, Format, HeadPlan, RulePlan, Span,
    Text,
};
use docgen_standard::{HeadSpec, HeadText, ParaStyle, Role, RuleEdge, Signed, em_ascent};

use crate::Context;
use crate::inline::prepare::{Prepared, prepare};
use crate::inline::set::{Fill, Place, width};
use crate::paragraph::{Paragraph, em};

mod letter;
mod mark;
mod minutes;
pub(crate) mod mongolian;
mod order;

use self::mark::{HALF_POINT, Mark};
use self::mongolian::Columns;

/// The objects of the 版头 with their places.
#[derive(Debug)]
pub(crate) struct Head {
    /// What the DOCX repeats.
    pub(crate) plan: HeadPlan,
    /// The lines, in reading order.
    pub(crate) lines: Vec<HeadLine>,
    /// Which of the lines is the mark.
    pub(crate) mark: usize,
    /// The Mongolian above it, column by column, and its place in the source.
    pub(crate) mongolian: Option<(Vec<Line>, Span)>,
}

/// One line of the 版头: what stands on one baseline.
#[derive(Debug)]
pub(crate) struct HeadLine {
    /// The row of the grid, for lines that stand on one.
    pub(crate) row: Option<u32>,
    /// Its parts, left to right.
    pub(crate) parts: Vec<(Prepared, Place)>,
}

/// What a format says of a 版头 whose objects stand one below the other.
#[derive(Debug, Clone, Copy)]
struct Master {
    /// Top of the mark, below the top of the type area.
    mark_top: Abs,
    /// Whether a red rule ends the 版头.
    rule: bool,
    /// Type size of the line below the 版头.
    below: Abs,
}

/// What stands below the 版头.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Below<'p, 'a> {
    /// The flow.
    pub(crate) paragraphs: &'p [Paragraph<'a>],
    /// The 落款 in it.
    pub(crate) signed: Option<&'p Signed>,
}

/// Places the 版头.
pub(crate) fn head(
    text: &HeadText,
    document: &Document,
    flow: Below<'_, '_>,
    context: &mut Context<'_>,
) -> Head {
    let master = match document.format {
        Format::Letter => return letter::head(text, document, flow, context),
        Format::Order => order::master(document, context),
        Format::Minutes => minutes::master(document, context),
        Format::Common | Format::Meeting | Format::Plain => {
            let mark_top = context.profile.head.mark_top;
            Master { mark_top, rule: true, below: first_size(document, context) }
        }
    };
    by_master(text, document, flow, master, context)
}

/// Type size of the first line below the 版头: the title, or the text of a format without one.
fn first_size(document: &Document, context: &Context<'_>) -> Abs {
    let untitled = document.title.is_empty();
    context.profile.style(if untitled { Role::Body } else { Role::Title }).size
}

/// 份号, 密级, 紧急程度 in the corner, below them the mark, the number, the rule.
fn by_master(
    text: &HeadText,
    document: &Document,
    flow: Below<'_, '_>,
    master: Master,
    context: &mut Context<'_>,
) -> Head {
    let asked = asked_size(document, context);
    let columns = Columns::of(text, context);
    let plan = |mark, context: &Context<'_>| plan(text, mark, &columns, master, context);
    let rows = |mark, context: &Context<'_>| plan(mark, context).rows;
    let set = if text.stack.is_empty() {
        let most = context.profile.head.mark_size;
        let set = mark::on_one_line(&text.mark, asked, most, context);
        mark::shrunk(set, asked, &columns, flow, rows, context)
    } else {
        mark::stacked(text, asked, flow, rows, context)
    };
    let plan = plan(set, context);
    mark::check_columns(&columns, set.size, context);
    check_corner(text, &plan, context);
    let mut lines = top_lines(text, context);
    let mark = lines.len();
    lines.extend(mark_lines(text, &plan, context));
    lines.extend(number_lines(text, &plan, context));
    let mongolian = mongolian_lines(&columns, &plan, context);
    Head { plan, lines, mark, mongolian }
}

/// The Mongolian, if the plan has any.
fn mongolian_lines(
    columns: &Columns<'_>,
    plan: &HeadPlan,
    context: &Context<'_>,
) -> Option<(Vec<Line>, Span)> {
    Some((columns.lines(plan.mongolian.as_ref()?, context), columns.span()?))
}

/// 标志字号 that the author asks for, in whole half points, as a DOCX knows sizes.
fn asked_size(document: &Document, context: &Context<'_>) -> Option<Abs> {
    let asked = document.head.as_ref().and_then(|head| head.mark_size)?;
    let half_points = context.grid.length(asked.value).to_emu() / HALF_POINT;
    Some(Abs::emu(half_points.max(1) * HALF_POINT))
}

/// The corner must end above the mark: that of a 命令 stands high.
fn check_corner(text: &HeadText, plan: &HeadPlan, context: &mut Context<'_>) {
    let corner = text.corner(context.profile);
    let Some((row, _, last)) = corner.last() else { return };
    let top = plan.mongolian.map_or(plan.mark_top, |above| above.top);
    if context.grid.row_bottom(row.saturating_sub(1)) > top {
        let message = Bilingual::new(
            "版头左上角的要素与发文机关标志重叠",
            "the elements in the corner reach down to the mark",
        );
        let hint = Bilingual::new("请减去一项", "leave one out");
        let found = Diagnostic::error(Code::TooTall, last.span(), message);
        context.diagnostics.push(found.hint(hint).clause([7, 2, 3, 0]));
    }
}

/// From 发文字号 to the middle of the red rule.
fn below_number(spec: &HeadSpec) -> Abs {
    match spec.rule_edge {
        RuleEdge::Centre => spec.rule_below_number,
        RuleEdge::Top => spec.rule_below_number + spec.rule_thickness / 2,
    }
}

fn plan(
    text: &HeadText,
    mark: Mark,
    columns: &Columns<'_>,
    master: Master,
    context: &Context<'_>,
) -> HeadPlan {
    let (grid, spec) = (&context.grid, &context.profile.head);
    let pitch = grid.pitch();
    let top = grid.body.y + master.mark_top;
    let mongolian = columns.plan(mark.size, top, context);
    let mark_top = top + mongolian::height(mongolian.as_ref(), mark.size, context);
    let numbered = text.number.is_some() || !text.signers.is_empty();
    let lines = if numbered { text.lines() } else { 0 };
    let block =
        if numbered { pitch * (i64::from(lines) - 1) + grid.size } else { Abs::ZERO };
    let to_rule = if master.rule { below_number(spec) } else { Abs::ZERO };
    let fixed = mark_top + mark.height() + block + to_rule;
    // Without a number there is one gap, which may then be wider than two rows.
    let least = spec.two_rows_min * (1 + i64::from(numbered));
    let (rows, gaps) = first_row(fixed, master.below, least, context);
    let gap = if numbered { gaps / 2 } else { Abs::ZERO };
    let number_top = mark_top + mark.height() + gap;
    let rule = master.rule.then(|| RulePlan {
        left: grid.body.x,
        y: number_top + block + to_rule,
        length: grid.body.width,
        thickness: spec.rule_thickness,
    });
    HeadPlan {
        mark_size: mark.size,
        mark_top,
        mongolian,
        stack: mark.stack,
        number_top,
        number_pitch: pitch,
        lines,
        rules: rule.into_iter().collect(),
        rows,
    }
}

/// The first row on which type of a size leaves at least so much below what is fixed, and how
/// much it leaves.
fn first_row(fixed: Abs, size: Abs, least: Abs, context: &Context<'_>) -> (u32, Abs) {
    let grid = &context.grid;
    let top = |row| grid.em_top(row, size);
    let fits = |row: &u32| top(*row) - fixed >= least;
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
    for line in 0..plan.lines {
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
    span: Span,
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
