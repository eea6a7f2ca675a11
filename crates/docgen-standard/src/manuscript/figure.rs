//! 图片 in the flow: it stands in the place of lines, 图题 keeps below it.

use docgen_model::{Figure, Text};

use super::{Insert, Para};
use crate::Role;

/// A picture and its 图题.
pub(super) fn push_figure(figure: &Figure, flow: &mut Vec<Para>) {
    let caption = figure.caption.clone().map(|text| Para::new(Role::FigureCaption, text));
    let place = Text::new("", figure.span);
    let keep_next = caption.is_some();
    let insert = Some(Insert::Figure(figure.clone()));
    flow.push(Para { insert, keep_next, ..Para::new(Role::Figure, place) });
    flow.extend(caption);
}
