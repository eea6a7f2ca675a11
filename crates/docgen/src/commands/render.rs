//! `docgen render`: one document a file, each in one or two forms.
//!
//! 1. Name every output. Two inputs with one name, be it in other capitals, or an output that
//!    would overwrite an input, stop everything before anything is written.
//! 2. Compile and export each document with what is bound apart from it; one with an error, or
//!    with a part whose name another document has, writes nothing.
//! 3. Put the outputs of a document in place together.
//! 4. Tell what was found, then what was written, in the order of the inputs.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use docgen::world::reason;
use docgen::{Compiled, Made, Target, export};
use docgen_model::{Bilingual, Code, Diagnostic, Span, Text};

use crate::args::RenderArgs;
use crate::batch::{Batch, exit_code};
use crate::input::Input;
use crate::report::{Finished, Shell};
use crate::write::Staged;

/// Runs the command.
pub(crate) fn run(args: &RenderArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let batch = Batch::new(&args.documents, shell)?;
    let targets = targets(args);
    let names = names(&batch.inputs)?;
    refuse_overwriting(&batch.inputs, &args.output, &targets)?;
    let all = batch
        .run(shell, |input, compiled| finish(input, compiled, args, &targets, &names))?;
    shell.diagnostics(&all);
    for path in all.iter().flat_map(|finished| &finished.written) {
        shell.print(&format!("{}\n", path.display()));
    }
    Ok(exit_code(&all))
}

/// Both kinds of output unless one is asked for.
fn targets(args: &RenderArgs) -> Vec<Target> {
    let both = args.pdf == args.docx;
    let pdf = (both || args.pdf).then(|| Target::Pdf(args.pdf_standard.standard()));
    let docx = (both || args.docx).then_some(Target::Docx);
    pdf.into_iter().chain(docx).collect()
}

/// The names of outputs, as a file system that knows no capitals tells them apart, and whose
/// they are.
type Names = BTreeMap<String, String>;

fn name(stem: &OsStr, suffix: &str) -> String {
    format!("{}{suffix}", stem.to_string_lossy()).to_lowercase()
}

/// The names of all documents; two with one name are refused.
fn names(inputs: &[Input]) -> Result<Names, Bilingual> {
    let mut seen = Names::new();
    for input in inputs {
        if let Some(other) = seen.insert(name(input.stem(), ""), input.name()) {
            let (name, stem) = (input.name(), input.stem().display());
            return Err(Bilingual::new(
                format!("{other} 和 {name} 的输出文件同名（{stem}），什么都没有写"),
                format!(
                    "{other} and {name} have one output name ({stem}); nothing written"
                ),
            ));
        }
    }
    Ok(seen)
}

fn refuse_overwriting(
    inputs: &[Input],
    folder: &Path,
    targets: &[Target],
) -> Result<(), Bilingual> {
    let sources: Vec<PathBuf> = inputs.iter().filter_map(Input::canonical).collect();
    for input in inputs {
        for target in targets {
            let path = output(input, "", folder, *target);
            if path.canonicalize().is_ok_and(|path| sources.contains(&path)) {
                let path = path.display();
                return Err(Bilingual::new(
                    format!("输出会覆盖输入文件 {path}，什么都没有写"),
                    format!(
                        "an output would overwrite the input {path}; nothing written"
                    ),
                ));
            }
        }
    }
    Ok(())
}

fn output(input: &Input, suffix: &str, folder: &Path, target: Target) -> PathBuf {
    let mut name = input.stem().to_owned();
    name.push(suffix);
    name.push(".");
    name.push(target.extension());
    folder.join(name)
}

/// Exports and writes one document, and says what came of it.
fn finish(
    input: &Input,
    compiled: Compiled,
    args: &RenderArgs,
    targets: &[Target],
    names: &Names,
) -> Finished {
    let folder = &args.output;
    let Compiled { source, diagnostics, made, .. } = compiled;
    let mut finished = Finished::new(input.name(), source, diagnostics);
    let Some(mut made) = made else { return finished };
    choose(args, &mut made);
    for part in &mut made.apart {
        choose(args, part);
    }
    if let Some(diagnostic) = same_name(input, &made, names) {
        finished.diagnostics.push(diagnostic);
        return finished;
    }
    match outputs(input, &made, folder, targets).map(|files| write(folder, &files)) {
        Ok(Ok(written)) => finished.written = written,
        Ok(Err(diagnostic)) => finished.fail(*diagnostic),
        Err(diagnostic) => finished.diagnostics.push(*diagnostic),
    }
    finished
}

/// What the command line asks of a DOCX.
fn choose(args: &RenderArgs, made: &mut Made) {
    made.content_controls = args.content_controls;
    if args.no_source {
        made.source = None;
    }
}

/// A part whose name another document has.
fn same_name(input: &Input, made: &Made, names: &Names) -> Option<Diagnostic> {
    let taken = |part: &Made| names.get(&name(input.stem(), &part.suffix));
    let (part, other) = made.apart.iter().find_map(|part| Some((part, taken(part)?)))?;
    let span = part.document.bound_apart.as_ref().map(Text::span).unwrap_or_default();
    let stem = format!("{}{}", input.stem().display(), part.suffix);
    let message = Bilingual::new(
        format!("单独装订的附件的输出文件和 {other} 的同名（{stem}）"),
        format!("an attachment bound apart and {other} have one output name ({stem})"),
    );
    let hint = Bilingual::new("请改其中一个文件的名字", "rename one of the files");
    Some(Diagnostic::error(Code::Unwritable, span, message).hint(hint))
}

/// Every output of a document with its path, or the first reason why there is none.
fn outputs(
    input: &Input,
    made: &Made,
    folder: &Path,
    targets: &[Target],
) -> Result<Vec<(PathBuf, Vec<u8>)>, Box<Diagnostic>> {
    let parts = made.all();
    let all = parts.flat_map(|part| targets.iter().map(move |&target| (part, target)));
    let file = |(part, target): (&Made, Target)| {
        Ok((output(input, &part.suffix, folder, target), export(part, target)?))
    };
    all.map(file).collect()
}

/// Writes all files or none.
fn write(
    folder: &Path,
    files: &[(PathBuf, Vec<u8>)],
) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    std::fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    let stage = |(path, bytes): &(PathBuf, Vec<u8>)| {
        Staged::new(path, bytes).map_err(|error| cannot_write(path, &error))
    };
    let staged = files.iter().map(stage).collect::<Result<Vec<_>, _>>()?;
    staged
        .into_iter()
        .zip(files)
        .map(|(file, (path, _))| {
            file.commit().map_err(|error| cannot_write(path, &error))
        })
        .collect()
}

fn cannot_write(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let (path, (zh, en)) = (path.display(), reason(error));
    let message = Bilingual::new(
        format!("不能写入 {path}：{zh}"),
        format!("cannot write {path}: {en}"),
    );
    Box::new(Diagnostic::error(Code::Unwritable, Span::default(), message))
}
