//! The house rules that no compiler knows, each a function in a file of its own.
//!
//! A check reads the [`Project`] and returns what breaks its rule; the table [`CHECKS`]
//! names them all. Where a rule has exceptions, they are a list in the check's file, each
//! with its reason, and an exception that nothing needs any more is a finding too.

mod clauses;
mod conformance;
mod dependencies;
mod fonts;
mod headers;
mod length;
pub(crate) mod licences;
mod literals;
mod loose_ends;
mod project;
mod source;
mod vendor;
mod whitespace;

use std::fmt;

use project::Project;

/// A place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    path: String,
    /// From 1; 0 for the whole file.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

type Check = fn(&Project) -> Vec<Finding>;

const CHECKS: &[(&str, Check)] = &[
    ("dependencies", dependencies::check),
    ("licences", licences::check),
    ("fonts", fonts::check),
    ("vendor", vendor::check),
    ("clauses", clauses::check),
    ("conformance", conformance::check),
    ("headers", headers::check),
    ("length", length::check),
    ("literals", literals::check),
    ("loose-ends", loose_ends::check),
    ("whitespace", whitespace::check),
];

/// Makes all checks on the workspace and prints what they find.
pub(crate) fn run() -> Result<(), String> {
    let project = Project::load()?;
    let mut broken = 0;
    for (name, check) in CHECKS {
        let findings = check(&project);
        findings.iter().for_each(|finding| println!("{finding} [{name}]"));
        broken += usize::from(!findings.is_empty());
    }
    println!("tidy: {} passed, {broken} failed", CHECKS.len() - broken);
    if broken == 0 { Ok(()) } else { Err(format!("{broken} rules are broken")) }
}

/// An exception from a rule, with the reason why it stands.
struct Exception {
    path: &'static str,
    /// The line, the item or the rule's own word for what is excused.
    what: &'static str,
    #[allow(dead_code, reason = "read by people")]
    why: &'static str,
}

/// Takes the excused places out of `findings` and adds the exceptions that excuse nothing.
/// `what` of an exception is a part of the finding's text.
fn excuse(findings: Vec<Finding>, exceptions: &[Exception]) -> Vec<Finding> {
    let excused = |exception: &Exception, finding: &Finding| {
        finding.path == exception.path && finding.what.contains(exception.what)
    };
    let idle = exceptions
        .iter()
        .filter(|exception| !findings.iter().any(|finding| excused(exception, finding)))
        .map(|exception| {
            let what = format!("the exception “{}” excuses nothing", exception.what);
            Finding::new(exception.path, 0, what)
        });
    let idle: Vec<_> = idle.collect();
    let mut left = findings;
    left.retain(|finding| {
        !exceptions.iter().any(|exception| excused(exception, finding))
    });
    left.extend(idle);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_excuses_its_place_or_is_a_finding_itself() {
        let exceptions = [Exception { path: "a.rs", what: "long", why: "a table" }];
        let long = Finding::new("a.rs", 1, "too long");
        assert_eq!(excuse(vec![long.clone()], &exceptions), []);
        let other = Finding::new("b.rs", 1, "too long");
        let left = excuse(vec![other.clone()], &exceptions);
        assert_eq!(left[0], other);
        assert!(left[1].what.contains("excuses nothing"));
    }
}
