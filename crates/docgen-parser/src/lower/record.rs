//! 版记 (clause 7.4).

use docgen_model::{Code, Diagnostic, Format, Record, Span, Text};

use super::fields::Fields;
use super::prose::without_marks;
use super::{Context, Rules, formats};
use crate::blanks::Blanks;
use crate::report::both;

/// Reads 版记; the marks at the end of its lists are added when printing.
pub(super) fn read(mut fields: Fields, rules: Rules, cx: &mut Context<'_>) -> Record {
    if rules.format == Format::Letter {
        let keys = ["printer", "print_date"].map(|name| fields.key(name));
        keys.into_iter().flatten().for_each(|at| cx.push(formats::printer_in_letter(at)));
    }
    let label = fields.key("label");
    let record = Record {
        copy_to: list(&mut fields, "copy_to", cx),
        label: fields.text("label", Blanks::Drop, cx),
        main_to: list(&mut fields, "main_to", cx),
        printer: fields.text("printer", Blanks::Drop, cx),
        print_date: fields.date("print_date", "印发日期", cx),
        extra: fields.lines("extra", Blanks::Keep, cx),
    };
    if let (Some(at), Some(_), true) = (label, &record.label, record.copy_to.is_empty())
        && !fields.is_muted("copy_to", cx)
    {
        cx.push(needless_label(at));
    }
    record
}

fn needless_label(at: Span) -> Diagnostic {
    let message = both(
        "没有抄送机关，抄送栏名不会印",
        "without “copy_to” its label is not printed",
    );
    Diagnostic::error(Code::BadValue, at, message).hint(both(
        "写上“抄送”，或者删去“抄送栏名”",
        "write “copy_to: …”, or delete “label”",
    ))
}

fn list(fields: &mut Fields, name: &str, cx: &mut Context<'_>) -> Vec<Text> {
    let mut names = fields.names(name, &['，', '、'], cx);
    without_marks(&mut names, &['。'], cx);
    names
}
