//! How many people a desk needs and has, stretch by stretch of a day. It reads nothing and places nobody.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::desk::Desk;
use super::need::{NeedPlan, NeedSpan, needed_on};
use super::shift::Shift;
use crate::kernel::id::DeskId;
use crate::kernel::{Day, Minute};
use crate::policies::OpenDay;

/// One desk on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Coverage {
    /// The desk.
    pub desk: DeskId,
    /// The day.
    pub day: Day,
    /// The stretches of the day in order, without holes.
    pub spans: Vec<CoverageSpan>,
}

/// A stretch through which neither the need nor the people change; none crosses an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CoverageSpan {
    /// When it begins.
    pub from: Minute,
    /// When it ends.
    pub to: Minute,
    /// How many people the desk needs.
    pub needed: u16,
    /// How many different people work there.
    pub covered: u16,
}

/// A stretch with fewer people than the desk needs; it may cross hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Gap {
    /// The desk.
    pub desk: DeskId,
    /// The day.
    pub day: Day,
    /// When it begins.
    pub from: Minute,
    /// When it ends.
    pub to: Minute,
    /// How many people the desk needs.
    pub needed: u16,
    /// How many different people work there.
    pub covered: u16,
}

/// A desk's day between the two ends of the grid, cut at every hour and wherever a need or a shift begins or ends.
/// Needs count within opening hours and at desks still in use; a person counts once at a desk, and at each desk where
/// they are booked, for the conflict is told with the shift. Needs and shifts of other desks and days are passed over.
pub fn coverage(
    desk: &Desk,
    hours: &OpenDay,
    needs: &[NeedPlan],
    shifts: &[Shift],
    grid: (Minute, Minute),
) -> Coverage {
    let needs = needs_of(desk, hours, needs);
    let shifts: Vec<_> = shifts
        .iter()
        .filter(|shift| shift.details.desk == desk.id && shift.details.day == hours.day)
        .collect();
    let span = |pair: &[Minute]| CoverageSpan {
        from: pair[0],
        to: pair[1],
        needed: needed_at(pair[0], &needs),
        covered: covered_at(pair[0], &shifts),
    };
    Coverage {
        desk: desk.id,
        day: hours.day,
        spans: cuts(&needs, &shifts, grid).windows(2).map(span).collect(),
    }
}

/// The stretches of a desk's day that are short of people, joined where they touch and are alike.
pub fn gaps_in(coverage: &Coverage) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for span in coverage
        .spans
        .iter()
        .filter(|span| span.covered < span.needed)
    {
        match gaps.last_mut() {
            Some(gap)
                if (gap.to, gap.needed, gap.covered) == (span.from, span.needed, span.covered) =>
            {
                gap.to = span.to;
            }
            _ => gaps.push(Gap {
                desk: coverage.desk,
                day: coverage.day,
                from: span.from,
                to: span.to,
                needed: span.needed,
                covered: span.covered,
            }),
        }
    }
    gaps
}

fn needs_of(desk: &Desk, hours: &OpenDay, needs: &[NeedPlan]) -> Vec<NeedSpan> {
    if !desk.details.active {
        return Vec::new();
    }
    needed_on(desk.id, hours.day, needs)
        .iter()
        .flat_map(|need| {
            hours.hours.iter().map(|open| NeedSpan {
                from: need.from.max(open.opens),
                to: need.to.min(open.closes),
                people: need.people,
            })
        })
        .filter(|need| need.from < need.to)
        .collect()
}

fn cuts(needs: &[NeedSpan], shifts: &[&Shift], (first, last): (Minute, Minute)) -> Vec<Minute> {
    let hours = (first.hour()..=last.hour()).filter_map(|hour| Minute::of(hour * 60));
    let of_needs = needs.iter().flat_map(|need| [need.from, need.to]);
    let of_shifts = shifts
        .iter()
        .flat_map(|shift| [shift.details.start, shift.details.end]);
    let cuts: BTreeSet<_> = hours
        .chain(of_needs)
        .chain(of_shifts)
        .filter(|cut| first < *cut && *cut < last)
        .chain([first, last])
        .collect();
    cuts.into_iter().collect()
}

fn needed_at(minute: Minute, needs: &[NeedSpan]) -> u16 {
    needs
        .iter()
        .filter(|need| need.from <= minute && minute < need.to)
        .map(|need| need.people)
        .sum()
}

