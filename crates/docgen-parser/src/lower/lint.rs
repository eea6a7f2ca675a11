//! 检查: which findings the author allows, denies, or wants as warnings. Whether a rule of
//! that name exists is not known here.

use docgen_model::{Ruling, Spanned, Text, Verdict};

use super::fields::Fields;
use super::{Context, section};
use crate::schema::{ALLOW, LINT};

/// Reads 检查.
pub(super) fn read(fields: &mut Fields, cx: &mut Context<'_>) -> Vec<Ruling> {
    let Some((_, mut fields)) = section(fields, "lint", &LINT, cx) else {
        return vec![];
    };
    let mut rulings = allowed(&mut fields, cx);
    for (name, verdict) in [("warn", Verdict::Warn), ("deny", Verdict::Deny)] {
        let codes = fields.names(name, &['，', '、'], cx);
        rulings.extend(codes.iter().map(|code| ruling(code, verdict, None)));
    }
    rulings
}

fn allowed(fields: &mut Fields, cx: &mut Context<'_>) -> Vec<Ruling> {
    let value = fields.take("allow", cx);
    let maps = value.into_iter().flat_map(|value| value.node.into_maps());
    let read = |(entries, span): (Vec<_>, docgen_model::Span)| {
        let mut fields = Fields::open(entries, &ALLOW, span, cx);
        let code = fields.verbatim("code", cx);
        let reason = fields.verbatim("reason", cx);
        Some(ruling(&code?, Verdict::Allow, Some(reason?)))
    };
    maps.filter_map(read).collect()
}

fn ruling(code: &Text, verdict: Verdict, reason: Option<Text>) -> Ruling {
    let code = Spanned::new(code.to_string(), code.span());
    Ruling { code, verdict, reason }
}
