//! A day of one person: what was scheduled, what was worked, what is paid, and what does not fit. It reads no row.

use serde::Serialize;
use ts_rs::TS;

use super::rounding::Rounding;
use super::spell::{Spell, SpellState};
use crate::kernel::id::{DeskId, ShiftId};
use crate::kernel::{At, Day, Minute, Zone};
use crate::schedule::{Shift, minutes_of};

/// So many seconds late or early are nobody's affair.
const GRACE: i64 = 5 * 60;

/// A shift as a timesheet tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DayShift {
    /// Which.
    pub shift: ShiftId,
    /// Where.
    pub desk: DeskId,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
}

/// A spell with what is paid of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaidSpell {
    /// The spell.
    pub spell: Spell,
    /// When they came, on the lines of the rounding.
    pub from: Option<At>,
    /// When they went, on the lines of the rounding.
    pub to: Option<At>,
    /// The minutes worked.
    pub worked: u32,
    /// The minutes paid.
    pub paid: u32,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayOddity {
    /// They did not say when they went.
    NoEnd {
        /// When they came.
        since: At,
    },
    /// They did not say when they came.
    NoStart {
        /// When they went.
        until: At,
    },
    /// A shift is over, and nobody came.
    Missed {
        /// When it began.
        start: Minute,
        /// When it ended.
        end: Minute,
    },
    /// They came late.
    Late {
        /// By so many minutes.
        minutes: u32,
    },
    /// They went early.
    LeftEarly {
        /// By so many minutes.
        minutes: u32,
    },
    /// They worked on a day without a shift.
    Unscheduled {},
}

/// A day of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkDay {
    /// The day.
    pub day: Day,
    /// What was scheduled.
    pub shifts: Vec<DayShift>,
    /// When they were there.
    pub spells: Vec<PaidSpell>,
    /// The minutes scheduled.
    pub scheduled: u32,
    /// The minutes worked.
    pub worked: u32,
    /// The minutes paid.
    pub paid: u32,
    /// What does not fit.
    pub oddities: Vec<DayOddity>,
}

/// By what a day is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lens {
    pub(super) rounding: Rounding,
    pub(super) zone: Zone,
    pub(super) now: At,
    /// The day of the first stamp of all; before it nobody missed a shift, for nobody signed in.
    pub(super) since: Option<Day>,
}

impl Lens {
    /// A day with its shifts in order of time, and its spells.
    pub(super) fn day(self, day: Day, shifts: &[Shift], spells: Vec<Spell>) -> WorkDay {
        let spells: Vec<PaidSpell> = spells.into_iter().map(|spell| self.paid(spell)).collect();
        let told = |shift: &Shift| DayShift {
            shift: shift.id,
            desk: shift.details.desk,
            start: shift.details.start,
            end: shift.details.end,
        };
        WorkDay {
            day,
            scheduled: shifts
                .iter()
                .map(|shift| minutes_of(shift, self.zone))
                .sum(),
            worked: spells.iter().map(|spell| spell.worked).sum(),
            paid: spells.iter().map(|spell| spell.paid).sum(),
            oddities: self.oddities(day, shifts, &spells),
            shifts: shifts.iter().map(told).collect(),
            spells,
        }
    }

    fn paid(self, spell: Spell) -> PaidSpell {
        let rounded = |at: At| self.rounding.instant(at, self.zone);
        let from = spell.start.as_ref().map(|stamp| rounded(stamp.at));
        let to = spell.end.as_ref().map(|stamp| rounded(stamp.at));
        let paid = match (from, to) {
            (Some(from), Some(to)) => u32::try_from(to.seconds_since(from) / 60).unwrap_or(0),
            _ => 0,
        };
        PaidSpell {
            worked: spell.minutes(),
            spell,
            from,
            to,
            paid,
        }
    }

    fn oddities(self, day: Day, shifts: &[Shift], spells: &[PaidSpell]) -> Vec<DayOddity> {
        let mut oddities: Vec<DayOddity> = spells
            .iter()
            .filter_map(
                |paid| match (&paid.spell.start, &paid.spell.end, paid.spell.state) {
                    (Some(start), None, SpellState::NoEnd) => {
                        Some(DayOddity::NoEnd { since: start.at })
                    }
                    (None, Some(end), _) => Some(DayOddity::NoStart { until: end.at }),
                    _ => None,
                },
            )
            .collect();
        if shifts.is_empty() {
            oddities.extend((!spells.is_empty()).then_some(DayOddity::Unscheduled {}));
            return oddities;
        }
        for (start, end) in stretches(shifts) {
            let stretch = (self.zone.instant(day, start), self.zone.instant(day, end));
            oddities.extend(self.against(stretch, (start, end), spells));
        }
        oddities
    }

