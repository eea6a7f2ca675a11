//! Damaged documents: whatever becomes of a file, the program says what is wrong and never
//! breaks down.
//!
//! Ten thousand mutations by seed of the documents of `tests/suite/` and `input/`, in lines
//! and values as an editor makes them and in bytes as a disk does, go through reading,
//! checking and layout; those that are still sound in part also through both outputs. A
//! failure names its seed: `DOCGEN_MUTATIONS=17` runs one, `10000..90000` fresh ones.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files and the environment, and a failure is a panic"
)]

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use docgen::world::{Folder, book};
use docgen::{Made, Target, Wishes, compile, export};
use docgen_model::{Code, Diagnostic};
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, properties, yaml_files};

/// Longer documents take longer and find nothing else.
const LONGEST: usize = 3_000;

/// One sound mutation in so many is exported.
const EXPORTED: u64 = 12;

/// What an editor, a bad transfer or somebody malicious puts into a file.
const PIECES: &[&str] = &[
    "\0",
    "\u{7}",
    "\u{85}",
    "\u{200B}",
    "\u{202E}",
    "\u{301}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{E000}",
    "\u{20000}",
    "\u{10FFFF}",
    "\u{3000}",
    "\t",
    "\r",
    "\n",
    "\n\n",
    ": ",
    "：",
    "- ",
    "? ",
    "| ",
    "> ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a ",
    "!!x ",
    "<<: ",
    " #",
    "---\n",
    "'",
    "\"",
    "一、",
    "（一）",
    "第一条",
    "**",
    "999999999999999999999",
    "——",
];

/// Random numbers by seed (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

/// A document and the folder that it stands in.
struct Original {
    path: PathBuf,
    text: String,
}

fn originals() -> Vec<Original> {
    let paths = ["input", "tests/suite"].into_iter().flat_map(yaml_files);
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        Original { path, text }
    };
    paths.map(read).filter(|original| original.text.len() < LONGEST).collect()
}

/// The folder of an original and what a seed makes of it.
fn mutant(seed: u64, originals: &[Original]) -> (Folder, Vec<u8>) {
    let mut dice = Dice(seed);
    let original = dice.pick(originals);
    let mut lines: Vec<String> = original.text.lines().map(str::to_owned).collect();
    for _ in 0..dice.roll(4) {
        mutate_lines(&mut lines, dice.pick(originals), &mut dice);
    }
    let mut bytes = (lines.join("\n") + "\n").into_bytes();
    for _ in 0..dice.roll(3) {
        mutate_bytes(&mut bytes, &mut dice);
    }
    (Folder::of(&original.path), bytes)
}

/// A slip of an editor.
fn mutate_lines(lines: &mut Vec<String>, other: &Original, dice: &mut Dice) {
    if lines.is_empty() {
        return;
    }
    let foreign: Vec<&str> = other.text.lines().collect();
    let at = dice.roll(lines.len());
    match dice.roll(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines.insert(at, (*dice.pick(&foreign)).to_owned()),
        3 => lines[at].insert_str(0, "  "),
        4 => lines[at] = lines[at].trim_start().to_owned(),
        5 => {
            let to = dice.roll(lines.len());
            lines.swap(at, to);
        }
        6 => {
            let value = foreign.iter().filter_map(|line| line.split_once(": "));
            let values: Vec<_> = value.map(|(_, value)| value).collect();
            if let Some((key, _)) = lines[at].split_once(':')
                && !values.is_empty()
            {
                lines[at] = format!("{key}: {}", dice.pick(&values));
            }
        }
        _ => {
            let places: Vec<usize> = lines[at].char_indices().map(|(at, _)| at).collect();
            if !places.is_empty() {
                let place = *dice.pick(&places);
                let piece: &&str = dice.pick(PIECES);
                lines[at].insert_str(place, piece);
            }
        }
    }
}

