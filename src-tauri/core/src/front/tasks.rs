//! Long work on threads of its own: started, watched, cancelled. What the work is stands in its domain.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use ts_rs::TS;

use super::core::Core;
use super::session::{Presence, SessionId};
use super::sign_in::Door;
use crate::backup;
use crate::kernel::command::{Command, Job, command};
use crate::kernel::id::AccountId;
use crate::kernel::task::{Errand, Progress, TaskStage, TaskState};
use crate::kernel::{Actor, OrNotFound, Result};

/// How long `tasks.next` waits for news before it answers all the same.
const PATIENCE: Duration = Duration::from_secs(1);

/// The commands about tasks.
pub(super) const COMMANDS: &[Command] = &[
    command!(Door "tasks.cancel", SignedIn, [], CancelTask => TaskState),
    command!(Door "tasks.next", SignedIn, [], NextState => TaskState),
];

pub(super) const DOOR: &[(&str, Door)] = &[
    ("tasks.cancel", |core, session, input| {
        cancel(core, session, &serde_json::from_value(input)?)
    }),
    ("tasks.next", |core, session, input| {
        next(core, session, &serde_json::from_value(input)?)
    }),
];

/// Whether calling the command shows that somebody is there: following a task does not.
pub(super) fn presence(command: &Command) -> Presence {
    match command.name {
        "tasks.next" => Presence::Watching,
        _ => Presence::Here,
    }
}

/// What a task command answers at once.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Started {
    /// The task's number.
    pub task: u32,
}

/// Asks for a task's state as soon as it is newer than what was seen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NextState {
    /// The task.
    pub task: u32,
    /// The revision already seen, 0 for none.
    pub seen: u32,
}

/// Stops a task.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelTask {
    /// The task.
    pub task: u32,
}

struct Running {
    session: SessionId,
    account: Option<AccountId>,
    state: watch::Receiver<TaskState>,
    cancelled: Arc<AtomicBool>,
}

/// The tasks of this run.
pub(super) struct Tasks {
    runtime: Option<Runtime>,
    last: AtomicU32,
    running: Mutex<HashMap<u32, Running>>,
}

impl Tasks {
    pub(super) fn new() -> Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_time()
            .thread_name("task")
            .build()?;
        Ok(Self {
            runtime: Some(runtime),
            last: AtomicU32::new(0),
            running: Mutex::default(),
        })
    }

    /// Stops what was started at a session, because whoever started it leaves.
    pub(super) fn cancel_all(&self, session: SessionId) {
        let running = self.running();
        for task in running.values().filter(|task| task.session == session) {
            task.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Whether anything is at work.
    pub(super) fn is_busy(&self) -> bool {
        let running = self.running();
        let is_running = |task: &Running| task.state.borrow().state == TaskStage::Running;
        running.values().any(is_running)
    }

    fn runtime(&self) -> &Runtime {
        self.runtime
            .as_ref()
            .expect("the runtime goes only when the tasks do")
    }

    fn running(&self) -> MutexGuard<'_, HashMap<u32, Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tasks {
    fn drop(&mut self) {
        // The last to let go of the library may be a task: waiting for all tasks would wait for itself.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Starts the work and answers its number.
pub(super) fn start(
    core: &Core,
    session: SessionId,
    command: &'static Command,
    job: Job,
    actor: Actor,
    input: Value,
) -> Result<Value> {
    let tasks = &core.house().tasks;
    let task = tasks.last.fetch_add(1, Ordering::Relaxed) + 1;
    let (progress, state, cancelled) = Progress::new(task);
    let account = actor.account;
    let running = Running {
        session,
        account,
        state,
        cancelled,
    };
    tasks.running().insert(task, running);
    let core = core.clone();
    let runtime = tasks.runtime().handle().clone();
    runtime.spawn_blocking(move || {
        let house = core.house();
        let errand = Errand::new(
            &house.ledger,
            &house.exports,
            house.viewer,
            &progress,
            actor,
            command.name,
            backup::before_risky_work,
        )
        .with_worker(house.worker.get().map(PathBuf::as_path));
        let result = Errand::guarded(|| job(&errand, input));
        // Whoever waits for the end may close the library then: nothing here may still hold it.
        drop(core);
        progress.finish(result, command.topics);
    });
    Ok(serde_json::to_value(Started { task })?)
}

/// The state once it is newer than what was seen. The end of a task is told once: then the task is forgotten.
fn next(core: &Core, session: SessionId, input: &NextState) -> Result<Value> {
    let tasks = &core.house().tasks;
    let mut reader = of_session(core, session, input.task)?;
    let seen = input.seen;
    let newer = async { reader.wait_for(|state| state.revision > seen).await.is_ok() };
    let runtime = tasks.runtime();
    // Nothing new within the time is an answer too: the state as it is.
    let _ = runtime.block_on(async { tokio::time::timeout(PATIENCE, newer).await });
    let state = reader.borrow().clone();
    if state.state != TaskStage::Running {
        tasks.running().remove(&input.task);
    }
    Ok(serde_json::to_value(state)?)
}

fn cancel(core: &Core, session: SessionId, input: &CancelTask) -> Result<Value> {
    let state = of_session(core, session, input.task)?;
    if let Some(task) = core.house().tasks.running().get(&input.task) {
        task.cancelled.store(true, Ordering::Relaxed);
    }
    let state = state.borrow().clone();
    Ok(serde_json::to_value(state)?)
}

/// The task, if whoever sits there now started it there.
fn of_session(core: &Core, session: SessionId, task: u32) -> Result<watch::Receiver<TaskState>> {
    let account = core.house().sessions.account(session);
    let running = core.house().tasks.running();
    let found = running
        .get(&task)
        .filter(|running| running.session == session && running.account == account);
    found
        .map(|running| running.state.clone())
        .or_not_found("task", task)
}
