//! Tidy rules: what the house style promises, as ordinary tests over the sources. They mend nothing and know no behaviour.
//!
//! Each rule is a pure function from sources to [`offence::Offence`]s, a sentence that runs it over the project, and
//! a proof that it can fail. A rule's `EXCEPTIONS` name files; the lists may only shrink, and an exception that is no
//! longer needed fails as well.

mod clock;
mod facts;
mod links;
mod names;
mod offence;
mod ranks;
mod shape;
mod silence;
mod source;
mod sql;
mod steps;
mod tokens;
mod ui;
