//! The way in: opens a library, signs somebody in, calls, waits for long work. Secrets come from the environment only.

use std::env;
use std::env::VarError;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use carrel_core::front::{Core, SessionId, Surroundings, refuse_unfit};
use carrel_core::kernel::topic::Topic;
use carrel_core::kernel::{At, Error};

use crate::say::complain;
use crate::stop::Stop;

/// Where the passphrase or PIN stands: an argument would be seen in the list of processes.
pub(crate) const PASSPHRASE: &str = "CARREL_PASSPHRASE";

/// A library, and a place in it.
pub(crate) struct Door {
    core: Core,
    session: SessionId,
}

/// What a command answered.
pub(crate) struct Answered {
    pub(crate) output: Value,
    pub(crate) changes: Value,
}

impl Door {
    /// Opens a library that is there.
    pub(crate) fn open(library: &Path) -> Result<Self, Stop> {
        if !library.is_file() {
            let why = if library.exists() {
                "it is no file"
            } else {
                "there is no such file"
            };
            return Err(Stop::cannot(format!("open {}", library.display()), why));
        }
        Self::open_or_create(library)
    }

    /// Opens a library, a new one where there is no file.
    pub(crate) fn open_or_create(library: &Path) -> Result<Self, Stop> {
        Self::try_open(library)
            .map_err(|error| Stop::cannot(format!("open {}", library.display()), error))
    }

    /// The same, with the core's own error.
    pub(crate) fn try_open(library: &Path) -> Result<Self, Error> {
        let exports = library.parent().unwrap_or(Path::new("")).join("exports");
        let no_screen = |_: &Path| {
            Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "there is no window",
            ))
        };
        refuse_unfit(library, Path::new("a folder on this PC's own disk"))?;
        let core = Core::open(library, Surroundings::of_a_desk(exports, no_screen))?;
        if let Ok(program) = env::current_exe() {
            core.set_worker(program);
        }
        Ok(Self::at(core))
    }

    /// A place in a library that is open.
    pub(crate) fn at(core: Core) -> Self {
        let session = core.open_session();
        Self { core, session }
    }

    /// The place of somebody who sits in a library that is open.
    pub(crate) fn sitting(core: Core, session: SessionId) -> Self {
        Self { core, session }
    }

    /// The time on the library's clock.
    pub(crate) fn now(&self) -> At {
        self.core.clock().now()
    }

    /// Signs in by the name of an account.
    pub(crate) fn sign_in(&self, name: &str) -> Result<(), Stop> {
        let secret = passphrase()?;
        let session = self.call("accounts.session", json!({}))?.output;
        let people = session["people"].as_array().into_iter().flatten();
        let card = people.into_iter().find(|card| card["name"] == name);
        let card = card.ok_or_else(|| Error::not_found("account", name))?;
        self.call(
            "accounts.sign_in",
            json!({ "account": card["id"], "secret": secret }),
        )?;
        Ok(())
    }

    /// Carries out a command. Long work is waited for, and says on the standard error output how far it is.
    pub(crate) fn call(&self, command: &str, input: Value) -> Result<Answered, Stop> {
        let answer = self.core.call(self.session, command, input)?;
        match started(command, &answer.output) {
            Some(task) => self.wait(&task),
            None => Ok(Answered {
                output: answer.output,
                changes: topics(&answer.changes),
            }),
        }
    }

    fn wait(&self, task: &Value) -> Result<Answered, Stop> {
        let (mut seen, mut said) = (json!(0), String::new());
        loop {
            let next = json!({ "task": task, "seen": seen });
            let mut state = self.core.call(self.session, "tasks.next", next)?.output;
            match state["state"].as_str().unwrap_or_default() {
                "running" => tell(&state, &mut said),
                "finished" => {
                    return Ok(Answered {
                        output: state["output"].take(),
                        changes: state["changes"].take(),
                    });
                }
                "failed" => return Err(Stop::failed(state["error"].take())),
                _ => return Err(Error::Cancelled.into()),
            }
            seen = state["revision"].take();
        }
    }
}

/// The secret of whoever signs in.
pub(crate) fn passphrase() -> Result<String, Stop> {
    match env::var(PASSPHRASE) {
        Ok(secret) => Ok(secret),
        Err(VarError::NotPresent) => Err(Stop::usage(format!(
            "set {PASSPHRASE} to the PIN or passphrase"
        ))),
        Err(VarError::NotUnicode(_)) => Err(Stop::usage(format!("{PASSPHRASE} is not UTF-8"))),
    }
}

/// The number of the task that a command started, if it is one that starts a task.
fn started(command: &str, output: &Value) -> Option<Value> {
    use carrel_core::kernel::command::Kind;
    let is_task =
        carrel_core::front::command(command).is_ok_and(|command| command.kind == Kind::Task);
    is_task.then(|| output["task"].clone())
}

fn topics(topics: &[Topic]) -> Value {
    json!(topics)
}

fn tell(state: &Value, said: &mut String) {
    let (done, note) = (&state["done"], state["note"].as_str().unwrap_or_default());
    let line = match state["total"].as_u64() {
        // Work that tells what it has found says so a line each, whatever the time.
        _ if !state["news"].is_null() => state["news"].to_string(),
        _ if note.is_empty() => String::new(),
        Some(total) if total > 0 => format!("{note}: {done} of {total}"),
        _ => note.to_owned(),
    };
    if !line.is_empty() && line != *said {
        complain(&line);
        *said = line;
    }
}
