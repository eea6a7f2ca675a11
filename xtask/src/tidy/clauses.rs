//! Every clause that is cited exists, and every clause that exists has its row.
//!
//! 1. `clause = "7.2.5"` in TOML and `.clause([7, 2, 5, 0])`, `Clause::new([…])` in Rust
//!    name a key of `clauses.toml`.
//! 2. Each key of `clauses.toml` has a row of its own in CONFORMANCE.md.

use super::source::{Source, line_of};
use super::{Finding, Project};

const CLAUSES: &str = "crates/docgen-standard/data/clauses.toml";
const CONFORMANCE: &str = "CONFORMANCE.md";

/// Compares the citations with the list and the list with CONFORMANCE.md.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let known = known(project);
    if known.is_empty() {
        return vec![Finding::new(CLAUSES, 0, "no clauses are listed")];
    }
    let cited = cited_in_toml(project).into_iter().chain(cited_in_rust(project));
    let unknown = cited.filter(|(clause, _, _)| !known.contains(clause));
    let unknown = unknown.map(|(clause, path, line)| {
        Finding::new(path, line, format!("clause {clause} is not in {CLAUSES}"))
    });
    let table =
        project.file(CONFORMANCE).and_then(|file| file.text()).unwrap_or_default();
    let rowless = known.iter().filter(|clause| {
        let row = format!("| {clause} |");
        !table.lines().any(|line| line.starts_with(&row))
    });
    let rowless = rowless.map(|clause| {
        Finding::new(CONFORMANCE, 0, format!("clause {clause} has no row"))
    });
    unknown.chain(rowless).collect()
}

fn known(project: &Project) -> Vec<String> {
    let text = project.file(CLAUSES).and_then(|file| file.text()).unwrap_or_default();
    let table: toml::Table = text.parse().unwrap_or_default();
    table.keys().cloned().collect()
}

/// A clause, the file that cites it, and the line.
type Citation<'a> = (String, &'a str, usize);

fn cited_in_toml(project: &Project) -> Vec<Citation<'_>> {
    let mut found = vec![];
    for (path, text) in project.texts(".toml") {
        for (at, rest) in after(text, "clause = \"") {
            let clause = rest.split('"').next().unwrap_or_default();
            found.push((clause.to_owned(), path, line_of(text, at)));
        }
    }
    found
}

fn cited_in_rust(project: &Project) -> Vec<Citation<'_>> {
    let mut found = vec![];
    for (path, text) in
        project.texts(".rs").filter(|(path, _)| path.starts_with("crates/"))
    {
        let code = Source::new(text).code;
        for opening in [".clause([", "Clause::new(["] {
            for (at, rest) in after(&code, opening) {
                let parts = rest.split(']').next().unwrap_or_default();
                let parts = parts.split(',').map(str::trim);
                let parts: Vec<_> = parts.take_while(|part| *part != "0").collect();
                found.push((parts.join("."), path, line_of(&code, at)));
            }
        }
    }
    found
}

/// Where `opening` stands in `text`, and what follows it.
fn after<'a>(text: &'a str, opening: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    let places = text.match_indices(opening);
    places.filter_map(move |(at, _)| Some((at, text.get(at + opening.len()..)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: (&str, &str) = (CLAUSES, "\"7.2.5\" = \"发文字号\"\n");
    const TABLE: (&str, &str) = (CONFORMANCE, "| 7.2.5 | 发文字号 | enforced |\n");

    #[test]
    fn good_citations_pass() {
        let data = (
            "data/x.toml",
            "[number]\nindent = { value = \"1字\", clause = \"7.2.5\" }\n",
        );
        let code = ("crates/a/src/b.rs", "fn a() {\n    x.clause([7, 2, 5, 0]);\n}\n");
        assert_eq!(check(&Project::of(&[LIST, TABLE, data, code])), []);
    }

    #[test]
    fn a_wrong_citation_is_found() {
        let data = ("data/x.toml", "\nclause = \"7.2.9\"\n");
        let found = check(&Project::of(&[LIST, TABLE, data]));
        assert_eq!((found.len(), found[0].line), (1, 2));
        for code in ["x.clause([7, 2, 9, 0])", "Clause::new([9, 0, 0, 0])"] {
            assert_eq!(
                check(&Project::of(&[LIST, TABLE, ("crates/a.rs", code)])).len(),
                1
            );
        }
    }

    #[test]
    fn a_clause_without_a_row_is_found() {
        let table = (CONFORMANCE, "| R01 | see 7.2.5 |\n");
        let found = check(&Project::of(&[LIST, table]));
        assert_eq!(found, [Finding::new(CONFORMANCE, 0, "clause 7.2.5 has no row")]);
        assert_eq!(check(&Project::of(&[TABLE])).len(), 1);
    }
}
