//! The breakdowns of a usage report, in the order in which people read them. It counts no event.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::compared::{Compared, Side};
use super::measure::{By, Measure};
use super::notation;
use super::period::ReportPeriod;
use super::tally::{AGES, Counts, Name, Tally, rank};
use super::usage::{Breakdown, HeatUsage, UsagePart, UsageRow, WeekdayUsage};
use super::{usage_words, words};
use crate::policies::{Calendar, ClockHabit, ItemType, PatronCategory};

/// The longest period that is broken down by day.
const MOST_DAYS: u32 = 62;

/// What is shown by weekday and hour.
const HEAT: [Measure; 3] = [Measure::Loans, Measure::Returns, Measure::InHouse];

/// What rows are named after.
pub(super) struct Kinds<'a> {
    pub(super) types: &'a [ItemType],
    pub(super) categories: &'a [PatronCategory],
    pub(super) clock: ClockHabit,
}

/// A row before its figures are chosen.
type Counted = (UsagePart, String, Counts);

/// Every breakdown, of the measures that there are.
pub(super) fn breakdowns(
    tally: &Tally,
    days: &Compared,
    hours: &[u8],
    kinds: &Kinds<'_>,
    measures: &[Measure],
) -> Vec<Breakdown> {
    let table = |by: By| {
        let rows = match by {
            By::Time => spans(tally, days),
            By::Hour => by_hour(tally, hours, kinds.clock),
            By::ItemType => by_item_type(tally, kinds.types),
            By::Category => by_category(tally, kinds.categories),
            By::Age => ages(tally),
            By::Location => named(&tally.by_location, tally, |name| UsagePart::Location {
                name,
            }),
            By::Class => named(&tally.by_class, tally, |name| UsagePart::Class { name }),
        };
        let own = by.measures().iter().copied();
        let measures: Vec<Measure> = own.filter(|own| measures.contains(own)).collect();
        let says = |(part, _, counts): &Counted| is_something(part) || !is_empty(counts, &measures);
        let rows = rows.into_iter().filter(says);
        let row = |(part, name, counts): Counted| UsageRow {
            figures: counts.figures(&measures),
            part,
            name,
        };
        let (title, of) = usage_words::by(by, is_by_day(days.this));
        Breakdown {
            by,
            title: title.into(),
            of: of.into(),
            rows: rows.map(row).collect(),
            measures,
        }
    };
    By::ALL.into_iter().map(table).collect()
}

/// Whether a part is more than what took no part: "No item" is a row only where something was counted of it.
fn is_something(part: &UsagePart) -> bool {
    !matches!(
        part,
        UsagePart::ItemType { kind: None }
            | UsagePart::Category { kind: None }
            | UsagePart::Location { name: None }
            | UsagePart::Class { name: None }
    )
}

fn is_empty(counts: &Counts, measures: &[Measure]) -> bool {
    let mut figures = measures.iter().map(|measure| counts.of(*measure));
    figures.all(|figure| figure == super::tally::Figure::default())
}

/// Whether a period is broken down by day.
pub(super) fn is_by_day(period: ReportPeriod) -> bool {
    period.days() <= MOST_DAYS
}

/// The parts of the period, each beside the parts of the others with the same place in them.
fn spans(tally: &Tally, days: &Compared) -> Vec<Counted> {
    let cut = match is_by_day(days.this) {
        true => ReportPeriod::single_days,
        false => ReportPeriod::months,
    };
    let sides = Side::ALL.map(|side| cut(days.on(side)));
    let rows = sides.iter().map(Vec::len).max().unwrap_or(0);
    let row = |at: usize| {
        let spans = [0, 1, 2].map(|side: usize| sides[side].get(at).copied());
        let mut counts = Counts::default();
        for (side, span) in Side::ALL.into_iter().zip(spans) {
            if let Some(span) = span {
                let days = tally.by_day.range(span.from..=span.to);
                days.for_each(|(_, more)| counts.add_side(side, more));
            }
        }
        let [this, previous, year_before] = spans;
        let name = usage_words::span([this, previous, year_before], days);
        let part = UsagePart::Time {
            this,
            previous,
            year_before,
        };
        (part, name, counts)
    };
    (0..rows).map(row).collect()
}

/// The hours in which the library is open on any weekday, and those in which something happened.
pub(super) fn hours(tally: &Tally, calendar: &Calendar) -> Vec<u8> {
    let opening = calendar
        .hours
        .iter()
        .flat_map(|hours| [hours.opens.hour(), (hours.closes.count() - 1) / 60])
        .filter_map(|hour| u8::try_from(hour).ok());
    let happened = (0..24u8).filter(|hour| tally.by_hour[usize::from(*hour)] != Counts::default());
    let all: Vec<u8> = opening.chain(happened).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else {
        return Vec::new();
    };
    (*first..=*last).collect()
}

