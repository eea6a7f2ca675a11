//! Pages as text: every document of the stage `frame` against `ref/frame/`.

use docgen_tests::{Golden, findings, sources};

#[test]
fn frame() {
    let mut golden = Golden::new("frame", "txt");
    for source in sources("frame") {
        let compiled = source.compile();
        let pages = compiled.made.map(|made| docgen_frame::dump(&made.pages));
        let pages = pages.unwrap_or_else(|| "nothing is made\n".to_owned());
        let text = findings(&compiled.diagnostics) + &pages;
        golden.compare(&source.name, &visible_ends(&text));
    }
    golden.finish();
}

/// A blank at the end of a line is told by a mark behind it.
fn visible_ends(text: &str) -> String {
    let end = |line: &str| if line.ends_with(char::is_whitespace) { "|\n" } else { "\n" };
    text.lines().map(|line| format!("{line}{}", end(line))).collect()
}
