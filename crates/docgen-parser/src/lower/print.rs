//! 打印: what a printing house is told.

use docgen_model::{Abs, Print};

use super::Context;
use super::fields::Fields;

/// Reads 打印.
pub(super) fn read(mut fields: Fields, cx: &mut Context<'_>) -> Print {
    let duplex = fields.word("duplex", cx);
    let mut on = |name| fields.flag(name, cx).is_some_and(|flag| flag.value);
    Print {
        mirror: duplex.is_some_and(|word| word.value == "mirror"),
        even_record: on("even_record"),
        preprinted: on("preprinted"),
        crop_marks: on("crop_marks"),
        bleed: Abs::ZERO,
    }
}
