//! The schedule before the rules: what is odd about each shift of some days, and about the days themselves. It keeps
//! nothing, and judges one shift without the others' weeks.

use std::collections::{BTreeMap, BTreeSet};

use carrel_roster::{
    Days, Desk, Finding, Kind, OpenDay, Pair, Person, PersonId, Rule, Setting, Terms, Timeline,
    Together, Wall, of_person, of_place, reach,
};

use super::demand::DeskDemand;
use super::limit::school;
use super::pair::judged as said_pairs;
use super::people::{Known, trained_for};
use super::rule::{RuleSeverity, rules};
use super::store;
use super::told::oddity;
use crate::kernel::id::{Id, ShiftId, StaffId};
use crate::kernel::{Act, Day, Permission, Result};
use crate::policies::{self, Calendar, WeekStart};
use crate::schedule::conflict::Conflict;
use crate::schedule::shift::Shift;
use crate::schedule::store::{desks, shifts_between, shifts_of_person};

/// The rules that hold, and all that they ask of the staff.
pub struct Judge {
    rules: Vec<Rule>,
    known: Known,
    demands: Vec<DeskDemand>,
    desks: Vec<crate::schedule::Desk>,
    terms: Terms,
    pairs: Vec<Pair>,
    week_starts: u8,
    reach: u32,
}

/// What is odd in some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// By shift, the weightiest first.
    pub shifts: BTreeMap<ShiftId, Vec<Conflict>>,
    /// What no shift is to blame for.
    pub lacking: Vec<Conflict>,
}

/// The rules and all that they look at, as the crate that judges and solves takes them.
#[derive(Debug, Clone)]
pub struct Given {
    /// What holds for everybody.
    pub setting: Setting,
    /// Everybody who works here or did.
    pub people: Vec<Person>,
    /// The rules that hold.
    pub rules: Vec<Rule>,
}

impl Judge {
    /// Reads the rules and the staff. Who does not build the schedule is told nothing of what others may not know.
    pub fn new(act: &Act<'_>) -> Result<Self> {
        let all = act.may(Permission::EditSchedule);
        let rules: Vec<Rule> = rules(act)?
            .iter()
            .filter(|(entry, _)| all || entry.open)
            .filter_map(|(entry, rule)| entry.to_judge(rule))
            .collect();
        let own = store::choices(act.tx)?.week_starts;
        let library = match policies::library(act)?.details.week_starts {
            WeekStart::Monday => 1,
            WeekStart::Sunday => 7,
        };
        Ok(Self {
            reach: reach(&rules),
            rules,
            known: Known::read(act)?,
            demands: store::demands(act.tx)?,
            desks: desks(act.tx)?,
            terms: school(act)?,
            pairs: said_pairs(act)?,
            week_starts: own.unwrap_or(library),
        })
    }

    /// The same, which knows no rule but those about classes.
    pub fn of_classes(mut self) -> Self {
        self.rules
            .retain(|rule| matches!(rule.kind, Kind::Class { .. }));
        self
    }

    /// What is odd from one day to another, both included.
    pub fn of_days(&self, act: &Act<'_>, first: Day, last: Day) -> Result<Found> {
        self.of_plan(act, (first, last), &shifts_between(act.tx, first, last)?)
    }

    /// What would be odd from one day to another if these were the shifts of those days.
    pub fn of_plan(
        &self,
        act: &Act<'_>,
        (first, last): (Day, Day),
        judged: &[Shift],
    ) -> Result<Found> {
        let shifts = self.among_others(act, (first, last), judged)?;
        let who = judged.iter().map(|shift| shift.details.staff).collect();
        let scene = self.scene(act, first, last)?;
        let mut found = self.find(act, &scene, (&shifts, &who), None)?;
        found.extend(self.find_together(act, &scene, judged)?);
        self.told(act, &scene, judged, found)
    }

    /// What would be odd about each of some shifts, one at a time, beside the shifts of a plan for the days around.
    /// Of what those who are there together owe each other only pairs are looked at.
    pub fn of_trials(
        &self,
        act: &Act<'_>,
        (first, last): (Day, Day),
        plan: &[Shift],
        trials: &[Shift],
    ) -> Result<Vec<Vec<Conflict>>> {
        let shifts = self.among_others(act, (first, last), plan)?;
        let scene = self.scene(act, first, last)?;
        let tried = |trial: &Shift| {
            let who = [trial.details.staff].into();
            let own = |shift: &&Shift| shift.details.staff == trial.details.staff;
            let mut own: Vec<Shift> = shifts.iter().filter(own).cloned().collect();
            own.retain(|shift| shift.id != trial.id);
            own.push(trial.clone());
            let mut found = self.find(act, &scene, (&own, &who), Some(trial))?;
            found.extend(self.in_company(act, &scene, plan, trial)?);
            let mut told = self.told(act, &scene, std::slice::from_ref(trial), found)?;
            Ok(told.shifts.remove(&trial.id).unwrap_or_default())
        };
        trials.iter().map(tried).collect()
    }

