//! Lengths of the standard are data: no millimetre, point or twip is written into the
//! crates that set pages.

use super::source::{Source, line_of};
use super::{Exception, Finding, Project, excuse};

/// The crates that must ask the profile.
const CRATES: &[&str] = &["docgen-layout", "docgen-docx", "docgen-pdf"];

/// The functions that turn a number into a length.
const UNITS: &[&str] = &["Abs::mm100(", "Abs::pt10(", "Abs::twips(", "Abs::emu("];

const EXCEPTIONS: &[Exception] = &[Exception {
    path: "crates/docgen-docx/src/record.rs",
    what: "Abs::twips(20)",
    why: "the least height that LibreOffice keeps; no number of the standard",
}];

/// Looks for a unit with a number right behind it.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let ours = |path: &str| {
        CRATES.iter().any(|name| path.starts_with(&format!("crates/{name}/src/")))
            && !project.is_test(path)
    };
    let mut findings = vec![];
    for (path, text) in project.texts(".rs").filter(|(path, _)| ours(path)) {
        let code = Source::new(text).code;
        for unit in UNITS {
            for (at, _) in code.match_indices(unit) {
                if let Some(number) = number(&code, at + unit.len()) {
                    let what = format!("a length in code: {unit}{number})");
                    findings.push(Finding::new(path, line_of(&code, at), what));
                }
            }
        }
    }
    excuse(findings, EXCEPTIONS)
}

/// The number that stands at `at`, if one does.
fn number(code: &str, at: usize) -> Option<&str> {
    let rest = code.get(at..)?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !"-_".contains(c))?;
    rest.get(..end).filter(|number| number.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_in_code_is_found() {
        let code = "fn a() {\n    let x = Abs::mm100(\n        3_700,\n    );\n}\n";
        let found = check(&Project::of(&[("crates/docgen-pdf/src/a.rs", code)]));
        let what = "a length in code: Abs::mm100(3_700)";
        assert_eq!(found[0], Finding::new("crates/docgen-pdf/src/a.rs", 2, what));
    }

    #[test]
    fn names_tests_and_other_crates_pass() {
        let named = "fn a() { Abs::twips(width); }\n";
        let test = "#[cfg(test)]\nmod tests {\n    fn a() { Abs::twips(579); }\n}\n";
        let data = "fn a() { Abs::twips(579); }\n";
        let project = Project::of(&[
            ("crates/docgen-docx/src/a.rs", named),
            ("crates/docgen-docx/src/b.rs", test),
            ("crates/docgen-docx/src/c.rs", "#[cfg(test)]\nmod tests;\n"),
            ("crates/docgen-docx/src/c/tests.rs", data),
            ("crates/docgen-standard/src/a.rs", data),
        ]);
        let mut found = check(&project);
        found.retain(|finding| !finding.what.contains("excuses nothing"));
        assert_eq!(found, []);
    }
}
