//! What can go wrong in a scenario. What the window showed at that moment is saved beside it.

use std::io;
use std::path::Path;

use fantoccini::error::{CmdError, NewSessionError};

/// What every step of a scenario answers.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Why a scenario did not come to its end.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "each variant's sentence says it")]
pub enum Trouble {
    #[error("{0}")]
    NotSo(String),
    #[error("waited {seconds} s for {what}; the screen said:\n{screen}")]
    NotSeen {
        what: String,
        seconds: u64,
        screen: String,
    },
    #[error("the window could not be opened: {0}")]
    NotOpened(#[from] NewSessionError),
    #[error("the driver: {}", of_driver(.0))]
    Driver(#[from] CmdError),
    #[error("{doing}: {source}")]
    File { doing: String, source: io::Error },
    #[error("`{line}` failed:\n{said}")]
    Program { line: String, said: String },
    #[error("the scenario took longer than {0} s")]
    TooLong(u64),
}

impl Trouble {
    /// A fact that is not as it should be.
    pub fn not_so(what: impl Into<String>) -> Self {
        Self::NotSo(what.into())
    }

    /// For `map_err`: what was being done to which file.
    pub fn file(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let doing = format!("{doing} {}", path.display());
        |source| Self::File { doing, source }
    }
}

/// Some of the driver's errors have a code and no words.
fn of_driver(error: &CmdError) -> String {
    if let CmdError::Standard(said) = error {
        format!("{}: {}", said.error, said.message)
    } else {
        error.to_string()
    }
}

/// Demands a fact; the sentence says what is not so.
pub fn demand(fact: bool, otherwise: impl FnOnce() -> String) -> Outcome {
    if fact {
        Ok(())
    } else {
        Err(Trouble::NotSo(otherwise()))
    }
}
