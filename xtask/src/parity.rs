//! Line parity: do PDF and DOCX break the same lines, on texts that nobody tuned?
//!
//! 1. `tests/parity/generate.py` writes documents, the same ones for the same seed.
//! 2. The release binary renders them and the samples under the standard's own profile, and
//!    the samples under the one for software.
//!    A document that is refused is a failure, but does not keep the others from being compared.
//! 3. `tests/readers/parity_all.py` has LibreOffice convert every DOCX, and a second engine
//!    some, compares, and judges.
//!
//! It needs what the readers need.

use std::process::{Command, Stdio};

use crate::command::{execute, root};
use crate::readers::{python, release_binary, samples};

/// The profiles, that of all documents and that of the samples alone.
const PROFILES: [&str; 2] = ["gbt9704-2012", "gbt33476-2016"];
/// How many lines a verdict takes, if no option changes their number.
const LEAST_LINES: &str = "2000";

/// Generates, renders and compares; the options are those of `generate.py`.
pub(crate) fn run(options: &[String]) -> Result<(), String> {
    let folder = root().join("target/parity");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    }
    let generated = folder.join("generated");
    let mut generate = Command::new(python()?);
    generate.arg("tests/parity/generate.py").arg(&generated).args(options);
    execute(generate.current_dir(root()))?;

    let own = samples(&root().join("input"))?;
    let all = [own.clone(), samples(&generated)?].concat();
    let binary = release_binary()?;
    let mut refused = Ok(());
    for (profile, files) in PROFILES.iter().zip([&all, &own]) {
        let mut render = Command::new(&binary);
        render.args(["render", "--quiet", "--profile", profile, "--output"]);
        render.arg(folder.join(profile)).args(files).stdout(Stdio::null());
        refused = refused.and(execute(render.current_dir(root())));
    }
    let mut judge = Command::new(python()?);
    judge.arg("tests/readers/parity_all.py").arg(&folder);
    if options.is_empty() {
        judge.args(["--least", LEAST_LINES]);
    }
    execute(judge.args(&own).current_dir(root())).and(refused)
}