    /// The rules and all that they look at, for who plans these days.
    pub fn given(&self, act: &Act<'_>, first: Day, last: Day) -> Result<Given> {
        let scene = self.scene(act, first, last)?;
        Ok(Given {
            people: self.known.people(act, &self.known.everybody(), first)?,
            setting: scene.setting,
            rules: self.rules.clone(),
        })
    }

    /// From the first day of the rules' week in which a day lies to the last day of that of another.
    pub fn whole_weeks(&self, first: Day, last: Day) -> (Day, Day) {
        let into = |day: Day| u32::from((day.weekday() + 7 - self.week_starts) % 7);
        (first.minus(into(first)), last.plus(6 - into(last)))
    }

    /// The shifts of a plan, and those of the file in the days before and after it that the rules look at.
    fn among_others(
        &self,
        act: &Act<'_>,
        (first, last): (Day, Day),
        plan: &[Shift],
    ) -> Result<Vec<Shift>> {
        let mut shifts = shifts_between(act.tx, first.minus(self.reach), first.minus(1))?;
        shifts.extend_from_slice(plan);
        shifts.extend(shifts_between(act.tx, last.plus(1), last.plus(self.reach))?);
        Ok(shifts)
    }

    /// What is odd about one shift, saved or not: of its person it needs the weeks around it, of others the same day.
    pub fn of_shift(&self, act: &Act<'_>, shift: &Shift) -> Result<Vec<Conflict>> {
        let (day, staff) = (shift.details.day, shift.details.staff);
        let replaced = |mut shifts: Vec<Shift>| {
            shifts.retain(|other| other.id != shift.id);
            shifts.push(shift.clone());
            shifts
        };
        let scene = self.scene(act, day, day)?;
        let own = replaced(shifts_of_person(
            act.tx,
            staff,
            day.minus(self.reach),
            day.plus(self.reach),
        )?);
        let mut found = self.find(act, &scene, (&own, &[staff].into()), Some(shift))?;
        let there = replaced(shifts_between(act.tx, day, day)?);
        found.extend(self.find_together(act, &scene, &there)?);
        let mut told = self.told(act, &scene, std::slice::from_ref(shift), found)?;
        Ok(told.shifts.remove(&shift.id).unwrap_or_default())
    }

    fn scene(&self, act: &Act<'_>, first: Day, last: Day) -> Result<Scene> {
        let window = Days {
            first: first.date(),
            last: last.date(),
        };
        let mut setting =
            Setting::new(Timeline::new(act.zone.tz(), window.widened(self.reach + 1)));
        setting.week_starts = self.week_starts;
        setting.terms = self.terms.clone();
        setting.pairs.clone_from(&self.pairs);
        setting.desks = self.desks.iter().map(|desk| self.desk(desk)).collect();
        let (from, to) = (first.minus(1), last.plus(1));
        let calendar = policies::opening_hours(act, from, to)?;
        for day in from.through(to) {
            let open = match calendar.day(day).bounds() {
                Some((opens, closes)) => OpenDay::Open {
                    from: opens.count(),
                    to: closes.count(),
                },
                None => OpenDay::Closed,
            };
            setting.hours.insert(day.date(), open);
        }
        Ok(Scene {
            setting,
            calendar,
            window,
            from: first.minus(self.reach),
        })
    }

    fn desk(&self, desk: &crate::schedule::Desk) -> Desk {
        let mut asks = Desk::new(carrel_roster::DeskId(desk.id.row()));
        asks.skills.insert(trained_for(desk.id));
        if let Some(demand) = self.demands.iter().find(|demand| demand.desk == desk.id) {
            asks.senior = demand.senior;
            asks.duties = demand
                .duties
                .iter()
                .map(|duty| duty.as_str().to_owned())
                .collect();
        }
        asks
    }

    fn find(
        &self,
        act: &Act<'_>,
        scene: &Scene,
        (shifts, who): (&[Shift], &BTreeSet<StaffId>),
        only: Option<&Shift>,
    ) -> Result<Vec<Finding>> {
        let mut by_person = BTreeMap::<PersonId, Vec<_>>::new();
        for shift in shifts.iter().map(numbered) {
            by_person.entry(shift.person).or_default().push(shift);
        }
        let mut found = Vec::new();
        for person in self.known.people(act, who, scene.from)? {
            let own = by_person.get(&person.id).map_or(&[][..], Vec::as_slice);
            found.extend(of_person(
                &scene.setting,
                &self.rules,
                &person,
                own,
                scene.window,
            ));
        }
        if let Some(only) = only {
            let number = carrel_roster::ShiftId(only.id.row());
            found.retain(|finding| finding.shifts.contains(&number));
        }
        Ok(found)
    }

