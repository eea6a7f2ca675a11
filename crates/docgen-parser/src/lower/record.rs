//! 版记 (clause 7.4).

use docgen_model::Record;

use super::Context;
use super::fields::Fields;
use super::prose::without_final;
use crate::blanks::Blanks;

/// Reads 版记; the marks at the end of its lists are added when printing.
pub(super) fn read(mut fields: Fields, cx: &mut Context<'_>) -> Record {
    Record {
        copy_to: list(&mut fields, "copy_to", cx),
        label: fields.text("label", Blanks::Drop, cx),
        main_to: list(&mut fields, "main_to", cx),
        printer: fields.text("printer", Blanks::Drop, cx),
        print_date: fields.date("print_date", "印发日期", cx),
        extra: fields.lines("extra", Blanks::Keep, cx),
    }
}

fn list(
    fields: &mut Fields,
    name: &str,
    cx: &mut Context<'_>,
) -> Vec<docgen_model::Text> {
    let mut names = fields.names(name, &['，', '、'], cx);
    if let Some(last) = names.last_mut() {
        *last = without_final(last, &['。']);
    }
    names
}
