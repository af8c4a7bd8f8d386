//! One week of a shift report: by person, by desk, and what was not covered. It reads nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Day, Minute, Zone};
use crate::policies::{Calendar, OpenDay};
use crate::schedule::{Desk, NeedPlan, Shift, WeekDay, coverage, gaps_in, minutes_of};
use crate::staff::StaffMember;

/// A week of shifts, or the part of one that lies in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftWeek {
    /// Its days with the library's hours.
    pub days: Vec<WeekDay>,
    /// The desks in use, and those where somebody worked.
    pub desks: Vec<DeskShifts>,
    /// Everybody who worked, in order of their names.
    pub people: Vec<PersonShifts>,
    /// The minutes worked by all.
    pub minutes: u32,
    /// The minutes that desks needed somebody, once for each person needed.
    pub needed_minutes: u32,
    /// How many of them somebody was there.
    pub covered_minutes: u32,
    /// When a desk had fewer people than it needed.
    pub gaps: Vec<ReportGap>,
}

/// Somebody's week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonShifts {
    /// Who.
    pub person: StaffId,
    /// Their name.
    pub name: String,
    /// The minutes they worked, as they really passed.
    pub minutes: u32,
    /// For each of the week's days their shifts in order.
    pub days: Vec<Vec<ReportShift>>,
}

/// A shift as a person's row shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportShift {
    /// Which.
    pub shift: ShiftId,
    /// Where.
    pub desk: DeskId,
    /// The desk's short name.
    pub short: String,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
    /// The minutes that really passed.
    pub minutes: u32,
    /// What else was said of it.
    pub note: String,
}

/// A desk's week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskShifts {
    /// Which.
    pub desk: DeskId,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// The minutes worked there.
    pub minutes: u32,
    /// For each of the week's days who worked there, in order.
    pub days: Vec<Vec<DeskShift>>,
}

/// A shift as a desk's row shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskShift {
    /// Which.
    pub shift: ShiftId,
    /// Who.
    pub person: StaffId,
    /// Their name.
    pub name: String,
    /// From when.
    pub start: Minute,
    /// Until when.
    pub end: Minute,
}

/// A stretch in which a desk had fewer people than it needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportGap {
    /// Where.
    pub desk: DeskId,
    /// The desk's name.
    pub name: String,
    /// The day.
    pub day: Day,
    /// From when.
    pub from: Minute,
    /// Until when.
    pub to: Minute,
    /// How many were needed.
    pub needed: u16,
    /// How many were there.
    pub covered: u16,
}

/// All that weeks are made of.
pub(super) struct Scene {
    pub(super) zone: Zone,
    pub(super) calendar: Calendar,
    pub(super) desks: Vec<Desk>,
    pub(super) needs: Vec<NeedPlan>,
    pub(super) members: Vec<StaffMember>,
}

/// The week of these days; `shifts` are all of theirs, by day and time.
pub(super) fn week(scene: &Scene, days: &[Day], shifts: &[Shift]) -> ShiftWeek {
    let people = people(scene, days, shifts);
    let cover = cover(scene, days, shifts);
    ShiftWeek {
        days: days
            .iter()
            .map(|day| week_day(scene.calendar.day(*day)))
            .collect(),
        desks: desks(scene, days, shifts),
        minutes: people.iter().map(|person| person.minutes).sum(),
        people,
        needed_minutes: cover.needed,
        covered_minutes: cover.covered,
        gaps: cover.gaps,
    }
}

fn week_day(open: OpenDay) -> WeekDay {
    let bounds = open.bounds();
    WeekDay {
        day: open.day,
        opens: bounds.map(|(opens, _)| opens),
        closes: bounds.map(|(_, closes)| closes),
        closed: open.closed,
    }
}

fn people(scene: &Scene, days: &[Day], shifts: &[Shift]) -> Vec<PersonShifts> {
    let shorts: BTreeMap<_, _> = scene
        .desks
        .iter()
        .map(|desk| (desk.id, desk.details.short.as_str()))
        .collect();
    let line = |shift: &Shift| ReportShift {
        shift: shift.id,
        desk: shift.details.desk,
        short: shorts
            .get(&shift.details.desk)
            .copied()
            .unwrap_or_default()
            .to_owned(),
        start: shift.details.start,
        end: shift.details.end,
        minutes: minutes_of(shift, scene.zone),
        note: shift.details.note.clone(),
    };
    let row = |member: &StaffMember| {
        let own: Vec<_> = shifts
            .iter()
            .filter(|shift| shift.details.staff == member.id)
            .collect();
        (!own.is_empty()).then(|| PersonShifts {
            person: member.id,
            name: member.details.name.clone(),
            minutes: own.iter().map(|shift| minutes_of(shift, scene.zone)).sum(),
            days: by_day(days, &own, line),
        })
    };
    scene.members.iter().filter_map(row).collect()
}

