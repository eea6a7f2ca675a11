//! Writes sample documents to look at: `cargo run --example sample -- DIR`.

mod documents;

use docgen_docx::DocxOptions;
use docgen_standard::Profile;

#[expect(clippy::disallowed_methods, reason = "an example is a tool, not the library")]
fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let samples = [
        ("common", documents::common(&[], 3)),
        ("upward1", documents::common(&["张三丰"], 1)),
        ("upward3", documents::common(&["张三丰", "李四", "王小五"], 1)),
        ("bare", documents::bare()),
        ("plain", documents::plain(12)),
        ("short", documents::plain(1)),
    ];
    for name in Profile::names() {
        let profile = Profile::named(name).expect("a built-in profile");
        for (sample, document) in &samples {
            let decisions = documents::decide(document, &profile);
            let bytes = docgen_docx::docx(
                document,
                &profile,
                &decisions,
                &DocxOptions::default(),
            );
            let path = format!("{folder}/{sample}-{name}.docx");
            std::fs::write(path, bytes.expect("a package")).expect("a writable folder");
        }
    }
}
