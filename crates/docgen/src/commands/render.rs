//! `docgen render`: one document a file, each in one or two forms.
//!
//! 1. Name every output. Two inputs with one name, be it in other capitals, or an output that
//!    would overwrite an input, stop everything before anything is written.
//! 2. Compile and export each document with what is bound apart from it; one with an error, or
//!    with a part whose name another document has, writes nothing.
//! 3. With `--verify`, read the outputs back and measure them ([`super::verify`]).
//! 4. Put the outputs of a document in place together.
//! 5. Tell what was found and what was written, in the order of the inputs, and sum it up.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use docgen::font_folder::automatic_folders;
use docgen::world::reason;
use docgen::{Compiled, Made, Target, drain};
use docgen_audit::Files;
use docgen_model::{Bilingual, Code, Diagnostic, Span, Text};
use docgen_pdf::PdfStandard;

use super::verify::{deviations, verify};
use crate::args::{Documents, RenderArgs, TableFormat};
use crate::batch::{Batch, Outcome, finished};
use crate::input::Input;
use crate::manifest::Manifest;
use crate::memory::{Memory, hash, hash_all};
use crate::report::audit::{self, json};
use crate::report::{Counts, Finished, Shell, Status, Written};
use crate::settings;
use crate::stop::Stop;
use crate::write::{Staged, sweep};

/// Runs the command.
pub(crate) fn run(args: &RenderArgs, shell: &Shell) -> Result<ExitCode, Bilingual> {
    let batch = Batch::new(&args.documents, shell)?;
    let targets = targets(args);
    let names = names(&batch.inputs)?;
    refuse_overwriting(&batch.inputs, args, &targets)?;
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| cannot_write(&path, &error).message
    };
    let manifest = args.manifest.as_deref();
    let manifest = manifest.map(|path| Manifest::create(path).map_err(refused(path)));
    let mut manifest = manifest.transpose()?;
    let memory = args.incremental.then(|| Memory::open(&args.output));
    let memory = memory.transpose().map_err(refused(&args.output))?;
    sweep(&args.output);
    let stop = Stop::on_signals()?;
    let job = Job {
        args,
        batch: &batch,
        targets,
        names,
        memory,
        options: options(args, &batch),
    };
    let mut tally = Tally::default();
    let mut audited = vec![];
    let work = |input: &Input| {
        let failed = |why: Box<Diagnostic>| Finished::failed(input.name(), *why);
        job.render(input).unwrap_or_else(failed)
    };
    batch.run(shell, &stop, work, |finished| {
        shell.findings(&finished);
        match args.format {
            TableFormat::Human => tell(&finished, shell),
            TableFormat::Json => {
                audited.extend((!finished.beside).then(|| json(&finished, shell.lang)));
            }
        }
        if let Some(manifest) = manifest.as_mut().filter(|_| !finished.beside)
            && let Err(error) = manifest.add(&finished)
        {
            let path = args.manifest.as_deref().unwrap_or(Path::new(""));
            shell.failure(&cannot_write(path, &error).message);
            tally.outcome.fail();
        }
        tally.add(&finished);
        if args.fail_fast && matches!(finished.status(), Status::Errors | Status::Failed)
        {
            stop.stop();
        }
    })?;
    if args.format == TableFormat::Json {
        shell.print(&audit::report(audited));
    }
    tally.tell(batch.inputs.len(), &stop, shell);
    Ok(tally.outcome.code())
}

/// The clause tables of a document and the names of its files.
fn tell(finished: &Finished, shell: &Shell) {
    let tables = finished.audits.iter();
    tables.for_each(|audited| shell.print(&audit::table(audited, shell.lang)));
    let names = finished.written.iter().map(|written| written.path.display());
    names.for_each(|name| shell.print(&format!("{name}\n")));
}

/// What the documents of a run came to.
#[derive(Default)]
struct Tally {
    counts: Counts,
    outcome: Outcome,
    /// By [`Status`].
    documents: BTreeMap<&'static str, usize>,
}

impl Tally {
    fn add(&mut self, finished: &Finished) {
        finished.diagnostics.iter().for_each(|found| self.counts.add(found));
        self.outcome.add(finished);
        if !finished.beside {
            *self.documents.entry(finished.status().name()).or_default() += 1;
        }
    }

