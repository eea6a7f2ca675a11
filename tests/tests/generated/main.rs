//! Seeded documents: whatever legal combination of elements an author writes, the pages hold
//! what he wrote, and nothing overlaps, sticks out, or stands where the standard forbids.
//!
//! 1. `random` gives numbers by a seed, `features` is the table of what a document may have
//!    and writes it as YAML, with the pieces of text that the pages must show.
//! 2. Each document is compiled, in threads; `checks` judges its pages.
//! 3. None may be refused: what can be printed is printed, with a warning if need be.
//!
//! A failure prints the seed and the YAML. `DOCGEN_SEEDS=17` runs one seed, `DOCGEN_SEEDS=0..9`
//! a range.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads the environment, tells its figures, and a failure is a panic"
)]

mod checks;
mod features;
mod random;

use std::ops::Range;
use std::panic::catch_unwind;
use std::thread;

use docgen::world::Folder;
use docgen::{Made, Target, export};
use docgen_frame::{Item, ItemKind, Owner};
use docgen_model::Abs;
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, properties};

use features::Draft;

/// How many documents are written.
const DOCUMENTS: u64 = 2000;
/// One document in so many is exported.
const EXPORTED: u64 = 8;
/// A 公文 of several pages with a 版记, for showing that the checks can fail.
const SPOILT: u64 = 2;

/// Damages the items of a page.
type Spoil = fn(&mut Vec<Item>);

/// What became of one document.
enum Outcome {
    Sound { pages: usize },
    Wrong(String),
}

#[test]
fn every_legal_document_holds() {
    let seeds = seeds();
    let (first, second) = (seeds.start, seeds.end);
    let threads = thread::available_parallelism().map_or(2, usize::from) as u64;
    let outcomes: Vec<(u64, Outcome)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let own = (first..second).filter(move |seed| seed % threads == worker);
                scope.spawn(move || {
                    own.map(|seed| (seed, outcome(seed))).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    tell(&outcomes);
}

/// A check that finds nothing in two thousand documents must be able to find something.
#[test]
fn the_checks_can_fail() {
    let mut draft = Draft::new(SPOILT);
    let compiled = compile_text(&draft.yaml(), &Folder::current());
    let sound = compiled.made.unwrap().pages;
    assert_eq!(checks::findings(&draft, &sound, &[]), [""; 0]);
    let spoils: [(&str, Spoil); 5] = [
        ("at ", |items| items[3].shift(Abs::mm100(-500))),
        ("overlap", |items| items.push(items[3].clone())),
        ("not shown", |items| drop(items.remove(3))),
        ("is numbered", |items| items.retain(|item| item.owner != Owner::PageNumber)),
        ("版记", |items| items.retain(|item| matches!(item.kind, ItemKind::Line(_)))),
    ];
    for (what, spoil) in spoils {
        let mut spoilt = sound.clone();
        spoil(&mut spoilt.pages.last_mut().unwrap().items);
        let found = checks::findings(&draft, &spoilt, &[]);
        assert!(found.iter().any(|found| found.contains(what)), "{what}: {found:?}");
    }
    draft.headings = checks::last_lines(&sound);
    let found = checks::findings(&draft, &sound, &[]);
    assert!(found.iter().any(|found| found.contains("ends in the heading")), "{found:?}");
    draft.signature.insert(0, "某某县审计署".to_owned());
    let found = checks::findings(&draft, &sound, &[]);
    assert!(found.iter().any(|found| found.contains("parted")), "{found:?}");
    draft.paragraphs = vec!["不在此页".to_owned()];
    draft.pieces.clear();
    let found = checks::findings(&draft, &sound, &[]);
    assert!(found.iter().any(|found| found.contains("alone")), "{found:?}");
}

/// The seeds to run.
fn seeds() -> Range<u64> {
    let Ok(asked) = std::env::var("DOCGEN_SEEDS") else { return 0..DOCUMENTS };
    let (first, last) = asked.split_once("..").unwrap_or((&asked, &asked));
    first.parse().unwrap()..last.parse::<u64>().unwrap() + 1
}

fn outcome(seed: u64) -> Outcome {
    let draft = Draft::new(seed);
    let yaml = draft.yaml();
    let judged = catch_unwind(|| {
        let compiled = compile_text(&yaml, &Folder::current());
        let told = compiled.diagnostics.clone();
        let Some(made) = compiled.made else {
            let errors = compiled.diagnostics.iter().filter(|found| found.is_error());
            let errors: Vec<_> = errors.map(|found| found.message.en.as_ref()).collect();
            return Outcome::Wrong(format!("refused: {}", errors.join("; ")));
        };
        let mut found = checks::findings(&draft, &made.pages, &told);
        found.extend(property(seed, &made).err());
        match found {
            found if found.is_empty() => Outcome::Sound { pages: made.pages.pages.len() },
            found => Outcome::Wrong(found.join("\n")),
        }
    });
    judged.unwrap_or_else(|_| Outcome::Wrong("a panic, told above".to_owned()))
}

/// The properties of the pages, and, of one document in so many, of both outputs.
fn property(seed: u64, made: &Made) -> Result<(), String> {
    properties::pages(made)?;
    if !seed.is_multiple_of(EXPORTED) {
        return Ok(());
    }
    let output = |target| export(made, target).map_err(|refused| format!("{refused:?}"));
    properties::pdf(made, &output(Target::Pdf(PdfStandard::default()))?)?;
    properties::docx(made, &output(Target::Docx)?)
}

/// Prints the figures; panics if anything is wrong.
fn tell(outcomes: &[(u64, Outcome)]) {
    let (mut pages, mut longest, mut wrong) = (0, 0, vec![]);
    for (seed, outcome) in outcomes {
        match outcome {
            Outcome::Sound { pages: own } => {
                pages += own;
                longest = longest.max(*own);
            }
            Outcome::Wrong(what) => wrong.push((*seed, what.clone())),
        }
    }
    let count = outcomes.len();
    println!(
        "{count} documents, {pages} pages, the longest {longest}; {} wrong",
        wrong.len()
    );
    for (seed, what) in wrong.iter().take(3) {
        println!("seed {seed}: {what}\n{}\n", Draft::new(*seed).yaml());
    }
    let seeds: Vec<u64> = wrong.iter().map(|(seed, _)| *seed).collect();
    assert!(seeds.is_empty(), "wrong: seeds {seeds:?}");
}
