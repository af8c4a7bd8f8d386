//! How long work tells where it is and hears that it must stop; it starts no thread, the front door does.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use serde_json::Value;
use tokio::sync::watch;
use ts_rs::TS;

use super::act::{Act, Actor};
use super::error::{Error, Failure, Result};
use super::lane::words_of;
use super::ledger::Ledger;
use super::lock::beside;
use super::time::At;
use super::topic::Topic;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskStage {
    /// At work.
    Running,
    /// Done; the output is there.
    Finished,
    /// Ended by an error.
    Failed,
    /// Stopped by its user; nothing was kept.
    Cancelled,
}

/// What is known of a task at one moment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskState {
    /// The task's number in this run of Carrel.
    pub task: u32,
    /// Grows with each change.
    pub revision: u32,
    /// Steps done.
    pub done: u32,
    /// Steps in all, where known.
    pub total: Option<u32>,
    /// What is going on, in words.
    pub note: String,
    /// What is known so far of what it will answer, where the work tells it.
    #[ts(type = "unknown")]
    pub news: Option<Value>,
    /// Where it stands.
    pub state: TaskStage,
    /// The answer of a finished task.
    #[ts(type = "unknown")]
    pub output: Option<Value>,
    /// Why it failed.
    pub error: Option<Failure>,
    /// What an ended task may have changed.
    pub changes: Vec<Topic>,
}

/// The task's end of the wire.
#[derive(Debug)]
pub struct Progress {
    state: watch::Sender<TaskState>,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    /// A new task with the end from which its state is read and the flag that stops it.
    pub fn new(task: u32) -> (Self, watch::Receiver<TaskState>, Arc<AtomicBool>) {
        let start = TaskState {
            task,
            revision: 1,
            done: 0,
            total: None,
            note: String::new(),
            news: None,
            state: TaskStage::Running,
            output: None,
            error: None,
            changes: Vec::new(),
        };
        let (state, reader) = watch::channel(start);
        let cancelled = Arc::<AtomicBool>::default();
        (
            Self {
                state,
                cancelled: Arc::clone(&cancelled),
            },
            reader,
            cancelled,
        )
    }

    /// Says where the work is, and stops it with `Cancelled` when its user wants so: call it at every step.
    pub fn step(&self, done: usize, total: usize, note: &str) -> Result<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Error::Cancelled);
        }
        self.change(|state| {
            state.done = u32::try_from(done).unwrap_or(u32::MAX);
            state.total = u32::try_from(total).ok();
            note.clone_into(&mut state.note);
        });
        Ok(())
    }

    /// Tells what is known so far of what the work will answer; what cannot be told is not.
    pub fn tell(&self, news: &impl Serialize) {
        if let Ok(news) = serde_json::to_value(news) {
            self.change(|state| state.news = Some(news));
        }
    }

    /// Ends the task.
    pub fn finish(&self, result: Result<Value>, changes: &[Topic]) {
        self.change(|state| match result {
            Ok(output) => {
                state.state = TaskStage::Finished;
                state.output = Some(output);
                state.changes = changes.to_vec();
            }
            Err(Error::Cancelled) => state.state = TaskStage::Cancelled,
            Err(error) => {
                state.state = TaskStage::Failed;
                state.error = Some(error.failure());
                // Work in batches may have kept some before it failed.
                state.changes = changes.to_vec();
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut TaskState)) {
        self.state.send_modify(|state| {
            change(state);
            state.revision += 1;
        });
    }
}

/// Work after which somebody may want the library back as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// Records come in from a file.
    Import,
    /// Many records are changed at once.
    BulkChange,
}

/// How a backup is made before risky work; none is made where nothing changed since the last one.
pub type BackUp = fn(&Errand<'_>, Risk) -> Result<()>;

/// The folder beside a library for files on their way in.
pub fn staging_of(library: &Path) -> PathBuf {
    beside(library, ".incoming")
}

/// What long work holds: short transactions under its own name, its progress, and the folder for files.
pub struct Errand<'a> {
    /// Where the work tells how far it is.
    pub progress: &'a Progress,
    /// The folder for files that people asked for.
    pub exports: &'a Path,
    /// The program that does heavy work in a process of its own; none where this one does it.
    pub worker: Option<&'a Path>,
    /// How a file is shown to people.
    pub viewer: fn(&Path) -> io::Result<()>,
    ledger: &'a Ledger,
    actor: Actor,
    command: &'static str,
    back_up: BackUp,
}

impl<'a> Errand<'a> {
    /// Work that `actor` asked for by the name of a command.
    pub fn new(
        ledger: &'a Ledger,
        exports: &'a Path,
        viewer: fn(&Path) -> io::Result<()>,
        progress: &'a Progress,
        actor: Actor,
        command: &'static str,
        back_up: BackUp,
    ) -> Self {
        Self {
            progress,
            exports,
            worker: None,
            viewer,
            ledger,
            actor,
            command,
            back_up,
        }
    }

    /// The same work, with a program for what is heavy in it.
    #[must_use]
    pub fn with_worker(self, worker: Option<&'a Path>) -> Self {
        Self { worker, ..self }
    }

    /// Makes a backup before risky work. Where none can be made the work must not begin: pass the error on.
    pub fn back_up_first(&self, risk: Risk) -> Result<()> {
        (self.back_up)(self, risk)
    }

    /// The library's file.
    pub fn library(&self) -> &'a Path {
        self.ledger.path()
    }

    /// The time now, by the library's clock.
    pub fn now(&self) -> At {
        self.ledger.clock().now()
    }

    /// The folder for files on their way in, beside the library: what they hold is as private as the library itself.
    pub fn staging(&self) -> PathBuf {
        staging_of(self.ledger.path())
    }

    /// Runs work so that a panic in it becomes an error of the task and nothing else.
    pub fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
        catch_unwind(AssertUnwindSafe(work))
            .unwrap_or_else(|panic| Err(Error::Internal(words_of(&*panic))))
    }

    /// Reads one consistent state of the library.
    pub fn read<T, F>(&self, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    {
        self.ledger.read(self.actor.clone(), verb)
    }

    /// Writes, with one audit row under the command's name.
    pub fn write<T, F>(&self, verb: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    {
        self.ledger.write(self.actor.clone(), self.command, verb)
    }
}
