//! One week of a shift report: by person, by desk, and what was not covered. It reads nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::shift_choice::ShiftChoice;
use super::shift_slots::{WorkSlot, slots};
use super::shift_standing::WeekStanding;
use crate::kernel::id::{DeskId, ShiftId, StaffId};
use crate::kernel::{Day, Minute, Zone};
use crate::policies::{Calendar, OpenDay, WeekStart};
use crate::schedule::{Desk, NeedPlan, Shift, WeekDay, coverage, gaps_in, minutes_of};
use crate::staff::StaffMember;

/// A week of shifts, or the part of one that lies in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftWeek {
    /// Its days with the library's hours.
    pub days: Vec<WeekDay>,
    /// Whether everybody was told of it.
    pub standing: WeekStanding,
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
    /// For each of the days who is at which desk, from when to when.
    pub slots: Vec<Vec<WorkSlot>>,
}

/// Somebody's week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonShifts {
    /// Who.
    pub person: StaffId,
    /// Their name.
    pub name: String,
    /// What they are hired as.
    pub position: String,
    /// The minutes they worked, as they really passed.
    pub minutes: u32,
    /// The minutes a week that they want; none where nothing was said.
    pub wanted_minutes: Option<u32>,
    /// The most minutes a week that were agreed.
    pub most_minutes: Option<u32>,
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
    /// How to reach whoever is there; may be empty.
    pub contact: String,
    /// The minutes worked there.
    pub minutes: u32,
    /// For each of the week's days who worked there, in order.
    pub days: Vec<Vec<DeskShift>>,
    /// For each of the days how much was needed there, and covered by anybody.
    pub cover: Vec<DayCover>,
}

/// How much of a desk's need was covered on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct DayCover {
    /// The minutes that somebody was needed, once for each person needed.
    pub needed: u32,
    /// How many of them somebody was there.
    pub covered: u32,
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
    pub(super) choice: ShiftChoice,
    pub(super) week_starts: WeekStart,
}

/// The week of these days; `all` are all of their shifts, by day and time. What is chosen of them is shown; what a desk
/// needs is covered by anybody.
pub(super) fn week(
    scene: &Scene,
    days: &[Day],
    standing: WeekStanding,
    all: &[Shift],
) -> ShiftWeek {
    let shifts: Vec<Shift> = all
        .iter()
        .filter(|shift| scene.choice.has(shift))
        .cloned()
        .collect();
    let people = people(scene, days, &shifts);
    let cover = cover(scene, days, all);
    let desks = desks(scene, days, &shifts, &cover);
    let shown: Vec<DeskId> = desks.iter().map(|desk| desk.desk).collect();
    let names = names(scene);
    ShiftWeek {
        days: days
            .iter()
            .map(|day| week_day(scene.calendar.day(*day)))
            .collect(),
        standing,
        slots: days
            .iter()
            .map(|day| slots(*day, &shifts, &shown, &names))
            .collect(),
        minutes: people.iter().map(|person| person.minutes).sum(),
        needed_minutes: cover.days.iter().map(|day| day.2.needed).sum(),
        covered_minutes: cover.days.iter().map(|day| day.2.covered).sum(),
        people,
        desks,
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
            position: member.details.position.clone(),
            wanted_minutes: member.details.wanted_minutes,
            most_minutes: member.details.most_minutes,
            minutes: own.iter().map(|shift| minutes_of(shift, scene.zone)).sum(),
            days: by_day(days, &own, line),
        })
    };
    scene.members.iter().filter_map(row).collect()
}

fn names(scene: &Scene) -> BTreeMap<StaffId, &str> {
    let members = scene.members.iter();
    members
        .map(|member| (member.id, member.details.name.as_str()))
        .collect()
}

