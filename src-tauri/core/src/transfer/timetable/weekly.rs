//! Single meetings drawn together to weekly classes, so that a term is read at a glance. It adds none and loses none.

use std::collections::{BTreeMap, BTreeSet};

use super::read::ReadTimetable;
use crate::kernel::{Day, Minute};
use crate::staff::{ClassDetails, ClassWeeks};

/// One meeting on the library's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meeting {
    pub(super) day: Day,
    pub(super) start: Minute,
    pub(super) end: Minute,
}

/// The classes that meet exactly then.
pub(super) fn weekly(
    asked: &ReadTimetable,
    title: &str,
    meetings: Vec<Meeting>,
) -> Vec<ClassDetails> {
    let mut days = BTreeMap::<(u8, Minute, Minute), BTreeSet<Day>>::new();
    for Meeting { day, start, end } in meetings {
        days.entry((day.weekday(), start, end))
            .or_default()
            .insert(day);
    }
    let class = |(weekday, start, end), run: Run| ClassDetails {
        staff: asked.staff,
        title: title.to_owned(),
        weekday,
        start,
        end,
        first: run.first,
        last: run.last,
        weeks: run.weeks,
        travel_minutes: asked.travel_minutes,
        skipped: run.skipped,
    };
    let runs = days
        .into_iter()
        .flat_map(|(slot, days)| runs(&days).into_iter().map(move |run| (slot, run)));
    runs.map(|(slot, run)| class(slot, run)).collect()
}

/// A stretch of weeks in which a class meets.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    first: Day,
    last: Day,
    weeks: ClassWeeks,
    skipped: Vec<Day>,
}

/// Days of one weekday as few runs: every week or every other, with the days that are left out; each day by itself
/// where more would be left out than meet.
fn runs(days: &BTreeSet<Day>) -> Vec<Run> {
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else {
        return Vec::new();
    };
    let is_odd = |day: &Day| day.week_number() % 2 == 1;
    let odd = days.iter().all(is_odd).then_some(ClassWeeks::Odd);
    let even = || (!days.iter().any(is_odd)).then_some(ClassWeeks::Even);
    let run = |weeks: ClassWeeks| Run {
        first,
        last,
        weeks,
        skipped: first
            .through(last)
            .step_by(7)
            .filter(|day| match weeks {
                ClassWeeks::Every => true,
                ClassWeeks::Odd => is_odd(day),
                ClassWeeks::Even => !is_odd(day),
            })
            .filter(|day| !days.contains(day))
            .collect(),
    };
    let every = run(ClassWeeks::Every);
    let other = odd.or_else(even).filter(|_| days.len() > 1).map(run);
    let best = match other {
        Some(other) if other.skipped.len() < every.skipped.len() => other,
        _ => every,
    };
    if best.skipped.len() <= days.len() {
        return vec![best];
    }
    let alone = |day: &Day| Run {
        first: *day,
        last: *day,
        weeks: ClassWeeks::Every,
        skipped: Vec::new(),
    };
    days.iter().map(alone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(days: &[&str]) -> Vec<String> {
        let days = days.iter().map(|day| Day::parse(day).unwrap()).collect();
        let runs = runs(&days).into_iter().map(|run| {
            let skipped: Vec<_> = run.skipped.iter().map(ToString::to_string).collect();
            format!(
                "{} {} {} -{}",
                run.first,
                run.last,
                run.weeks.as_str(),
                skipped.join(",")
            )
        });
        runs.collect()
    }

    #[test]
    fn meetings_week_by_week_are_one_class_with_the_days_it_skips() {
        let days = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-30"];
        assert_eq!(told(&days), ["2026-11-02 2026-11-30 every -2026-11-23"]);
    }

    #[test]
    fn meetings_every_other_week_are_one_class_of_odd_or_even_weeks() {
        let days = ["2026-11-02", "2026-11-16", "2026-11-30"];
        assert_eq!(told(&days), ["2026-11-02 2026-11-30 odd -"]);
    }

    #[test]
    fn every_other_week_across_a_year_of_53_weeks_still_meets_on_its_days() {
        let days = ["2026-12-14", "2026-12-28", "2027-01-11", "2027-01-25"];
        assert_eq!(
            told(&days),
            ["2026-12-14 2027-01-25 every -2026-12-21,2027-01-04,2027-01-18"]
        );
    }

    #[test]
    fn meetings_far_apart_stand_alone() {
        let days = ["2026-09-07", "2026-11-30"];
        assert_eq!(
            told(&days),
            [
                "2026-09-07 2026-09-07 every -",
                "2026-11-30 2026-11-30 every -"
            ]
        );
    }
}
