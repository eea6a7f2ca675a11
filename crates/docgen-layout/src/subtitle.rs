//! 副标题: one that begins with —— and turns over is set as a block in the middle, its further
//! lines under the character behind the dash (`docs/spec/gbt9704.md` §5.4); every other is centred
//! line by line.

use docgen_model::{Abs, Indents};

use crate::Context;
use crate::inline::fit;
use crate::paragraph::{Paragraph, break_at, widths};
use crate::title::break_block;

/// Breaks a subtitle. The hanging indent that its paragraph came with holds only if it turns
/// over: a single line stands in the middle.
pub(crate) fn set(paragraph: &mut Paragraph<'_>, context: &mut Context<'_>) {
    let hang = (paragraph.indents.left, paragraph.plan.indents.left);
    (paragraph.indents, paragraph.plan.indents) = Default::default();
    let (page, _) = paragraph.natural();
    let breaks = match paragraph.para.hang_at {
        Some(_) if page > context.grid.body.width => block(paragraph, hang.0, context),
        Some(_) | None => None,
    };
    let Some(breaks) = breaks else {
        let fitted = fit::fit(&paragraph.prepared, paragraph.room(context));
        return paragraph.accept(&fitted);
    };
    break_at(paragraph, &breaks, context);
    paragraph.plan.flush = true;
    center(paragraph, hang, context);
}

/// The breaks of a block: at words, the lines as long as they may be.
fn block(
    paragraph: &Paragraph<'_>,
    hang: Abs,
    context: &Context<'_>,
) -> Option<Vec<usize>> {
    let room = context.grid.body.width;
    break_block(paragraph.para.text.as_str(), |bytes| {
        let indent = if bytes.start == 0 { Abs::ZERO } else { hang };
        let cells = paragraph.prepared.cells_of(bytes);
        indent + widths(&paragraph.prepared, cells, paragraph).0 <= room
    })
}

/// Indents both outputs so that the widest line, hanging indent included, is in the middle.
fn center(paragraph: &mut Paragraph<'_>, hang: (Abs, Abs), context: &Context<'_>) {
    let lines = paragraph.lines.iter().enumerate().map(|(index, line)| {
        let (page, docx) = widths(&paragraph.prepared, line.clone(), paragraph);
        match index {
            0 => (page, docx),
            _ => (page + hang.0, docx + hang.1),
        }
    });
    let (page, docx) = lines.fold((Abs::ZERO, Abs::ZERO), |widest, line| {
        (widest.0.max(line.0), widest.1.max(line.1))
    });
    let indents = |room: Abs, width: Abs, hang: Abs| {
        let first = ((room - width) / 2).max(Abs::ZERO);
        Indents { first, left: first + hang, right: Abs::ZERO }
    };
    paragraph.indents = indents(context.grid.body.width, page, hang.0);
    paragraph.plan.indents = indents(context.profile.docx_width(), docx, hang.1);
}
