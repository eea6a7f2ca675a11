//! `docgen new`: a commented file to start from.

use std::process::ExitCode;

use docgen_model::Bilingual;

use crate::args::StarterFormat;
use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(format: StarterFormat, shell: &Shell) -> Result<ExitCode, Bilingual> {
    shell.print(match format {
        StarterFormat::Common => include_str!("../starter/common.yaml"),
        StarterFormat::Plain => include_str!("../starter/plain.yaml"),
        StarterFormat::Letter => include_str!("../starter/letter.yaml"),
        StarterFormat::Order => include_str!("../starter/order.yaml"),
        StarterFormat::Minutes => include_str!("../starter/minutes.yaml"),
        StarterFormat::Meeting => include_str!("../starter/meeting.yaml"),
    });
    Ok(ExitCode::SUCCESS)
}
