//! Files and functions stay short: 600 lines, 60 lines. A longer one has its reason here.

use super::source::{Source, end_of_item};
use super::{Exception, Finding, Project, excuse};

const LONGEST_FILE: usize = 600;
const LONGEST_FUNCTION: usize = 60;

const EXCEPTIONS: &[Exception] = &[];

/// Measures every Rust file, and every function outside tests.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut findings = vec![];
    for (path, text) in project.texts(".rs") {
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            findings.push(Finding::new(path, 0, format!("the file has {lines} lines")));
        }
        for (name, first, lines) in functions(&Source::new(text).code) {
            if lines > LONGEST_FUNCTION {
                let what = format!("fn {name} has {lines} lines");
                findings.push(Finding::new(path, first, what));
            }
        }
    }
    excuse(findings, EXCEPTIONS)
}

/// Name, first line and number of lines of each function, nested ones too.
fn functions(code: &str) -> Vec<(String, usize, usize)> {
    let chars: Vec<char> = code.chars().collect();
    let mut found = vec![];
    let mut line = 1;
    for at in 0..chars.len() {
        line += usize::from(chars[at] == '\n');
        let in_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
        if in_word || !chars[at..].starts_with(&['f', 'n', ' ']) {
            continue;
        }
        let name = chars[at + 3..].iter();
        let name = name.take_while(|c| c.is_alphanumeric() || **c == '_').collect();
        let end = end_of_item(&chars, at);
        let breaks = chars[at..end].iter().filter(|&&c| c == '\n').count();
        found.push((name, line, breaks + 1));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured() {
        let code =
            "fn a() {}\n\nimpl B {\n    fn c(\n        x: [u8; 3],\n    ) {\n    }\n}\n";
        let found = functions(code);
        assert_eq!(found, [("a".to_owned(), 1, 1), ("c".to_owned(), 4, 4)]);
    }

    #[test]
    fn a_long_file_and_a_long_function_are_found() {
        let long =
            format!("fn long() {{\n{}}}\n", "    step();\n".repeat(LONGEST_FUNCTION));
        let tests = format!("#[cfg(test)]\nmod tests {{\n{long}}}\n");
        assert_eq!(check(&Project::of(&[("a.rs", &tests)])), []);
        let found = check(&Project::of(&[("a.rs", &long)]));
        assert_eq!(found, [Finding::new("a.rs", 1, "fn long has 62 lines")]);
        let found = check(&Project::of(&[("a.rs", &"\n".repeat(LONGEST_FILE + 1))]));
        assert_eq!(found, [Finding::new("a.rs", 0, "the file has 601 lines")]);
    }
}
