//! The stages of one document, each by itself: `cargo bench -p docgen-bench`.
//!
//! What a stage takes from the one before, faces and the standard among it, is made outside the
//! clock.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a failure is a panic"
)]

use divan::{Bencher, black_box};
use docgen::world::{Folder, book};
use docgen::{Made, Target, Wishes, compile, export};
use docgen_bench::{long_report, report, repository, tables};
use docgen_model::Document;
use docgen_pdf::PdfStandard;
use docgen_standard::Profile;

/// The documents.
const SAMPLES: [&str; 6] = ["report", "tables", "figures", "10", "100", "1000"];

fn main() {
    divan::main();
}

fn yaml(sample: &str) -> String {
    let figures = || std::fs::read_to_string(repository().join("input/figures.yaml"));
    match sample {
        "report" => report(),
        "tables" => tables(1),
        "figures" => figures().unwrap(),
        pages => long_report(pages.parse().unwrap(), 1),
    }
}

fn folder() -> Folder {
    Folder::of(&repository().join("input/x.yaml"))
}

fn parsed(yaml: &str) -> Document {
    let folder = folder();
    docgen_parser::parse(yaml, &|name| folder.read(name)).0.unwrap()
}

fn made(yaml: &str) -> Made {
    let folder = folder();
    let files = |name: &str| folder.read(name);
    let compiled = compile(yaml.as_bytes(), &Wishes::default(), book().unwrap(), &files);
    compiled.made.unwrap()
}

#[divan::bench(args = SAMPLES)]
fn parse(bencher: Bencher, sample: &str) {
    let yaml = yaml(sample);
    bencher.bench_local(|| parsed(black_box(&yaml)));
}

#[divan::bench(args = SAMPLES)]
fn check(bencher: Bencher, sample: &str) {
    let document = parsed(&yaml(sample));
    bencher.bench_local(|| docgen_lint::lint(black_box(&document)));
}

#[divan::bench(args = SAMPLES)]
fn layout(bencher: Bencher, sample: &str) {
    let document = parsed(&yaml(sample));
    let (profile, book) = (Profile::gbt9704(), book().unwrap());
    bencher.bench_local(|| docgen_layout::layout(black_box(&document), profile, book));
}

#[divan::bench(args = SAMPLES)]
fn pdf(bencher: Bencher, sample: &str) {
    let made = made(&yaml(sample));
    let target = Target::Pdf(PdfStandard::default());
    bencher.bench_local(|| export(black_box(&made), target).unwrap());
}

#[divan::bench(args = SAMPLES)]
fn docx(bencher: Bencher, sample: &str) {
    let made = made(&yaml(sample));
    bencher.bench_local(|| export(black_box(&made), Target::Docx).unwrap());
}
