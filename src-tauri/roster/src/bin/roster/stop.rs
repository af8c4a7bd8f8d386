//! Why a call ends early.

use std::fmt::{self, Display, Formatter};
use std::io;

use carrel_roster::rota;
use carrel_roster::week::Unreadable;

pub(crate) enum Stop {
    /// It was called wrongly.
    Usage(&'static str),
    /// An option has no value, or one that means nothing.
    Option(String),
    /// A file cannot be read or written.
    File(String, io::Error),
    /// A file holds something else.
    Text(String, Unreadable),
    /// A file is no rota, or no plan of one.
    Rota(String, rota::Unreadable),
    /// The solver cannot take it, or nobody listens.
    Io(io::Error),
    /// A plan breaks so many rules.
    Broken(usize),
}

impl Stop {
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Option(_) => 2,
            Self::File(..) | Self::Text(..) | Self::Rota(..) | Self::Io(_) | Self::Broken(_) => 1,
        }
    }
}

impl Display for Stop {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(usage) => write!(f, "{usage}"),
            Self::Option(what) => write!(f, "{what}"),
            Self::File(file, error) => write!(f, "{file}: {error}"),
            Self::Text(file, error) => write!(f, "{file}: {error}"),
            Self::Rota(file, error) => write!(f, "{file}: {error}"),
            Self::Io(error) => write!(f, "{error}"),
            Self::Broken(1) => write!(f, "the plan breaks a rule"),
            Self::Broken(rules) => write!(f, "the plan breaks {rules} rules"),
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
