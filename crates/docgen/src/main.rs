//! The command line: reads arguments, runs one command, tells the exit status.
//!
//! Exit status: 0 fine, 1 a document has errors, 2 the program could not do its work.
//! Messages go to standard error; written paths and asked-for reports to standard output.

#![allow(
    clippy::disallowed_methods,
    reason = "the binary is the shell: files, environment and clock belong here"
)]

mod args;
mod batch;
mod commands;
mod faces;
mod input;
mod manifest;
mod memory;
mod profile_choice;
mod progress;
mod report;
mod settings;
mod stop;
mod usage;
mod write;

use std::process::ExitCode;

use docgen_model::Bilingual;

use crate::args::{Args, Command};
use crate::report::Shell;

fn main() -> ExitCode {
    batch::quiet_panics();
    let args = match usage::parse() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let shell = Shell::new(&args.shared);
    run(args, &shell).unwrap_or_else(|failure| {
        shell.failure(&failure);
        ExitCode::from(2)
    })
}

/// Runs the command; a failure is a reason why it could not do its work at all.
fn run(args: Args, shell: &Shell) -> Result<ExitCode, Bilingual> {
    match args.command {
        Command::Render(render) => commands::render::run(&render, shell),
        Command::Check(check) => commands::check::run(&check, shell),
        Command::New(new) => commands::new::run(new.format, shell),
        Command::Extract(args) => commands::extract::run(&args, shell),
        Command::Schema => Ok(commands::schema::run(shell)),
        Command::Fonts(fonts) => commands::fonts::run(&fonts, shell),
        Command::Profiles(profiles) => commands::profiles::run(&profiles, shell),
        Command::Completions(shells) => {
            Ok(commands::completions::run(shells.shell, shell))
        }
        Command::Rules => Ok(commands::rules::list(shell)),
        Command::Explain(explain) => commands::rules::explain(&explain.code, shell),
        Command::Fmt(fmt) => Ok(commands::fmt::run(&fmt, shell)),
    }
}
