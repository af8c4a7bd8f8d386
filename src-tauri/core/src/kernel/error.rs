//! All that can go wrong, with a small closed set of codes; rules that say no are `Refusal`s and live beside their verb.

use std::fmt::Display;

use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

use super::permission::Permission;

/// What every verb answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the window branches on; add one only when a screen must behave differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Nobody is signed in.
    NotSignedIn,
    /// The desk is locked.
    Locked,
    /// Wrong PIN or passphrase.
    WrongSecret,
    /// Too many wrong tries; wait.
    Wait,
    /// The person lacks a permission.
    NotAllowed,
    /// No such row.
    NotFound,
    /// A field cannot be as it was given.
    Invalid,
    /// A rule says no; the details hold every reason.
    Refused,
    /// No command has that name.
    UnknownCommand,
    /// The work was stopped by its user.
    Cancelled,
    /// The file was written by a newer Carrel.
    NewerFile,
    /// The file is no library, or a damaged one.
    Damaged,
    /// Another Carrel works with the file.
    InUse,
    /// The library lies where it would come to harm.
    WrongPlace,
    /// The disk is full.
    NoRoom,
    /// A fault of Carrel's own, or of the disk.
    Internal,
}

/// A rule that says no, as data: its facts go to the screen, its sentence to the command line.
pub trait Refusal: Serialize + Display {
    /// The permission with which somebody may go ahead all the same, with a reason.
    fn may_override(&self) -> Option<Permission>;
}

/// One reason of a refusal, ready to travel.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Reason {
    /// `{ kind, …facts }` as the verb's own refusal type writes it.
    #[ts(type = "{ kind: string } & Record<string, unknown>")]
    pub refusal: Value,
    /// The reason in plain English.
    pub message: String,
    /// Who may override it; nobody when absent.
    pub may_override: Option<Permission>,
}

impl Reason {
    /// Takes the facts and the sentence of a refusal.
    pub fn of(refusal: &impl Refusal) -> Self {
        Self {
            refusal: serde_json::to_value(refusal).expect("a refusal is plain data"),
            message: refusal.to_string(),
            may_override: refusal.may_override(),
        }
    }
}

/// An error on its way out of the core.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Failure {
    /// What to branch on.
    pub code: Code,
    /// A sentence for people: lower case, no full stop, names the thing.
    pub message: String,
    /// The facts that belong to the code.
    #[ts(type = "any")]
    pub details: Value,
}

