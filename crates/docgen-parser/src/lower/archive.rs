//! 归档: what an archive wants to know and nobody prints.

use docgen_model::Archive;

use super::Context;
use super::fields::Fields;

/// Reads 归档.
pub(super) fn read(mut fields: Fields, cx: &mut Context<'_>) -> Archive {
    Archive {
        fonds: fields.verbatim("fonds", cx),
        number: fields.verbatim("number", cx),
        retention: fields.verbatim("retention", cx),
        creator: fields.verbatim("creator", cx),
        keywords: fields.names("keywords", &['，', '、'], cx),
    }
}