    /// What does not fit of one stretch of shifts.
    fn against(
        self,
        (begins, ends): (At, At),
        (start, end): (Minute, Minute),
        spells: &[PaidSpell],
    ) -> Vec<DayOddity> {
        let there: Vec<&Spell> = spells
            .iter()
            .map(|paid| &paid.spell)
            .filter(|spell| {
                let came = spell.start.as_ref().or(spell.end.as_ref());
                let went = spell.end.as_ref().map_or(self.now, |stamp| stamp.at);
                came.is_some_and(|stamp| stamp.at < ends) && went > begins
            })
            .collect();
        let Some(first) = there.first() else {
            let signed = self
                .since
                .is_some_and(|since| begins.local(self.zone).0 >= since);
            let over = signed && ends < self.now;
            return Vec::from_iter(over.then_some(DayOddity::Missed { start, end }));
        };
        let minutes =
            |seconds: i64| (seconds > GRACE).then(|| u32::try_from(seconds / 60).unwrap_or(0));
        let came = first
            .start
            .as_ref()
            .map_or(0, |stamp| stamp.at.seconds_since(begins));
        let done = there.iter().all(|spell| spell.state == SpellState::Done);
        let last = there.last().and_then(|spell| spell.end.as_ref());
        let went = last
            .filter(|_| done)
            .map_or(0, |stamp| ends.seconds_since(stamp.at));
        let late = minutes(came).map(|minutes| DayOddity::Late { minutes });
        let early = minutes(went).map(|minutes| DayOddity::LeftEarly { minutes });
        late.into_iter().chain(early).collect()
    }
}

/// Shifts that follow each other at once are one stretch of work.
fn stretches(shifts: &[Shift]) -> Vec<(Minute, Minute)> {
    let mut stretches: Vec<(Minute, Minute)> = Vec::new();
    for details in shifts.iter().map(|shift| &shift.details) {
        match stretches.last_mut() {
            Some((_, end)) if details.start <= *end => *end = (*end).max(details.end),
            _ => stretches.push((details.start, details.end)),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::spell::spells;
    use crate::hours::stamp::{Side, Stamp};
    use crate::kernel::id::{StaffId, StampId};
    use crate::schedule::ShiftDetails;

    fn minute(minute: u16) -> Minute {
        Minute::of(minute).unwrap()
    }

    fn told(shifts: &[(u16, u16)], stamps: &[(Side, u16)], now: u16) -> WorkDay {
        let day = Day::of(2026, 11, 23).unwrap();
        let at = |count: u16| Zone::UTC.instant(day, minute(count));
        let shift = |(start, end): &(u16, u16)| Shift {
            id: ShiftId::of(1),
            details: ShiftDetails {
                staff: StaffId::of(1),
                desk: DeskId::of(1),
                day,
                start: minute(*start),
                end: minute(*end),
                note: String::new(),
            },
        };
        let shifts: Vec<Shift> = shifts.iter().map(shift).collect();
        let stamp = |(side, count): &(Side, u16)| Stamp {
            id: StampId::of(1),
            staff: StaffId::of(1),
            side: *side,
            at: at(*count),
            reason: String::new(),
            by: String::new(),
        };
        let lens = Lens {
            rounding: Rounding::Fifteen,
            zone: Zone::UTC,
            now: at(now),
            since: Some(day),
        };
        let spells = spells(stamps.iter().map(stamp).collect(), at(now), Zone::UTC);
        lens.day(day, &shifts, spells)
    }

    #[test]
    fn a_day_as_it_was_scheduled_is_not_odd() {
        let day = told(
            &[(540, 660), (660, 780)],
            &[(Side::In, 537), (Side::Out, 783)],
            1000,
        );
        assert_eq!((day.scheduled, day.worked, day.paid), (240, 246, 240));
        assert_eq!(day.oddities, []);
    }

    #[test]
    fn who_comes_late_and_goes_early_is_told_by_how_much() {
        let day = told(&[(540, 780)], &[(Side::In, 552), (Side::Out, 770)], 1000);
        assert_eq!(
            day.oddities,
            [
                DayOddity::Late { minutes: 12 },
                DayOddity::LeftEarly { minutes: 10 }
            ]
        );
    }

    #[test]
    fn a_shift_that_is_over_and_nobody_came_is_missed() {
        assert_eq!(told(&[(540, 780)], &[], 700).oddities, []);
        let missed = DayOddity::Missed {
            start: minute(540),
            end: minute(780),
        };
        assert_eq!(told(&[(540, 780)], &[], 800).oddities, [missed]);
    }

    #[test]
    fn who_is_still_there_did_not_go_early() {
        let day = told(&[(540, 780)], &[(Side::In, 540)], 600);
        assert_eq!((day.worked, day.oddities.len()), (0, 0));
    }

    #[test]
    fn work_without_a_shift_is_told() {
        let day = told(&[], &[(Side::In, 540), (Side::Out, 600)], 700);
        assert_eq!(day.oddities, [DayOddity::Unscheduled {}]);
    }
}
