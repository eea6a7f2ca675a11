//! The chores of docgen: `cargo xtask <name> [options]`.
//!
//! A chore is a name, one line of help and a function; to add one, add a row to [`CHORES`].

#![allow(clippy::disallowed_methods, reason = "chores read files and the environment")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "chores talk to a person")]

mod bench;
mod command;
mod conformance;
mod gallery;
mod parity;
mod readers;
mod tidy;

use std::process::ExitCode;

use command::cargo;

struct Chore {
    name: &'static str,
    about: &'static str,
    run: Run,
}

enum Run {
    Alone(fn() -> Result<(), String>),
    /// A chore that takes options.
    With(fn(&[String]) -> Result<(), String>),
}

const CHORES: &[Chore] = &[
    Chore {
        name: "ci",
        about: "every check that .ci/run makes, but `cargo test`",
        run: Run::Alone(ci),
    },
    Chore {
        name: "tidy",
        about: "the house rules that no compiler knows",
        run: Run::Alone(tidy::run),
    },
    Chore {
        name: "readers",
        about: "all samples, judged by others",
        run: Run::Alone(readers::run),
    },
    Chore {
        name: "parity",
        about: "lines of PDF and DOCX compared [--docs N] [--seed S]",
        run: Run::With(parity::run),
    },
    Chore {
        name: "conformance",
        about: "R01 to R100 of CONFORMANCE.md, measured on the samples",
        run: Run::Alone(conformance::run),
    },
    Chore {
        name: "gallery",
        about: "docs/GALLERY.md: pictures of the samples' pages",
        run: Run::Alone(gallery::run),
    },
    Chore {
        name: "bench",
        about: "whole processes measured side by side [--write]",
        run: Run::With(bench::run),
    },
    Chore {
        name: "licenses",
        about: "write docs/LICENSES.md",
        run: Run::Alone(tidy::licences::write),
    },
    Chore {
        name: "bless",
        about: "accept what the golden tests print now",
        run: Run::Alone(bless),
    },
];

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some(chore) = CHORES.iter().find(|chore| chore.name == name) else {
        println!("cargo xtask <chore>\n");
        CHORES.iter().for_each(|chore| println!("  {:<12}{}", chore.name, chore.about));
        return if name.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
    };
    let options: Vec<String> = std::env::args().skip(2).collect();
    let outcome = match chore.run {
        Run::Alone(_) if !options.is_empty() => Err("it takes no options".to_owned()),
        Run::Alone(run) => run(),
        Run::With(run) => run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask {name}: {why}");
            ExitCode::FAILURE
        }
    }
}

/// All checks but the project's tests, cheapest first; one that fails does not stop the next.
fn ci() -> Result<(), String> {
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let doc = ["doc", "--workspace", "--no-deps", "--document-private-items"];
    // Headers explain a crate by its private modules, and these documents show them.
    let deny = "-D warnings -A rustdoc::private-intra-doc-links";
    let outcomes = [
        cargo(&["fmt", "--all", "--check"], &[]),
        tidy::run(),
        cargo(&["test", "--quiet", "--package", "xtask"], &[]),
        cargo(&clippy, &[]),
        cargo(&doc, &[("RUSTDOCFLAGS", deny)]),
        readers::run(),
        parity::run(&[]),
        conformance::run(),
    ];
    let failures: Vec<_> = outcomes.into_iter().filter_map(Result::err).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}

/// Rewrites the references of the golden tests; `git diff` then shows what changed.
fn bless() -> Result<(), String> {
    let tests = ["test", "--package", "docgen-tests", "--package", "docgen"];
    cargo(&tests, &[("BLESS", "1")])
}