fn covered_at(minute: Minute, shifts: &[&Shift]) -> u16 {
    let people: BTreeSet<_> = shifts
        .iter()
        .filter(|shift| shift.details.start <= minute && minute < shift.details.end)
        .map(|shift| shift.details.staff)
        .collect();
    u16::try_from(people.len()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::id::{ShiftId, StaffId};
    use crate::policies::OpenSpan;
    use crate::schedule::{DeskDetails, ShiftDetails};

    const ALL_DAY: (u16, u16) = (0, 1440);

    fn minute(minute: u16) -> Minute {
        Minute::of(minute).unwrap()
    }

    fn monday() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn desk(active: bool) -> Desk {
        Desk {
            id: DeskId::of(1),
            details: DeskDetails {
                name: "Circulation".into(),
                short: "C".into(),
                colour: 1,
                active,
                contact: String::new(),
            },
        }
    }

    fn open(hours: Option<(u16, u16)>) -> OpenDay {
        let span = |(opens, closes)| OpenSpan {
            opens: minute(opens),
            closes: minute(closes),
        };
        OpenDay::open(monday(), hours.map(span).into_iter().collect())
    }

    fn need(from: u16, to: u16, people: u16) -> NeedSpan {
        NeedSpan {
            from: minute(from),
            to: minute(to),
            people,
        }
    }

    fn plan(spans: &[NeedSpan]) -> [NeedPlan; 1] {
        [NeedPlan {
            desk: DeskId::of(1),
            weekday: 1,
            since: Day::MIN,
            spans: spans.to_vec(),
        }]
    }

    fn shift(staff: i64, start: u16, end: u16) -> Shift {
        Shift {
            id: ShiftId::of(staff),
            details: ShiftDetails {
                staff: StaffId::of(staff),
                desk: DeskId::of(1),
                day: monday(),
                start: minute(start),
                end: minute(end),
                note: String::new(),
            },
        }
    }

    fn covered(
        hours: Option<(u16, u16)>,
        needs: &[NeedSpan],
        shifts: &[Shift],
        (from, to): (u16, u16),
    ) -> Vec<(u16, u16, u16, u16)> {
        let grid = (minute(from), minute(to));
        coverage(&desk(true), &open(hours), &plan(needs), shifts, grid)
            .spans
            .iter()
            .map(|span| {
                (
                    span.from.count(),
                    span.to.count(),
                    span.needed,
                    span.covered,
                )
            })
            .collect()
    }

    #[test]
    fn a_day_is_cut_at_hours_and_where_anything_changes() {
        let spans = covered(
            Some((480, 660)),
            &[need(510, 660, 2)],
            &[shift(1, 480, 555), shift(2, 540, 720)],
            (480, 660),
        );
        assert_eq!(
            spans,
            [
                (480, 510, 0, 1),
                (510, 540, 2, 1),
                (540, 555, 2, 2),
                (555, 600, 2, 1),
                (600, 660, 2, 1),
            ]
        );
    }

    #[test]
    fn a_need_counts_while_the_library_is_open() {
        let needs = [need(0, 1440, 1)];
        let spans = covered(Some((570, 600)), &needs, &[], (540, 660));
        assert_eq!(
            spans,
            [(540, 570, 0, 0), (570, 600, 1, 0), (600, 660, 0, 0)]
        );
        assert_eq!(covered(None, &needs, &[], (540, 600)), [(540, 600, 0, 0)]);
    }

    #[test]
    fn a_desk_no_longer_in_use_needs_nobody() {
        let grid = (minute(540), minute(600));
        let unused = coverage(
            &desk(false),
            &open(Some(ALL_DAY)),
            &plan(&[need(540, 600, 1)]),
            &[],
            grid,
        );
        assert!(gaps_in(&unused).is_empty());
    }

    #[test]
    fn one_person_twice_at_a_desk_is_one_person() {
        let twice = [shift(1, 540, 600), shift(1, 540, 600)];
        assert_eq!(
            covered(Some(ALL_DAY), &[], &twice, (540, 600)),
            [(540, 600, 0, 1)]
        );
    }

    #[test]
    fn a_gap_crosses_hours_and_ends_where_its_numbers_change() {
        let needs = [need(540, 720, 2)];
        let shifts = [shift(1, 660, 720)];
        let grid = (minute(0), minute(1440));
        let gaps = gaps_in(&coverage(
            &desk(true),
            &open(Some(ALL_DAY)),
            &plan(&needs),
            &shifts,
            grid,
        ));
        let seen: Vec<_> = gaps
            .iter()
            .map(|gap| (gap.from.count(), gap.to.count(), gap.needed, gap.covered))
            .collect();
        assert_eq!(seen, [(540, 660, 2, 0), (660, 720, 2, 1)]);
    }

    fn stretch() -> impl Strategy<Value = (u16, u16)> {
        (0..1440_u16).prop_flat_map(|from| (Just(from), from + 1..=1440))
    }

    proptest! {
        #[test]
        fn every_minute_counts_as_it_would_alone(
            hours in proptest::option::of(stretch()),
            needs in proptest::collection::vec((stretch(), 1..5_u16), 0..4),
            shifts in proptest::collection::vec((1..4_i64, stretch()), 0..8),
            grid in stretch(),
        ) {
            let needs: Vec<_> = needs.into_iter().map(|((from, to), people)| need(from, to, people)).collect();
            let shifts: Vec<_> = shifts.into_iter().map(|(staff, (start, end))| shift(staff, start, end)).collect();
            let spans = covered(hours, &needs, &shifts, grid);
            prop_assert!(spans.windows(2).all(|pair| pair[0].1 == pair[1].0));
            prop_assert_eq!((spans[0].0, spans[spans.len() - 1].1), grid);
            for (from, to, needed, covered) in spans {
                prop_assert!(from < to && (to - 1) / 60 == from / 60);
                for now in from..to {
                    let open = hours.is_some_and(|(opens, closes)| (opens..closes).contains(&now));
                    let wanted: u16 = needs.iter()
                        .filter(|need| open && (need.from.count()..need.to.count()).contains(&now))
                        .map(|need| need.people)
                        .sum();
                    let there: BTreeSet<_> = shifts.iter()
                        .filter(|shift| (shift.details.start.count()..shift.details.end.count()).contains(&now))
                        .map(|shift| shift.details.staff)
                        .collect();
                    prop_assert_eq!((needed, usize::from(covered)), (wanted, there.len()));
                }
            }
        }
    }
}
