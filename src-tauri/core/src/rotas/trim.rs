//! A plan before the rules: what of it breaks one is taken out, and the solver is told on which days nothing more fits. The
//! solver knows days, runs and weekends; weeks of hours, and what stands around the rota, only the rules know.

use std::collections::BTreeSet;

use carrel_roster::rota::Plan;
use carrel_roster::{Facts, Finding, ShiftId};
use chrono::NaiveDate;

use super::matter::{Matter, Own, State};
use super::may::{May, numbered};

/// A plan that breaks no rule, and the people and days that the solver must leave alone so that the next does not either.
pub(super) struct Trimmed {
    pub(super) plan: Plan,
    pub(super) cut: BTreeSet<(usize, usize)>,
}

/// Takes out of a plan what breaks a rule about one person. What stands and may not change is not touched.
pub(super) fn trimmed(matter: &Matter, plan: &Plan) -> Trimmed {
    let may = May::new(&matter.given);
    let mut trimmed = Trimmed {
        plan: plan.clone(),
        cut: BTreeSet::new(),
    };
    for (person, own) in matter.people.iter().enumerate() {
        trimmed.trim(matter, &may, (person, own));
    }
    trimmed
}

impl Trimmed {
    fn trim(&mut self, matter: &Matter, may: &May<'_>, (person, own): (usize, &Own)) {
        let rules = matter.person(own.member.staff);
        let days = (matter.rota.first, matter.rota.last);
        loop {
            let shifts = shifts(matter, own, &self.plan[person]);
            let found = may.broken(rules, &shifts, days);
            let mut gone = BTreeSet::new();
            for finding in &found {
                let own_days = loose(own, finding);
                if own_days.is_empty() || own_days.iter().any(|day| gone.contains(day)) {
                    continue;
                }
                gone.extend(own_days.last().copied());
                if let Some(monday) = week_of(&finding.facts) {
                    self.close_week(matter, (person, own), monday);
                }
            }
            if gone.is_empty() {
                return;
            }
            for day in gone {
                self.plan[person][day] = None;
                self.cut.insert((person, day));
            }
        }
    }

    /// Nothing more fits in a week that is full: its free days stay free.
    fn close_week(&mut self, matter: &Matter, (person, own): (usize, &Own), first: NaiveDate) {
        let from = (first - matter.rota.first.date()).num_days();
        for day in from..from + 7 {
            let Some(day) = usize::try_from(day)
                .ok()
                .filter(|day| *day < own.cells.len())
            else {
                continue;
            };
            let open = matches!(own.cells[day].state, State::Open(_));
            if open && self.plan[person][day].is_none() {
                self.cut.insert((person, day));
            }
        }
    }
}

/// The days of a finding whose shifts the solver may place elsewhere, in order.
fn loose(own: &Own, finding: &Finding) -> Vec<usize> {
    let day = |shift: &ShiftId| usize::try_from(shift.0).ok().map(|day| day - 1);
    let mut days: Vec<usize> = finding
        .shifts
        .iter()
        .filter(|shift| shift.0 > 0)
        .filter_map(day)
        .filter(|day| matches!(own.cells[*day].state, State::Open(_)))
        .collect();
    days.sort_unstable();
    days
}

fn week_of(facts: &Facts) -> Option<NaiveDate> {
    if let Facts::WeekHours { first, .. }
    | Facts::YouthWeek { first, .. }
    | Facts::DaysPerWeek { first, .. } = facts
    {
        Some(*first)
    } else {
        None
    }
}

/// All shifts of somebody with a plan: those of the plan by their days from 1 on, the others with numbers below nothing.
fn shifts(matter: &Matter, own: &Own, row: &[Option<usize>]) -> Vec<carrel_roster::Shift> {
    let staff = own.member.staff;
    let planned = own.cells.iter().enumerate().filter_map(|(day, cell)| {
        let kind = match cell.state {
            State::Open(_) => row[day]?,
            State::Pinned(kind) => kind?,
            State::Taken => return None,
        };
        let id = i64::try_from(day).unwrap_or(i64::MAX - 1) + 1;
        let details = matter.types[kind].details.on(staff, matter.day(day));
        Some(numbered(id, &details))
    });
    let taken = own.cells.iter().filter(|cell| cell.state == State::Taken);
    let taken = taken.flat_map(|cell| &cell.shifts);
    let around = matter
        .around
        .iter()
        .filter(|shift| shift.details.staff == staff);
    let others = taken
        .chain(around)
        .zip(1..)
        .map(|(shift, id): (_, i64)| numbered(-id, &shift.details));
    planned.chain(others).collect()
}