/// Why a command was not carried out; it changed nothing.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum Error {
    #[error("nobody is signed in")]
    NotSignedIn,
    #[error("the desk is locked")]
    Locked,
    #[error("that is not the right PIN or passphrase")]
    WrongSecret { seconds: i64 },
    #[error("wait {seconds} seconds before the next try")]
    Wait { seconds: i64 },
    #[error("this needs the permission to {}", json!(permission).as_str().unwrap_or_default().replace('_', " "))]
    NotAllowed { permission: Permission },
    #[error("{what} {id} does not exist")]
    NotFound { what: &'static str, id: String },
    #[error("{field} {problem}")]
    Invalid {
        field: &'static str,
        problem: String,
    },
    #[error("{}", sentences(.0))]
    Refused(Vec<Reason>),
    #[error("there is no command {0}")]
    UnknownCommand(String),
    #[error("the work was cancelled, nothing was changed")]
    Cancelled,
    #[error("the library was written by a newer Carrel (step {0}); update Carrel on this PC")]
    NewerFile(String),
    #[error("{0}")]
    Damaged(String),
    #[error("another Carrel works with {0}; close it first")]
    InUse(String),
    #[error("there is no room in {place}: {} are needed, {} are free", in_bytes(*.needed), in_bytes(*.free))]
    NoRoom {
        place: String,
        needed: u64,
        free: u64,
    },
    #[error("{what}: {why}")]
    File { what: String, why: std::io::Error },
    #[error("{file} {reason}; {instead} is a safe place")]
    WrongPlace {
        file: String,
        reason: String,
        instead: String,
    },
    #[error("a fault in Carrel: {0}")]
    Internal(String),
    #[error("input: {0}")]
    Input(#[from] serde_json::Error),
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// Bytes as people say them, rounded up: what is needed must be enough.
fn in_bytes(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

fn sentences(reasons: &[Reason]) -> String {
    reasons
        .iter()
        .map(|reason| reason.message.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

impl Error {
    /// A field that cannot be as it was given; `problem` continues the field's name.
    pub fn invalid(field: &'static str, problem: impl Into<String>) -> Self {
        Self::Invalid {
            field,
            problem: problem.into(),
        }
    }

    /// A row that is not there.
    pub fn not_found(what: &'static str, id: impl Display) -> Self {
        Self::NotFound {
            what,
            id: id.to_string(),
        }
    }

    /// All the reasons of a refusal at once.
    pub fn refused<R: Refusal>(refusals: &[R]) -> Self {
        Self::Refused(refusals.iter().map(Reason::of).collect())
    }

    /// Whether SQLite says that the file itself is damaged.
    pub fn from_sqlite_damage(error: &rusqlite::Error) -> bool {
        code_of_sqlite(error) == Code::Damaged
    }

    /// What the window branches on.
    pub fn code(&self) -> Code {
        match self {
            Self::NotSignedIn => Code::NotSignedIn,
            Self::Locked => Code::Locked,
            Self::WrongSecret { .. } => Code::WrongSecret,
            Self::Wait { .. } => Code::Wait,
            Self::NotAllowed { .. } => Code::NotAllowed,
            Self::NotFound { .. } => Code::NotFound,
            Self::Invalid { .. } | Self::Input(_) => Code::Invalid,
            Self::Refused(_) => Code::Refused,
            Self::UnknownCommand(_) => Code::UnknownCommand,
            Self::Cancelled => Code::Cancelled,
            Self::NewerFile(_) => Code::NewerFile,
            Self::Damaged(_) => Code::Damaged,
            Self::InUse(_) => Code::InUse,
            Self::WrongPlace { .. } => Code::WrongPlace,
            Self::NoRoom { .. } => Code::NoRoom,
            Self::File { why, .. } if why.kind() == std::io::ErrorKind::StorageFull => Code::NoRoom,
            Self::Sqlite(error) => code_of_sqlite(error),
            Self::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Code::NoRoom,
            Self::Internal(_) | Self::Io(_) | Self::File { .. } => Code::Internal,
        }
    }

    /// The error as it travels.
    pub fn failure(&self) -> Failure {
        let details = match self {
            Self::WrongSecret { seconds } | Self::Wait { seconds } => json!({ "seconds": seconds }),
            Self::NotAllowed { permission } => json!({ "permission": permission }),
            Self::NotFound { what, id } => json!({ "what": what, "id": id }),
            Self::Invalid { field, problem } => json!({ "field": field, "problem": problem }),
            Self::Input(error) => json!({ "field": "input", "problem": error.to_string() }),
            Self::Refused(reasons) => json!({ "reasons": reasons }),
            Self::NoRoom {
                place,
                needed,
                free,
            } => json!({ "place": place, "needed": needed, "free": free }),
            Self::NotSignedIn
            | Self::Locked
            | Self::UnknownCommand(_)
            | Self::Cancelled
            | Self::NewerFile(_)
            | Self::Damaged(_)
            | Self::InUse(_)
            | Self::WrongPlace { .. }
            | Self::Internal(_)
            | Self::Sqlite(_)
            | Self::File { .. }
            | Self::Io(_) => json!({}),
        };
        Failure {
            code: self.code(),
            message: self.to_string(),
            details,
        }
    }
}

fn code_of_sqlite(error: &rusqlite::Error) -> Code {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => Code::NoRoom,
        Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
            Code::Damaged
        }
        _ => Code::Internal,
    }
}

/// Turns "no such row" into an error that names the thing.
pub trait OrNotFound<T> {
    /// The row, or `NotFound` naming what was looked for.
    fn or_not_found(self, what: &'static str, id: impl Display) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, what: &'static str, id: impl Display) -> Result<T> {
        self.ok_or_else(|| Error::not_found(what, id))
    }
}
