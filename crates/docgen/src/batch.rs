//! Many documents at once: in parallel, told in the order they were named, and one that
//! brings the program down does not take the others with it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use docgen::{Compiled, ProfileFile, Rulings, Wishes, compile, internal};
use docgen_model::{Bilingual, Code, Diagnostic, Ruling, Span};
use docgen_standard::Profile;
use rayon::prelude::*;

use crate::args::Documents;
use crate::faces::{self, Faces};
use crate::input::Input;
use crate::profile_choice::profile_named;
use crate::progress::Progress;
use crate::report::{Finished, Shell};
use crate::settings;

/// The documents of a command, and what they share.
pub(crate) struct Batch {
    /// The documents, in the order they were named.
    pub(crate) inputs: Vec<Input>,
    profile: Option<Profile>,
    rulings: Vec<Ruling>,
    faces: Faces,
    jobs: usize,
}

impl Batch {
    /// The documents that were asked for. An unknown profile is a failure, and so are faces
    /// that were asked for and are not there.
    pub(crate) fn new(documents: &Documents, shell: &Shell) -> Result<Self, Bilingual> {
        let profile = documents.profile.as_deref();
        let profile = profile.map(|name| profile_named(name, shell)).transpose()?;
        let rulings = settings::of_command_line(&documents.wishes)?;
        let faces = faces::load(&documents.fonts, shell)?;
        faces::hold(&documents.fonts, &faces.book)?;
        let inputs = documents.files.iter().map(|path| Input::new(path)).collect();
        let jobs = documents.jobs.map_or(0, std::num::NonZeroUsize::get);
        Ok(Self { inputs, profile, rulings, faces, jobs })
    }

    /// Compiles every document and hands it to `finish`, which may write outputs and adds
    /// what went wrong. The results stand in the order of the inputs.
    pub(crate) fn run(
        &self,
        shell: &Shell,
        finish: impl Fn(&Input, Compiled) -> Finished + Sync,
    ) -> Result<Vec<Finished>, Bilingual> {
        let progress = Progress::new(self.inputs.len(), shell);
        let work = |input: &Input| {
            let finished = guard(&input.name(), || self.one(input, &finish));
            progress.tick();
            finished
        };
        let all: Vec<_> = if self.inputs.len() == 1 {
            self.inputs.iter().map(work).collect()
        } else {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(self.jobs).build();
            let pool = pool.map_err(|error| {
                let text = error.to_string();
                Bilingual::new(
                    format!("不能启动线程：{text}"),
                    format!("no threads: {text}"),
                )
            })?;
            pool.install(|| self.inputs.par_iter().map(work).collect())
        };
        progress.clear();
        Ok(with_profiles(all))
    }

    fn one(
        &self,
        input: &Input,
        finish: impl Fn(&Input, Compiled) -> Finished,
    ) -> Finished {
        let bytes = match input.read() {
            Ok(bytes) => bytes,
            Err(diagnostic) => return Finished::failed(input.name(), *diagnostic),
        };
        match self.compile(input, &bytes) {
            Ok(mut compiled) => {
                let profile = compiled.profile.take().map(|file| beside(input, file));
                let mut finished = finish(input, compiled);
                finished.profile = profile.filter(|file| !file.diagnostics.is_empty());
                finished
            }
            Err(diagnostic) => Finished::failed(input.name(), *diagnostic),
        }
    }

    /// Compiles the bytes of an input. A `docgen.toml` that cannot be used is a failure.
    pub(crate) fn compile(
        &self,
        input: &Input,
        bytes: &[u8],
    ) -> Result<Compiled, Box<Diagnostic>> {
        let folder = input.folder();
        let files = |name: &str| folder.read(name);
        let of_folder = settings::of_folder(folder.path())?;
        let rulings = Rulings { folder: of_folder, command_line: self.rulings.clone() };
        let wishes = Wishes { profile: self.profile.clone(), rulings };
        let made = |book| compile(bytes, &wishes, book, &files);
        let compiled = made(&self.faces.book);
        let lacking = compiled.diagnostics.iter().any(|d| d.code == Code::MissingGlyph);
        let further = lacking.then(|| self.faces.extended()).flatten();
        Ok(further.map_or(compiled, made))
    }
}

/// The file of a profile that a document names, with what was found in it.
fn beside(input: &Input, file: ProfileFile) -> Box<Finished> {
    let name = input.beside(&file.name).display().to_string();
    Box::new(Finished::new(name, file.source, file.diagnostics))
}

/// Every document, and behind the first of those that name it the file of a profile.
fn with_profiles(all: Vec<Finished>) -> Vec<Finished> {
    let mut told: Vec<Finished> = vec![];
    for mut finished in all {
        let profile = finished.profile.take();
        told.push(finished);
        let new = profile.filter(|new| told.iter().all(|known| known.file != new.file));
        told.extend(new.map(|new| *new));
    }
    told
}

/// The worst of the documents decides.
pub(crate) fn exit_code(all: &[Finished]) -> ExitCode {
    if all.iter().any(Finished::is_failure) {
        ExitCode::from(2)
    } else if all.iter().flat_map(|f| &f.diagnostics).any(Diagnostic::is_error) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}

thread_local! {
    /// Where and why this thread last panicked.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps a panic's words for [`guard`] instead of printing them.
pub(crate) fn quiet_panics() {
    std::panic::set_hook(Box::new(|info| {
        PANIC.with_borrow_mut(|text| *text = info.to_string().replace('\n', " "));
    }));
}

/// Runs `work`; a panic becomes a diagnostic of that one document.
fn guard(name: &str, work: impl FnOnce() -> Finished) -> Finished {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let why = PANIC.with_borrow_mut(std::mem::take);
        Finished::failed(name.to_owned(), internal(&why, Span::default()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use docgen_model::Code;

    #[test]
    fn a_panic_is_one_documents_failure() {
        quiet_panics();
        let finished = guard("甲.yaml", || panic!("越界"));
        drop(std::panic::take_hook());
        assert!(finished.is_failure());
        let diagnostic = &finished.diagnostics[0];
        assert_eq!(
            (finished.file.as_str(), diagnostic.code),
            ("甲.yaml", Code::Internal)
        );
        assert!(diagnostic.message.zh.contains("越界"));
        assert!(diagnostic.message.zh.contains("batch.rs"));
    }
}
