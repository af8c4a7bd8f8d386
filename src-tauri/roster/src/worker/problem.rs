//! What a worker can solve: desk weeks and rotas, both asked for and told in the same way.

use std::fmt::Debug;
use std::sync::atomic::AtomicBool;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rota::{self, Rota};
use crate::week::{self, Effort, Placed, Week};

/// Something that a solver fills.
pub trait Problem:
    Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send + 'static
{
    /// What it is called on the wire.
    const NAME: &'static str;
    /// A plan to begin from.
    type Start: Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// The best plan so far, with what it costs.
    type Incumbent: Debug + Clone + PartialEq + Serialize + DeserializeOwned + Send;

    /// What does not fit together, if anything.
    fn misfit(&self) -> Option<String>;

    /// The best plan that is found from a seed, on so many threads, with that effort. Each better one is told;
    /// `cancel` ends the work.
    fn solved(
        &self,
        start: &Self::Start,
        chance: (u64, usize),
        effort: Effort,
        cancel: &AtomicBool,
        tell: &(dyn Fn(&Self::Incumbent) + Sync),
    ) -> Self::Incumbent;
}

impl Problem for Week {
    const NAME: &'static str = "week";
    /// What does not fit the week is left out.
    type Start = Vec<Placed>;
    type Incumbent = week::Incumbent;

    fn misfit(&self) -> Option<String> {
        Self::misfit(self)
    }

    fn solved(
        &self,
        start: &Self::Start,
        chance: (u64, usize),
        effort: Effort,
        cancel: &AtomicBool,
        tell: &(dyn Fn(&Self::Incumbent) + Sync),
    ) -> Self::Incumbent {
        week::solve(self, start, chance, effort, cancel, tell)
    }
}

impl Problem for Rota {
    const NAME: &'static str = "rota";
    /// A plan that breaks no rule.
    type Start = Option<rota::Plan>;
    type Incumbent = rota::Incumbent;

    fn misfit(&self) -> Option<String> {
        Self::misfit(self)
    }

    fn solved(
        &self,
        start: &Self::Start,
        chance: (u64, usize),
        effort: Effort,
        cancel: &AtomicBool,
        tell: &(dyn Fn(&Self::Incumbent) + Sync),
    ) -> Self::Incumbent {
        rota::solve(self, start.as_ref(), chance, effort, cancel, tell)
    }
}
