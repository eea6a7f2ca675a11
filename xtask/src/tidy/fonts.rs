//! The faces are those that were reviewed: hashes, manifest and licences agree.
//!
//! 1. Each line of `fonts/SHA256SUMS` names a file with that hash.
//! 2. Each file of `fonts/` but the list itself and README.md stands in the list.
//! 3. Each entry of `fonts/fonts.toml` has its file, a licence and that licence's text.

use sha2::{Digest, Sha256};

use super::{Finding, Project};

const SUMS: &str = "fonts/SHA256SUMS";
const MANIFEST: &str = "fonts/fonts.toml";
const UNLISTED: &[&str] = &[SUMS, "fonts/README.md"];

/// Compares the folder with its list and its manifest.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut findings = wrong_sums(project);
    findings.extend(unlisted(project));
    findings.extend(wrong_entries(project));
    findings
}

/// Hash and path of each line of the list.
fn sums(project: &Project) -> Vec<(String, String)> {
    let text = project.file(SUMS).and_then(|file| file.text()).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    lines.map(|(sum, name)| (sum.to_owned(), format!("fonts/{name}"))).collect()
}

fn wrong_sums(project: &Project) -> Vec<Finding> {
    let mut findings = vec![];
    for (sum, path) in sums(project) {
        let Some(file) = project.file(&path) else {
            findings.push(Finding::new(SUMS, 0, format!("{path} is missing")));
            continue;
        };
        if sha256(&file.bytes) != sum {
            findings.push(Finding::new(&path, 0, format!("is not what {SUMS} says")));
        }
    }
    findings
}

fn unlisted(project: &Project) -> Vec<Finding> {
    let listed = sums(project);
    let files = project.files.iter().map(|file| file.path.as_str());
    files
        .filter(|path| path.starts_with("fonts/") && !UNLISTED.contains(path))
        .filter(|path| !listed.iter().any(|(_, name)| name == path))
        .map(|path| Finding::new(path, 0, format!("is not listed in {SUMS}")))
        .collect()
}

fn wrong_entries(project: &Project) -> Vec<Finding> {
    let text = project.file(MANIFEST).and_then(|file| file.text()).unwrap_or_default();
    let manifest: toml::Table = text.parse().unwrap_or_default();
    let entries = manifest.get("font").and_then(|fonts| fonts.as_array());
    let Some(entries) = entries.filter(|entries| !entries.is_empty()) else {
        return vec![Finding::new(MANIFEST, 0, "names no font")];
    };
    let mut findings = vec![];
    for entry in entries {
        let field = |key: &str| entry.get(key).and_then(|value| value.as_str());
        let file = field("file").unwrap_or("?");
        for key in ["file", "license_file"] {
            let path = field(key).map(|name| format!("fonts/{name}"));
            if path.is_none_or(|path| project.file(&path).is_none()) {
                findings.push(Finding::new(MANIFEST, 0, format!("{file}: no {key}")));
            }
        }
        for key in ["role", "license", "source"] {
            if field(key).is_none_or(str::is_empty) {
                findings.push(Finding::new(MANIFEST, 0, format!("{file}: no {key}")));
            }
        }
    }
    findings
}

/// A hash as `sha256sum` writes it.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "[[font]]\nrole = \"kai\"\nfile = \"a.ttf\"\nlicense = \"OFL-1.1\"\n\
        source = \"x\"\nlicense_file = \"OFL.txt\"\n";

    fn findings(face: &str, manifest: &str) -> Vec<String> {
        let sums = format!(
            "{}  a.ttf\n{}  OFL.txt\n{}  fonts.toml\n",
            sha256(b"face"),
            sha256(b"licence"),
            sha256(manifest.as_bytes())
        );
        let project = Project::of(&[
            (SUMS, &sums),
            (MANIFEST, manifest),
            ("fonts/a.ttf", face),
            ("fonts/OFL.txt", "licence"),
        ]);
        check(&project).into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn another_file_is_found() {
        assert_eq!(findings("face", ENTRY), [""; 0]);
        assert_eq!(
            findings("fact", ENTRY),
            ["fonts/a.ttf: is not what fonts/SHA256SUMS says"]
        );
    }

    #[test]
    fn an_entry_without_licence_is_found() {
        let entry = ENTRY.replace("OFL.txt", "MIT.txt").replace("\"OFL-1.1\"", "\"\"");
        assert_eq!(
            findings("face", &entry),
            [
                "fonts/fonts.toml: a.ttf: no license_file",
                "fonts/fonts.toml: a.ttf: no license",
            ]
        );
        assert_eq!(findings("face", ""), ["fonts/fonts.toml: names no font"]);
    }

    #[test]
    fn unlisted_and_missing_files_are_found() {
        let sums = format!("{}  b.ttf\n", sha256(b"b"));
        let project = Project::of(&[(SUMS, &sums), ("fonts/a.ttf", "face")]);
        let found = check(&project);
        assert!(found[0].what.contains("fonts/b.ttf is missing"));
        assert!(found[1].what.contains("is not listed"));
    }

    #[test]
    fn the_hash_is_sha_256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }
}
