//! 信函 (clause 10.1): the mark 30 mm below the top of the page, between two double rules.
//!
//! 1. The upper double rule lies 4 mm below the mark, thick above thin; the lower one ends
//!    20 mm above the foot of page 1, thin above thick.
//! 2. 7/8 of a 三号 character below the upper rule stand 份号, 密级 and 紧急程度 at the left, one a
//!    line, and 发文字号 at the right of the first line.
//! 3. The title stands two rows below the last of them, on a row of the grid. Nothing between
//!    the top of the page and the title may give way but the mark, whose size no clause
//!    fixes: it takes the largest that leaves two rows above the title.

use docgen_model::{
    Abs, Bilingual, Code, Diagnostic, Document, HeadPlan, RulePlan, Span, Text,
};
use docgen_standard::{HeadText, Role, RuleCentre};

use super::mark::{HALF_POINT, Mark, best, check_columns, enough_lines, on_one_line};
use super::mongolian::{self, Columns};
use super::{
    Below, Head, HeadLine, Part, asked_size, first_row, first_size, mark_lines,
    mongolian_lines,
};
use crate::Context;
use crate::inline::set::Fill;

/// Places the 版头 of a 信函.
pub(super) fn head(
    text: &HeadText,
    document: &Document,
    flow: Below<'_, '_>,
    context: &mut Context<'_>,
) -> Head {
    let asked = asked_size(document, context);
    let below = first_size(document, context);
    let most = context.profile.letter.mark_size;
    let widest = on_one_line(&text.mark, asked, most, context).size;
    let columns = Columns::of(text, context);
    let size = match asked {
        Some(size) => size,
        None => {
            let planned =
                |size, context: &Context<'_>| plan(size, text, &columns, below, context);
            fitting_size(widest, &columns, planned, below, flow, context)
        }
    };
    check_columns(&columns, size, context);
    let plan = plan(size, text, &columns, below, context);
    if let Some(size) = document.head.as_ref().and_then(|head| head.mark_size)
        && gap(&plan, below, context) > context.profile.head.two_rows_max
    {
        context.diagnostics.push(wide_gap(size.span));
    }
    let mut lines = mark_lines(text, &plan, context);
    lines.extend(element_lines(text, &plan, context));
    check_first_line(text, context);
    let mongolian = mongolian_lines(&columns, &plan, context);
    Head { plan, lines, mark: 0, mongolian }
}

