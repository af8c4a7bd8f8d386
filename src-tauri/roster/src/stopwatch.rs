//! How long something has taken. A solver may work so long and no longer; nothing else is decided by it, and nobody learns
//! what time it is.

use std::time::{Duration, Instant};

/// Runs from the moment at which it is made.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it has run.
    pub fn gone(&self) -> Duration {
        self.0.elapsed()
    }
}
