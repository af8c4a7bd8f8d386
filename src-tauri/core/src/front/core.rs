//! `Core` and the one path of a command. What a command means is its verb's.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use serde::Serialize;
use serde_json::Value;

use super::open::Viewer;
use super::recovery::{self, Drawn};
use super::session::{Presence, SessionId, Sessions};
use super::tasks::{self, Tasks};
use super::{
    backups, by_pin, clock_while_locked, registry, set_up, sign_in, whereabouts, while_locked,
};
use crate::kernel::command::{Command, Kind, Run};
use crate::kernel::error::Code;
use crate::kernel::ledger::Ledger;
use crate::kernel::lock::FileLock;
use crate::kernel::topic::Topic;
use crate::kernel::{Actor, At, Clock, Day, Error, Permission, Result, Role};
use crate::{accounts, policies};

/// What a command answers: its output, and what screens must read anew.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The verb's output.
    pub output: Value,
    /// What the command changed; empty for reads.
    pub changes: Vec<Topic>,
}

/// An open library.
#[derive(Clone)]
pub struct Core(Arc<House>);

/// What an open library consists of. Fields are dropped in this order: the lock goes last.
pub(super) struct House {
    pub(super) tasks: Tasks,
    pub(super) ledger: Ledger,
    pub(super) sessions: Sessions,
    pub(super) library: RwLock<policies::Library>,
    /// Held while a secret is compared.
    pub(super) gate: Mutex<()>,
    /// The recovery code that is being shown.
    pub(super) drawn: Mutex<Option<Drawn>>,
    pub(super) kept_on: Mutex<Option<Day>>,
    /// Set when a backup is to take the library's place at the next opening; nothing is done here any more.
    pub(super) replaced: AtomicBool,
    /// When a backup was last tried by itself.
    pub(super) backed_up: Mutex<Option<At>>,
    pub(super) exports: PathBuf,
    pub(super) viewer: Viewer,
    /// The program that does heavy work in a process of its own; none where this one does it.
    pub(super) worker: OnceLock<PathBuf>,
    pub(super) _lock: FileLock,
}

impl Core {
    pub(super) fn new(house: House) -> Self {
        Self(Arc::new(house))
    }

    pub(super) fn house(&self) -> &House {
        &self.0
    }

    /// A new place at which somebody may sit.
    pub fn open_session(&self) -> SessionId {
        self.0.sessions.open()
    }

    /// Names the program that does heavy work in a process of its own; the first to be named stays.
    pub fn set_worker(&self, program: PathBuf) {
        // A second name changes nothing.
        let _ = self.0.worker.set(program);
    }

    /// The clock by which this library is dated.
    pub fn clock(&self) -> &Clock {
        self.0.ledger.clock()
    }

    /// The library as it is set now.
    pub fn library(&self) -> policies::Library {
        self.0
            .library
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Carries out a command for whoever sits at the session. What fails changes nothing.
    pub fn call(&self, session: SessionId, name: &str, input: Value) -> Result<Answer> {
        let command = registry::command(name)?;
        if self.is_to_be_reopened() {
            return Err(Error::NotSignedIn);
        }
        self.keep_house_daily();
        let answer = self.dispatch(session, command, input);
        if let Err(error) = &answer {
            self.note_denial(session, command, error)?;
        }
        answer
    }

    /// The one path: who, may they, then the verb in its transaction or the task on its thread.
    fn dispatch(
        &self,
        session: SessionId,
        command: &'static Command,
        input: Value,
    ) -> Result<Answer> {
        let anyone = command.permission == Permission::Anyone;
        let actor = (!anyone)
            .then(|| self.admit(session, command.permission, tasks::presence(command)))
            .transpose()?;
        let output = match (command.run, command.kind, actor) {
            (Run::Verb(verb), Kind::Read, Some(actor)) => {
                self.0.ledger.read(actor, move |act| verb(act, input))?
            }
            (Run::Verb(verb), Kind::Write, Some(actor)) => {
                let (input, beside) = sign_in::who_stands_beside(self, input)?;
                let (input, shown) = by_pin::who_is_shown(self, input)?;
                self.0.ledger.write(actor, command.name, move |act| {
                    if let Some(supervisor) = beside {
                        act.stands_beside(supervisor);
                    }
                    if let Some(shown) = shown {
                        act.was_shown(shown);
                    }
                    verb(act, input)
                })?
            }
            (Run::Job(job), Kind::Task, Some(actor)) => {
                tasks::start(self, session, command, job, actor, input)?
            }
            (Run::Door, Kind::Door, _) => self.at_the_door(session, command.name, input)?,
            _ => {
                return Err(Error::Internal(format!(
                    "{} is not registered as it runs",
                    command.name
                )));
            }
        };
        let changes = if matches!(command.kind, Kind::Write | Kind::Door) {
            command.topics
        } else {
            &[]
        };
        self.follow(changes)?;
        Ok(Answer {
            output,
            changes: changes.to_vec(),
        })
    }

    fn at_the_door(&self, session: SessionId, name: &str, input: Value) -> Result<Value> {
        let door = sign_in::DOOR
            .iter()
            .chain(tasks::DOOR)
            .chain(clock_while_locked::DOOR)
            .chain(while_locked::DOOR)
            .chain(backups::DOOR)
            .chain(set_up::DOOR)
            .chain(recovery::DOOR)
            .chain(whereabouts::DOOR)
            .find(|(of, _)| *of == name);
        let (_, carry_out) = door.ok_or_else(|| Error::UnknownCommand(name.to_owned()))?;
        carry_out(self, session, input)
    }

    /// Lets in who sits there unlocked with the permission.
    pub(super) fn admit(
        &self,
        session: SessionId,
        permission: Permission,
        presence: Presence,
    ) -> Result<Actor> {
        let (sessions, now) = (&self.0.sessions, self.clock().now());
        sessions.admit(session, permission, presence, now, self.idle_minutes())
    }

    /// Minutes without a key after which the desk locks, by who sits there.
    pub(super) fn idle_minutes(&self) -> impl Fn(Role) -> u32 + use<> {
        let of_the_library = self.library().details.idle_minutes;
        let times = self.0.sessions.lock_times();
        move |role| times.minutes(role).unwrap_or(of_the_library)
    }

    /// Keeps what is held in memory in step with what a command changed.
    pub(super) fn follow(&self, changes: &[Topic]) -> Result<()> {
        if changes.contains(&Topic::Library) || changes.contains(&Topic::Session) {
            let library = self.0.ledger.read(Actor::carrel(), policies::library)?;
            *self
                .0
                .library
                .write()
                .unwrap_or_else(PoisonError::into_inner) = library;
            let times = self.0.ledger.read(Actor::carrel(), accounts::lock_times)?;
            self.0.sessions.set_lock_times(times);
        }
        if changes.contains(&Topic::Accounts) {
            for account in self.0.sessions.seated() {
                let actor = self
                    .0
                    .ledger
                    .read(Actor::carrel(), move |act| accounts::actor(act, account))?;
                self.0.sessions.reseat(account, actor.as_ref());
            }
        }
        Ok(())
    }

    fn note_denial(&self, session: SessionId, command: &Command, error: &Error) -> Result<()> {
        if error.code() != Code::NotAllowed {
            return Ok(());
        }
        let seat = self
            .0
            .sessions
            .seat(session, self.clock().now(), |_| u32::MAX);
        let actor = seat.map_or_else(|| "nobody".to_owned(), |seat| seat.actor.name);
        let command = command.name;
        self.0.ledger.jot(move |tx, now| {
            crate::kernel::audit::record_denial(tx, now, &actor, command, "not_allowed")
        })
    }
}