/// A fault of a disk or a line.
fn mutate_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.roll(bytes.len());
    let to = (from + dice.roll(40)).min(bytes.len());
    match dice.roll(5) {
        0 => drop(bytes.drain(from..to)),
        1 => bytes.truncate(from),
        2 => {
            let copy = bytes[from..to].to_vec();
            bytes.splice(from..from, copy);
        }
        3 => drop(bytes.splice(from..from, dice.pick(PIECES).bytes())),
        _ => {
            if let Some(byte) = bytes.get_mut(from) {
                *byte ^= 1 << dice.roll(8);
            }
        }
    }
}

/// What must hold of a mutant; the reason why it does not.
fn judge(seed: u64, originals: &[Original]) -> Result<(), String> {
    let (folder, bytes) = mutant(seed, originals);
    let wishes = Wishes::default();
    let files = |name: &str| folder.read(name);
    let compiled = compile(&bytes, &wishes, book().unwrap(), &files);
    properties::places(&compiled)?;
    let internal = |found: &&Diagnostic| found.code == Code::Internal;
    if let Some(found) = compiled.diagnostics.iter().find(internal) {
        return Err(found.message.en.to_string());
    }
    match &compiled.made {
        Some(made) if seed.is_multiple_of(EXPORTED) => outputs(made).map(drop),
        _ => Ok(()),
    }
}

fn outputs(made: &Made) -> Result<[Vec<u8>; 2], String> {
    let make = |target| export(made, target);
    let pdf = make(Target::Pdf(PdfStandard::default()));
    let docx = make(Target::Docx);
    let refused = |found: Box<Diagnostic>| match found.code {
        Code::Internal => Err(found.message.en.to_string()),
        _ => Ok(vec![]),
    };
    Ok([pdf.or_else(refused)?, docx.or_else(refused)?])
}

/// Those that the environment asks for.
fn seeds() -> Range<u64> {
    let Ok(asked) = std::env::var("DOCGEN_MUTATIONS") else { return 0..10_000 };
    match asked.split_once("..") {
        Some((from, to)) => from.parse().unwrap()..to.parse().unwrap(),
        None => asked.parse().map(|one| one..one + 1).unwrap(),
    }
}

#[test]
fn no_damage_breaks_the_program() {
    let (originals, seeds) = (originals(), seeds());
    let (next, failures) = (AtomicU64::new(seeds.start), Mutex::new(vec![]));
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return;
            }
            let judged = catch_unwind(AssertUnwindSafe(|| judge(seed, &originals)));
            let judged = judged.unwrap_or_else(|_| Err("a panic".to_owned()));
            if let Err(why) = judged {
                failures.lock().unwrap().push(format!("seed {seed}: {why}"));
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        (0..threads).for_each(|_| drop(scope.spawn(work)));
    });
    let failures = failures.into_inner().unwrap();
    let first = &failures[..failures.len().min(10)];
    assert!(
        failures.is_empty(),
        "{} of {seeds:?}:\n{}",
        failures.len(),
        first.join("\n")
    );
}

/// The parts of a document at its top, each with the lines below it.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![];
    for line in text.lines() {
        let inner = line.is_empty() || line.starts_with([' ', '#', '-']);
        match parts.last_mut().filter(|_| inner) {
            Some(last) => *last += &format!("{line}\n"),
            None => parts.push(format!("{line}\n")),
        }
    }
    parts
}

/// Neither the order of keys nor the threads that work beside change a byte.
#[test]
fn order_of_keys_and_threads_change_nothing() {
    let made = |text: &str, original: &Original| {
        let compiled = compile_text(text, &Folder::of(&original.path));
        let made = compiled.made.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics));
        outputs(&Made { source: None, ..made }).unwrap()
    };
    for original in originals().iter().filter(|o| !o.text.contains("separate")).take(24) {
        let mut parts = parts(&original.text);
        parts.retain(|part| !part.starts_with('#'));
        parts.reverse();
        let turned = parts.concat();
        let (plain, turned) = std::thread::scope(|scope| {
            let plain = scope.spawn(|| made(&original.text, original));
            let turned = scope.spawn(|| made(&turned, original));
            (plain.join().unwrap(), turned.join().unwrap())
        });
        assert!(plain == turned, "{}", original.path.display());
    }
}
