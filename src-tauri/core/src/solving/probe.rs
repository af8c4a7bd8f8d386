//! What the rules allow one person, found by asking them: shifts are tried before the very rules that judge the plan, so
//! that the solver cannot hold a limit that the judge does not, nor miss one.

use carrel_roster::{
    Days, DeskId, Facts, Finding, Kind, Length, Person, Rule, Setting, Severity, Shift, ShiftId,
    Wall, of_person,
};
use chrono::NaiveDate;

use crate::schedule::work_rules::Given;

/// A desk that asks nothing.
const NOWHERE: DeskId = DeskId(0);
/// The minutes of a week more than which nobody works by any rule.
const MOST: u32 = 80 * 60;

/// One person before the rules.
pub(crate) struct Probe<'g> {
    setting: &'g Setting,
    person: &'g Person,
    /// Where and when they may be.
    place: Vec<Rule>,
    /// What each desk asks.
    desk: Vec<Rule>,
    /// How much they may work.
    sum: Vec<Rule>,
}

impl<'g> Probe<'g> {
    pub(crate) fn new(given: &'g Given, person: &'g Person) -> Self {
        let rules = |is: fn(&Rule) -> bool| -> Vec<Rule> {
            let meant = |rule: &&Rule| rule.severity > Severity::Note && is(rule);
            given.rules.iter().filter(meant).cloned().collect()
        };
        Self {
            setting: &given.setting,
            person,
            place: rules(|rule| is_of_place(&rule.kind)),
            desk: rules(|rule| {
                matches!(
                    rule.kind,
                    Kind::Skill | Kind::Occupation { .. } | Kind::DeskHours
                )
            }),
            sum: rules(is_of_amount),
        }
    }

    /// Whether they may work at all in a stretch of a day.
    pub(super) fn may_work(&self, day: NaiveDate, from: u16, to: u16) -> bool {
        let days = Days {
            first: day,
            last: day,
        };
        let shift = self.shift(1, day, (from, to), NOWHERE);
        let found = self.find(&self.place, &[shift], days);
        !found.iter().any(|finding| {
            !matches!(
                finding.facts,
                Facts::AuthorisationEnds { .. } | Facts::YouthWeek { .. }
            )
        })
    }

    /// Whether they may work at a desk in a stretch of a day.
    pub(super) fn may_stand(&self, desk: DeskId, day: NaiveDate, (from, to): (u16, u16)) -> bool {
        let shift = self.shift(1, day, (from, to), desk);
        let days = Days {
            first: day,
            last: day,
        };
        self.find(&self.desk, &[shift], days).is_empty()
    }

    /// The most slots that they may work without a gap on a day, from a minute on.
    pub(super) fn longest(&self, day: NaiveDate, from: u16, slot: u16, most: usize) -> usize {
        let is_too_long = |facts: &Facts| {
            let amount = matches!(
                facts,
                Facts::DayHours { .. } | Facts::YouthDay { .. } | Facts::Break { .. }
            );
            amount || matches!(facts, Facts::Length { length, .. } if *length != Length::Short)
        };
        let fits = |slots: &usize| !self.breaks(day, from, minutes(slot, *slots), is_too_long);
        (1..=most).take_while(fits).last().unwrap_or(0)
    }

    /// The fewest slots that they may work without a gap; none where no rule says it.
    pub(super) fn shortest(&self, day: NaiveDate, from: u16, slot: u16) -> Option<usize> {
        let is_too_short = |facts: &Facts| {
            matches!(
                facts,
                Facts::Length {
                    length: Length::Short,
                    ..
                }
            )
        };
        let most = usize::from((1440 - from) / slot);
        let fits = |slots: &usize| !self.breaks(day, from, minutes(slot, *slots), is_too_short);
        (1..=most).find(fits).filter(|slots| *slots > 1)
    }

    /// The most minutes that they may work in a week.
    pub(crate) fn most(&self, week: Days, slot: u16) -> u32 {
        let (mut least, mut most) = (0, MOST / u32::from(slot));
        while least < most {
            let middle = (least + most).div_ceil(2);
            if self.is_too_much(week, middle * u32::from(slot)) {
                most = middle - 1;
            } else {
                least = middle;
            }
        }
        least * u32::from(slot)
    }

