//! The main part of a DOCX: every document of the stage `docx` against `ref/docx/`.

use docgen::{Target, export};
use docgen_tests::{Golden, part, pretty, sources};

#[test]
fn docx() {
    let mut golden = Golden::new("docx", "xml");
    for source in sources("docx") {
        let made = source.compile().made.expect(&source.name);
        let package = export(&made, Target::Docx).unwrap();
        golden.compare(&source.name, &pretty(&part(&package, "word/document.xml")));
    }
    golden.finish();
}
