//! What a new library needs before it is at work, and what of it is done. Who has put a step away, only the window knows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Act, Result};
use crate::policies::Lending;
use crate::schedule::Desk;
use crate::{accounts, backup, catalog, patrons, policies, schedule, staff};

/// Asks for the first steps.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowFirstSteps {}

/// A first step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// When the library is open.
    Hours,
    /// For how long it lends.
    Rules,
    /// What it lends.
    Items,
    /// To whom.
    Patrons,
    /// Who else may sign in.
    People,
    /// What the scanner adds to a number.
    Scanner,
    /// Where people work, and who works there.
    Desks,
    /// Where people work, in a library that does not lend with Carrel.
    Places,
    /// Who works there.
    Workers,
    /// When those who study are in class.
    Classes,
    /// How many each desk needs.
    Need,
    /// That somebody works.
    Shifts,
    /// Where a second copy of each backup goes.
    Backup,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct StepDone {
    /// Which.
    pub step: FirstStep,
    /// Whether it is done.
    pub done: bool,
    /// How many there are, where they are counted.
    pub count: Option<u32>,
}

/// The first steps in the order in which one takes them; where another system lends, those that lead to a schedule.
pub fn first_steps(act: &Act<'_>, _: ShowFirstSteps) -> Result<Vec<StepDone>> {
    let week = policies::opening_hours(act, act.today, act.today.plus(6))?;
    let is_open = act
        .today
        .through(act.today.plus(6))
        .any(|day| week.day(day).is_open());
    let desks = schedule::desks(act)?;
    let has_staff = !staff::members(act)?.is_empty();
    let is_staffed = !desks.is_empty() && has_staff;
    let people = size(accounts::people(act)?.len());
    let second = !backup::plan(act)?.second_place.is_empty();
    if policies::library(act)?.details.lends == Lending::Elsewhere {
        return Ok(vec![
            fact(FirstStep::Hours, is_open),
            fact(FirstStep::Places, !desks.is_empty()),
            fact(FirstStep::Workers, has_staff),
            fact(FirstStep::Classes, !staff::classes(act)?.is_empty()),
            fact(FirstStep::Need, is_needed(act, &desks)?),
            fact(FirstStep::Shifts, schedule::has_shifts(act)?),
            counted(FirstStep::People, people, 2),
            fact(FirstStep::Backup, second),
        ]);
    }
    Ok(vec![
        fact(FirstStep::Hours, is_open),
        fact(FirstStep::Rules, !policies::rules(act)?.rules.is_empty()),
        counted(FirstStep::Items, catalog::count(act)?, 1),
        counted(FirstStep::Patrons, patrons::count(act)?, 1),
        // The first supervisor is there from the start.
        counted(FirstStep::People, people, 2),
        fact(FirstStep::Scanner, policies::scanner(act)?.taught),
        fact(FirstStep::Desks, is_staffed),
        fact(FirstStep::Backup, second),
    ])
}

/// Whether each desk in use said at some time whom it needs.
fn is_needed(act: &Act<'_>, desks: &[Desk]) -> Result<bool> {
    let needs = schedule::needs(act)?;
    let mut in_use = desks.iter().filter(|desk| desk.details.active).peekable();
    Ok(in_use.peek().is_some() && in_use.all(|desk| needs.iter().any(|plan| plan.desk == desk.id)))
}

fn fact(step: FirstStep, done: bool) -> StepDone {
    let count = None;
    StepDone { step, done, count }
}

fn counted(step: FirstStep, count: u32, enough: u32) -> StepDone {
    let done = count >= enough;
    let count = Some(count);
    StepDone { step, done, count }
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
