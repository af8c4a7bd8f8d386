//! Why the program ends before its work is done, and with which number.

use std::fmt::Display;
use std::io;

use serde_json::{Value, json};

use carrel_core::kernel::Error;

use crate::say::complain;

const REFUSED: u8 = 1;
/// Called wrongly, or the library cannot be opened.
pub(crate) const WRONG_USAGE: u8 = 2;

/// An end.
#[derive(Debug)]
pub(crate) struct Stop {
    code: u8,
    words: Words,
}

#[derive(Debug)]
enum Words {
    /// All has been said already.
    None,
    Sentence(String),
    /// `{ code, message, details }`, as the window gets it.
    Failure(Value),
}

impl Stop {
    /// Called wrongly.
    pub(crate) fn usage(sentence: impl Into<String>) -> Self {
        Self {
            code: WRONG_USAGE,
            words: Words::Sentence(sentence.into()),
        }
    }

    /// A file that cannot be used as it should.
    pub(crate) fn cannot(what: impl Display, why: impl Display) -> Self {
        Self::usage(format!("cannot {what}: {why}"))
    }

    /// A file that was to be looked into and cannot be read.
    pub(crate) fn unreadable(file: impl Display, why: impl Display) -> Self {
        Self {
            code: REFUSED,
            words: Words::Sentence(format!("cannot read {file}: {why}")),
        }
    }

    /// Faults that have been listed.
    pub(crate) fn with_faults() -> Self {
        Self {
            code: REFUSED,
            words: Words::None,
        }
    }

    /// A command that was not carried out, told as data.
    pub(crate) fn failed(failure: Value) -> Self {
        Self {
            code: REFUSED,
            words: Words::Failure(failure),
        }
    }

    /// The same end, told as a sentence.
    pub(crate) fn in_words(self) -> Self {
        let words = match self.words {
            Words::Failure(failure) => {
                Words::Sentence(failure["message"].as_str().unwrap_or_default().to_owned())
            }
            words @ (Words::None | Words::Sentence(_)) => words,
        };
        Self { words, ..self }
    }

    /// Says why.
    pub(crate) fn tell(&self) {
        match &self.words {
            Words::None => {}
            Words::Sentence(sentence) => complain(&format!("carrel-cli: {sentence}")),
            Words::Failure(failure) => complain(&failure.to_string()),
        }
    }

    /// A command that was not carried out, as data.
    pub(crate) fn failure(&self) -> Value {
        match &self.words {
            Words::None => Value::Null,
            Words::Sentence(sentence) => json!({ "message": sentence }),
            Words::Failure(failure) => failure.clone(),
        }
    }

    pub(crate) fn code(&self) -> u8 {
        self.code
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::failed(json!(error.failure()))
    }
}

/// What cannot be said to the end is a fault, unless nobody listens any more; see `say`.
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::cannot("write the answer", error)
    }
}
