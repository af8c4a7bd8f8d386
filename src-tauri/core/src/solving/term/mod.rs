//! A term solved once: the weeks that come again in it are solved as one pattern, which is laid over its days; where a day
//! differs, only that day is solved anew.
//!
//! *Turn*: which week of the pattern a week of the term is; with two turns they are the odd and the even weeks. *Sample*:
//! the weeks of the term that stand for all others of their turns, with what holds usually: classes and wishes of most of
//! the term, nobody's leave, no break. *Exception*: a shift of the pattern that is not laid on one of its days, and why.
//!
//! What is proposed is kept like any proposal, by `solving.keep`, and taken back whole.

mod ask;
mod lay;
mod mend;
mod proposal;
mod scope;
mod start;
mod turns;
mod usual;

pub use ask::AskTerm;
pub use proposal::{TermException, TermProposal, TermWhy};
pub use start::start_term;
