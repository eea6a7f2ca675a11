//! The commands, one a file.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod extract;
pub(crate) mod fix;
pub(crate) mod fmt;
pub(crate) mod fonts;
pub(crate) mod new;
pub(crate) mod profiles;
pub(crate) mod render;
pub(crate) mod rules;
pub(crate) mod schema;
mod verify;
