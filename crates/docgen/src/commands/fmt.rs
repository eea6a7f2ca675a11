//! `docgen fmt`: tidies files in place; with `--check` only names those that are not tidy.
//!
//! Standard input comes out on standard output. A file with broken YAML is left as it is.

use std::process::ExitCode;

use docgen::undecodable;
use docgen_parser::{decode, tidy};

use super::fix;
use crate::args::FmtArgs;
use crate::batch::{Outcome, guard};
use crate::input::Input;
use crate::report::{Finished, Shell};

/// Runs the command.
pub(crate) fn run(args: &FmtArgs, shell: &Shell) -> ExitCode {
    let (mut outcome, mut untidy, mut all) = (Outcome::default(), false, vec![]);
    for path in &args.files {
        let input = Input::new(path);
        let finished = guard(&input.name(), || match tidied(&input) {
            Ok(Tidied { old, new }) => {
                untidy |= old != new;
                deliver(&input, &old, &new, args.check, shell)
            }
            Err(finished) => *finished,
        });
        outcome.add(&finished);
        all.push(finished);
    }
    shell.diagnostics(&all);
    if args.check && untidy {
        outcome.found_errors();
    }
    outcome.code()
}

/// A source before and after.
struct Tidied {
    old: String,
    new: String,
}

/// A file as it is and as it should be, or what keeps it from being tidied.
fn tidied(input: &Input) -> Result<Tidied, Box<Finished>> {
    let bytes = input.read().map_err(|why| Finished::failed(input.name(), *why))?;
    let wrong = |old: &str, found| Finished::new(input.name(), old.to_owned(), found);
    let decoded = decode(&bytes).map_err(|why| {
        let (shown, why) = undecodable(&bytes, *why);
        wrong(&shown, vec![why])
    });
    let old = decoded?.text;
    let new = tidy(&old).map_err(|found| wrong(&old, found))?;
    Ok(Tidied { old, new })
}

/// Writes what changed, or names it.
fn deliver(input: &Input, old: &str, new: &str, check: bool, shell: &Shell) -> Finished {
    let mut finished = Finished::new(input.name(), old.to_owned(), vec![]);
    let is_stdin = *input == Input::Stdin;
    if is_stdin && !check {
        shell.print(new);
    } else if old != new {
        let written = if check { Ok(()) } else { fix::write(input, old, new) };
        match written {
            Ok(()) => shell.print(&format!("{}\n", input.name())),
            Err(why) => finished.refuse(*why),
        }
    }
    finished
}
