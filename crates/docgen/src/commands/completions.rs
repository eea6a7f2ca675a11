//! `docgen completions`: what a shell needs to complete commands and options.

use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::Args;
use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(kind: clap_complete::Shell, shell: &Shell) -> ExitCode {
    let mut script = vec![];
    clap_complete::generate(kind, &mut Args::command(), "docgen", &mut script);
    shell.print(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}