/// The largest size of the mark that leaves two rows above the title, and no more; below
/// Mongolian, which is as large, the largest of these that leaves text on page 1.
fn fitting_size(
    widest: Abs,
    columns: &Columns<'_>,
    planned: impl Fn(Abs, &Context<'_>) -> HeadPlan,
    below: Abs,
    flow: Below<'_, '_>,
    context: &Context<'_>,
) -> Abs {
    let spec = &context.profile.head;
    let step = Abs::emu(HALF_POINT);
    let sizes = std::iter::successors(Some(widest), |size| {
        Some(*size - step).filter(|size| *size >= spec.mark_size_min)
    });
    let fits = |size: &Abs| {
        let plan = planned(*size, context);
        gap(&plan, below, context) <= spec.two_rows_max && columns.fit(*size, context)
    };
    let mut fitting = sizes.filter(fits).map(|size| Mark { size, stack: None });
    if columns.span().is_none() {
        return fitting.next().map_or(widest, |mark| mark.size);
    }
    let marks: Vec<_> = fitting.collect();
    let last = marks.last().map_or(widest, |mark| mark.size);
    let rows = |mark: Mark, context: &Context<'_>| planned(mark.size, context).rows;
    best(&marks, enough_lines(context), flow, rows, context)
        .map_or(last, |mark| mark.size)
}

fn plan(
    mark_size: Abs,
    text: &HeadText,
    columns: &Columns<'_>,
    below: Abs,
    context: &Context<'_>,
) -> HeadPlan {
    let (grid, page) = (&context.grid, &context.profile.page);
    let spec = &context.profile.letter;
    let above = columns.plan(mark_size, spec.mark_top, context);
    let mark_top = spec.mark_top + mongolian::height(above.as_ref(), mark_size, context);
    let upper = mark_top + mark_size + spec.rule_below_mark;
    let lower = page.height - spec.rule_above_page_end - height(context);
    let number_top = upper + height(context) + spec.element_below_rule;
    let lines = u32::try_from(text.corner_in_turn().len()).unwrap_or(u32::MAX).max(1);
    let end = number_top + grid.pitch() * i64::from(lines - 1) + grid.size;
    let least = context.profile.head.two_rows_min;
    let (rows, _) = first_row(end, below, least, context);
    let (thick, thin) = (spec.rule_thick, spec.rule_thin);
    let rules = [
        rule(upper, thick, context),
        rule(upper + thick + spec.rule_gap, thin, context),
        rule(lower, thin, context),
        rule(lower + thin + spec.rule_gap, thick, context),
    ];
    HeadPlan {
        mark_size,
        mark_top,
        mongolian: above,
        stack: None,
        number_top,
        number_pitch: grid.pitch(),
        lines,
        rules: rules.to_vec(),
        rows,
    }
}

/// From the last element to the title.
fn gap(plan: &HeadPlan, below: Abs, context: &Context<'_>) -> Abs {
    let grid = &context.grid;
    let last = plan.number_top + plan.number_pitch * i64::from(plan.lines - 1);
    grid.em_top(plan.rows, below) - last - grid.size
}

/// How high a double rule is.
fn height(context: &Context<'_>) -> Abs {
    let spec = &context.profile.letter;
    spec.rule_thick + spec.rule_gap + spec.rule_thin
}

/// A rule whose upper edge lies at `top`.
fn rule(top: Abs, thickness: Abs, context: &Context<'_>) -> RulePlan {
    let (spec, body) = (&context.profile.letter, context.grid.body);
    let left = match spec.rule_centre {
        RuleCentre::TypeArea => body.x + (body.width - spec.rule_length) / 2,
        RuleCentre::Page => (context.profile.page.width - spec.rule_length) / 2,
    };
    RulePlan { left, y: top + thickness / 2, length: spec.rule_length, thickness }
}

/// 份号, 密级 and 紧急程度 at the left, 发文字号 at the right of the first of them. Each is a line
/// by itself, so that it is read, and repeated with another 份号, by itself.
fn element_lines(
    text: &HeadText,
    plan: &HeadPlan,
    context: &mut Context<'_>,
) -> Vec<HeadLine> {
    let mut line = |index: usize, role: Role, text: &Text, fill: Fill| {
        let top = plan.number_top + plan.number_pitch * index as i64;
        let part = Part::new(text, role, context);
        let place = part.place(context.grid.body.x, top, fill, context);
        HeadLine { row: None, parts: vec![(part.prepared, place)] }
    };
    let mut lines = vec![];
    for (index, (role, text)) in text.corner_in_turn().into_iter().enumerate() {
        lines.push(line(index, role, text, Fill::Left));
    }
    let number = text.number.as_ref();
    let number = number.map(|number| line(0, Role::DocNumber, number, Fill::Right));
    let place = lines.len().min(1);
    lines.splice(place..place, number);
    lines
}

/// The first element and 发文字号 share a line.
fn check_first_line(text: &HeadText, context: &mut Context<'_>) {
    let first = text.corner_in_turn().first().copied();
    let (Some((role, element)), Some(number)) = (first, &text.number) else { return };
    let width = Part::new(element, role, context).width();
    let number_width = Part::new(number, Role::DocNumber, context).width();
    if width + number_width + context.grid.size > context.grid.body.width {
        let message = Bilingual::new(
            "发文字号与左边的要素在一行内排不下",
            "the number does not fit beside the element at the left",
        );
        let hint = Bilingual::new("请用规范的机关代字", "shorten the number");
        let found = Diagnostic::error(Code::Overfull, number.span(), message);
        context.diagnostics.push(found.hint(hint).clause([10, 1, 0, 0]));
    }
}

fn wide_gap(at: Span) -> Diagnostic {
    let message = Bilingual::new(
        "按这个标志字号，标题上方空出的不止两行",
        "with a mark of this size more than two rows stay blank above the title",
    );
    let hint = Bilingual::new(
        "删去“标志字号”，由程序取合适的字号",
        "leave “mark_size” out, and a size that fits is taken",
    );
    Diagnostic::warning(Code::HeadGap, at, message).hint(hint).clause([10, 1, 0, 0])
}
