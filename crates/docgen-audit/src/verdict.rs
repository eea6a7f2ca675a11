//! What a rule says of a file: the values that it measured, or why there is nothing to measure.

use docgen_model::Bilingual;

use crate::Deviation;
use crate::rules::Rule;

/// Why a rule measured nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Nothing {
    /// The document has no such thing: the rule is not about it.
    Absent,
    /// The author wrote it, but it is not to be found.
    Missing(String),
}

/// What a rule measured.
pub(crate) type Found = Result<Vec<Measured>, Nothing>;

/// One value, and whether it is as it should be. Strain is the share of the tolerance that is
/// used up, so that the worst of many can be shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    text: String,
    holds: bool,
    strain: f64,
    /// Whether the author wrote what is measured so.
    written: bool,
}

impl Measured {
    /// Says that the author wrote it so, if that is the case: the program is not to blame.
    pub(crate) fn written(self, written: bool) -> Self {
        Self { written, ..self }
    }
}

/// What became of one rule on one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds; the value nearest to its limit.
    Holds(String),
    /// It does not; the values that are wrong.
    Fails(String),
    /// It does not, and the profile says so with its reason; the values, and the reason.
    Deviates(String, Bilingual),
    /// It does not, for the author wrote it so; the values.
    Written(String),
    /// The author wrote something that is not to be found.
    NotFound(String),
    /// The document has nothing that it is about.
    Absent,
}

impl Verdict {
    /// Whether the rule is broken.
    pub const fn is_failure(&self) -> bool {
        matches!(self, Self::Fails(_) | Self::Written(_) | Self::NotFound(_))
    }

    /// Whether it is broken by what the author wrote alone.
    pub const fn is_written(&self) -> bool {
        matches!(self, Self::Written(_))
    }

    /// What is left of a failure where a profile departs from what the rule rests on. What is
    /// missing altogether only the rule's own clause excuses.
    pub(crate) fn excused(self, rule: &Rule, deviations: &[&Deviation]) -> Self {
        let mut deviations = deviations.iter();
        let (values, deviation) = match &self {
            Self::Fails(values) => (values, deviations.find(|d| rule.rests_on(d))),
            Self::NotFound(what) => (what, deviations.find(|d| rule.is_of(d.clause))),
            Self::Holds(_) | Self::Deviates(..) | Self::Written(_) | Self::Absent => {
                return self;
            }
        };
        let excuse = deviation.map(|d| Self::Deviates(values.clone(), d.why.clone()));
        excuse.unwrap_or(self)
    }
}

/// The verdict of what was found.
pub(crate) fn judge(found: Found) -> Verdict {
    let found = match found {
        Err(Nothing::Absent) => return Verdict::Absent,
        Err(Nothing::Missing(what)) => return Verdict::NotFound(what),
        Ok(found) => found,
    };
    let failed: Vec<&Measured> = found.iter().filter(|one| !one.holds).collect();
    if !failed.is_empty() {
        let shown: Vec<_> = failed.iter().take(3).map(|one| one.text.as_str()).collect();
        let shown = format!("{} [{}/{}]", shown.join("; "), failed.len(), found.len());
        let written = failed.iter().all(|one| one.written);
        return if written { Verdict::Written(shown) } else { Verdict::Fails(shown) };
    }
    let worst = found.iter().max_by(|a, b| a.strain.total_cmp(&b.strain));
    worst.map_or(Verdict::Absent, |worst| Verdict::Holds(worst.text.clone()))
}

/// Goes on only if the rule is about this document.
pub(crate) fn wants(condition: bool) -> Result<(), Nothing> {
    if condition { Ok(()) } else { Err(Nothing::Absent) }
}

/// Something that the author wrote and that is not to be found.
pub(crate) fn missing(what: &str) -> Nothing {
    Nothing::Missing(what.to_owned())
}

/// A length in millimetres that must be another one.
pub(crate) fn near(what: &str, value: f64, wanted: f64, tolerance: f64) -> Measured {
    near_in("mm", what, value, wanted, tolerance)
}

/// A value in some unit that must be another one.
pub(crate) fn near_in(
    unit: &str,
    what: &str,
    value: f64,
    wanted: f64,
    tolerance: f64,
) -> Measured {
    let strain = (value - wanted).abs() / tolerance;
    let text = format!("{what} {value:.2} {unit} ({wanted:.2} ± {tolerance:.2})");
    Measured { text, holds: strain <= 1.0, strain, written: false }
}

/// A length in millimetres that must lie in a band, or within `slack` of it.
pub(crate) fn between(what: &str, value: f64, band: (f64, f64), slack: f64) -> Measured {
    let (least, most) = (band.0 - slack, band.1 + slack);
    let strain = (value - f64::midpoint(least, most)).abs() / ((most - least) / 2.0);
    let text = format!("{what} {value:.2} mm ({least:.2}–{most:.2})");
    Measured { text, holds: strain <= 1.0, strain, written: false }
}

/// A length in millimetres that must not exceed another one.
pub(crate) fn at_most(what: &str, value: f64, most: f64) -> Measured {
    let text = format!("{what} {value:.2} mm (≤ {most:.2})");
    Measured { text, holds: value <= most, strain: value / most, written: false }
}

/// A statement.
pub(crate) fn holds(what: impl Into<String>, holds: bool) -> Measured {
    let strain = f64::from(u8::from(!holds));
    Measured { text: what.into(), holds, strain, written: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_is_shown_and_one_failure_is_enough() {
        let good = vec![near("a", 28.0, 28.0, 1.0), near("b", 28.5, 28.0, 1.0)];
        assert_eq!(
            judge(Ok(good.clone())),
            Verdict::Holds("b 28.50 mm (28.00 ± 1.00)".into())
        );
        let bad = [good, vec![at_most("c", 3.0, 2.0)]].concat();
        assert_eq!(judge(Ok(bad)), Verdict::Fails("c 3.00 mm (≤ 2.00) [1/3]".into()));
        assert_eq!(judge(Ok(vec![])), Verdict::Absent);
        assert!(judge(Err(missing("标题"))).is_failure());
        let written = holds("e", false).written(true);
        let both = vec![written.clone(), holds("f", false)];
        assert_eq!(judge(Ok(vec![written])), Verdict::Written("e [1/1]".into()));
        assert_eq!(judge(Ok(both)), Verdict::Fails("e; f [2/2]".into()));
        assert!(!between("d", 15.9, (10.4, 15.8), 0.0).holds);
        assert!(between("d", 15.9, (10.4, 15.8), 0.5).holds);
    }
}
