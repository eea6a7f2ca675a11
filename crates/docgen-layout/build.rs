//! Compiles the word lists of `data/` into one `fst` map from a word to its cost.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use fst::MapBuilder;

/// What a word of our own list costs: as much as a common word.
const COMMON: u64 = 60;

#[expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    let mut words = BTreeMap::new();
    for line in fs::read_to_string("data/words.txt")?.lines() {
        let (word, cost) = line.split_once(' ').ok_or("words.txt: no cost")?;
        words.insert(word.to_owned(), cost.parse()?);
    }
    for word in fs::read_to_string("data/gongwen.txt")?.lines() {
        let cost = words.entry(word.to_owned()).or_insert(COMMON);
        *cost = COMMON.min(*cost);
    }
    let mut map = MapBuilder::memory();
    map.extend_iter(words)?;
    let path = Path::new(&env::var("OUT_DIR")?).join("words.fst");
    fs::write(path, map.into_inner()?)?;
    Ok(())
}
