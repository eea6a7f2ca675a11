//! `docgen check`: everything there is to say, and no output files. With `--fix`, what can be
//! mended safely is mended first.

use std::process::ExitCode;

use docgen::Compiled;
use docgen_model::{Bilingual, Diagnostic};

use super::fix::{self, Mended};
use crate::args::{CheckArgs, ReportFormat};
use crate::batch::{Batch, Outcome, finished};
use crate::input::Input;
use crate::report::{Finished, Shell, allows, diff, json, sarif};
use crate::stop::Stop;

/// Runs the command.
pub(crate) fn run(args: &CheckArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let batch = Batch::new(&args.documents, shell)?;
    if args.fix && batch.inputs.contains(&Input::Stdin) {
        return Err(Bilingual::new(
            "--fix 改写文件，不能用于标准输入",
            "--fix rewrites files; standard input is none",
        ));
    }
    let stop = Stop::on_signals()?;
    let (mut all, mut outcome) = (vec![], Outcome::default());
    let work = |input: &Input| {
        let compiled = input.read().and_then(|bytes| batch.compile(input, &bytes));
        let finish = |compiled| match args.fix {
            true => mend(&batch, input, compiled, args.dry_run),
            false => told(input, compiled),
        };
        match compiled {
            Ok(compiled) => finished(input, compiled, finish),
            Err(diagnostic) => Finished::failed(input.name(), *diagnostic),
        }
    };
    batch.run(shell, &stop, work, |finished| {
        outcome.add(&finished);
        all.push(finished);
    })?;
    match args.format {
        ReportFormat::Human => tell(&all, args, shell),
        ReportFormat::Json => shell.print(&json::report(&all, shell.lang)),
        ReportFormat::Sarif => shell.print(&sarif::report(&all, shell.lang)),
    }
    if stop.is_signalled() {
        outcome.fail();
    }
    Ok(outcome.code())
}

/// Tells people.
fn tell(all: &[Finished], args: &CheckArgs, shell: &Shell) {
    for Finished { file, fixed, diff, .. } in all {
        shell.print(diff);
        if *fixed > 0 {
            shell.remark(&Bilingual::new(
                format!("{file}：改正了 {fixed} 处"),
                format!("{file}: {fixed} places mended"),
            ));
        }
    }
    if args.list_allows {
        shell.print(&allows::report(all, shell.lang));
    }
    shell.diagnostics(all);
    if all.iter().all(|finished| finished.diagnostics.is_empty()) {
        shell.remark(&Bilingual::new("没有发现问题", "nothing to complain about"));
    }
}

fn told(input: &Input, compiled: Compiled) -> Finished {
    let Compiled { source, diagnostics, allowed, .. } = compiled;
    let mut finished = Finished::new(input.name(), source, diagnostics);
    finished.allowed = allowed;
    finished
}

/// Mends a document, and says what is left; or, on trial, what would change.
fn mend(batch: &Batch, input: &Input, compiled: Compiled, trial: bool) -> Finished {
    let mut old = Finished::new(
        input.name(),
        compiled.source.clone(),
        compiled.diagnostics.clone(),
    );
    old.allowed.clone_from(&compiled.allowed);
    let wrong = |mut old: Finished, why: Box<Diagnostic>| {
        old.refuse(*why);
        old
    };
    let Mended { compiled, count } = match fix::mended(batch, input, compiled) {
        Ok(mended) => mended,
        Err(why) => return wrong(old, why),
    };
    if trial {
        old.diff = diff::unified(&old.file, &old.source, &compiled.source);
        return old;
    }
    if count > 0
        && let Err(why) = fix::write(input, &old.source, &compiled.source)
    {
        return wrong(old, why);
    }
    let mut new = told(input, compiled);
    new.fixed = count;
    new
}
