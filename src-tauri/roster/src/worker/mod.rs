//! The solver in a process of its own, so that it can be ended at any moment, even inside a library that does not listen.
//! A program calls [`run`] with its standard input and output when it is started for this; another, or the same one once
//! more, starts it as a [`Process`].

mod problem;
mod process;
mod run;

use serde::{Deserialize, Serialize};

pub use problem::Problem;
pub use process::{Process, Said};
pub use run::{run, within};

/// What is asked of a worker, as JSON. A line before it says which kind of problem it is, [`Problem::NAME`]; a line `cancel`
/// after it, or the end of the input, ends the work early.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub struct Request<P: Problem> {
    /// What is to be filled.
    pub problem: P,
    /// A plan to begin from. Nothing begins from nothing.
    pub start: P::Start,
    /// How long it may take.
    pub seconds: f64,
    /// Where chance begins.
    pub seed: u64,
    /// On how many cores.
    pub threads: usize,
}

/// What a worker has found: a line that it writes, as JSON, for each better plan and each better bound.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report<I> {
    /// How many seconds after the request.
    pub seconds: f64,
    /// The best plan so far.
    pub incumbent: I,
    /// Whether the work is over.
    pub is_last: bool,
}
