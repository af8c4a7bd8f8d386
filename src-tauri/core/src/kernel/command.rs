//! What a domain offers to the outside: name, kind, permission, topics and function of each verb. It runs none.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use super::act::Act;
use super::contract::Contract;
use super::error::Result;
use super::permission::Permission;
use super::task::Errand;
use super::topic::Topic;

/// How a command is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// In a read transaction.
    Read,
    /// In a write transaction with one audit row.
    Write,
    /// On a thread of its own, with progress and cancel, opening short transactions.
    Task,
    /// By the front door itself: who sits at the desk, and what runs.
    Door,
}

/// A verb with its input and output hidden behind JSON.
pub type Verb = fn(&Act<'_>, Value) -> Result<Value>;

/// Long work with its input and output hidden behind JSON.
pub type Job = fn(&Errand<'_>, Value) -> Result<Value>;

/// How a command is carried out.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// By a verb.
    Verb(Verb),
    /// By long work.
    Job(Job),
    /// By the front door.
    Door,
}

/// One line of a domain's registry.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// `domain.verb`.
    pub name: &'static str,
    /// How it runs.
    pub kind: Kind,
    /// What it asks of the caller.
    pub permission: Permission,
    /// What a read shows, or a write changes.
    pub topics: &'static [Topic],
    /// The function.
    pub run: Run,
    /// Writes its input and output types into the contract.
    pub describe: fn(&mut Contract, &'static str),
}

/// Carries JSON into a verb and its answer out.
pub fn answer<I: DeserializeOwned, O: Serialize>(
    act: &Act<'_>,
    input: Value,
    verb: fn(&Act<'_>, I) -> Result<O>,
) -> Result<Value> {
    Ok(serde_json::to_value(verb(
        act,
        serde_json::from_value(input)?,
    )?)?)
}

/// Carries JSON into long work and its answer out.
pub fn answer_job<I: DeserializeOwned, O: Serialize>(
    errand: &Errand<'_>,
    input: Value,
    job: fn(&Errand<'_>, I) -> Result<O>,
) -> Result<Value> {
    Ok(serde_json::to_value(job(
        errand,
        serde_json::from_value(input)?,
    )?)?)
}

/// The types of a verb, taken from its signature.
pub fn describe<I: TS + 'static, O: TS + 'static>(
    contract: &mut Contract,
    name: &'static str,
    _: fn(&Act<'_>, I) -> Result<O>,
) {
    contract.command::<I, O>(name, Kind::Read);
}

/// The types of long work, taken from its signature.
pub fn describe_job<I: TS + 'static, O: TS + 'static>(
    contract: &mut Contract,
    name: &'static str,
    _: fn(&Errand<'_>, I) -> Result<O>,
) {
    contract.command::<I, O>(name, Kind::Task);
}

/// The types of a command that the front door carries out.
pub fn describe_door<I: TS + 'static, O: TS + 'static>(
    contract: &mut Contract,
    name: &'static str,
) {
    contract.command::<I, O>(name, Kind::Door);
}

/// `command!(Write "patrons.register", EditPatrons, [Patrons], register)`: one line of a registry.
macro_rules! command {
    (Task $name:literal, $permission:ident, [$($topic:ident),*], $job:path) => {
        $crate::kernel::command::Command {
            name: $name,
            kind: $crate::kernel::command::Kind::Task,
            permission: $crate::kernel::permission::Permission::$permission,
            topics: &[$($crate::kernel::topic::Topic::$topic),*],
            run: $crate::kernel::command::Run::Job(|errand, input| {
                $crate::kernel::command::answer_job(errand, input, $job)
            }),
            describe: |contract, name| $crate::kernel::command::describe_job(contract, name, $job),
        }
    };
    (Door $name:literal, $permission:ident, [$($topic:ident),*], $input:ty => $output:ty) => {
        $crate::kernel::command::Command {
            name: $name,
            kind: $crate::kernel::command::Kind::Door,
            permission: $crate::kernel::permission::Permission::$permission,
            topics: &[$($crate::kernel::topic::Topic::$topic),*],
            run: $crate::kernel::command::Run::Door,
            describe: $crate::kernel::command::describe_door::<$input, $output>,
        }
    };
    ($kind:ident $name:literal, $permission:ident, [$($topic:ident),*], $verb:path) => {
        $crate::kernel::command::Command {
            name: $name,
            kind: $crate::kernel::command::Kind::$kind,
            permission: $crate::kernel::permission::Permission::$permission,
            topics: &[$($crate::kernel::topic::Topic::$topic),*],
            run: $crate::kernel::command::Run::Verb(|act, input| {
                $crate::kernel::command::answer(act, input, $verb)
            }),
            describe: |contract, name| $crate::kernel::command::describe(contract, name, $verb),
        }
    };
}

pub(crate) use command;
