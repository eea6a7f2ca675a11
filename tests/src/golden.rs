//! References: what was right when a person last looked.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::repository;

/// The references of one stage: the files of `tests/ref/<stage>/`.
#[derive(Debug)]
pub struct Golden {
    folder: PathBuf,
    extension: &'static str,
    bless: bool,
    seen: BTreeSet<String>,
    failures: Vec<String>,
}

impl Golden {
    /// The references of `stage`; `BLESS=1` makes them what is found now.
    pub fn new(stage: &str, extension: &'static str) -> Self {
        let folder = repository().join("tests/ref").join(stage);
        let bless = std::env::var_os("BLESS").is_some();
        fs::create_dir_all(&folder).unwrap();
        Self { folder, extension, bless, seen: BTreeSet::new(), failures: vec![] }
    }

    /// Compares `found` with the reference of `name`.
    pub fn compare(&mut self, name: &str, found: &str) {
        let file = format!("{name}.{}", self.extension);
        let path = self.folder.join(&file);
        let expected = fs::read_to_string(&path).ok();
        self.seen.insert(file);
        if expected.as_deref() == Some(found) {
        } else if self.bless {
            fs::write(path, found).unwrap();
        } else {
            self.failures.push(difference(name, &expected.unwrap_or_default(), found));
        }
    }

    /// Ends the stage.
    ///
    /// # Panics
    /// If a reference differs, or none of the documents owns it any more.
    pub fn finish(mut self) {
        for entry in fs::read_dir(&self.folder).unwrap() {
            let path = entry.unwrap().path();
            let file = path.file_name().unwrap().to_str().unwrap().to_owned();
            if self.seen.contains(&file) {
                continue;
            }
            if self.bless {
                fs::remove_file(path).unwrap();
            } else {
                self.failures.push(format!("{file}: no document owns this reference"));
            }
        }
        let (all, failed) = (self.seen.len(), self.failures.len());
        println!("{}: {all} documents, {failed} failures", self.folder.display());
        assert!(self.failures.is_empty(), "{}", self.failures.join("\n"));
    }
}

/// The first line that differs, with its neighbours.
fn difference(name: &str, expected: &str, found: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) =
        (expected.lines().collect(), found.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old_line, new_line) = (old.get(same), new.get(same));
    format!(
        "{name}, line {}:\n  expected {}\n  found    {}\n  ({} lines expected, {} found; \
         `cargo xtask bless` accepts)",
        same + 1,
        old_line.unwrap_or(&"nothing"),
        new_line.unwrap_or(&"nothing"),
        old.len(),
        new.len()
    )
}
