//! Freezes the faces of `fonts/`, as `docgen-frozen` tells, one file each beside the build.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

#[expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../fonts");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut faces = vec![];
    for entry in fs::read_dir("../../fonts")? {
        faces.extend(
            Some(entry?.path()).filter(|path| path.extension() == Some("ttf".as_ref())),
        );
    }
    let frozen = thread::scope(|scope| {
        let out = out.as_path();
        let threads: Vec<_> =
            faces.iter().map(|face| scope.spawn(move || freeze(face, out))).collect();
        threads
            .into_iter()
            .all(|thread| thread.join().is_ok_and(|frozen| frozen.is_some()))
    });
    frozen.then_some(()).ok_or_else(|| "a face cannot be frozen".into())
}

#[expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]
fn freeze(face: &Path, out: &Path) -> Option<()> {
    let frozen = docgen_frozen::freeze(&fs::read(face).ok()?, docgen_frozen::CHARACTERS)?;
    let name = format!("{}.frozen", face.file_name()?.to_str()?);
    fs::write(out.join(name), frozen).ok()
}