fn desks(scene: &Scene, days: &[Day], shifts: &[Shift], cover: &Cover) -> Vec<DeskShifts> {
    let names = names(scene);
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
        let idle = desk.details.active && scene.choice.people.is_empty();
        let shown = scene.choice.has_desk(desk.id) && (idle || !own.is_empty());
        shown.then(|| DeskShifts {
            desk: desk.id,
            name: desk.details.name.clone(),
            short: desk.details.short.clone(),
            contact: desk.details.contact.clone(),
            minutes: own.iter().map(|shift| minutes_of(shift, scene.zone)).sum(),
            days: by_day(days, &own, line),
            cover: days.iter().map(|day| cover.of(desk.id, *day)).collect(),
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
    days: Vec<(DeskId, Day, DayCover)>,
    gaps: Vec<ReportGap>,
}

impl Cover {
    fn of(&self, desk: DeskId, on: Day) -> DayCover {
        let days = self.days.iter();
        let mut own = days.filter(|(id, day, _)| (*id, *day) == (desk, on));
        own.next().map(|(_, _, cover)| *cover).unwrap_or_default()
    }
}

/// Who is there beyond the need of a stretch covers nothing elsewhere.
fn cover(scene: &Scene, days: &[Day], shifts: &[Shift]) -> Cover {
    let mut all = Cover::default();
    let chosen = |desk: &&Desk| scene.choice.has_desk(desk.id);
    for open in days.iter().map(|day| scene.calendar.day(*day)) {
        let Some(grid) = open.bounds() else { continue };
        for desk in scene.desks.iter().filter(chosen) {
            let coverage = coverage(desk, &open, &scene.needs, shifts, grid);
            let mut day = DayCover::default();
            for span in &coverage.spans {
                let minutes = elapsed(scene.zone, open.day, span.from, span.to);
                day.needed += minutes * u32::from(span.needed);
                day.covered += minutes * u32::from(span.covered.min(span.needed));
            }
            all.days.push((desk.id, open.day, day));
            let gaps = gaps_in(&coverage).into_iter().map(|gap| ReportGap {
                desk: gap.desk,
                name: desk.details.name.clone(),
                day: gap.day,
                from: gap.from,
                to: gap.to,
                needed: gap.needed,
                covered: gap.covered,
            });
            all.gaps.extend(gaps);
        }
    }
    all
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
                    contact: String::new(),
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
            choice: ShiftChoice::default(),
            week_starts: WeekStart::Sunday,
        }
    }

    fn week_of(zone: &str, shifts: &[Shift]) -> ShiftWeek {
        week(&scene(zone), &[sunday()], WeekStanding::Draft, shifts)
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
        let week = week_of("America/Chicago", &[shift(0, 240)]);
        assert_eq!(
            (week.minutes, week.people[0].minutes, week.desks[0].minutes),
            (300, 300, 300)
        );
        assert_eq!((week.needed_minutes, week.covered_minutes), (600, 300));
    }

    #[test]
    fn a_gap_says_how_many_were_there() {
        let week = week_of("UTC", &[shift(60, 300)]);
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
        let week = week_of("UTC", &[]);
        assert_eq!((week.people.len(), week.desks.len()), (0, 1));
        assert!(week.desks[0].days[0].is_empty());
    }

    #[test]
    fn whoever_is_chosen_is_shown_and_a_need_is_covered_by_anybody() {
        let mut scene = scene("UTC");
        scene.choice.people = vec![StaffId::of(2)];
        let week = week(&scene, &[sunday()], WeekStanding::Draft, &[shift(60, 300)]);
        assert_eq!(
            (week.people.len(), week.desks.len(), week.minutes),
            (0, 0, 0)
        );
        assert_eq!((week.needed_minutes, week.covered_minutes), (480, 180));
        scene.choice = ShiftChoice {
            desks: vec![DeskId::of(2)],
            ..ShiftChoice::default()
        };
        let week = super::week(&scene, &[sunday()], WeekStanding::Draft, &[shift(60, 300)]);
        assert_eq!((week.people.len(), week.needed_minutes), (0, 0));
    }
}
