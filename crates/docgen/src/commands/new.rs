//! `docgen new`: a commented file to start from.

use std::process::ExitCode;

use crate::args::StarterFormat;
use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(format: StarterFormat, shell: &Shell) -> ExitCode {
    shell.print(match format {
        StarterFormat::Common => include_str!("../starter/common.yaml"),
        StarterFormat::Plain => include_str!("../starter/plain.yaml"),
    });
    ExitCode::SUCCESS
}
