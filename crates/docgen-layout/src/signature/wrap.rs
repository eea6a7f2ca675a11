//! Names that have no room on one line: broken between words into lines as those of a title.
//!
//! Stamped, the lines are centred on the date, below a seal that is centred on the last of them
//! (7.3.5.1); unstamped, they begin below each other, and the date two 字 after them (7.3.5.2);
//! 职务 end left of their 签名章 (7.3.5.3).

use std::ops::Range;

use docgen_model::{Abs, Bilingual, Code, Diagnostic, Seal, Stop};
use docgen_standard::Signed;

use crate::Context;
use crate::paragraph::Paragraph;
use crate::title::break_title;

/// Breaks the names that stand alone in their row and have no room there.
pub(super) fn wrap(
    signed: &Signed,
    paragraphs: &mut [Paragraph<'_>],
    context: &mut Context<'_>,
) {
    let room = room(signed.seal, context);
    for paragraph in &mut paragraphs[signed.rows.clone()] {
        if paragraph.para.parts.len() > 1 || paragraph.natural().0 <= room {
            continue;
        }
        let Some(lines) = lines(paragraph, room, context) else { continue };
        let more = u32::try_from(lines.len().saturating_sub(1)).unwrap_or_default();
        let starts = lines.iter().skip(1).map(|line| line.start);
        paragraph.plan.breaks = starts.collect();
        paragraph.lines =
            lines.into_iter().map(|bytes| paragraph.prepared.cells_of(bytes)).collect();
        if signed.seal == Seal::Stamped {
            let rows = &mut paragraph.plan.rows_before;
            *rows = rows.saturating_sub(more);
        }
        context.diagnostics.push(told(paragraph));
    }
}

/// How wide a line of a name may be.
fn room(seal: Seal, context: &Context<'_>) -> Abs {
    let (spec, cell) = (&context.profile.signature, context.grid.cell());
    let right = match seal {
        Seal::Stamped => Abs::ZERO,
        Seal::None => spec.unstamped_organ_right.chars(cell),
        Seal::Signed => {
            let gap = spec.signed_right.chars(cell) + spec.signed_post_gap.chars(cell);
            gap + spec.signed_stamp_width.chars(cell)
        }
    };
    context.grid.body.width - right
}

/// The lines of a name, as bytes of its text.
fn lines(
    paragraph: &Paragraph<'_>,
    room: Abs,
    context: &Context<'_>,
) -> Option<Vec<Range<usize>>> {
    let text = paragraph.para.text.as_str();
    let widest = room.to_emu() * 2 / context.grid.cell().to_emu().max(1);
    let breaks = match before_people(text, widest) {
        Some(at) => vec![at],
        None => break_title(text, widest, context.profile.title.most_lines)?.breaks,
    };
    let starts = [0].into_iter().chain(breaks.iter().copied());
    let ends = breaks.iter().copied().chain([text.len()]);
    Some(starts.zip(ends).map(|(start, end)| start..end).collect())
}

/// Where 人民代表大会, 人民政府 or 人民法院 begins behind the name of a long place: the seam of most
/// names that are too long, if both sides fit.
fn before_people(text: &str, widest: i64) -> Option<usize> {
    let halves = |text: &str| text.chars().count() as i64 * 2;
    let at = text.rfind("人民")?;
    let (place, office) = (halves(&text[..at]), halves(&text[at..]));
    let balanced = place * 2 >= office && place.max(office) <= widest;
    balanced.then_some(at)
}

fn told(paragraph: &Paragraph<'_>) -> Diagnostic {
    let message = Bilingual::new(
        "名称一行排不下，分行排",
        "the name has no room on one line and was set on several",
    );
    let hint = Bilingual::new("请用规范化简称", "use the short name");
    let found = Diagnostic::warning(Code::Overfull, paragraph.para.text.span(), message);
    found.hint(hint).clause([7, 3, 5, 0])
}

/// Whether a name was broken.
pub(super) fn is_wrapped(paragraph: &Paragraph<'_>) -> bool {
    !paragraph.plan.breaks.is_empty()
}

/// How wide each name of a row is, on the page and in the DOCX.
pub(super) fn widths(paragraph: &Paragraph<'_>) -> Vec<(Abs, Abs)> {
    match is_wrapped(paragraph) {
        true => vec![paragraph.widest()],
        false => paragraph.part_widths(),
    }
}

/// Puts the lines of a broken name where its stop is, or by its right indent.
pub(super) fn indent(
    seal: Seal,
    paragraph: &mut Paragraph<'_>,
    right: (Abs, Abs),
    context: &Context<'_>,
) {
    let widest = paragraph.widest();
    let edges = |stop: Option<&Stop>, width: Abs, line: Abs, right: Abs| match stop {
        Some(Stop::Left(left)) => (*left, Abs::ZERO),
        Some(Stop::Center(x)) => (*x - line / 2, width - *x - line / 2),
        None => (width - right - line, right),
    };
    let width = (context.grid.body.width, context.profile.docx_width());
    let page = edges(paragraph.stops.first(), width.0, widest.0, right.0);
    let docx = edges(paragraph.plan.stops.first(), width.1, widest.1, right.1);
    for (indents, (left, right)) in
        [(&mut paragraph.indents, page), (&mut paragraph.plan.indents, docx)]
    {
        let left = if seal == Seal::Signed { Abs::ZERO } else { left.max(Abs::ZERO) };
        (indents.first, indents.left) = (left, left);
        indents.right = if seal == Seal::None { Abs::ZERO } else { right.max(Abs::ZERO) };
    }
    paragraph.plan.flush = seal == Seal::None;
    paragraph.plan.centered = seal == Seal::Stamped;
    paragraph.stops.clear();
    paragraph.plan.stops.clear();
}
