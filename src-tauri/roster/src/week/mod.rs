//! Desk weeks: the solver makes the shifts and gives them to people in one step. [`score`] judges any plan.

mod again;
mod anneal;
mod board;
mod bound;
mod counted;
#[cfg(feature = "highs")]
mod exact;
mod invent;
mod model;
mod pause;
#[cfg(any(feature = "highs", test))]
mod regret;
mod row;
mod score;
mod solve;
mod step;
mod text;
mod timed;
mod toll;
#[cfg(test)]
mod trial;

pub use again::again;
pub use invent::invent;
pub use model::{Bond, Line, Placed, Share, Stint, Tie, Week, Weights, Worker};
pub use pause::{Pause, breaks};
pub use score::{Breach, Costs, score};
pub use solve::{Effort, Incumbent, solve};
pub use text::{Unreadable, plan_text, read_plan, read_week};
