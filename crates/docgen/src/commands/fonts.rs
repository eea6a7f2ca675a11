//! `docgen fonts`: which face serves each class, and under which licence.

use std::process::ExitCode;

use docgen::world::{EmbeddedFace, FACES, FONT_MANIFEST, LICENSES};
use docgen_model::{Bilingual, Lang};
use serde::Deserialize;

use crate::report::Shell;

/// `fonts/fonts.toml`, as far as it is shown.
#[derive(Debug, Deserialize)]
struct Manifest {
    font: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    file: String,
    family: String,
    family_zh: Option<String>,
    style: Option<String>,
    postscript: String,
    version: String,
    license: String,
    license_file: String,
}

/// Runs the command.
pub(crate) fn run(licenses: bool, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let text = if licenses { license_texts() } else { table(shell.lang)? };
    shell.print(&text);
    Ok(ExitCode::SUCCESS)
}

fn license_texts() -> String {
    let one =
        |(path, text): &(&str, &str)| format!("==> {path}\n\n{}\n\n", text.trim_end());
    LICENSES.iter().map(one).collect()
}

fn table(lang: Lang) -> Result<String, Bilingual> {
    let manifest = manifest()?;
    let blocks = FACES.iter().map(|face| {
        let entry = manifest.font.iter().find(|entry| entry.file == face.file);
        entry.map(|entry| block(face, entry, lang)).ok_or_else(|| broken(face.file))
    });
    blocks.collect()
}

fn manifest() -> Result<Manifest, Bilingual> {
    toml::from_str(FONT_MANIFEST).map_err(|error| broken(&error.to_string()))
}

fn broken(why: &str) -> Bilingual {
    Bilingual::new(
        format!("fonts.toml 有误：{why}"),
        format!("fonts.toml is wrong: {why}"),
    )
}

/// The lines about one face.
fn block(face: &EmbeddedFace, entry: &Entry, lang: Lang) -> String {
    let names = [entry.family_zh.as_deref(), Some(&entry.family), entry.style.as_deref()];
    let names = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let size = format!("{} ({:.1} MB)", face.file, face.bytes.len() as f64 / 1e6);
    let license = format!("{} ({})", entry.license, entry.license_file);
    let rows = [
        ("字体　　", "family    ", names.as_str()),
        ("PostScript", "PostScript", &entry.postscript),
        ("版本　　", "version   ", &entry.version),
        ("文件　　", "file      ", &size),
        ("许可证　", "licence   ", &license),
    ];
    let mut text = format!("{}\n", face.role.name());
    for (zh, en, value) in rows {
        let label = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        // A full-width label is eight columns wide, PostScript ten.
        let gap = if lang == Lang::Zh && zh != en { "    " } else { "  " };
        text.push_str(&format!("  {label}{gap}{value}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table in `world` and the manifest name the same files, each with its licence.
    #[test]
    fn faces_manifest_and_licences_agree() {
        let manifest = manifest().unwrap();
        for face in FACES {
            let entry = manifest.font.iter().find(|entry| entry.file == face.file);
            let license = &entry.unwrap().license_file;
            assert!(LICENSES.iter().any(|(path, _)| path == license), "{license}");
        }
    }
}
