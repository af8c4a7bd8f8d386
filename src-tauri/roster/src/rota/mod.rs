//! Rotas: who works which kind of shift on each day of some weeks. [`score`] judges any plan.

mod anneal;
mod board;
mod bound;
#[cfg(feature = "highs")]
mod choose;
#[cfg(feature = "highs")]
mod combine;
mod counted;
#[cfg(feature = "highs")]
mod dive;
mod generate;
mod ground;
#[cfg(feature = "highs")]
mod master;
mod model;
#[cfg(feature = "highs")]
mod pool;
mod row;
mod rower;
mod score;
mod shape;
mod solve;
#[cfg(test)]
mod tests;
mod text;
mod timed;

pub use generate::generate;
pub use model::{Kind, Member, Need, Plan, Request, Rota};
pub use score::{Breach, Costs, score};
pub use solve::{Incumbent, solve, stuck};
pub use text::{Unreadable, curtois_text, plan_text, read_curtois, read_plan};
