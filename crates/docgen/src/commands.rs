//! The commands, one a file.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod extract;
pub(crate) mod fix;
pub(crate) mod fonts;
pub(crate) mod new;
pub(crate) mod profiles;
pub(crate) mod render;
pub(crate) mod rules;
pub(crate) mod schema;

use docgen_model::Bilingual;

/// The refusal of something that is planned.
pub(crate) fn later(what: &str) -> Bilingual {
    Bilingual::new(
        format!("{what} 尚未提供，本版不能用"),
        format!("{what} is planned but not built yet"),
    )
}
