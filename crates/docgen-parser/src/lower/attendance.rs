//! 出席, 请假 and 列席 of a 纪要 (clause 10.3).

use docgen_model::{Attendance, Format, Text};

use super::fields::Fields;
use super::{Context, Rules, formats, section};
use crate::schema::ATTENDANCE;

/// Reads the lists; an item is a unit, a name or both, so 、 within one is no mistake.
pub(super) fn read(
    fields: &mut Fields,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Option<Attendance> {
    let (key, mut fields) = section(fields, "attendance", &ATTENDANCE, cx)?;
    let mut names = |name| -> Vec<Text> { fields.names(name, &['，'], cx) };
    let attendance = Attendance {
        present: names("present"),
        absent: names("absent"),
        observers: names("observers"),
    };
    if rules.ruled && rules.format != Format::Minutes {
        cx.push(formats::attendance_elsewhere(key));
        return None;
    }
    Some(attendance)
}
