//! Pages as text: every document of the stage `frame` against `ref/frame/`.

use docgen_tests::{Golden, findings, sources};

#[test]
fn frame() {
    let mut golden = Golden::new("frame", "txt");
    for source in sources("frame") {
        let compiled = source.compile();
        let pages = compiled.made.map(|made| docgen_frame::dump(&made.pages));
        let pages = pages.unwrap_or_else(|| "nothing is made\n".to_owned());
        golden.compare(&source.name, &(findings(&compiled.diagnostics) + &pages));
    }
    golden.finish();
}
