//! `docgen schema`: the JSON Schema of the input, for editors.

use std::process::ExitCode;

use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(shell: &Shell) -> ExitCode {
    let schema = docgen_parser::schema();
    shell.print(schema.trim_end());
    shell.print("\n");
    ExitCode::SUCCESS
}
