//! `render --verify`: the outputs of a document, read back before they are put in place.
//!
//! A rule that the standard orders and that does not hold is a failure: nothing is written. Where
//! the profile departs from its clause, with a reason, the table says so instead. What only the
//! author's words break is told to the author, and the files are written.

use docgen::{Made, internal};
use docgen_audit::{Deviation, Files, audit};
use docgen_model::{Bilingual, Span};

use crate::report::Finished;
use crate::report::audit::{Audited, faults, written};

/// Measures the outputs of a document, or of a part whose files have a suffix.
pub(super) fn verify(finished: &mut Finished, files: &Files<'_>, suffix: &str) {
    match audit(files) {
        Err(why) => finished.fail(internal(&why, Span::default())),
        Ok(rows) => {
            faults(&rows).into_iter().for_each(|fault| finished.fail(fault));
            finished.diagnostics.extend(written(&rows));
            let name = format!("{}{suffix}", finished.file);
            finished.audits.push(Audited { name, rows });
        }
    }
}

/// What the profile of a document sets otherwise than the standard, as far as it concerns it.
pub(super) fn deviations(made: &Made) -> Vec<Deviation> {
    let all = made.profile.deviations.iter();
    let ours = all.filter(|deviation| deviation.concerns(&made.document));
    let deviation = |one: &docgen_standard::Deviation| {
        let (profile, reason) = (&one.profile, &one.reason);
        let by = one.by.as_ref();
        let zh = by.map_or(String::new(), |by| format!("，依据：{by}"));
        let en = by.map_or(String::new(), |by| format!(", by {by}"));
        let why = Bilingual::new(
            format!("版式“{profile}”：{one}，理由：{reason}{zh}"),
            format!("profile “{profile}”: {one}, reason: {reason}{en}"),
        );
        Deviation { key: one.key.clone(), clause: one.clause, why }
    };
    ours.map(deviation).collect()
}
