//! Many documents at once: in parallel, told in the order they were named, and one that
//! brings the program down does not take the others with it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use docgen::{Compiled, ProfileFile, Rulings, Wishes, compile, internal};
use docgen_model::{Bilingual, Code, Diagnostic, Ruling, Span};
use docgen_parser::Files;
use docgen_standard::Profile;

use crate::args::Documents;
use crate::faces::{self, Faces};
use crate::input::Input;
use crate::profile_choice::profile_named;
use crate::progress::Progress;
use crate::report::{Finished, Shell};
use crate::settings;
use crate::stop::Stop;

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

    /// Works on every document and tells the results in the order of the inputs, each as
    /// soon as those before it are told. Nothing of a document that was told is kept, so
    /// memory does not grow with their number.
    pub(crate) fn run(
        &self,
        shell: &Shell,
        stop: &Stop,
        work: impl Fn(&Input) -> Finished + Sync,
        tell: impl FnMut(Finished) + Send,
    ) -> Result<(), Bilingual> {
        let progress = Progress::new(self.inputs.len(), shell);
        let (waiting, profiles) = (BTreeMap::new(), BTreeSet::new());
        let queue = Mutex::new(Queue { next: 0, waiting, profiles, tell });
        let taken = AtomicUsize::new(0);
        let worker = || {
            while !stop.is_stopped() {
                let index = taken.fetch_add(1, Ordering::Relaxed);
                let Some(input) = self.inputs.get(index) else { return };
                let start = Instant::now();
                let mut finished = guard(&input.name(), || work(input));
                finished.seconds = start.elapsed().as_secs_f64();
                let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
                progress.clear();
                queue.put(index, finished);
                progress.tick();
            }
        };
        if self.inputs.len() == 1 {
            worker();
        } else {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(self.jobs).build();
            let pool = pool.map_err(|error| {
                let text = error.to_string();
                Bilingual::new(
                    format!("不能启动线程：{text}"),
                    format!("no threads: {text}"),
                )
            })?;
            pool.broadcast(|_| worker());
        }
        progress.clear();
        Ok(())
    }

    /// The profile that was asked for.
    pub(crate) fn profile(&self) -> Option<&Profile> {
        self.profile.as_ref()
    }

    /// Compiles the bytes of an input. A `docgen.toml` that cannot be used is a failure.
    pub(crate) fn compile(
        &self,
        input: &Input,
        bytes: &[u8],
    ) -> Result<Compiled, Box<Diagnostic>> {
        let folder = input.folder();
        self.compile_reading(input, bytes, &|name| folder.read(name))
    }

    /// Compiles the bytes of an input; `files` reads what it names.
    pub(crate) fn compile_reading(
        &self,
        input: &Input,
        bytes: &[u8],
        files: &Files<'_>,
    ) -> Result<Compiled, Box<Diagnostic>> {
        let of_folder = settings::of_folder(input.folder().path())?;
        let rulings = Rulings { folder: of_folder, command_line: self.rulings.clone() };
        let wishes = Wishes { profile: self.profile.clone(), rulings };
        let made = |book| compile(bytes, &wishes, book, files);
        let compiled = made(&self.faces.book);
        let lacking = compiled.diagnostics.iter().any(|d| d.code == Code::MissingGlyph);
        let further = lacking.then(|| self.faces.extended()).flatten();
        Ok(further.map_or(compiled, made))
    }
}

/// Finishes what was compiled, with what is to be said of its profile's file.
pub(crate) fn finished(
    input: &Input,
    mut compiled: Compiled,
    finish: impl FnOnce(Compiled) -> Finished,
) -> Finished {
    let profile = compiled.profile.take().map(|file| beside(input, file));
    let mut finished = finish(compiled);
    finished.profile = profile.filter(|file| !file.diagnostics.is_empty());
    finished
}

/// The file of a profile that a document names, with what was found in it.
fn beside(input: &Input, file: ProfileFile) -> Box<Finished> {
    let name = input.beside(&file.name).display().to_string();
    let mut file = Finished::new(name, file.source, file.diagnostics);
    file.beside = true;
    Box::new(file)
}

/// Results that wait for those before them.
struct Queue<F> {
    next: usize,
    waiting: BTreeMap<usize, Finished>,
    /// The files of profiles that were told, each once, behind the first document of it.
    profiles: BTreeSet<String>,
    tell: F,
}

impl<F: FnMut(Finished)> Queue<F> {
    fn put(&mut self, index: usize, finished: Finished) {
        self.waiting.insert(index, finished);
        while let Some(mut finished) = self.waiting.remove(&self.next) {
            let profile = finished.profile.take();
            (self.tell)(finished);
            if let Some(profile) = profile
                && self.profiles.insert(profile.file.clone())
            {
                (self.tell)(*profile);
            }
            self.next += 1;
        }
    }
}

/// What a run came to: the worst of the documents decides.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Outcome {
    failed: bool,
    errors: bool,
}

impl Outcome {
    /// One more document.
    pub(crate) fn add(&mut self, finished: &Finished) {
        self.failed |= finished.is_failure();
        self.errors |= finished.diagnostics.iter().any(Diagnostic::is_error);
    }

    /// A document is not as it should be.
    pub(crate) fn found_errors(&mut self) {
        self.errors = true;
    }

    /// The program could not do its work.
    pub(crate) fn fail(&mut self) {
        self.failed = true;
    }

    /// The exit status.
    pub(crate) fn code(self) -> ExitCode {
        match (self.failed, self.errors) {
            (true, _) => ExitCode::from(2),
            (false, true) => ExitCode::from(1),
            (false, false) => ExitCode::SUCCESS,
        }
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
pub(crate) fn guard(name: &str, work: impl FnOnce() -> Finished) -> Finished {
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
