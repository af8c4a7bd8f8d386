//! What is odd about a shift, as facts for people to judge. It refuses nothing and reads nothing.

use serde::Serialize;
use ts_rs::TS;

use super::shift::{Shift, minutes_of};
use crate::kernel::id::ShiftId;
use crate::kernel::{Day, Minute, Zone};
use crate::policies::OpenDay;
use crate::staff::StaffMember;

/// One thing that is odd about a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Conflict {
    /// The person works elsewhere at the same time.
    DoubleBooked {
        /// The other shift.
        other: ShiftId,
        /// When both have begun.
        from: Minute,
        /// When one of them ends.
        to: Minute,
    },
    /// The library is closed on that day.
    Closed {
        /// Why; empty when that weekday is always closed.
        reason: String,
    },
    /// The shift begins before the library opens, or ends after it closes.
    OutsideHours {
        /// When the library opens.
        opens: Minute,
        /// When it closes.
        closes: Minute,
    },
    /// The person's week holds more work than they want.
    OverWanted {
        /// Minutes wanted.
        wanted: u32,
        /// Minutes placed.
        minutes: u32,
    },
    /// The person works here no longer, and the shift is still to come.
    LeftStaff,
}

/// What a shift is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// Who works.
    pub person: &'a StaffMember,
    /// All of that person's shifts of that week, the judged one among them.
    pub week: &'a [&'a Shift],
    /// The library's hours on that day.
    pub hours: &'a OpenDay,
    /// The library's day now.
    pub today: Day,
    /// Where the library is.
    pub zone: Zone,
}

/// All that is odd about a shift, the weightiest first. Shifts that only touch do not conflict.
pub fn conflicts(shift: &Shift, around: &Circumstances<'_>) -> Vec<Conflict> {
    let mut conflicts = double_bookings(shift, around.week);
    conflicts.extend(hours(shift, around.hours));
    conflicts.extend(left(shift, around));
    conflicts.extend(over_wanted(around));
    conflicts
}

fn double_bookings(shift: &Shift, week: &[&Shift]) -> Vec<Conflict> {
    let others = week
        .iter()
        .filter(|other| other.id != shift.id && other.details.day == shift.details.day);
    others
        .filter_map(|other| {
            let from = shift.details.start.max(other.details.start);
            let to = shift.details.end.min(other.details.end);
            (from < to).then_some(Conflict::DoubleBooked {
                other: other.id,
                from,
                to,
            })
        })
        .collect()
}

fn hours(shift: &Shift, day: &OpenDay) -> Option<Conflict> {
    let Some((opens, closes)) = day.bounds() else {
        return Some(Conflict::Closed {
            reason: day.closed.clone().unwrap_or_default(),
        });
    };
    let within = opens <= shift.details.start && shift.details.end <= closes;
    (!within).then_some(Conflict::OutsideHours { opens, closes })
}

/// Somebody who left has worked their past shifts all the same.
fn left(shift: &Shift, around: &Circumstances<'_>) -> Option<Conflict> {
    let to_come = shift.details.day >= around.today;
    (to_come && !around.person.details.active).then_some(Conflict::LeftStaff)
}

