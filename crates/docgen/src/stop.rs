//! Ending early: a signal, or with `--fail-fast` the first document that fails.
//!
//! Documents that are being worked on are finished, no other is begun, and what was done is
//! told. A second signal ends the program at once; outputs are whole even then, because each
//! gets its name when it is complete.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use docgen_model::Bilingual;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Whether to begin no further document.
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    stopped: Arc<AtomicBool>,
    signalled: Arc<AtomicBool>,
}

impl Stop {
    /// Listens to SIGINT (Ctrl-C) and SIGTERM.
    pub(crate) fn on_signals() -> Result<Self, Bilingual> {
        let stop = Self { stopped: Arc::default(), signalled: Arc::default() };
        for signal in [SIGINT, SIGTERM] {
            let signalled = || Arc::clone(&stop.signalled);
            // In this order: the first signal finds the flag unset, a second one set.
            flag::register_conditional_shutdown(signal, 128 + signal, signalled())
                .and_then(|_| flag::register(signal, signalled()))
                .map_err(|error| {
                    Bilingual::new(
                        format!("不能接收信号：{error}"),
                        format!("cannot listen to signals: {error}"),
                    )
                })?;
        }
        Ok(stop)
    }

    /// Begins no further document.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether no further document is begun.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.is_signalled()
    }

    /// Whether somebody asked for the end.
    pub(crate) fn is_signalled(&self) -> bool {
        self.signalled.load(Ordering::Relaxed)
    }
}
