//! The breakdowns of a usage report, in the order in which people read them. It counts no event.

use super::period::ReportPeriod;
use super::tally::{AGES, Figures, Side, Tally, add, rank};
use super::usage::{AgeUsage, HourUsage, KindUsage, SpanUsage, WeekdayUsage};
use crate::kernel::id::Id;
use crate::policies::{Calendar, ItemType, PatronCategory};

/// The longest period that is broken down by day.
const MOST_DAYS: u32 = 62;

/// The parts of the period, each beside the part of the previous one with the same place in it.
pub(super) fn spans(tally: &Tally, period: ReportPeriod, previous: ReportPeriod) -> Vec<SpanUsage> {
    let cut = if period.days() <= MOST_DAYS {
        ReportPeriod::single_days
    } else {
        ReportPeriod::months
    };
    let (these, those) = (cut(period), cut(previous));
    let rows = these.len().max(those.len());
    let span = |at: usize| {
        let (span, previous) = (these.get(at).copied(), those.get(at).copied());
        SpanUsage {
            span,
            previous,
            figures: side_by_side(tally, span, previous),
        }
    };
    (0..rows).map(span).collect()
}

fn side_by_side(
    tally: &Tally,
    span: Option<ReportPeriod>,
    previous: Option<ReportPeriod>,
) -> Figures {
    let mut sum = Figures::default();
    for part in [span, previous].into_iter().flatten() {
        for (_, figures) in tally.by_day.range(part.from..=part.to) {
            add(&mut sum, figures);
        }
    }
    sum
}

/// The hours in which the library is open on any weekday, and those in which something happened.
pub(super) fn hours(tally: &Tally, calendar: &Calendar) -> Vec<HourUsage> {
    let opening = calendar
        .hours
        .iter()
        .flat_map(|hours| [hours.opens.hour(), (hours.closes.count() - 1) / 60])
        .filter_map(|hour| u8::try_from(hour).ok());
    let all: Vec<u8> = opening.chain(tally.by_hour.keys().copied()).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else {
        return Vec::new();
    };
    (*first..=*last)
        .map(|hour| HourUsage {
            hour,
            figures: tally.by_hour.get(&hour).copied().unwrap_or_default(),
        })
        .collect()
}

/// Loans by weekday and hour.
pub(super) fn weekdays(
    tally: &Tally,
    calendar: &Calendar,
    hours: &[HourUsage],
) -> Vec<WeekdayUsage> {
    let loans = |weekday: u8, hour: u8| {
        let count = tally.loans_at.get(&(weekday, hour)).copied();
        count.or_else(|| is_open(calendar, weekday, hour).then_some(0))
    };
    (1..=7)
        .map(|weekday| WeekdayUsage {
            weekday,
            loans: hours.iter().map(|row| loans(weekday, row.hour)).collect(),
        })
        .collect()
}

fn is_open(calendar: &Calendar, weekday: u8, hour: u8) -> bool {
    let (from, to) = (u16::from(hour) * 60, u16::from(hour) * 60 + 60);
    calendar.hours.iter().any(|hours| {
        hours.weekday == weekday && hours.opens.count() < to && hours.closes.count() > from
    })
}

/// Every item type of the library and every one of the events.
pub(super) fn by_item_type(tally: &Tally, types: &[ItemType]) -> Vec<KindUsage> {
    let known = types
        .iter()
        .map(|kind| row(kind.id, &kind.name, tally.by_item_type.get(&Some(kind.id))));
    sorted(known, tally.by_item_type.get(&None))
}

/// Every patron category of the library and every one of the events.
pub(super) fn by_category(tally: &Tally, categories: &[PatronCategory]) -> Vec<KindUsage> {
    let known = categories
        .iter()
        .map(|kind| row(kind.id, &kind.name, tally.by_category.get(&Some(kind.id))));
    sorted(known, tally.by_category.get(&None))
}

fn row(kind: impl Id, name: &str, figures: Option<&Figures>) -> KindUsage {
    KindUsage {
        kind: Some(kind.row()),
        name: name.to_owned(),
        figures: figures.copied().unwrap_or_default(),
    }
}

fn sorted(known: impl Iterator<Item = KindUsage>, none: Option<&Figures>) -> Vec<KindUsage> {
    let mut rows: Vec<_> = known.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.figures.loans.on(Side::This)));
    rows.extend(none.map(|figures| KindUsage {
        kind: None,
        name: String::new(),
        figures: *figures,
    }));
    rows
}

