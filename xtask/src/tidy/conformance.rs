//! What CONFORMANCE.md calls enforced names where, and the place exists.
//!
//! A row whose status is `enforced` must hold a pointer in backticks: a file of the
//! project, or `file::name` for a function, test or table in it. Every pointer of every row
//! must exist.

use super::{Finding, Project};

const CONFORMANCE: &str = "CONFORMANCE.md";

/// Follows the pointers of every row.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let text = project.file(CONFORMANCE).and_then(|file| file.text()).unwrap_or_default();
    let mut findings = vec![];
    let mut enforced = 0;
    for (index, row) in text.lines().enumerate().filter(|(_, row)| row.starts_with("| "))
    {
        let pointers = pointers(row);
        let is_enforced = row.split('|').any(|cell| cell.trim() == "enforced");
        enforced += usize::from(is_enforced);
        if is_enforced && pointers.is_empty() {
            let what = "enforced, but no code or test is named";
            findings.push(Finding::new(CONFORMANCE, index + 1, what));
        }
        for pointer in pointers.iter().filter(|pointer| !leads(project, pointer)) {
            let what = format!("`{pointer}` leads nowhere");
            findings.push(Finding::new(CONFORMANCE, index + 1, what));
        }
    }
    if enforced == 0 {
        findings.push(Finding::new(CONFORMANCE, 0, "no row is enforced"));
    }
    findings
}

/// What stands in backticks and looks like a path.
fn pointers(row: &str) -> Vec<&str> {
    let quoted = row.split('`').skip(1).step_by(2);
    quoted.filter(|quoted| quoted.contains('/')).collect()
}

fn leads(project: &Project, pointer: &str) -> bool {
    match pointer.split_once("::") {
        None => project.exists(pointer),
        Some((path, name)) => {
            let text =
                project.file(path).and_then(|file| file.text()).unwrap_or_default();
            let mut words =
                text.split(|c: char| !c.is_alphanumeric() && !"_-".contains(c));
            words.any(|word| word == name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEST: (&str, &str) = ("crates/a/src/b.rs", "#[test]\nfn fills_the_page() {}\n");

    fn findings(row: &str) -> Vec<String> {
        let project = Project::of(&[TEST, (CONFORMANCE, row)]);
        check(&project).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn pointers_are_followed() {
        let row = "| R07 | 22 rows | enforced | `crates/a/src/b.rs::fills_the_page`, `crates/a` |";
        assert_eq!(findings(row), [""; 0]);
        let row = "| R07 | 22 rows | enforced | `crates/a/src/b.rs::fills` |";
        assert_eq!(findings(row), ["`crates/a/src/b.rs::fills` leads nowhere"]);
        let row = "| R07 | 22 rows | enforced | `crates/c` |";
        assert_eq!(findings(row), ["`crates/c` leads nowhere"]);
    }

    #[test]
    fn enforced_without_a_place_is_found() {
        let row = "| R07 | 22 rows | enforced | by `layout` |";
        assert_eq!(findings(row), ["enforced, but no code or test is named"]);
        assert_eq!(
            findings("| R81 | 横排表格 | not built | issue 3 |"),
            ["no row is enforced"]
        );
    }
}