    /// The summary of a batch, and whether it ended early.
    fn tell(&mut self, total: usize, stop: &Stop, shell: &Shell) {
        shell.counts(&self.counts);
        let told: usize = self.documents.values().sum();
        let of = |status: Status| self.documents.get(status.name()).copied().unwrap_or(0);
        let (done, kept) = (of(Status::Done), of(Status::UpToDate));
        let (errors, failed) = (of(Status::Errors), of(Status::Failed));
        let parts = [
            (done, "完成", "done"),
            (kept, "没有变化", "up to date"),
            (errors, "有错误", "with errors"),
            (failed, "未能处理", "failed"),
            (total - told, "没有开始", "not begun"),
        ];
        let parts = || parts.into_iter().filter(|(count, ..)| *count > 0);
        let zh: Vec<_> = parts().map(|(n, zh, _)| format!("{zh} {n} 份")).collect();
        let en: Vec<_> = parts().map(|(n, _, en)| format!("{n} {en}")).collect();
        if total > 1 {
            shell.remark(&Bilingual::new(zh.join("，"), en.join(", ")));
        }
        if stop.is_signalled() {
            shell.failure(&Bilingual::new(
                "已中断；写出的文件都是完整的，再运行一次（可加 --incremental）就接着做",
                "interrupted; what is written is whole; run again (--incremental) to go on",
            ));
            self.outcome.fail();
        }
    }
}

/// All that decides about outputs beside the document, as one text.
fn options(args: &RenderArgs, batch: &Batch) -> String {
    let Documents { wishes, fonts, .. } = &args.documents;
    let (profile, folder) = (batch.profile(), &args.output);
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let program = program.map(|about| (about.len(), about.modified().ok())).ok();
    let folders = fonts.font_dir.iter().cloned().chain(automatic_folders());
    let faces: Vec<_> = folders.map(|path| stamps(&path, 2)).collect();
    let (kinds, standard) = (targets(args), args.pdf_standard);
    format!(
        "{} {program:?} {profile:?} {wishes:?} {fonts:?} {faces:?} {kinds:?} {standard:?} {folder:?} {} {} {} {}",
        env!("CARGO_PKG_VERSION"),
        args.no_source,
        args.content_controls,
        args.embed_fonts,
        args.verify
    )
}

/// Names, lengths and times of the files in a folder, some levels deep.
fn stamps(folder: &Path, levels: usize) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<String> = entries
        .flat_map(|entry| match entry.metadata() {
            Ok(about) if about.is_dir() && levels > 1 => {
                stamps(&entry.path(), levels - 1)
            }
            about => {
                let about = about.ok().map(|about| (about.len(), about.modified().ok()));
                vec![format!("{:?} {about:?}", entry.path())]
            }
        })
        .collect();
    all.sort();
    all
}

/// Both kinds of output unless one is asked for; the DOCX last, see [`outputs`].
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

/// Outputs and the manifest take no input's place.
fn refuse_overwriting(
    inputs: &[Input],
    args: &RenderArgs,
    targets: &[Target],
) -> Result<(), Bilingual> {
    let sources: BTreeSet<PathBuf> = inputs.iter().filter_map(Input::canonical).collect();
    let outputs = inputs.iter().flat_map(|input| {
        targets.iter().map(|&target| output(input, "", &args.output, target))
    });
    let taken = |path: &PathBuf| path.canonicalize().is_ok_and(|p| sources.contains(&p));
    match outputs.chain(args.manifest.clone()).find(taken) {
        None => Ok(()),
        Some(path) => Err(Bilingual::new(
            format!("输出会覆盖输入文件 {}，什么都没有写", path.display()),
            format!(
                "an output would overwrite the input {}; nothing written",
                path.display()
            ),
        )),
    }
}

fn output(input: &Input, suffix: &str, folder: &Path, target: Target) -> PathBuf {
    let mut name = input.stem().to_owned();
    name.push(suffix);
    name.push(".");
    name.push(target.extension());
    folder.join(name)
}

/// What the work on every document needs.
struct Job<'a> {
    args: &'a RenderArgs,
    batch: &'a Batch,
    targets: Vec<Target>,
    names: Names,
    memory: Option<Memory>,
    options: String,
}

