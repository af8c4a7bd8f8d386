//! The model: it stands there minute by minute, looks at the wall clock each time, and writes down what it sees. It is slow
//! and knows no trick.

mod calendar;
mod clock;
mod fit;
mod long;
mod place;
mod young;

use std::collections::BTreeSet;

use carrel_roster::{
    Desk, DeskId, Facts, Finding, Kind, Person, Rule, Scope, Severity, ShiftId, Wall, Weeks, When,
};
use chrono::{Datelike, NaiveDate};

use self::clock::Clock;
pub(super) use self::clock::Clocks;
use super::scene::Scene;

/// A shift by the minutes that are worked in it.
#[derive(Clone, Copy)]
struct Worked {
    id: ShiftId,
    desk: DeskId,
    from: usize,
    to: usize,
}

impl Worked {
    fn is_at(&self, minute: usize) -> bool {
        self.from <= minute && minute < self.to
    }
}

/// One person's minutes.
struct Model<'a> {
    scene: &'a Scene,
    clock: &'a Clock,
    person: &'a Person,
    shifts: Vec<Worked>,
    /// From the first minute of the first shift to the last of the last.
    begins: usize,
    ends: usize,
    /// The minutes of the judged days.
    window: (usize, usize),
}

/// Writes down what is found of a rule.
struct Notes<'a> {
    rule: &'a Rule,
    found: Vec<Finding>,
}

impl Notes<'_> {
    fn note(&mut self, person: Option<&Person>, shifts: &BTreeSet<ShiftId>, facts: Facts) {
        self.found.push(Finding {
            rule: self.rule.id.clone(),
            severity: self.rule.severity,
            person: person.map(|person| person.id),
            shifts: shifts.iter().copied().collect(),
            facts,
        });
    }

    fn near(&mut self, person: &Person, shift: ShiftId, facts: Facts) {
        self.note(Some(person), &[shift].into(), facts);
        let last = self.found.last_mut().unwrap();
        if last.severity == Severity::Block {
            last.severity = Severity::Warn;
        }
    }
}

pub(super) fn findings(scene: &Scene, clocks: &mut Clocks) -> Vec<Finding> {
    let clock = clocks.of(scene);
    let mut found = Vec::new();
    for rule in &scene.rules {
        let mut notes = Notes {
            rule,
            found: Vec::new(),
        };
        if let Kind::Together(together) = rule.kind {
            place::look(scene, &clock, together, &mut notes);
        }
        for person in &scene.plan.people {
            let model = Model::new(scene, &clock, person);
            if model.meant(&rule.scope) && !model.shifts.is_empty() {
                model.look(rule, &mut notes);
            }
        }
        found.append(&mut notes.found);
    }
    found
}

impl<'a> Model<'a> {
    fn new(scene: &'a Scene, clock: &'a Clock, person: &'a Person) -> Self {
        let mut shifts = Vec::new();
        for shift in &scene.plan.shifts {
            let (from, to) = (clock.first_at(shift.from), clock.first_at(shift.to));
            if shift.person == person.id && from < to {
                shifts.push(Worked {
                    id: shift.id,
                    desk: shift.desk,
                    from,
                    to,
                });
            }
        }
        let days = scene.window;
        Self {
            scene,
            clock,
            person,
            begins: shifts.iter().map(|shift| shift.from).min().unwrap_or(0),
            ends: shifts.iter().map(|shift| shift.to).max().unwrap_or(0),
            shifts,
            window: (clock.day(days.first).0, clock.day(days.last).1),
        }
    }

    fn meant(&self, scope: &Scope) -> bool {
        let tags = &self.person.tags;
        let any = scope.any.iter().filter(|tag| tags.contains(*tag)).count();
        let none = scope.none.iter().filter(|tag| tags.contains(*tag)).count();
        none == 0 && (scope.any.is_empty() || any > 0)
    }

    fn look(&self, rule: &Rule, notes: &mut Notes<'_>) {
        match &rule.kind {
            Kind::DoubleBooking => self.twice(notes),
            Kind::Availability => self.unavailable(notes),
            Kind::Class { travel } => self.class(*travel, notes),
            Kind::Leave => self.leave(notes),
            Kind::OpeningHours { margin } => self.closed(usize::from(*margin), notes),
            Kind::DeskHours => self.desk_hours(notes),
            Kind::Rest { least } => self.rest(*least, notes),
            Kind::Break {
                after,
                inclusive,
                minutes,
                each,
            } => self.breaks(*after, *inclusive, *minutes, *each, notes),
            Kind::Length { least, most, hard } => self.length(*least, *most, *hard, notes),
            Kind::ConsecutiveDays { most } => self.in_a_row(*most, notes),
            Kind::DayHours { most } => self.day_hours(*most, notes),
            Kind::WeekHours {
                most,
                when,
                elsewhere,
            } => self.week_hours(*most, Some((*when, *elsewhere)), notes),
            Kind::Wanted => self
                .person
                .wanted
                .into_iter()
                .for_each(|most| self.week_hours(most, None, notes)),
            Kind::Agreed => self
                .person
                .most
                .into_iter()
                .for_each(|most| self.week_hours(most, None, notes)),
            Kind::CloseOpen => self.close_open(notes),
            Kind::DaysPerWeek { most } => self.days_per_week(*most, notes),
            Kind::Award { warn_percent } => self.award(*warn_percent, notes),
            Kind::Authorisation { warn_days } => self.authorisation(*warn_days, notes),
            Kind::Employment => self.employment(notes),
            Kind::Skill => self.skill(notes),
            Kind::Youth(youth) => self.youth(youth, notes),
            Kind::Occupation { duties } => self.occupation(duties, notes),
            Kind::MinimumAge { years } => self.minimum_age(*years, notes),
            Kind::Together(_) => {}
        }
    }

