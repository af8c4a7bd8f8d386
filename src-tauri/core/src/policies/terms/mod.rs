//! When classes meet: the terms of the year and the breaks within them. What people work then is `schedule`'s.
//!
//! *Term*: a stretch of days in which classes meet. *Break*: days on which no class meets although a term runs.

mod edit;
mod store;
mod term;

pub use edit::{AddTerm, DropBreak, EditTerm, RemoveTerm};
pub use term::{ShowTerms, Term, TermBreak, TermDetails, Terms, terms};

pub(super) use edit::{add_term, drop_break, edit_term, remove_term, set_break};
pub(super) use term::show_terms;
