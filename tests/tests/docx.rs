//! The main part of a DOCX: every document of the stage `docx` against `ref/docx/`.

use docgen::{Target, export};
use docgen_tests::{Golden, part, pretty, sources};
use quick_xml::escape::unescape;

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

#[test]
fn a_docx_keeps_its_source() {
    for source in sources("docx") {
        let compiled = source.compile();
        let package = export(&compiled.made.expect(&source.name), Target::Docx).unwrap();
        let xml = part(&package, "customXml/item1.xml");
        let text = xml.split_once("preserve\">").unwrap().1.strip_suffix("</source>");
        assert_eq!(unescape(text.unwrap()).unwrap(), compiled.source, "{}", source.name);
    }
}