    /// The most days on which they may work in a week, and the most in a row.
    pub(crate) fn days(&self, days: Days) -> (usize, usize) {
        let all: Vec<NaiveDate> = days.each().collect();
        let most = |most: usize, is: fn(&Facts) -> bool| {
            let fits = |count: &usize| {
                let shifts: Vec<Shift> = (1..)
                    .zip(&all[..*count])
                    .map(|(id, day)| self.shift(id, *day, (720, 735), NOWHERE))
                    .collect();
                let found = self.find(&self.sum, &shifts, days);
                !found.iter().any(|finding| is(&finding.facts))
            };
            (1..=most.min(all.len()))
                .take_while(fits)
                .last()
                .unwrap_or(1)
        };
        (
            most(7, |facts| matches!(facts, Facts::DaysPerWeek { .. })),
            most(usize::MAX, |facts| {
                matches!(facts, Facts::ConsecutiveDays { .. })
            }),
        )
    }

    fn is_too_much(&self, week: Days, minutes: u32) -> bool {
        let (each, rest) = (minutes / 7, minutes % 7);
        let shifts: Vec<Shift> = (0..)
            .zip(week.each())
            .map(|(index, day)| {
                let to = each + u32::from(index < i64::from(rest));
                let to = u16::try_from(to).unwrap_or(1440);
                self.shift(index + 1, day, (0, to), NOWHERE)
            })
            .collect();
        let found = self.find(&self.sum, &shifts, week);
        found.iter().any(|finding| {
            matches!(
                finding.facts,
                Facts::WeekHours { .. } | Facts::YouthWeek { .. } | Facts::AwardSpent { .. }
            )
        })
    }

    fn breaks(&self, day: NaiveDate, from: u16, minutes: u16, is: fn(&Facts) -> bool) -> bool {
        let shift = self.shift(
            1,
            day,
            (from, from.saturating_add(minutes).min(1440)),
            NOWHERE,
        );
        let found = self.find(
            &self.sum,
            &[shift],
            Days {
                first: day,
                last: day,
            },
        );
        found.iter().any(|finding| is(&finding.facts))
    }

    fn find(&self, rules: &[Rule], shifts: &[Shift], days: Days) -> Vec<Finding> {
        of_person(self.setting, rules, self.person, shifts, days)
    }

    fn shift(&self, id: i64, day: NaiveDate, (from, to): (u16, u16), desk: DeskId) -> Shift {
        let wall = |minute| Wall { day, minute };
        Shift {
            id: ShiftId(id),
            person: self.person.id,
            desk,
            from: wall(from),
            to: wall(to),
        }
    }
}

/// The slots of rest that the rules ask of anybody between two days.
pub(super) fn rest(rules: &[Rule], slot: u16) -> usize {
    let least = rules.iter().filter_map(|rule| {
        if let Kind::Rest { least } = rule.kind
            && rule.severity > Severity::Note
        {
            Some(least)
        } else {
            None
        }
    });
    let least = least.max().unwrap_or(0).div_ceil(u32::from(slot));
    usize::try_from(least).unwrap_or(0)
}

/// Whether the rules want nobody to close and to open on the day after.
pub(super) fn forbids_close_open(rules: &[Rule]) -> bool {
    let forbids = |rule: &Rule| rule.kind == Kind::CloseOpen && rule.severity > Severity::Note;
    rules.iter().any(forbids)
}

fn minutes(slot: u16, slots: usize) -> u16 {
    u16::try_from(slots)
        .unwrap_or(u16::MAX)
        .saturating_mul(slot)
}

fn is_of_place(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Availability
            | Kind::Class { .. }
            | Kind::Leave
            | Kind::OpeningHours { .. }
            | Kind::Authorisation { .. }
            | Kind::Youth(_)
            | Kind::MinimumAge { .. }
            | Kind::Employment
    )
}

/// Breaks are placed within a shift, so long as no rule of theirs blocks.
fn is_of_amount(rule: &Rule) -> bool {
    let is_break = matches!(rule.kind, Kind::Break { .. });
    (is_break && rule.severity == Severity::Block)
        || matches!(
            rule.kind,
            Kind::DayHours { .. }
                | Kind::WeekHours { .. }
                | Kind::Agreed
                | Kind::Award { .. }
                | Kind::Youth(_)
                | Kind::Length { .. }
                | Kind::DaysPerWeek { .. }
                | Kind::ConsecutiveDays { .. }
        )
}