impl Job<'_> {
    /// Compiles, exports and writes one document, unless its outputs are up to date.
    fn render(&self, input: &Input) -> Result<Finished, Box<Diagnostic>> {
        let bytes = input.read()?;
        let (name, folder) = (input.name(), input.folder());
        let rulings = format!("{:?}", settings::of_folder(folder.path())?);
        let made_from =
            || hash_all(&[self.options.as_bytes(), rulings.as_bytes(), &bytes]);
        let made_from = self.memory.as_ref().map(|memory| (memory, made_from()));
        if let Some((memory, made_from)) = &made_from
            && let Some(kept) = memory.up_to_date(&name, made_from, &folder)
        {
            return Ok(Finished::up_to_date(name, kept));
        }
        let read = RefCell::new(BTreeMap::new());
        let files = |name: &str| {
            let bytes = folder.read(name);
            let hash = bytes.as_ref().map_or(String::new(), |bytes| hash(bytes));
            read.borrow_mut().insert(name.to_owned(), hash);
            bytes
        };
        let compiled = self.batch.compile_reading(input, &bytes, &files)?;
        let finished = finished(input, compiled, |compiled| self.finish(input, compiled));
        if let Some((memory, made_from)) = made_from.filter(|_| finished.is_clean()) {
            memory.note(&name, &made_from, read.into_inner(), &finished.written);
        }
        Ok(finished)
    }

    /// Exports and writes what was compiled, and says what came of it.
    fn finish(&self, input: &Input, compiled: Compiled) -> Finished {
        let Compiled { source, diagnostics, made, .. } = compiled;
        let mut finished = Finished::new(input.name(), source, diagnostics);
        let Some(mut made) = made else { return finished };
        choose(self.args, &mut made);
        made.apart.iter_mut().for_each(|part| choose(self.args, part));
        if let Some(diagnostic) = same_name(input, &made, &self.names) {
            finished.diagnostics.push(diagnostic);
            return finished;
        }
        let folder = &self.args.output;
        match outputs(input, &mut made, folder, &self.targets) {
            Ok(outputs) if !self.holds(&mut finished, &made, &outputs) => {}
            Ok(outputs) => match write(folder, &outputs) {
                Ok(()) => {
                    let hashed = self.memory.is_some() || self.args.manifest.is_some();
                    let outputs = outputs.into_iter();
                    finished.written = outputs.map(|o| o.written(hashed)).collect();
                }
                Err(diagnostic) => finished.fail(*diagnostic),
            },
            Err(diagnostic) => finished.diagnostics.push(*diagnostic),
        }
        finished
    }

    /// Whether the outputs hold what the standard orders; so they do unless it is asked for.
    fn holds(&self, finished: &mut Finished, made: &Made, outputs: &[Output]) -> bool {
        if self.args.verify {
            let archive = self.args.pdf_standard.standard() != PdfStandard::None;
            let files = outputs.chunks(self.targets.len());
            for (part, files) in made.all().zip(files) {
                let of = |kind| {
                    let fits = |output: &&Output| output.path.extension() == Some(kind);
                    files.iter().find(fits).map(|output| output.bytes.as_slice())
                };
                let [pdf, docx] = ["pdf", "docx"].map(|kind| of(OsStr::new(kind)));
                let (document, deviations) = (&part.document, &deviations(part));
                let files = Files { document, pdf, archive, docx, deviations };
                verify(finished, &files, &part.suffix);
            }
        }
        !finished.is_failure()
    }
}

/// One output, not yet on the disk.
struct Output {
    path: PathBuf,
    bytes: Vec<u8>,
    pages: usize,
}

impl Output {
    fn written(self, hashed: bool) -> Written {
        let sha256 = if hashed { hash(&self.bytes) } else { String::new() };
        Written::new(self.path, self.bytes.len(), sha256, Some(self.pages))
    }
}

/// What the command line asks of a DOCX.
fn choose(args: &RenderArgs, made: &mut Made) {
    made.content_controls = args.content_controls;
    made.embed_fonts = args.embed_fonts;
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

/// Every output of a document, or the first reason why there is none.
fn outputs(
    input: &Input,
    made: &mut Made,
    folder: &Path,
    targets: &[Target],
) -> Result<Vec<Output>, Box<Diagnostic>> {
    let (mut files, pages) = (vec![], made.pages.pages.len());
    for &target in targets {
        let path = output(input, &made.suffix, folder, target);
        files.push(Output { path, bytes: drain(made, target)?, pages });
    }
    for part in &mut made.apart {
        files.extend(outputs(input, part, folder, targets)?);
    }
    Ok(files)
}

/// Writes all files or none.
fn write(folder: &Path, files: &[Output]) -> Result<(), Box<Diagnostic>> {
    std::fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    let stage = |output: &Output| {
        Staged::new(&output.path, &output.bytes)
            .map_err(|error| cannot_write(&output.path, &error))
    };
    let staged = files.iter().map(stage).collect::<Result<Vec<_>, _>>()?;
    for (file, output) in staged.into_iter().zip(files) {
        file.commit().map_err(|error| cannot_write(&output.path, &error))?;
    }
    Ok(())
}

fn cannot_write(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let (path, (zh, en)) = (path.display(), reason(error));
    let message = Bilingual::new(
        format!("不能写入 {path}：{zh}"),
        format!("cannot write {path}: {en}"),
    );
    Box::new(Diagnostic::error(Code::Unwritable, Span::default(), message))
}
