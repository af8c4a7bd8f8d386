//! A library's week as the solver takes it, for who runs the solver alone. It names nobody: people and desks are numbers.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::ask::Ask;
use super::build::build;
use super::matter::Matter;
use crate::kernel::id::{DeskId, StaffId};
use crate::kernel::{Act, Day, Result};

/// Some weeks as the solver takes them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SolverWeek {
    /// Its first day.
    pub first: Day,
    /// The minutes of a slot.
    pub slot: u16,
    /// Who is which person of the week.
    pub people: Vec<StaffId>,
    /// Which is which desk of the week.
    pub desks: Vec<DeskId>,
    /// What `roster solve` reads.
    #[ts(type = "unknown")]
    pub week: Value,
}

/// What would be solved.
pub fn export(act: &Act<'_>, input: Ask) -> Result<SolverWeek> {
    let matter = Matter::read(act, input.checked()?)?;
    Ok(SolverWeek {
        first: matter.raster.first,
        slot: matter.raster.slot,
        week: serde_json::to_value(build(&matter))?,
        people: matter.raster.people,
        desks: matter.raster.desks,
    })
}
