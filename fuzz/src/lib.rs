//! What the targets share: a document is compiled and exported as `docgen render` does it,
//! with files out of memory, and the properties of `docgen_tests::properties` are held
//! against it. A property that fails is a panic, which the fuzzer keeps with its input.

pub mod grammar;

use docgen::world::book;
use docgen::{Compiled, Made, Target, Wishes, compile, export};
use docgen_model::{Code, Diagnostic};
use docgen_parser::FileError;
use docgen_pdf::PdfStandard;
use docgen_tests::properties;

/// The files that a document may name, by their paths in the repository.
const FILES: &[(&str, &[u8])] = &[
    ("tests/data/data.csv", include_bytes!("../../tests/data/data.csv")),
    ("tests/data/body.txt", include_bytes!("../../tests/data/body.txt")),
    ("input/figures/plan.png", include_bytes!("../../input/figures/plan.png")),
    ("input/figures/quarters.svg", include_bytes!("../../input/figures/quarters.svg")),
    (
        "input/figures/sample-seal.png",
        include_bytes!("../../input/figures/sample-seal.png"),
    ),
    ("input/profile.toml", include_bytes!("../../input/profile.toml")),
];

/// Compiles a document; of the files that it names the one called `own` has these bytes.
pub fn compiled(document: &[u8], own: Option<(&str, &[u8])>) -> Compiled {
    let files = |name: &str| {
        let found = own.into_iter().chain(FILES.iter().copied());
        let found = found.into_iter().find(|(known, _)| *known == name);
        let found = found.map(|(_, bytes)| bytes.to_vec());
        found.ok_or_else(|| FileError::Unreadable("none".to_owned()))
    };
    let book = book().expect("the embedded faces are sound");
    let compiled = compile(document, &Wishes::default(), book, &files);
    compiled.diagnostics.iter().for_each(not_ours);
    hold(properties::places(&compiled));
    compiled
}

/// The pages of a document without errors.
pub fn laid_out(made: &Made) {
    made.all().for_each(|made| hold(properties::pages(made)));
}

/// The pages of a document without errors, and both outputs.
pub fn exported(made: &Made) {
    for made in made.all() {
        hold(properties::pages(made));
        if let Some(pdf) = output(made, Target::Pdf(PdfStandard::default())) {
            hold(properties::pdf(made, &pdf));
        }
        if let Some(docx) = output(made, Target::Docx) {
            hold(properties::docx(made, &docx));
        }
    }
}

fn output(made: &Made, target: Target) -> Option<Vec<u8>> {
    export(made, target).map_err(|refused| not_ours(&refused)).ok()
}

/// A finding is about the document, never about the program.
fn not_ours(found: &Diagnostic) {
    assert!(found.code != Code::Internal, "{}", found.message.en);
}

fn hold(property: Result<(), String>) {
    if let Err(why) = property {
        panic!("{why}");
    }
}
