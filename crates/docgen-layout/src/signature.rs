//! 落款 (clause 7.3.5): the indents of 署名 and 成文日期, and the page they stand on.
//!
//! The three ways of 7.3.5.1 to 7.3.5.3 differ only in the right indents and the blank rows;
//! the rows come with the manuscript. The seal is never drawn: its place stays free.
//!
//! [`ladder`] keeps them on a page with text.

use docgen_model::{Abs, Seal};
use docgen_standard::Signed;

use crate::Context;
use crate::paragraph::Paragraph;

mod ladder;

pub(crate) use self::ladder::settle;

/// Sets the right indents of 署名 and 成文日期.
pub(crate) fn indent(
    signed: Signed,
    paragraphs: &mut [Paragraph<'_>],
    context: &Context<'_>,
) {
    let widths = |index: Option<usize>| index.map(|index| paragraphs[index].natural());
    let (organ, date) = (widths(signed.organ), widths(signed.date));
    let size = context.grid.size;
    let page = rights(
        signed.seal,
        organ.map(|w| w.0),
        date.map(|w| w.0),
        context.grid.cell(),
        context,
    );
    let docx = rights(signed.seal, organ.map(|w| w.1), date.map(|w| w.1), size, context);
    if let Some(index) = signed.organ {
        paragraphs[index].indents.right = page.organ;
        paragraphs[index].plan.indents.right = docx.organ;
    }
    if let Some(index) = signed.date {
        paragraphs[index].indents.right = page.date;
        paragraphs[index].plan.indents.right = docx.date;
    }
}

/// Right indents.
struct Rights {
    organ: Abs,
    date: Abs,
}

/// The right indents for given widths, where a 字 is `cell` wide.
fn rights(
    seal: Seal,
    organ: Option<Abs>,
    date: Option<Abs>,
    cell: Abs,
    context: &Context<'_>,
) -> Rights {
    let spec = &context.profile.signature;
    let (organ_width, date_width) = (organ.unwrap_or_default(), date.unwrap_or_default());
    let difference = date_width - organ_width;
    match seal {
        Seal::Stamped if organ.is_some() => {
            let date = spec.stamped_date_right.chars(cell);
            let organ = date + difference / 2;
            // A long name is centred on the date as far as the type area goes.
            let over = (-organ).max(Abs::ZERO);
            Rights { organ: organ + over, date: date + over }
        }
        Seal::None if organ.is_some() => {
            let least = spec.unstamped_organ_right.chars(cell);
            let shift = spec.unstamped_date_shift.chars(cell);
            if difference > Abs::ZERO {
                Rights { organ: least + shift + difference, date: least }
            } else {
                Rights { organ: least, date: least - shift - difference }
            }
        }
        Seal::Signed => {
            let right = spec.signed_right.chars(cell);
            let stamp = spec.signed_stamp_width.chars(cell);
            Rights {
                organ: right + stamp + spec.signed_post_gap.chars(cell),
                date: right,
            }
        }
        Seal::Stamped | Seal::None => {
            let right = spec.lone_date_right.chars(cell);
            Rights { organ: right, date: right }
        }
    }
}

#[cfg(test)]
mod tests;
