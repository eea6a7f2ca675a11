//! 归档: what an archive wants to know and nobody prints.

use docgen_model::Archive;

use super::fields::Fields;
use super::{Context, section};
use crate::schema::ARCHIVE;

/// Reads 归档.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Archive {
    let Some((_, mut fields)) = section(fields, "archive", &ARCHIVE, cx) else {
        return Archive::default();
    };
    Archive {
        fonds: fields.verbatim("fonds", cx),
        number: fields.verbatim("number", cx),
        retention: fields.verbatim("retention", cx),
        creator: fields.verbatim("creator", cx),
        keywords: fields.names("keywords", &['，', '、'], cx),
    }
}
