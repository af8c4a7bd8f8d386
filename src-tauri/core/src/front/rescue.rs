//! What a library answers that cannot be opened because it is damaged or gone: which backups there are, what they hold,
//! and one of them in its place. Nobody can sign in to a library that is not there, so whoever stands at the machine may
//! do that; the restored library has it on its record.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::core::Answer;
use crate::backup::{self, Look, Restore, Shelf};
use crate::kernel::lock::FileLock;
use crate::kernel::topic::Topic;
use crate::kernel::{Clock, Error, Result};

/// Asks what happened to a library that cannot be opened.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ShowRescue {}

/// What happened, and what there is to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RescueState {
    /// Where the library should be.
    pub library: String,
    /// What happened to it, and where the damaged file was put.
    pub problem: String,
    /// The backups that were found.
    pub shelf: Shelf,
}

/// A library that waits for a backup.
#[derive(Debug)]
pub struct Rescue {
    library: PathBuf,
    clock: Clock,
    problem: String,
    done: AtomicBool,
}

impl Rescue {
    /// The rescue of a library that could not be opened; none where a backup would not help.
    pub fn of(library: &Path, error: &Error, clock: Clock) -> Option<Self> {
        matches!(error, Error::Damaged(_)).then(|| Self {
            library: library.to_owned(),
            clock,
            problem: error.to_string(),
            done: AtomicBool::new(false),
        })
    }

    /// Carries out the few commands that need no library; all others say what happened.
    ///
    /// # Errors
    /// `Damaged` for every other command.
    pub fn call(&self, name: &str, input: Value) -> Result<Answer> {
        let output = match name {
            "backup.rescue" => self.show(&serde_json::from_value(input)?)?,
            "backup.preview" => {
                let look: Look = serde_json::from_value(input)?;
                let preview = backup::preview(None, &backup::path_of(&look.file)?)?;
                serde_json::to_value(preview)?
            }
            "backup.restore" => self.restore(&serde_json::from_value(input)?)?,
            _ => return Err(Error::Damaged(self.problem.clone())),
        };
        Ok(Answer {
            output,
            changes: Vec::<Topic>::new(),
        })
    }

    /// Whether a backup is to take the place: open the library.
    pub fn is_done(&self) -> bool {
        self.done.load(Ordering::SeqCst)
    }

    fn show(&self, _: &ShowRescue) -> Result<Value> {
        Ok(serde_json::to_value(RescueState {
            library: self.library.display().to_string(),
            problem: self.problem.clone(),
            shelf: backup::shelf(&self.library, self.clock.now()),
        })?)
    }

    fn restore(&self, input: &Restore) -> Result<Value> {
        let file = backup::path_of(&input.file)?;
        let _lock = FileLock::take(&self.library)?;
        let restored = backup::make_ready_for_nobody(&self.library, &file, self.clock.now())?;
        self.done.store(true, Ordering::SeqCst);
        Ok(serde_json::to_value(restored)?)
    }
}