fn by_hour(tally: &Tally, hours: &[u8], clock: ClockHabit) -> Vec<Counted> {
    let row = |hour: &u8| {
        let counts = tally.by_hour[usize::from(*hour)];
        let name = notation::hour_span(*hour, clock);
        (UsagePart::Hour { hour: *hour }, name, counts)
    };
    hours.iter().map(row).collect()
}

/// What happened by weekday and hour.
pub(super) fn heat(
    tally: &Tally,
    calendar: &Calendar,
    hours: &[u8],
    measures: &[Measure],
) -> Vec<HeatUsage> {
    let count = |measure: Measure, weekday: u8, hour: u8| {
        let count = tally.at.get(&(measure, weekday, hour)).copied();
        count.or_else(|| is_open(calendar, weekday, hour).then_some(0))
    };
    let row = |measure: Measure, weekday: u8| WeekdayUsage {
        weekday,
        counts: hours
            .iter()
            .map(|hour| count(measure, weekday, *hour))
            .collect(),
    };
    let shown = HEAT.into_iter().filter(|shown| measures.contains(shown));
    let table = |measure| HeatUsage {
        measure,
        rows: (1..=7).map(|weekday| row(measure, weekday)).collect(),
    };
    shown.map(table).collect()
}

fn is_open(calendar: &Calendar, weekday: u8, hour: u8) -> bool {
    let (from, to) = (u16::from(hour) * 60, u16::from(hour) * 60 + 60);
    calendar.hours.iter().any(|hours| {
        hours.weekday == weekday && hours.opens.count() < to && hours.closes.count() > from
    })
}

/// Every item type of the library, and what took no item.
fn by_item_type(tally: &Tally, types: &[ItemType]) -> Vec<Counted> {
    let row = |kind: Option<&ItemType>| {
        let id = kind.map(|kind| kind.id);
        let name = kind.map_or(words::NO_ITEM, |kind| kind.name.as_str());
        let counts = tally.by_item_type.get(&id).copied().unwrap_or_default();
        (UsagePart::ItemType { kind: id }, name.to_owned(), counts)
    };
    sorted(types.iter().map(|kind| row(Some(kind))), row(None))
}

/// Every patron category of the library, and what took no patron.
fn by_category(tally: &Tally, categories: &[PatronCategory]) -> Vec<Counted> {
    let row = |kind: Option<&PatronCategory>| {
        let id = kind.map(|kind| kind.id);
        let name = kind.map_or(words::NO_PATRON, |kind| kind.name.as_str());
        let counts = tally.by_category.get(&id).copied().unwrap_or_default();
        (UsagePart::Category { kind: id }, name.to_owned(), counts)
    };
    sorted(categories.iter().map(|kind| row(Some(kind))), row(None))
}

/// Every age band.
fn ages(tally: &Tally) -> Vec<Counted> {
    let row = |band| {
        let counts = tally.by_age[rank(band)];
        let name = words::age(band).to_owned();
        (UsagePart::Age { band }, name, counts)
    };
    AGES.into_iter().map(row).collect()
}

/// Every name of the events, and what had none.
fn named(
    by: &BTreeMap<Option<Name>, Counts>,
    tally: &Tally,
    part: impl Fn(Option<String>) -> UsagePart,
) -> Vec<Counted> {
    let row = |name: Option<&str>| {
        let part = part(name.map(str::to_owned));
        let words = name.unwrap_or(usage_words::none_of(&part)).to_owned();
        (part, words)
    };
    let mut known: Vec<Counted> = Vec::new();
    for (name, counts) in by {
        if let Some(name) = name {
            let (part, name) = row(Some(tally.names.name(*name)));
            known.push((part, name, *counts));
        }
    }
    known.sort_by(|a, b| a.1.cmp(&b.1));
    let (part, name) = row(None);
    let none = by.get(&None).copied().unwrap_or_default();
    sorted(known.into_iter(), (part, name, none))
}

