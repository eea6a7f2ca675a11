//! Text files end their lines with LF, without blanks before it, and end with a line end.

use super::{Finding, Project};

/// Files that are kept byte for byte, and why.
const VERBATIM: &[(&str, &str)] = &[
    ("fonts/LICENSES/", "licence texts as they were published"),
    ("tests/data/", "texts as they were received"),
    ("tests/ref/", "what the program printed"),
    ("LICENSE-APACHE", "the licence as it was published"),
    ("vendor/licences/", "licence texts as they were published"),
    ("vendor/krilla-", "patches as git writes them"),
];

/// Looks at every text file that is ours.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let verbatim = |path: &str| VERBATIM.iter().any(|(start, _)| path.starts_with(start));
    let mut findings = vec![];
    for (path, text) in project.texts("").filter(|(path, _)| !verbatim(path)) {
        for (index, line) in text.split_terminator('\n').enumerate() {
            let what = if line.ends_with('\r') {
                "CRLF"
            } else if line.ends_with([' ', '\t', '\u{3000}']) {
                "trailing blank"
            } else {
                continue;
            };
            findings.push(Finding::new(path, index + 1, what));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            findings.push(Finding::new(
                path,
                text.lines().count(),
                "no line end at the end",
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<String> {
        let found = check(&Project::of(&[("a.md", text)]));
        found.into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn stray_blanks_are_found() {
        assert_eq!(findings("a\n\nb\n"), [""; 0]);
        assert_eq!(findings("a\nb \n"), ["a.md:2: trailing blank"]);
        assert_eq!(
            findings("a\r\nb"),
            ["a.md:1: CRLF", "a.md:2: no line end at the end"]
        );
    }

    #[test]
    fn binary_and_verbatim_files_pass() {
        let project =
            Project::of(&[("a.pdf", "\0 \n"), ("fonts/LICENSES/a.txt", "a \n")]);
        assert_eq!(check(&project), []);
    }
}
