//! `docgen fonts`: which faces serve each class, the preferred first, and under which licence.

use std::process::ExitCode;

use docgen::world::{EmbeddedFace, FACES, FONT_MANIFEST, LICENSES};
use docgen_fonts::{Face, FontBook, Origin};
use docgen_model::{Bilingual, FontRole, Lang};
use serde::Deserialize;

use crate::args::FontsArgs;
use crate::faces;
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
pub(crate) fn run(args: &FontsArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    if args.licenses {
        shell.print(&license_texts());
        return Ok(ExitCode::SUCCESS);
    }
    let faces = faces::load(&args.fonts, shell)?;
    shell.print(&table(faces.extended().unwrap_or(&faces.book), shell.lang)?);
    faces::hold(&args.fonts, &faces.book)?;
    Ok(ExitCode::SUCCESS)
}

fn license_texts() -> String {
    let one =
        |(path, text): &(&str, &str)| format!("==> {path}\n\n{}\n\n", text.trim_end());
    LICENSES.iter().map(one).collect()
}

fn table(book: &FontBook, lang: Lang) -> Result<String, Bilingual> {
    let manifest = manifest()?;
    let mut text = String::new();
    for role in FontRole::ALL.into_iter().chain([FontRole::Mongolian]) {
        text.push_str(&format!("{}\n", role.name()));
        for (face, origin) in given(book).filter(|(face, _)| face.role() == role) {
            text.push_str(&given_block(face, origin, lang));
        }
        for face in FACES.iter().filter(|face| face.role == role) {
            let entry = manifest.font.iter().find(|entry| entry.file == face.file);
            let entry = entry.ok_or_else(|| broken(face.file))?;
            text.push_str(&block(face, entry, lang));
        }
    }
    text.push_str(&spares(book, lang));
    Ok(text)
}

/// The given faces that serve a class.
fn given(book: &FontBook) -> impl Iterator<Item = (&Face, &Origin)> {
    let faces = book.faces().iter().filter(|face| !face.is_spare());
    faces.filter_map(|face| face.origin().map(|origin| (face, origin)))
}

/// A line for each face that is asked when all others lack a character.
fn spares(book: &FontBook, lang: Lang) -> String {
    let spares = book.faces().iter().filter(|face| face.is_spare());
    let lines: String = spares
        .filter_map(Face::origin)
        .map(|origin| format!("  {}  {}\n", origin.name, origin.file))
        .collect();
    if lines.is_empty() {
        return lines;
    }
    let heading = Bilingual::new("缺字时替补", "for missing characters");
    format!("{}\n{lines}", heading.get(lang))
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

/// The lines about a given face.
fn given_block(face: &Face, origin: &Origin, lang: Lang) -> String {
    let postscript = face.postscript_name().unwrap_or_default();
    let version = face.version().unwrap_or_default();
    rows(lang, &[&origin.name, &postscript, &version, &origin.file])
}

/// The lines about an embedded face.
fn block(face: &EmbeddedFace, entry: &Entry, lang: Lang) -> String {
    let names = [entry.family_zh.as_deref(), Some(&entry.family), entry.style.as_deref()];
    let names = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let size = format!("{} ({:.1} MB)", face.file, face.bytes.len() as f64 / 1e6);
    let license = format!("{} ({})", entry.license, entry.license_file);
    rows(lang, &[&names, &entry.postscript, &entry.version, &size, &license])
}

const LABELS: [(&str, &str); 5] = [
    ("字体　　", "family    "),
    ("PostScript", "PostScript"),
    ("版本　　", "version   "),
    ("文件　　", "file      "),
    ("许可证　", "licence   "),
];

/// A labelled line for each value.
fn rows(lang: Lang, values: &[&str]) -> String {
    let row = |(&(zh, en), value): (&(&str, &str), &&str)| {
        let label = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        // A full-width label is eight columns wide, PostScript ten.
        let gap = if lang == Lang::Zh && zh != en { "    " } else { "  " };
        format!("  {label}{gap}{value}\n")
    };
    LABELS.iter().zip(values).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table in `world` and the manifest name the same files, each with its licence.
    #[test]
    fn faces_manifest_and_licences_agree() {
        let manifest = manifest().unwrap();
        for face in FACES.iter() {
            let entry = manifest.font.iter().find(|entry| entry.file == face.file);
            let license = &entry.unwrap().license_file;
            assert!(LICENSES.iter().any(|(path, _)| path == license), "{license}");
        }
    }
}