fn over_wanted(around: &Circumstances<'_>) -> Option<Conflict> {
    let wanted = around.person.details.wanted_minutes?;
    let minutes = around
        .week
        .iter()
        .map(|shift| minutes_of(shift, around.zone))
        .sum();
    (minutes > wanted).then_some(Conflict::OverWanted { wanted, minutes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::{DeskId, StaffId};
    use crate::policies::OpenSpan;
    use crate::schedule::ShiftDetails;
    use crate::staff::StaffDetails;

    const MONDAY: &str = "2026-11-23";

    fn minute(minute: u16) -> Minute {
        Minute::of(minute).unwrap()
    }

    fn shift(id: i64, day: &str, start: u16, end: u16) -> Shift {
        Shift {
            id: ShiftId::of(id),
            details: ShiftDetails {
                staff: StaffId::of(1),
                desk: DeskId::of(id),
                day: Day::parse(day).unwrap(),
                start: minute(start),
                end: minute(end),
                note: String::new(),
            },
        }
    }

    fn ada(wanted_minutes: Option<u32>, active: bool) -> StaffMember {
        StaffMember {
            id: StaffId::of(1),
            details: StaffDetails {
                name: "Ada".into(),
                wanted_minutes,
                active,
                ..StaffDetails::default()
            },
        }
    }

    fn span((opens, closes): (u16, u16)) -> OpenSpan {
        let (opens, closes) = (minute(opens), minute(closes));
        OpenSpan { opens, closes }
    }

    fn open(hours: Option<(u16, u16)>, closed: Option<&str>) -> OpenDay {
        OpenDay {
            day: Day::parse(MONDAY).unwrap(),
            hours: hours.map(span).into_iter().collect(),
            closed: closed.map(Into::into),
        }
    }

    fn judged(
        shift: &Shift,
        others: &[Shift],
        person: &StaffMember,
        hours: &OpenDay,
    ) -> Vec<Conflict> {
        let week: Vec<_> = others.iter().chain([shift]).collect();
        let around = Circumstances {
            person,
            week: &week,
            hours,
            today: Day::parse(MONDAY).unwrap(),
            zone: Zone::UTC,
        };
        conflicts(shift, &around)
    }

    fn judged_among(shift: &Shift, others: &[Shift]) -> Vec<Conflict> {
        judged(
            shift,
            others,
            &ada(None, true),
            &open(Some((540, 1020)), None),
        )
    }

    #[test]
    fn shifts_that_touch_do_not_conflict() {
        let others = [shift(2, MONDAY, 540, 600), shift(3, MONDAY, 720, 780)];
        assert_eq!(judged_among(&shift(1, MONDAY, 600, 720), &others), []);
    }

    #[test]
    fn an_overlap_names_the_other_shift_and_the_time_in_both() {
        let others = [shift(2, MONDAY, 540, 660), shift(3, "2026-11-24", 600, 720)];
        let conflict = Conflict::DoubleBooked {
            other: ShiftId::of(2),
            from: minute(600),
            to: minute(660),
        };
        assert_eq!(
            judged_among(&shift(1, MONDAY, 600, 720), &others),
            [conflict]
        );
    }

    #[test]
    fn a_shift_may_fill_the_hours_and_no_more() {
        let outside = Conflict::OutsideHours {
            opens: minute(540),
            closes: minute(1020),
        };
        assert_eq!(judged_among(&shift(1, MONDAY, 540, 1020), &[]), []);
        for (start, end) in [(525, 600), (960, 1035), (480, 1080)] {
            assert_eq!(
                judged_among(&shift(1, MONDAY, start, end), &[]),
                std::slice::from_ref(&outside)
            );
        }
    }

    #[test]
    fn a_shift_on_a_closed_day_says_why_it_is_closed() {
        let reason = |closed| {
            judged(
                &shift(1, MONDAY, 540, 600),
                &[],
                &ada(None, true),
                &open(None, closed),
            )
        };
        for (closed, said) in [(Some("Thanksgiving"), "Thanksgiving"), (Some(""), "")] {
            let conflict = Conflict::Closed {
                reason: said.into(),
            };
            assert_eq!(reason(closed), [conflict]);
        }
    }

    #[test]
    fn a_week_may_hold_all_the_wanted_work_and_no_more() {
        let others = [shift(2, "2026-11-24", 540, 720)];
        let hours = open(Some((540, 1020)), None);
        let of = |wanted| {
            judged(
                &shift(1, MONDAY, 540, 600),
                &others,
                &ada(Some(wanted), true),
                &hours,
            )
        };
        assert_eq!(of(240), []);
        let conflict = Conflict::OverWanted {
            wanted: 239,
            minutes: 240,
        };
        assert_eq!(of(239), [conflict]);
    }

    #[test]
    fn who_left_is_missed_from_today_on_only() {
        let (left, hours) = (ada(None, false), open(Some((540, 1020)), None));
        let of = |day| judged(&shift(1, day, 540, 600), &[], &left, &hours);
        assert_eq!(of("2026-11-22"), []);
        assert_eq!(of(MONDAY), [Conflict::LeftStaff]);
    }
}
