//! The profile that is asked for on the command line: by name, or by any file.

use std::fs::File;
use std::path::Path;

use docgen::world::{read_at_most, reason};
use docgen::{ProfileFile, is_profile_file, profile_file};
use docgen_model::Bilingual;
use docgen_standard::Profile;

use crate::report::{Finished, Shell};

/// The profile of that name, or of that file; what is found in a file is told.
pub(crate) fn profile_named(name: &str, shell: &Shell) -> Result<Profile, Bilingual> {
    if !is_profile_file(name) {
        return Profile::named(name).map_err(|_| unknown());
    }
    let bytes = File::open(Path::new(name)).and_then(read_at_most).map_err(|error| {
        let (zh, en) = reason(&error);
        Bilingual::new(
            format!("不能读取版式文件 {name}：{zh}"),
            format!("cannot read the profile {name}: {en}"),
        )
    })?;
    let ProfileFile { name, source, diagnostics, profile } = profile_file(name, &bytes);
    let found = diagnostics.iter().any(|found| found.is_error() || !shell.quiet);
    if found {
        shell.diagnostics(&[Finished::new(name.clone(), source, diagnostics)]);
    }
    profile.ok_or_else(|| {
        Bilingual::new(
            format!("版式文件 {name} 有错误，不能用"),
            format!("the profile {name} has errors and cannot be used"),
        )
    })
}

fn unknown() -> Bilingual {
    let known = Profile::known();
    Bilingual::new(
        format!("--profile 没有这个版式；可用：{known}"),
        format!("--profile: no such profile; known: {known}"),
    )
}
