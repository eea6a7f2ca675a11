//! `render --verify`: the outputs of a document, read back before they are put in place.
//!
//! A rule that the standard orders and that does not hold is a failure: nothing is written.

use docgen::internal;
use docgen_audit::{Files, audit};
use docgen_model::Span;

use crate::report::Finished;
use crate::report::audit::{Audited, faults};

/// Measures the outputs of a document, or of a part whose files have a suffix.
pub(super) fn verify(finished: &mut Finished, files: &Files<'_>, suffix: &str) {
    match audit(files) {
        Err(why) => finished.fail(internal(&why, Span::default())),
        Ok(rows) => {
            faults(&rows).into_iter().for_each(|fault| finished.fail(fault));
            let name = format!("{}{suffix}", finished.file);
            finished.audits.push(Audited { name, rows });
        }
    }
}
