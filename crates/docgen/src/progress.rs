//! A counter on the terminal, for batches that take longer than a second.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use docgen_model::{Bilingual, Lang};

use crate::report::Shell;

/// How long a batch may stay silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts finished documents.
pub(crate) struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: AtomicBool,
    start: Instant,
    visible: bool,
    lang: Lang,
}

impl Progress {
    /// Nothing done yet; never shown in a pipe or with `--quiet`.
    pub(crate) fn new(total: usize, shell: &Shell) -> Self {
        Self {
            total,
            done: AtomicUsize::new(0),
            shown: AtomicBool::new(false),
            start: Instant::now(),
            visible: total > 1 && !shell.quiet && io::stderr().is_terminal(),
            lang: shell.lang,
        }
    }

    /// One more is done.
    pub(crate) fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.visible && self.start.elapsed() > PATIENCE {
            self.shown.store(true, Ordering::Relaxed);
            let total = self.total;
            let text = Bilingual::new(
                format!("已完成 {done}/{total}"),
                format!("{done} of {total} done"),
            );
            let _ = write!(io::stderr(), "\r{}", text.get(self.lang));
        }
    }

    /// Leaves no trace.
    pub(crate) fn clear(&self) {
        if self.shown.load(Ordering::Relaxed) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
