//! 命令（令） (clause 10.2): the mark 20 mm below the top of the type area, 令号 two rows below it,
//! the text two rows below that.

use docgen_model::Document;

use super::{Master, first_size};
use crate::Context;

/// Its head.
pub(super) fn master(document: &Document, context: &Context<'_>) -> Master {
    let spec = &context.profile.order;
    let below = first_size(document, context);
    Master { mark_top: spec.mark_top, rule: spec.rule, below }
}
