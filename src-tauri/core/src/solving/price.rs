//! What it would cost to have one shift just so: the plan is mended around it with as little change as can be, and both
//! plans are told side by side. Nothing is kept.

use std::sync::atomic::AtomicBool;

use carrel_roster::week::{Effort, Placed, Week, score, solve};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ask::Ask;
use super::breaks::whole;
use super::build::{CHANGE, build};
use super::matter::Matter;
use super::proposal::{Proposal, changes, proposed as as_proposed, with_changes};
use super::start::stands;
use super::tally::Standing;
use crate::kernel::task::Errand;
use crate::kernel::{Error, Result};
use crate::schedule::{Shift, ShiftChange, ShiftDetails};

/// So many thousand steps mend a plan around one shift.
const EFFORT: Effort = Effort::Steps(100);

/// Asks what one shift would cost.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskPrice {
    /// What was asked of the solver.
    pub ask: Ask,
    /// What it proposed.
    pub changes: Vec<ShiftChange>,
    /// Who should work where and when instead.
    pub wish: ShiftDetails,
}

/// What one shift would cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Price {
    /// How the plan stands without it.
    pub before: Standing,
    /// The plan with it.
    pub proposal: Proposal,
    /// How many shifts differ between the two.
    pub moved: u32,
}

/// Mends a plan around one shift.
pub fn price(errand: &Errand<'_>, input: AskPrice) -> Result<Price> {
    let AskPrice {
        ask,
        changes: proposed,
        wish,
    } = input;
    let ask = ask.checked()?;
    let (matter, week, plan) = errand.read(move |act| {
        let matter = Matter::read(act, ask)?;
        let raster = &matter.raster;
        let days = (raster.first, raster.day(raster.days - 1));
        let plan = placed(&matter, &whole(&with_changes(act, days, &proposed)?));
        let week = build(&matter);
        Ok((matter, week, plan))
    })?;
    let wished = placed(
        &matter,
        &[Shift {
            id: super::proposal::fresh(0),
            details: wish,
        }],
    );
    let [wished] = wished[..] else {
        return Err(Error::invalid(
            "wish",
            "is no shift that these days have room for",
        ));
    };
    let around = around(&week, &plan, wished);
    let start: Vec<Placed> = super::build::start(&around);
    let best = solve(
        &around,
        &start,
        (0, 1),
        EFFORT,
        &AtomicBool::new(false),
        &|_| {},
    );
    let cost = |plan: &[Placed]| score(&week, plan).0.total();
    let told = |plan: &[Placed]| stands(&matter, &week, (plan, cost(plan), None));
    let (before, standing) = (told(&plan), told(&best.plan));
    let moved = best.plan.iter().filter(|one| !plan.contains(one)).count();
    let (first, last) = matter.window;
    let changes = changes(&matter, &best.plan);
    let (changes, left_out) = errand.read(move |act| as_proposed(act, (first, last), changes))?;
    Ok(Price {
        before,
        proposal: Proposal {
            first,
            last,
            changes,
            left_out,
            standing,
        },
        moved: u32::try_from(moved).unwrap_or(u32::MAX),
    })
}

/// The week in which the wish is pinned and everything else was told as it is in the plan.
fn around(week: &Week, plan: &[Placed], wish: Placed) -> Week {
    let mut around = week.clone();
    around.weights.change = CHANGE;
    for worker in &mut around.people {
        worker.told.fill(None);
    }
    for placed in plan {
        around.people[placed.person].told[placed.day] = Some(placed.stint);
    }
    around.people[wish.person].pinned[wish.day] = Some(wish.stint);
    around
}

/// Shifts as the solver knows them; what it cannot know is left out.
fn placed(matter: &Matter, shifts: &[Shift]) -> Vec<Placed> {
    let raster = &matter.raster;
    let placed = shifts.iter().filter_map(|shift| {
        Some(Placed {
            person: raster.person(shift.details.staff)?,
            day: raster.index(shift.details.day)?,
            stint: raster.stint(&shift.details)?,
        })
    });
    placed.collect()
}
