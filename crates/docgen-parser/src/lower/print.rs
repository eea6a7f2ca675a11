//! 打印: what a printing house is told.

use docgen_model::Print;

use super::fields::Fields;
use super::shape::small;
use super::{Context, section};
use crate::schema::PRINT;

/// Reads 打印.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Print {
    let Some((_, mut fields)) = section(fields, "print", &PRINT, cx) else {
        return Print::default();
    };
    let duplex = fields.word("duplex", cx);
    let bleed = fields.take("bleed", cx);
    let bleed = bleed.and_then(|value| small(&value.node.written()));
    let mut on = |name| fields.flag(name, cx).is_some_and(|flag| flag.value);
    Print {
        mirror: duplex.is_some_and(|word| word.value == "mirror"),
        even_record: on("even_record"),
        preprinted: on("preprinted"),
        crop_marks: on("crop_marks"),
        bleed,
    }
}
