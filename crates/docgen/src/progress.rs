//! A bar on the terminal, for batches that take longer than a second.

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
        let elapsed = self.start.elapsed();
        if self.visible && elapsed > PATIENCE {
            self.shown.store(true, Ordering::Relaxed);
            let line = line(done, self.total, elapsed, self.lang);
            let _ = write!(io::stderr(), "\r{line}\x1b[K");
        }
    }

    /// Leaves no trace.
    pub(crate) fn clear(&self) {
        if self.shown.swap(false, Ordering::Relaxed) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// The bar, the count, how many a second, and the time that is left at that rate.
fn line(done: usize, total: usize, elapsed: Duration, lang: Lang) -> String {
    const WIDTH: usize = 20;
    let full = WIDTH * done.min(total) / total.max(1);
    let bar = "█".repeat(full) + &"░".repeat(WIDTH - full);
    let rate = done as f64 / elapsed.as_secs_f64().max(f64::MIN_POSITIVE);
    let left = (total.saturating_sub(done) as f64 / rate).ceil() as u64;
    let (minutes, seconds) = (left / 60, left % 60);
    let text = Bilingual::new(
        format!("{bar} {done}/{total}　每秒 {rate:.1} 份，还要 {minutes}:{seconds:02}"),
        format!("{bar} {done}/{total}, {rate:.1} a second, {minutes}:{seconds:02} left"),
    );
    text.get(lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_tells_rate_and_time_left() {
        assert_eq!(
            line(50, 200, Duration::from_secs(10), Lang::Zh),
            "█████░░░░░░░░░░░░░░░ 50/200　每秒 5.0 份，还要 0:30"
        );
        assert!(line(3, 3, Duration::from_secs(90), Lang::En).ends_with("0:00 left"));
    }
}
