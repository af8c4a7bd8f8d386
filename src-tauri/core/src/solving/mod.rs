//! The shifts that fit best: a library's needs, people and rules go to the solver, and what it proposes comes back as
//! changes that somebody may keep. The solver itself is the crate `carrel-roster`; who works when is `schedule`'s.
//!
//! *Ask*: which days, and what becomes of the shifts that stand. *Raster*: how days, people and desks are numbered for the
//! solver. *Seat*: something to be covered, a desk or a kind of people. *Standing*: how many gaps and missed wishes a plan
//! has, what it costs and what at least any would. *Proposal*: the changes that a solve came to. *Candidate*: somebody who
//! could take a stretch of work, or not, and why. *Call*: what somebody said who was asked to stand in. *Broken*: a shift to
//! come that lies in its person's class. *Mending*: others take what a class broke, and little else moves. A whole term
//! is `term`'s.
//!
//! No proposal breaks a rule that blocks: what the rules allow a person is asked of the rules themselves, and the plan is
//! judged by them again before anything is kept. A proposal is kept nowhere until somebody says so, and then as a draft.

mod ask;
mod bonds;
mod breaks;
mod broken;
mod build;
mod calls;
mod candidates;
mod export;
mod fairness;
mod keep;
mod lost;
mod matter;
mod mend;
mod place_breaks;
mod preview;
mod price;
mod probe;
mod proposal;
mod raster;
mod seats;
mod second;
mod start;
mod store;
mod suggest_needs;
mod tally;
pub mod term;
mod work;
mod worker;

pub use ask::{Ask, Keep};
pub use broken::{BrokenShift, ShowBroken, broken, show_broken};
pub(crate) use build::{EVENING, is_weekend};
pub use calls::{Answered, NoteCall, ShowCalls, SickCall, note_call, show_calls};
pub use candidates::{Candidate, Candidates, FindCandidates, Fitness, find_candidates};
pub use export::{SolverWeek, export};
pub use fairness::{PersonFairness, ShowFairness, show_fairness};
pub use keep::{KeepProposal, KeptProposal, keep};
pub use lost::Unfilled;
pub use mend::{MendClasses, Mending, mend};
pub use place_breaks::{PlaceBreaks, place_breaks};
pub use preview::{PreviewWeek, preview};
pub use price::{AskPrice, Price, price};
pub(crate) use probe::Probe;
pub use proposal::Proposal;
pub(crate) use proposal::{allowed, with_changes};
pub use start::start;
pub use suggest_needs::{SuggestNeeds, suggest_needs};
pub use tally::Standing;
pub use work::{WORKER, serve};
pub(crate) use work::{Work, solved};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Read "solving.broken", EditSchedule, [Calendar, Rules, Shifts, Staff], broken::show_broken),
    command!(Read "solving.calls", EditSchedule, [Shifts], calls::show_calls),
    command!(Read "solving.candidates", EditSchedule, [Calendar, Desks, Rules, Shifts, Staff], candidates::find_candidates),
    command!(Read "solving.export", EditSchedule, [Calendar, Desks, Rules, Shifts, Staff], export::export),
    command!(Read "solving.fairness", EditSchedule, [Shifts, Staff], fairness::show_fairness),
    command!(Write "solving.keep", EditSchedule, [Shifts], keep::keep),
    command!(Task "solving.mend", EditSchedule, [], mend::mend),
    command!(Write "solving.note_call", EditSchedule, [Shifts], calls::note_call),
    command!(Write "solving.place_breaks", EditSchedule, [Shifts], place_breaks::place_breaks),
    command!(Read "solving.preview", EditSchedule, [Calendar, Desks, Library, Shifts, Staff], preview::preview),
    command!(Task "solving.price", EditSchedule, [], price::price),
    command!(Task "solving.start", EditSchedule, [], start::start),
    command!(Task "solving.start_term", EditSchedule, [], term::start_term),
    command!(Read "solving.suggest_needs", EditSchedule, [Calendar, Desks, Loans], suggest_needs::suggest_needs),
];
