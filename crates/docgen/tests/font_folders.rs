//! The folders in which faces are found by themselves: beside the program, and among the user's
//! data.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const COMPLETE: &str = "title: 某某报告\nbody: 王某、张𬀩。\n";
const RARE: &str = "title: 某某报告\nbody: 王𠀀。\n";

/// A fresh folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Puts faces where they are looked for: a rare one, and one whose name serves a class.
fn furnish(fonts: &Path) {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::create_dir_all(fonts).unwrap();
    for file in ["tests/data/rare.ttf", "fonts/LiberationSerif-Regular.ttf"] {
        let name = Path::new(file).file_name().unwrap();
        fs::copy(repository.join(file), fonts.join(name)).unwrap();
    }
}

/// Renders a document to PDF in a folder; its messages, and the file if there is one.
fn render(program: &Path, text: &str, folder: &Path) -> (String, Option<Vec<u8>>) {
    fs::write(folder.join("a.yaml"), text).unwrap();
    let output = Command::new(program)
        .args(["render", "a.yaml", "--pdf", "-o", "out"])
        .env_clear()
        .env("XDG_DATA_HOME", folder.join("data"))
        .current_dir(folder)
        .output()
        .unwrap();
    let file = folder.join("out/a.pdf");
    let pdf = fs::read(&file).ok();
    let _ = fs::remove_file(file);
    (String::from_utf8(output.stderr).unwrap(), pdf)
}

#[test]
fn a_face_beside_the_program_helps_out_and_changes_nothing_else() {
    let built = Path::new(env!("CARGO_BIN_EXE_docgen"));
    let place = folder("beside");
    let program = place.join(built.file_name().unwrap());
    if fs::hard_link(built, &program).is_err() {
        fs::copy(built, &program).unwrap();
    }
    let before = render(&program, COMPLETE, &place);
    assert!(before.1.is_some());
    assert!(render(&program, RARE, &place).0.contains("layout-missing-glyph"));

    furnish(&place.join("fonts"));
    assert_eq!(render(&program, COMPLETE, &place), before);
    let (told, pdf) = render(&program, RARE, &place);
    assert!(told.contains("“𠀀”（U+20000）不在仿宋中，由 Docgen Rare 代替"), "{told}");
    assert!(pdf.is_some());
}

#[cfg(target_os = "linux")]
#[test]
fn a_face_among_the_users_data_helps_out() {
    let built = Path::new(env!("CARGO_BIN_EXE_docgen"));
    let place = folder("user-data");
    furnish(&place.join("data/docgen/fonts"));
    let (told, pdf) = render(built, RARE, &place);
    assert!(told.contains("由 Docgen Rare 代替"), "{told}");
    assert!(pdf.is_some());
}
