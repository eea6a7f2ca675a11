//! What stands in `vendor/krilla/` is the published crate and our patches, nothing else.
//!
//! 1. With the patches `vendor/krilla-*.patch` taken back, last one first, every file has the
//!    sum that `vendor/krilla-*.SHA256SUMS` tells of the published one.
//! 2. Every file stands in that list.

use std::collections::BTreeMap;

use super::fonts::sha256;
use super::project::File;
use super::{Finding, Project};

const FOLDER: &str = "vendor/krilla/";

/// Takes the patches back and compares what is left with the list.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let (mut files, mut findings) = (BTreeMap::new(), vec![]);
    for file in &project.vendored {
        files.insert(file.path.trim_start_matches(FOLDER), file.bytes.clone());
    }
    for (path, patch) in beside(project, ".patch").into_iter().rev() {
        for name in patched(patch) {
            let file = files.get_mut(name);
            if file.and_then(|bytes| take_back(patch, name, bytes)).is_none() {
                findings.push(Finding::new(path, 0, format!("does not fit {name}")));
            }
        }
    }
    let lists = beside(project, ".SHA256SUMS");
    let [(list, sums)] = lists[..] else {
        findings.push(Finding::new(FOLDER, 0, "has no list of sums, or two"));
        return findings;
    };
    let lines = sums.lines().filter_map(|line| line.split_once("  "));
    let sums: BTreeMap<_, _> = lines.map(|(sum, name)| (name, sum)).collect();
    let missing = sums.keys().filter(|name| !files.contains_key(*name));
    findings
        .extend(missing.map(|name| Finding::new(list, 0, format!("{name} is missing"))));
    let changed = files
        .iter()
        .filter(|(name, bytes)| sums.get(*name).is_none_or(|sum| *sum != sha256(bytes)));
    findings.extend(changed.map(|(name, _)| {
        let what = "is not what was published and the patches change";
        Finding::new(&format!("{FOLDER}{name}"), 0, what)
    }));
    findings
}

/// The files with this ending that stand beside the folder, sorted.
fn beside<'a>(project: &'a Project, ending: &str) -> Vec<(&'a str, &'a str)> {
    let ours = |file: &&File| {
        file.path.starts_with("vendor/krilla-") && file.path.ends_with(ending)
    };
    let files = project.files.iter().filter(ours);
    files.map(|file| (file.path.as_str(), file.text().unwrap_or_default())).collect()
}

/// The files that a patch changes.
fn patched(patch: &str) -> impl Iterator<Item = &str> {
    patch.lines().filter_map(|line| line.strip_prefix("+++ b/"))
}

/// Makes of a patched file the one before the patch.
fn take_back(patch: &str, name: &str, file: &mut Vec<u8>) -> Option<()> {
    let after = std::str::from_utf8(file).ok()?;
    let mut lines = after.split_inclusive('\n');
    let (mut before, mut read) = (String::new(), 0);
    for hunk in hunks(patch, name) {
        for _ in read + 1..hunk.first {
            before += lines.next()?;
            read += 1;
        }
        for line in hunk.lines {
            let (mark, line) = line.split_at_checked(1)?;
            if mark != "-" {
                (lines.next()? == line).then_some(())?;
                read += 1;
            }
            if mark != "+" {
                before += line;
            }
        }
    }
    before.extend(lines);
    *file = before.into_bytes();
    Some(())
}

/// A change: its first line in the patched file, and its lines with their marks.
struct Hunk<'a> {
    first: usize,
    lines: Vec<&'a str>,
}

fn hunks<'a>(patch: &'a str, name: &str) -> Vec<Hunk<'a>> {
    let (mut found, mut here) = (vec![], false);
    let mut lines = patch.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if let Some(path) = line.strip_prefix("+++ b/") {
            here = path.trim_end() == name;
        }
        let Some((mut before, (first, mut after))) = ranges(line) else { continue };
        let mut hunk = Hunk { first, lines: vec![] };
        while before + after > 0 {
            let Some(line) = lines.next() else { break };
            before = before.saturating_sub(usize::from(!line.starts_with('+')));
            after = after.saturating_sub(usize::from(!line.starts_with('-')));
            hunk.lines.push(line);
        }
        if here {
            found.push(hunk);
        }
    }
    found
}

/// Of `@@ -1,3 +1,4 @@`: how many lines there were, and which they are now.
fn ranges(line: &str) -> Option<(usize, (usize, usize))> {
    let (before, after) = line.strip_prefix("@@ -")?.split_once(" +")?;
    let range = |text: &str| {
        let (first, count) = text.split_once(',').unwrap_or((text, "1"));
        Some((first.parse().ok()?, count.parse().ok()?))
    };
    let (_, before): (usize, usize) = range(before)?;
    Some((before, range(after.split(' ').next()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLISHED: &str = "one\ntwo\nthree\n";
    const PATCH: &str = "Say why\n\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,3 +1,4 @@\n one\n\
        -two\n+zwei\n+drei\n three\n-- \n2.39.5\n";

    fn findings(vendored: &[(&str, &str)]) -> Vec<String> {
        let sums = format!("{}  src/a.rs\n", sha256(PUBLISHED.as_bytes()));
        let beside =
            [("vendor/krilla-1.SHA256SUMS", &*sums), ("vendor/krilla-1.patch", PATCH)];
        let project =
            Project { vendored: Project::of(vendored).files, ..Project::of(&beside) };
        check(&project).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn published_files_with_the_patch_pass() {
        let patched = ("vendor/krilla/src/a.rs", "one\nzwei\ndrei\nthree\n");
        assert_eq!(findings(&[patched]), [""; 0]);
    }

    #[test]
    fn a_change_beyond_the_patch_is_found() {
        let found = findings(&[("vendor/krilla/src/a.rs", "one\nzwei\ndrei\nthree\n\n")]);
        let what = "is not what was published and the patches change";
        assert_eq!(found, [format!("vendor/krilla/src/a.rs: {what}")]);
        let found = findings(&[("vendor/krilla/src/a.rs", PUBLISHED)]);
        assert_eq!(found, ["vendor/krilla-1.patch: does not fit src/a.rs"]);
    }

    #[test]
    fn a_file_too_many_and_a_missing_one_are_found() {
        let found = findings(&[("vendor/krilla/src/b.rs", "")]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[1].contains("src/a.rs is missing"));
        assert!(found[2].starts_with("vendor/krilla/src/b.rs"));
    }
}
