//! A house that sets nearly everything otherwise: its pages against `ref/profile/`, and what its
//! DOCX says of sheet, faces and colours.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use std::fs;

use docgen::world::Folder;
use docgen::{Target, export};
use docgen_tests::{Golden, compile_text, findings, part, repository};

#[test]
fn a_house_sets_both_outputs() {
    let path = repository().join("tests/suite/profiles/house.yaml");
    let compiled = compile_text(&fs::read_to_string(&path).unwrap(), &Folder::of(&path));
    let made = compiled.made.unwrap();
    let mut golden = Golden::new("profile", "txt");
    let dump = docgen_frame::dump(&made.pages);
    golden.compare("house", &(findings(&compiled.diagnostics) + &dump));
    golden.finish();

    let package = export(&made, Target::Docx).unwrap();
    let document = part(&package, "word/document.xml");
    assert!(document.contains("w:top=\"1701\"") && document.contains("w:left=\"1474\""));
    assert!(document.contains("w:color w:val=\"E60012\""));
    assert!(document.contains("a:srgbClr val=\"E60012\""));
    assert!(!document.contains("FF0000"));
    let styles = part(&package, "word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"仿宋\"") && !styles.contains("GB2312"));
    let fonts = part(&package, "word/fontTable.xml");
    assert!(fonts.contains("w:name=\"仿宋\""));
    let footer = part(&package, "word/footer1.xml");
    assert!(footer.contains("w:jc w:val=\"center\"") && footer.contains(">—</w:t>"));
}
