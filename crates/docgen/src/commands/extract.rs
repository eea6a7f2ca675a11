//! `docgen extract`: the YAML that a DOCX carries, so that one that comes back can be rendered
//! again. What was changed in the word processor is not in it.

use std::process::ExitCode;

use docgen_model::Bilingual;

use crate::args::ExtractArgs;
use crate::input::Input;
use crate::report::Shell;

/// Runs the command.
pub(crate) fn run(args: &ExtractArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let input = Input::new(&args.file);
    let name = input.name();
    let bytes = input.read().map_err(|diagnostic| {
        let Bilingual { zh, en } = diagnostic.message;
        Bilingual::new(format!("{name}：{zh}"), format!("{name}: {en}"))
    })?;
    let source = docgen_docx::source(&bytes).ok_or_else(|| {
        Bilingual::new(
            format!("{name} 不是 DOCX，或者没有附 YAML 原文"),
            format!("{name} is no DOCX, or carries no YAML"),
        )
    })?;
    shell.print(&source);
    Ok(ExitCode::SUCCESS)
}