    /// The shifts that have a minute in the window and begin at an age that the rule means.
    fn judged(&self, notes: &Notes<'_>) -> Vec<Worked> {
        let has_minute =
            |shift: &&Worked| (shift.from..shift.to).any(|minute| self.is_judged(minute));
        let judged = self.shifts.iter().filter(has_minute);
        judged
            .filter(|shift| self.of_age(notes, self.clock.shown(shift.from).day))
            .copied()
            .collect()
    }

    fn is_judged(&self, minute: usize) -> bool {
        self.window.0 <= minute && minute < self.window.1
    }

    fn of_age(&self, notes: &Notes<'_>, day: NaiveDate) -> bool {
        match notes.rule.scope.ages {
            None => true,
            Some(ages) => match calendar::age(self.person, day) {
                None => false,
                Some(age) => age >= ages.from && age < ages.under,
            },
        }
    }

    /// The shifts in whose minutes something is.
    fn those(&self, is: impl Fn(&Worked, usize) -> bool) -> BTreeSet<ShiftId> {
        let mut those = BTreeSet::new();
        for shift in &self.shifts {
            if (shift.from..shift.to).any(|minute| is(shift, minute)) {
                those.insert(shift.id);
            }
        }
        those
    }

    fn note(&self, notes: &mut Notes<'_>, shifts: &BTreeSet<ShiftId>, facts: Facts) {
        notes.note(Some(self.person), shifts, facts);
    }

    fn day_of(&self, minute: usize) -> NaiveDate {
        self.clock.shown(minute).day
    }
}

fn desk(scene: &Scene, id: DeskId) -> Option<&Desk> {
    scene.plan.setting.desks.iter().find(|desk| desk.id == id)
}

/// From when to when a row of minutes is, as people say it.
fn told(clock: &Clock, from: usize, to: usize) -> (Wall, Wall) {
    (clock.shown(from), end(clock, to))
}

fn end(clock: &Clock, to: usize) -> Wall {
    let last = clock.shown(to - 1);
    Wall {
        day: last.day,
        minute: last.minute + 1,
    }
}

/// What is special about a case.
pub(super) fn had(scene: &Scene, clocks: &mut Clocks) -> Vec<&'static str> {
    let clock = clocks.of(scene);
    let mut had = Vec::new();
    let mut mark = |what, is: bool| {
        if is {
            had.push(what);
        }
    };
    let (plan, window) = (&scene.plan, scene.window);
    let odd_day = |day: NaiveDate| clock.day(day).1 - clock.day(day).0 != 1440;
    mark("clock changes", window.each().any(odd_day));
    mark(
        "shifts over midnight",
        plan.shifts
            .iter()
            .any(|shift| shift.from.day != shift.to.day && shift.to.minute > 0),
    );
    let week = |day: NaiveDate| calendar::week(day, plan.setting.week_starts)[0];
    let over_weeks = |from: NaiveDate, to: NaiveDate| week(from) != week(to);
    mark(
        "shifts over the end of a week",
        plan.shifts
            .iter()
            .any(|shift| over_weeks(shift.from.day, shift.to.day)),
    );
    for (years, what) in [
        (14, "14th birthdays"),
        (16, "16th birthdays"),
        (18, "18th birthdays"),
    ] {
        let turns = |person: &Person| {
            window.each().any(|day| {
                let age = |day| calendar::age(person, day);
                person.born.is_some()
                    && age(day) == Some(years)
                    && age(day.pred_opt().unwrap()) == Some(years - 1)
            })
        };
        mark(what, plan.people.iter().any(turns));
    }
    mark(
        "two jobs",
        plan.people
            .iter()
            .any(|person| !person.other_jobs.is_empty()),
    );
    let odd = |person: &Person| person.classes.iter().any(|class| class.weeks == Weeks::Odd);
    mark("classes of odd weeks", plan.people.iter().any(odd));
    let broken = |day: NaiveDate| plan.setting.terms.breaks.iter().any(|pause| pause.has(day));
    let partly = |day: NaiveDate| {
        let days = calendar::week(day, plan.setting.week_starts);
        days.iter().any(|day| broken(*day)) && days.iter().any(|day| !broken(*day))
    };
    mark("weeks partly in a break", window.each().any(partly));
    mark(
        "Labor Days",
        window
            .each()
            .any(|day| day == calendar::labor_day(day.year())),
    );
    mark(
        "firsts of June",
        window.each().any(|day| (day.month(), day.day()) == (6, 1)),
    );
    mark(
        "leap days",
        window.each().any(|day| (day.month(), day.day()) == (2, 29)),
    );
    mark(
        "caps of weeks out of session",
        scene.rules.iter().any(|rule| {
            matches!(
                rule.kind,
                Kind::WeekHours {
                    when: When::OutOfSession,
                    ..
                }
            )
        }),
    );
    had
}