fn sorted(known: impl Iterator<Item = Counted>, none: Counted) -> Vec<Counted> {
    let mut rows: Vec<_> = known.collect();
    rows.sort_by_key(|(_, _, counts)| Reverse(counts.of(Measure::Loans).this));
    rows.push(none);
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::measure::{MEASURES, TABLE};
    use super::super::tally::{Counted as Event, Figure};
    use super::*;
    use crate::activity::AgeBand;
    use crate::kernel::id::{CategoryId, ItemTypeId};
    use crate::kernel::{Day, Minute};
    use crate::policies::OpeningHours;

    fn period(from: &str, to: &str) -> ReportPeriod {
        let day = |text| Day::parse(text).unwrap();
        ReportPeriod {
            from: day(from),
            to: day(to),
        }
    }

    /// Mondays from 9:00 to 11:30.
    fn calendar() -> Calendar {
        let minute = |minute| Minute::of(minute).unwrap();
        Calendar {
            hours: vec![OpeningHours {
                weekday: 1,
                opens: minute(540),
                closes: minute(690),
            }],
            ..Calendar::default()
        }
    }

    fn any_event(days: ReportPeriod) -> impl Strategy<Value = Event> {
        const EVENTS: [Measure; 5] = [
            Measure::Loans,
            Measure::Renewals,
            Measure::Returns,
            Measure::InHouse,
            Measure::NewPatrons,
        ];
        let measure = proptest::sample::select(&EVENTS[..]);
        let kinds = (0..3i64, 0..3i64, 0..3u32, 0..4usize);
        (0..days.days(), 0..24u8, measure, kinds, any::<bool>()).prop_map(
            move |(at, hour, measure, (item_type, category, name, age), late)| Event {
                measure,
                late,
                day: days.from.plus(at),
                hour,
                category: (category > 0).then(|| CategoryId::of(category)),
                age_band: AGES[age],
                item_type: (item_type > 0).then(|| ItemTypeId::of(item_type)),
                location: (name > 0).then_some(name),
                class: (name > 1).then_some(name),
                title: None,
                count: 1,
            },
        )
    }

    proptest! {
        #[test]
        fn every_breakdown_adds_up_to_its_totals(
            these in proptest::collection::vec(any_event(period("2026-10-01", "2026-10-31")), 0..60),
            those in proptest::collection::vec(any_event(period("2026-09-01", "2026-09-30")), 0..60),
            then in proptest::collection::vec(any_event(period("2025-10-01", "2025-10-31")), 0..60),
        ) {
            let mut tally = Tally::default();
            for (side, events) in Side::ALL.into_iter().zip([these, those, then]) {
                events.iter().for_each(|event| tally.count(side, event));
            }
            let types = [1, 2].map(|id| ItemType { id: ItemTypeId::of(id), name: String::new() });
            let categories = [1, 2].map(|id| PatronCategory { id: CategoryId::of(id), name: String::new() });
            let days = Compared::of(period("2026-10-01", "2026-10-31"), &[]);
            let hours = hours(&tally, &calendar());
            let kinds = Kinds { types: &types, categories: &categories, clock: ClockHabit::H24 };
            let measures: [Measure; MEASURES] = TABLE.map(|line| line.measure);
            for table in breakdowns(&tally, &days, &hours, &kinds, &measures) {
                for measure in &table.measures {
                    let mut sum = Figure::default();
                    for row in &table.rows {
                        Side::ALL.iter().for_each(|side| sum.add(*side, row.figures[measure].on(*side)));
                    }
                    let total = tally.totals.of(*measure);
                    prop_assert_eq!(sum, total, "{:?} by {:?}", measure, table.by);
                }
            }
            for heat in heat(&tally, &calendar(), &hours, &measures) {
                let sum: u32 = heat.rows.iter().flat_map(|row| row.counts.iter().flatten()).sum();
                prop_assert_eq!(sum, tally.totals.of(heat.measure).this);
            }
        }
    }

    #[test]
    fn a_shorter_month_leaves_the_last_days_without_a_neighbour() {
        let days = Compared::of(period("2026-11-01", "2026-11-30"), &[]);
        let rows = spans(&Tally::default(), &days);
        let (part, name, _) = &rows[30];
        let last = Some(period("2026-10-31", "2026-10-31"));
        let expected = UsagePart::Time {
            this: None,
            previous: last,
            year_before: None,
        };
        assert_eq!((rows.len(), part), (31, &expected));
        assert_eq!(name, "(Sat 31 Oct)");
    }

    #[test]
    fn a_closed_hour_is_told_from_an_hour_in_which_nothing_happened() {
        let tally = Tally::default();
        let hours = hours(&tally, &calendar());
        assert_eq!(hours, [9, 10, 11]);
        let heat = heat(&tally, &calendar(), &hours, &[Measure::Loans]);
        assert_eq!(heat[0].rows[0].counts, [Some(0); 3]);
        assert_eq!(heat[0].rows[1].counts, [None; 3]);
        assert_eq!(AgeBand::Child, AGES[0]);
    }
}
