//! 纪要 (clause 10.3): the mark 35 mm below the top of the type area; the rest as in the general
//! format, but that number and title may be missing.

use docgen_model::Document;

use super::{Master, first_size};
use crate::Context;

/// Its head.
pub(super) fn master(document: &Document, context: &Context<'_>) -> Master {
    let spec = &context.profile.minutes;
    let below = first_size(document, context);
    Master { mark_top: spec.mark_top, rule: spec.rule, below }
}
