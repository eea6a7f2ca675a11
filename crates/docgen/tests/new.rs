//! What `docgen new` prints is a document without a mistake, and says so at once.

use docgen::world::{Folder, book};
use docgen::{Target, Wishes, compile, export};
use docgen_pdf::PdfStandard;

#[test]
fn the_starters_render() {
    for starter in [
        include_str!("../src/starter/common.yaml"),
        include_str!("../src/starter/meeting.yaml"),
        include_str!("../src/starter/plain.yaml"),
        include_str!("../src/starter/letter.yaml"),
        include_str!("../src/starter/order.yaml"),
        include_str!("../src/starter/minutes.yaml"),
    ] {
        let folder = Folder::current();
        let files = |name: &str| folder.read(name);
        let compiled =
            compile(starter.as_bytes(), &Wishes::default(), book().unwrap(), &files);
        assert!(compiled.diagnostics.is_empty(), "{:#?}", compiled.diagnostics);
        let made = compiled.made.unwrap();
        let pdf = export(&made, Target::Pdf(PdfStandard::default())).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        let docx = export(&made, Target::Docx).unwrap();
        assert!(docx.starts_with(b"PK"));
        assert_eq!(docgen_parser::tidy(starter).as_deref(), Ok(starter));
    }
}