fn desks(scene: &Scene, days: &[Day], shifts: &[Shift]) -> Vec<DeskShifts> {
    let names: BTreeMap<_, _> = scene
        .members
        .iter()
        .map(|member| (member.id, member.details.name.as_str()))
        .collect();
    let line = |shift: &Shift| DeskShift {
        shift: shift.id,
        person: shift.details.staff,
        name: names
            .get(&shift.details.staff)
            .copied()
            .unwrap_or_default()
            .to_owned(),
        start: shift.details.start,
        end: shift.details.end,
    };
    let row = |desk: &Desk| {
        let own: Vec<_> = shifts
            .iter()
            .filter(|shift| shift.details.desk == desk.id)
            .collect();
        (desk.details.active || !own.is_empty()).then(|| DeskShifts {
            desk: desk.id,
            name: desk.details.name.clone(),
            short: desk.details.short.clone(),
            minutes: own.iter().map(|shift| minutes_of(shift, scene.zone)).sum(),
            days: by_day(days, &own, line),
        })
    };
    scene.desks.iter().filter_map(row).collect()
}

fn by_day<T>(days: &[Day], shifts: &[&Shift], line: impl Fn(&Shift) -> T) -> Vec<Vec<T>> {
    let of_day = |day: &Day| {
        let of_day = shifts.iter().filter(|shift| shift.details.day == *day);
        of_day.map(|shift| line(shift)).collect()
    };
    days.iter().map(of_day).collect()
}

#[derive(Default)]
struct Cover {
    needed: u32,
    covered: u32,
    gaps: Vec<ReportGap>,
}

/// Who is there beyond the need of a stretch covers nothing elsewhere.
fn cover(scene: &Scene, days: &[Day], shifts: &[Shift]) -> Cover {
    let mut cover = Cover::default();
    for open in days.iter().map(|day| scene.calendar.day(*day)) {
        let Some(grid) = open.bounds() else { continue };
        for desk in &scene.desks {
            let coverage = coverage(desk, &open, &scene.needs, shifts, grid);
            for span in &coverage.spans {
                let minutes = elapsed(scene.zone, open.day, span.from, span.to);
                cover.needed += minutes * u32::from(span.needed);
                cover.covered += minutes * u32::from(span.covered.min(span.needed));
            }
            let gaps = gaps_in(&coverage).into_iter().map(|gap| ReportGap {
                desk: gap.desk,
                name: desk.details.name.clone(),
                day: gap.day,
                from: gap.from,
                to: gap.to,
                needed: gap.needed,
                covered: gap.covered,
            });
            cover.gaps.extend(gaps);
        }
    }
    cover
}

fn elapsed(zone: Zone, day: Day, from: Minute, to: Minute) -> u32 {
    let seconds = zone.instant(day, to).seconds_since(zone.instant(day, from));
    u32::try_from(seconds / 60).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policies::OpeningHours;
    use crate::schedule::{DeskDetails, NeedSpan, ShiftDetails};
    use crate::staff::StaffDetails;

    fn minute(minute: u16) -> Minute {
        Minute::of(minute).unwrap()
    }

    fn sunday() -> Day {
        Day::parse("2026-11-01").unwrap()
    }

    fn scene(zone: &str) -> Scene {
        let details = StaffDetails {
            name: "Ada".into(),
            active: true,
            ..StaffDetails::default()
        };
        Scene {
            zone: Zone::parse(zone).unwrap(),
            calendar: Calendar {
                hours: vec![OpeningHours {
                    weekday: 7,
                    opens: Minute::MIDNIGHT,
                    closes: minute(480),
                }],
                ..Calendar::default()
            },
            desks: vec![Desk {
                id: DeskId::of(1),
                details: DeskDetails {
                    name: "Circulation".into(),
                    short: "C".into(),
                    colour: 1,
                    active: true,
                },
            }],
            needs: vec![NeedPlan {
                desk: DeskId::of(1),
                weekday: 7,
                since: sunday(),
                spans: vec![NeedSpan {
                    from: Minute::MIDNIGHT,
                    to: minute(240),
                    people: 2,
                }],
            }],
            members: vec![StaffMember {
                id: StaffId::of(1),
                details,
            }],
        }
    }

    fn shift(start: u16, end: u16) -> Shift {
        Shift {
            id: ShiftId::of(1),
            details: ShiftDetails {
                staff: StaffId::of(1),
                desk: DeskId::of(1),
                day: sunday(),
                start: minute(start),
                end: minute(end),
                note: String::new(),
            },
        }
    }

    #[test]
    fn a_night_in_which_the_clocks_go_back_has_an_hour_more() {
        let week = week(&scene("America/Chicago"), &[sunday()], &[shift(0, 240)]);
        assert_eq!(
            (week.minutes, week.people[0].minutes, week.desks[0].minutes),
            (300, 300, 300)
        );
        assert_eq!((week.needed_minutes, week.covered_minutes), (600, 300));
    }

    #[test]
    fn a_gap_says_how_many_were_there() {
        let week = week(&scene("UTC"), &[sunday()], &[shift(60, 300)]);
        let gaps: Vec<_> = week
            .gaps
            .iter()
            .map(|gap| (gap.from, gap.to, gap.needed, gap.covered))
            .collect();
        assert_eq!(
            gaps,
            [
                (minute(0), minute(60), 2, 0),
                (minute(60), minute(240), 2, 1)
            ]
        );
        assert_eq!((week.needed_minutes, week.covered_minutes), (480, 180));
    }

    #[test]
    fn who_did_not_work_has_no_row_and_an_idle_desk_has() {
        let week = week(&scene("UTC"), &[sunday()], &[]);
        assert_eq!((week.people.len(), week.desks.len()), (0, 1));
        assert!(week.desks[0].days[0].is_empty());
    }
}
