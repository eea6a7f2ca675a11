//! `docs/GALLERY.md`: the pages of every sample, small, for a reader who has no YAML yet.
//!
//! The release binary renders `input/`; `pdftoppm` turns the pages into pictures. The words above
//! the pages of a sample are its own first comment.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use crate::command::{execute, root};
use crate::readers::{release_binary, samples};

/// Dots an inch: a page is 410 pixels wide.
const RESOLUTION: &str = "50";

/// Draws all pages anew and writes the document that shows them.
pub(crate) fn run() -> Result<(), String> {
    let files = samples(&root().join("input"))?;
    let (pdfs, pictures) = (root().join("target/gallery"), root().join("docs/gallery"));
    for folder in [&pdfs, &pictures] {
        if folder.exists() {
            std::fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
        }
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    let mut render = Command::new(release_binary()?);
    render.args(["render", "--quiet", "--pdf"]).args(&files).arg("-o").arg(&pdfs);
    execute(render.current_dir(root()))?;
    let mut text =
        "# 样张\n\n由 `cargo xtask gallery` 排出；每份都是 `input/` 里的一个文件。\n"
            .to_owned();
    for file in &files {
        text += &section(file, &pdfs, &pictures)?;
    }
    let target = root().join("docs/GALLERY.md");
    std::fs::write(target, text).map_err(|error| error.to_string())
}

/// One sample: its name, what it shows, its pages.
fn section(file: &Path, pdfs: &Path, pictures: &Path) -> Result<String, String> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut draw = Command::new("pdftoppm");
    draw.args(["-png", "-r", RESOLUTION]).arg(pdfs.join(format!("{name}.pdf")));
    execute(draw.arg(pictures.join(name.as_ref())))?;
    let source = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let comment = source.lines().find_map(|line| line.strip_prefix("# "));
    let mut text = format!("\n## [{name}](../input/{name}.yaml)\n\n");
    _ = writeln!(text, "{}\n", comment.unwrap_or_default());
    for page in pages(pictures, &name)? {
        _ = writeln!(text, "![{name}](gallery/{page})");
    }
    Ok(text)
}

/// The pictures of a sample's pages, in order.
fn pages(pictures: &Path, name: &str) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(pictures).map_err(|error| error.to_string())?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut found: Vec<String> = names
        .filter_map(|file| file.into_string().ok())
        .filter(|file| is_page_of(file, name))
        .collect();
    found.sort();
    Ok(found)
}

/// Whether a picture is `NAME-3.png`, and not one of a sample whose name begins alike.
fn is_page_of(file: &str, name: &str) -> bool {
    let number = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
    let number = number.and_then(|rest| rest.strip_suffix(".png"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
