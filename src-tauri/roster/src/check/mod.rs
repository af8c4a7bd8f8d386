//! All that a plan breaks of the rules. It mends nothing, and words are others'.

mod case;
mod cover;
mod fit;
mod pace;
mod pairs;
mod paper;
mod sum;
mod young;

use self::case::{Case, Report};
use crate::finding::Finding;
use crate::person::Person;
use crate::rule::{Kind, Rule};
use crate::setting::{Setting, Shift};
use crate::time::Days;

/// People at work.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What holds for everybody.
    pub setting: Setting,
    /// The people.
    pub people: Vec<Person>,
    /// Their work. A shift of somebody who is not among the people is passed over.
    pub shifts: Vec<Shift>,
}

/// Everything that a plan breaks of the rules on some days: shifts and stretches that touch them, the days themselves,
/// and the weeks in which they lie. In order of the rules, for each person and then for the place.
pub fn findings(plan: &Plan, rules: &[Rule], window: Days) -> Vec<Finding> {
    let mut findings = Vec::new();
    for person in &plan.people {
        findings.extend(of_person(
            &plan.setting,
            rules,
            person,
            &plan.shifts,
            window,
        ));
    }
    findings.extend(of_place(
        &plan.setting,
        rules,
        &plan.people,
        &plan.shifts,
        window,
    ));
    findings
}

/// What the work of one person breaks on some days. Shifts of others are passed over; of the person's own it needs those
/// of the days and of so many around them as [`reach`] says.
pub fn of_person(
    setting: &Setting,
    rules: &[Rule],
    person: &Person,
    shifts: &[Shift],
    window: Days,
) -> Vec<Finding> {
    let case = Case::new(setting, person, shifts, window);
    if case.work.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for rule in rules.iter().filter(|rule| rule.scope.means(person)) {
        let mut report = Report::new(rule, Some(person.id));
        judge(&case, rule, &mut report);
        findings.append(&mut report.findings);
    }
    findings
}

/// What those who are there together break on some days. It needs the shifts that touch the days, and who works them.
pub fn of_place(
    setting: &Setting,
    rules: &[Rule],
    people: &[Person],
    shifts: &[Shift],
    window: Days,
) -> Vec<Finding> {
    let of_place = |rule: &Rule| matches!(rule.kind, Kind::Together(_));
    if !rules.iter().any(of_place) {
        return Vec::new();
    }
    let scene = cover::Scene::new(setting, people, shifts, window);
    let mut findings = Vec::new();
    for rule in rules {
        if let Kind::Together(together) = rule.kind {
            let mut report = Report::new(rule, None);
            scene.judge(together, &mut report);
            findings.append(&mut report.findings);
        }
    }
    findings
}

/// How many days before and after some days the shifts must be known, so that nothing is missed or told differently.
pub fn reach(rules: &[Rule]) -> u32 {
    /// No stretch of work is longer in days.
    const STRETCH: u32 = 3;
    /// The other days of a week.
    const WEEK: u32 = 7;
    let of_rule = |rule: &Rule| {
        if let Kind::ConsecutiveDays { most } = rule.kind {
            most + 1
        } else if let Kind::Rest { least } = rule.kind {
            least / 1440 + STRETCH
        } else {
            WEEK
        }
    };
    rules
        .iter()
        .map(of_rule)
        .max()
        .unwrap_or_default()
        .max(WEEK)
}

fn judge(case: &Case<'_>, rule: &Rule, report: &mut Report<'_>) {
    match &rule.kind {
        Kind::DoubleBooking => fit::double_booking(case, report),
        Kind::Availability => fit::availability(case, report),
        Kind::Class { travel } => fit::class(case, *travel, report),
        Kind::Leave => fit::leave(case, report),
        Kind::OpeningHours { margin } => fit::opening_hours(case, *margin, report),
        Kind::DeskHours => fit::desk_hours(case, report),
        Kind::Rest { least } => pace::rest(case, *least, report),
        Kind::Break {
            after,
            inclusive,
            minutes,
            each,
        } => {
            let due = pace::Due {
                after: *after,
                inclusive: *inclusive,
                minutes: *minutes,
                each: *each,
            };
            pace::breaks(case, &due, report);
        }
        Kind::Length { least, most, hard } => pace::length(case, [*least, *most, *hard], report),
        Kind::CloseOpen => pace::close_open(case, report),
        Kind::ConsecutiveDays { most } => pace::consecutive_days(case, *most, report),
        Kind::DayHours { most } => sum::day_hours(case, *most, report),
        Kind::WeekHours {
            most,
            when,
            elsewhere,
        } => sum::week_hours(case, *most, *when, *elsewhere, report),
        Kind::Wanted => sum::personal(case, case.person.wanted, report),
        Kind::Agreed => sum::personal(case, case.person.most, report),
        Kind::DaysPerWeek { most } => sum::days_per_week(case, *most, report),
        Kind::Award { warn_percent } => paper::award(case, *warn_percent, report),
        Kind::Authorisation { warn_days } => paper::authorisation(case, *warn_days, report),
        Kind::Employment => paper::employment(case, report),
        Kind::Skill => paper::skill(case, report),
        Kind::Youth(youth) => young::hours(case, youth, report),
        Kind::Occupation { duties } => young::occupation(case, duties, report),
        Kind::MinimumAge { years } => young::minimum_age(case, *years, report),
        Kind::Together(_) => {}
    }
}
