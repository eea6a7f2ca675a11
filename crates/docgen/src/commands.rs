//! The commands, one a file.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod fonts;
pub(crate) mod new;
pub(crate) mod render;
pub(crate) mod schema;