/// Every age band.
pub(super) fn ages(tally: &Tally) -> Vec<AgeUsage> {
    AGES.into_iter()
        .map(|band| AgeUsage {
            band,
            figures: tally.by_age.get(&rank(band)).copied().unwrap_or_default(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tally::Counted;
    use super::*;
    use crate::activity::{AgeBand, EventKind};
    use crate::kernel::id::{CategoryId, ItemTypeId};
    use crate::kernel::{Day, Minute};
    use crate::policies::OpeningHours;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn period(from: &str, to: &str) -> ReportPeriod {
        ReportPeriod {
            from: day(from),
            to: day(to),
        }
    }

    fn calendar() -> Calendar {
        Calendar {
            hours: vec![OpeningHours {
                weekday: 1,
                opens: Minute::of(570).unwrap(),
                closes: Minute::of(720).unwrap(),
            }],
            ..Calendar::default()
        }
    }

    fn any_event(period: ReportPeriod) -> impl Strategy<Value = Counted> {
        let kinds = [
            EventKind::CheckOut,
            EventKind::Renewal,
            EventKind::Return,
            EventKind::InHouse,
            EventKind::Registration,
        ];
        let facts = (
            0..kinds.len(),
            0..period.days(),
            0..24_u8,
            0..3_i64,
            0..4_usize,
            0..3_i64,
            any::<bool>(),
        );
        facts.prop_map(
            move |(kind, at, hour, category, age, item_type, late)| Counted {
                kind: kinds[kind],
                day: period.from.plus(at),
                hour,
                category: (category > 0).then(|| CategoryId::of(category)),
                age_band: AGES[age],
                item_type: (item_type > 0).then(|| ItemTypeId::of(item_type)),
                late,
            },
        )
    }

    fn sum<'a>(rows: impl Iterator<Item = &'a Figures>) -> Figures {
        let mut sum = Figures::default();
        rows.for_each(|figures| add(&mut sum, figures));
        sum
    }

    proptest! {
        #[test]
        fn every_breakdown_adds_up_to_the_totals(
            these in proptest::collection::vec(any_event(period("2026-10-01", "2026-10-31")), 0..60),
            those in proptest::collection::vec(any_event(period("2026-09-01", "2026-09-30")), 0..60),
        ) {
            let mut tally = Tally::default();
            these.iter().for_each(|event| tally.count(Side::This, event));
            those.iter().for_each(|event| tally.count(Side::Previous, event));
            let types = [1, 2].map(|id| ItemType { id: ItemTypeId::of(id), name: String::new() });
            let categories = [1, 2].map(|id| PatronCategory { id: CategoryId::of(id), name: String::new() });
            let hours = hours(&tally, &calendar());
            let october = period("2026-10-01", "2026-10-31");
            let spans = spans(&tally, october, october.previous());
            prop_assert_eq!(sum(spans.iter().map(|row| &row.figures)), tally.totals);
            prop_assert_eq!(sum(hours.iter().map(|row| &row.figures)), tally.totals);
            prop_assert_eq!(sum(ages(&tally).iter().map(|row| &row.figures)), tally.totals);
            prop_assert_eq!(sum(by_item_type(&tally, &types).iter().map(|row| &row.figures)), tally.totals);
            prop_assert_eq!(sum(by_category(&tally, &categories).iter().map(|row| &row.figures)), tally.totals);
            let heat = weekdays(&tally, &calendar(), &hours);
            let loans: u32 = heat.iter().flat_map(|row| row.loans.iter().flatten()).sum();
            prop_assert_eq!(loans, tally.totals.loans.this);
        }
    }

    #[test]
    fn a_shorter_month_leaves_the_last_days_without_a_neighbour() {
        let november = period("2026-11-01", "2026-11-30");
        let rows = spans(&Tally::default(), november, november.previous());
        assert_eq!((rows.len(), rows[30].span), (31, None));
        assert_eq!(rows[30].previous, Some(period("2026-10-31", "2026-10-31")));
    }

    #[test]
    fn a_closed_hour_is_told_from_an_hour_without_loans() {
        let tally = Tally::default();
        let hours = hours(&tally, &calendar());
        assert_eq!(
            hours.iter().map(|row| row.hour).collect::<Vec<_>>(),
            [9, 10, 11]
        );
        let heat = weekdays(&tally, &calendar(), &hours);
        assert_eq!(heat[0].loans, [Some(0); 3]);
        assert_eq!(heat[1].loans, [None; 3]);
        assert_eq!(AgeBand::Child, AGES[0]);
    }
}
