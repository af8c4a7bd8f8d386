//! What laying a pattern comes to: which shifts, and which not and why. It reads and writes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::template::Template;
use crate::kernel::id::{DeskId, StaffId, TemplateId};
use crate::kernel::{Day, Error, Result};
use crate::schedule::shift::{Shift, ShiftDetails};

/// The longest stretch that a pattern covers, in days: a year and some.
const LONGEST: i64 = 400;

/// The most weeks that come in turn.
const MOST_WEEKS: usize = 8;

/// Lays templates over a stretch of days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LayPattern {
    /// The templates in turn: one for every week, two for every other week; the first begins.
    pub weeks: Vec<TemplateId>,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// Stretches in which something else holds; where two overlap, the later in the list.
    #[serde(default)]
    pub except: Vec<PatternException>,
}

/// A stretch of days in which something else holds than the pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PatternException {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The template that holds instead; absent where nobody is placed.
    pub template: Option<TemplateId>,
}

/// What laying a pattern comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Laying {
    /// What is placed, by day.
    pub placed: Vec<ShiftDetails>,
    /// What is not, by day.
    pub skipped: Vec<Skipped>,
}

/// A shift of the pattern that is not placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Skipped {
    /// What would have been placed.
    pub details: ShiftDetails,
    /// Why it is not.
    pub why: SkipReason,
}

/// Why a shift of a pattern is not placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SkipReason {
    /// The library is closed on that day.
    Closed {
        /// Why.
        reason: String,
    },
    /// The pattern says so.
    Excepted,
    /// The person does not work here then.
    NotHere,
    /// The person is on leave.
    OnLeave,
    /// The desk is not in use any more.
    DeskNotInUse,
    /// The person works at that time already.
    WorksThen,
}

/// What there is on the days of a pattern.
pub(super) struct Ground<'a> {
    /// The first day of the week in which a day lies.
    pub(super) week: &'a dyn Fn(Day) -> Day,
    /// Why the library is closed on a day that it would be open.
    pub(super) closed: &'a dyn Fn(Day) -> Option<String>,
    /// Whether a person cannot be placed so, and why.
    pub(super) hindered: &'a dyn Fn(&ShiftDetails) -> Option<SkipReason>,
    /// Whether a desk is in use.
    pub(super) in_use: &'a dyn Fn(DeskId) -> bool,
    /// The shifts that are there already.
    pub(super) shifts: &'a [Shift],
}

impl LayPattern {
    /// Refused where it is no pattern.
    pub(super) fn checked(&self) -> Result<()> {
        if self.weeks.is_empty() || self.weeks.len() > MOST_WEEKS {
            let problem = format!("must name one to {MOST_WEEKS} templates");
            return Err(Error::invalid("weeks", problem));
        }
        let days = self.last.days_since(self.first);
        if !(0..LONGEST).contains(&days) {
            let problem = format!("must lie within {LONGEST} days from {}", self.first);
            return Err(Error::invalid("last", problem));
        }
        match self.except.iter().find(|one| one.last < one.first) {
            Some(one) => Err(Error::invalid(
                "except",
                format!(
                    "hold {} to {}, which is no stretch of days",
                    one.first, one.last
                ),
            )),
            None => Ok(()),
        }
    }

    /// The exception that holds on a day.
    fn exception(&self, day: Day) -> Option<&PatternException> {
        let holds = |one: &&PatternException| one.first <= day && day <= one.last;
        self.except.iter().rev().find(holds)
    }

    /// The template whose turn it is in the week of a day.
    fn turn(&self, week: Day, first_week: Day) -> TemplateId {
        let weeks = week.days_since(first_week).max(0) / 7;
        let turn = usize::try_from(weeks).unwrap_or_default() % self.weeks.len();
        self.weeks[turn]
    }
}

/// What laying a pattern comes to.
pub(super) fn laying(pattern: &LayPattern, templates: &[Template], ground: &Ground<'_>) -> Laying {
    let mut works = BTreeMap::<(StaffId, Day), Vec<ShiftDetails>>::new();
    for shift in ground.shifts {
        let details = &shift.details;
        works
            .entry((details.staff, details.day))
            .or_default()
            .push(details.clone());
    }
    let mut laying = Laying {
        placed: Vec::new(),
        skipped: Vec::new(),
    };
    let first_week = (ground.week)(pattern.first);
    for day in pattern.first.through(pattern.last) {
        let exception = pattern.exception(day);
        let turn = pattern.turn((ground.week)(day), first_week);
        let id = exception.and_then(|one| one.template).unwrap_or(turn);
        let excepted = exception.is_some_and(|one| one.template.is_none());
        for details in shifts_on(templates, id, day) {
            let there = works.entry((details.staff, day)).or_default();
            let why = match excepted {
                true => Some(SkipReason::Excepted),
                false => against(&details, there, ground),
            };
            match why {
                Some(why) => laying.skipped.push(Skipped { details, why }),
                None => {
                    there.push(details.clone());
                    laying.placed.push(details);
                }
            }
        }
    }
    laying
}

