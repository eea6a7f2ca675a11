//! Turns the TOML of `data/`, made to be written and read by people, into JSON, which a
//! program reads in a tenth of the time: it is read anew at every start.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// What every run reads. The deviating profiles stay as they are: few documents name one.
const FILES: [&str; 2] = ["clauses.toml", "gbt9704-2012.toml"];
const FORMATS: &str = "formats";

#[expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    let (data, out) = (Path::new("data"), env::var("OUT_DIR")?);
    let mut files: Vec<_> = FILES.map(|file| data.join(file)).into();
    for format in fs::read_dir(data.join(FORMATS))? {
        files.push(format?.path());
    }
    for file in files {
        let table: toml::Table = toml::from_str(&fs::read_to_string(&file)?)?;
        let json = Path::new(&out).join(file.strip_prefix(data)?).with_extension("json");
        fs::create_dir_all(json.parent().ok_or("no folder")?)?;
        fs::write(json, serde_json::to_string(&table)?)?;
    }
    Ok(())
}
