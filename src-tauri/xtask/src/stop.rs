//! Why an errand stopped, in a sentence. It does not say how to go on unless it knows.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// The one error of every errand: the first thing that went wrong.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A program is not there or cannot be started.
    NotStarted { program: String, source: io::Error },
    /// A program ran and failed; it has said why itself.
    Failed { line: String, status: ExitStatus },
    /// A file or folder cannot be read or written.
    File { path: PathBuf, source: io::Error },
    /// Somebody has to do something first.
    Asking(String),
    /// Any of these, with the heading of the step that it stopped.
    Step { heading: String, source: Box<Stop> },
}

impl Stop {
    pub(crate) fn asking(what: impl Into<String>) -> Self {
        Self::Asking(what.into())
    }

    /// For `map_err`: what happened to which file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { program, source } => {
                write!(f, "`{program}` could not be started: {source}")
            }
            Self::Failed { line, status } => write!(f, "`{line}` failed ({status})"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Asking(what) => write!(f, "{what}"),
            Self::Step { heading, source } => write!(f, "stopped at \"{heading}\": {source}"),
        }
    }
}