    fn find_together(
        &self,
        act: &Act<'_>,
        scene: &Scene,
        shifts: &[Shift],
    ) -> Result<Vec<Finding>> {
        let everybody = self.known.everybody();
        let people = self.known.people(act, &everybody, scene.from)?;
        let shifts: Vec<_> = shifts.iter().map(numbered).collect();
        Ok(of_place(
            &scene.setting,
            &self.rules,
            &people,
            &shifts,
            scene.window,
        ))
    }

    /// What is odd about a trial by those who work at its side.
    fn in_company(
        &self,
        act: &Act<'_>,
        scene: &Scene,
        plan: &[Shift],
        trial: &Shift,
    ) -> Result<Vec<Finding>> {
        let is_pair = |rule: &&Rule| {
            let Kind::Together(together) = rule.kind else {
                return false;
            };
            matches!(
                together,
                Together::Apart | Together::Beside | Together::Accompanied
            )
        };
        let rules: Vec<Rule> = self.rules.iter().filter(is_pair).cloned().collect();
        if self.pairs.is_empty() || rules.is_empty() {
            return Ok(Vec::new());
        }
        let date = trial.details.day.date();
        let day = Days {
            first: date,
            last: date,
        };
        let beside = plan.iter().filter(|shift| {
            shift.details.day == trial.details.day
                && shift.id != trial.id
                && shift.details.staff != trial.details.staff
        });
        let there: Vec<&Shift> = beside.chain([trial]).collect();
        let who = there.iter().map(|shift| shift.details.staff).collect();
        let people = self.known.people(act, &who, scene.from)?;
        let there: Vec<_> = there.into_iter().map(numbered).collect();
        let mut found = of_place(&scene.setting, &rules, &people, &there, day);
        let number = carrel_roster::ShiftId(trial.id.row());
        found.retain(|finding| finding.shifts.contains(&number));
        Ok(found)
    }

    fn told(
        &self,
        act: &Act<'_>,
        scene: &Scene,
        shifts: &[Shift],
        found: Vec<Finding>,
    ) -> Result<Found> {
        let overrides = store::overrides(act.tx, shifts)?;
        let closed_for = |day: Day| scene.calendar.day(day).closed.unwrap_or_default();
        let mut all = Found::default();
        for finding in found {
            let tell = |shift: Option<ShiftId>| Conflict {
                rule: finding.rule.clone(),
                severity: severity(finding.severity),
                overridden: None,
                what: oddity(
                    &finding.facts,
                    &finding.rule,
                    (shift, &finding.shifts),
                    closed_for,
                    |person| self.known.name(person),
                ),
            };
            if finding.shifts.is_empty() {
                all.lacking.push(tell(None));
            }
            for shift in shifts
                .iter()
                .filter(|shift| finding.shifts.contains(&numbered(shift).id))
            {
                let mut conflict = tell(Some(shift.id));
                let own = overrides
                    .iter()
                    .find(|own| own.shift.id == shift.id && own.rule == conflict.rule);
                conflict.overridden = own.map(|own| own.overridden.clone());
                all.shifts.entry(shift.id).or_default().push(conflict);
            }
        }
        for conflicts in all.shifts.values_mut() {
            conflicts.sort_by_key(|conflict| {
                (
                    conflict.overridden.is_some(),
                    std::cmp::Reverse(conflict.severity),
                )
            });
        }
        Ok(all)
    }
}

/// Some days as they are judged.
struct Scene {
    setting: Setting,
    calendar: Calendar,
    window: Days,
    /// The first day of which shifts are known.
    from: Day,
}

fn numbered(shift: &Shift) -> carrel_roster::Shift {
    let details = &shift.details;
    let wall = |minute: crate::kernel::Minute| Wall {
        day: details.day.date(),
        minute: minute.count(),
    };
    carrel_roster::Shift {
        id: carrel_roster::ShiftId(shift.id.row()),
        person: PersonId(details.staff.row()),
        desk: carrel_roster::DeskId(details.desk.row()),
        from: wall(details.start),
        to: wall(details.end),
    }
}

fn severity(severity: carrel_roster::Severity) -> RuleSeverity {
    match severity {
        carrel_roster::Severity::Note => RuleSeverity::Note,
        carrel_roster::Severity::Warn => RuleSeverity::Warn,
        carrel_roster::Severity::Block => RuleSeverity::Block,
    }
}
