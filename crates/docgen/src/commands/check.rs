//! `docgen check`: everything there is to say, and no output files.

use std::process::ExitCode;

use docgen::Compiled;
use docgen_model::Bilingual;

use crate::args::{CheckArgs, ReportFormat};
use crate::batch::{Batch, exit_code};
use crate::report::{Finished, Shell, allows, json, sarif};

/// Runs the command.
pub(crate) fn run(args: &CheckArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let batch = Batch::new(&args.documents, shell)?;
    let all = batch.run(shell, |input, compiled| {
        let Compiled { source, diagnostics, allowed, .. } = compiled;
        let mut finished = Finished::new(input.name(), source, diagnostics);
        finished.allowed = allowed;
        finished
    })?;
    if args.list_allows && args.format == ReportFormat::Human {
        shell.print(&allows::report(&all, shell.lang));
    }
    match args.format {
        ReportFormat::Human => {
            shell.diagnostics(&all);
            if all.iter().all(|finished| finished.diagnostics.is_empty()) {
                shell
                    .remark(&Bilingual::new("没有发现问题", "nothing to complain about"));
            }
        }
        ReportFormat::Json => shell.print(&json::report(&all, shell.lang)),
        ReportFormat::Sarif => shell.print(&sarif::report(&all, shell.lang)),
    }
    Ok(exit_code(&all))
}