fn shifts_on(templates: &[Template], id: TemplateId, day: Day) -> Vec<ShiftDetails> {
    let shifts = templates
        .iter()
        .filter(|template| template.id == id)
        .flat_map(|template| &template.shifts);
    shifts
        .filter(|shift| shift.weekday == day.weekday())
        .map(|shift| shift.on(day))
        .collect()
}

fn against(
    details: &ShiftDetails,
    there: &[ShiftDetails],
    ground: &Ground<'_>,
) -> Option<SkipReason> {
    if let Some(reason) = (ground.closed)(details.day) {
        return Some(SkipReason::Closed { reason });
    }
    if let Some(why) = (ground.hindered)(details) {
        return Some(why);
    }
    if !(ground.in_use)(details.desk) {
        return Some(SkipReason::DeskNotInUse);
    }
    let overlaps = |other: &ShiftDetails| other.start < details.end && details.start < other.end;
    there.iter().any(overlaps).then_some(SkipReason::WorksThen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Minute;
    use crate::kernel::id::ShiftId;
    use crate::schedule::patterns::TemplateShift;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn template(id: i64, staff: i64, start: u16) -> Template {
        Template {
            id: TemplateId::of(id),
            name: format!("Week {id}"),
            shifts: vec![TemplateShift {
                staff: StaffId::of(staff),
                desk: DeskId::of(1),
                weekday: 1,
                start: Minute::of(start).unwrap(),
                end: Minute::of(start + 60).unwrap(),
                note: String::new(),
            }],
        }
    }

    fn pattern(weeks: &[i64], except: Vec<PatternException>) -> LayPattern {
        LayPattern {
            weeks: weeks.iter().map(|id| TemplateId::of(*id)).collect(),
            first: day("2026-11-23"),
            last: day("2026-12-14"),
            except,
        }
    }

    fn laid(pattern: &LayPattern, shifts: &[Shift]) -> Laying {
        let ground = Ground {
            week: &|day| day.minus(u32::from(day.weekday()) - 1),
            closed: &|on| (on == day("2026-12-14")).then(|| "Flood".into()),
            hindered: &|details| (details.staff == StaffId::of(9)).then_some(SkipReason::NotHere),
            in_use: &|_| true,
            shifts,
        };
        laying(
            pattern,
            &[template(1, 1, 540), template(2, 2, 600)],
            &ground,
        )
    }

    type Placed = Vec<(String, i64)>;
    type NotPlaced = Vec<(String, SkipReason)>;

    fn told(laying: &Laying) -> (Placed, NotPlaced) {
        let placed = laying.placed.iter().map(|one| {
            use crate::kernel::id::Id;
            (one.day.to_string(), one.staff.row())
        });
        let skipped = laying
            .skipped
            .iter()
            .map(|one| (one.details.day.to_string(), one.why.clone()));
        (placed.collect(), skipped.collect())
    }

    #[test]
    fn two_templates_come_in_turn_and_a_closed_day_is_skipped() {
        let (placed, skipped) = told(&laid(&pattern(&[1, 2], vec![]), &[]));
        assert_eq!(
            placed,
            [
                ("2026-11-23".into(), 1),
                ("2026-11-30".into(), 2),
                ("2026-12-07".into(), 1)
            ]
        );
        let reason = "Flood".into();
        assert_eq!(
            skipped,
            [("2026-12-14".into(), SkipReason::Closed { reason })]
        );
    }

    #[test]
    fn an_exception_lays_another_week_or_nothing() {
        let except = |on: &str, template| PatternException {
            first: day(on),
            last: day(on),
            template,
        };
        let except = vec![
            except("2026-11-30", None),
            except("2026-12-07", Some(TemplateId::of(2))),
        ];
        let (placed, skipped) = told(&laid(&pattern(&[1], except), &[]));
        assert_eq!(placed, [("2026-11-23".into(), 1), ("2026-12-07".into(), 2)]);
        assert_eq!(skipped[0], ("2026-11-30".into(), SkipReason::Excepted));
    }

    #[test]
    fn who_works_then_already_is_left_alone() {
        let there = Shift {
            id: ShiftId::of(1),
            details: template(1, 1, 570).shifts[0].on(day("2026-11-23")),
        };
        let (placed, skipped) = told(&laid(&pattern(&[1], vec![]), &[there]));
        assert_eq!(placed.len(), 2);
        assert_eq!(skipped[0], ("2026-11-23".into(), SkipReason::WorksThen));
    }

    #[test]
    fn a_pattern_has_weeks_and_an_end() {
        assert!(pattern(&[1], vec![]).checked().is_ok());
        assert!(pattern(&[], vec![]).checked().is_err());
        let mut backwards = pattern(&[1], vec![]);
        backwards.last = day("2026-11-22");
        assert!(backwards.checked().is_err());
    }
}
