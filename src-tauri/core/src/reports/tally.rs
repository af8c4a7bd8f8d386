//! Counts events into figures, once in the totals and once in each breakdown. What counts as what is `measure`; it reads
//! nothing.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use ts_rs::TS;

use super::compared::Side;
use super::measure::{MEASURES, Measure};
use crate::activity::{AgeBand, EventKind};
use crate::kernel::Day;
use crate::kernel::id::{CategoryId, ItemTypeId, TitleId};

/// An event as reports count it. A place and a class are known by their numbers in the walk's list of names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) measure: Measure,
    pub(super) late: bool,
    pub(super) day: Day,
    pub(super) hour: u8,
    pub(super) category: Option<CategoryId>,
    pub(super) age_band: AgeBand,
    pub(super) item_type: Option<ItemTypeId>,
    pub(super) location: Option<Name>,
    pub(super) class: Option<Name>,
    pub(super) title: Option<TitleId>,
    /// How many such events there are.
    pub(super) count: u32,
}

/// What the measure of an event is.
pub(super) fn measure_of(kind: EventKind) -> Measure {
    match kind {
        EventKind::CheckOut => Measure::Loans,
        EventKind::Renewal => Measure::Renewals,
        EventKind::Return => Measure::Returns,
        EventKind::InHouse => Measure::InHouse,
        EventKind::Registration => Measure::NewPatrons,
    }
}

/// A name by its number.
pub(super) type Name = u32;

/// Names, each with the number of its first coming.
#[derive(Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<String, Name>,
    names: Vec<String>,
    last: Option<Name>,
}

impl Names {
    pub(super) fn number(&mut self, name: &str) -> Name {
        // Most events come in runs of the same name.
        if let Some(last) = self.last.filter(|last| self.name(*last) == name) {
            return last;
        }
        let next = Name::try_from(self.names.len()).unwrap_or(Name::MAX);
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        if number == next {
            self.names.push(name.to_owned());
        }
        self.last = Some(number);
        number
    }

    pub(super) fn name(&self, number: Name) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }
}

/// A number with those of the other periods beside it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "UsageFigure")]
pub struct Figure {
    /// In the period.
    pub this: u32,
    /// In the one before.
    pub previous: u32,
    /// In the same of the year before.
    pub year_before: u32,
}

impl Figure {
    pub(super) fn on(&self, side: Side) -> u32 {
        match side {
            Side::This => self.this,
            Side::Previous => self.previous,
            Side::YearBefore => self.year_before,
        }
    }

    pub(super) fn add(&mut self, side: Side, count: u32) {
        match side {
            Side::This => self.this += count,
            Side::Previous => self.previous += count,
            Side::YearBefore => self.year_before += count,
        }
    }
}

/// A figure for each measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts([Figure; MEASURES]);

/// The figures that there are of something, by their measures; a measure that does not fit it is absent.
pub type Figures = BTreeMap<Measure, Figure>;

impl Counts {
    pub(super) fn add(&mut self, side: Side, measure: Measure, count: u32) {
        self.0[measure.place()].add(side, count);
    }

    pub(super) fn of(&self, measure: Measure) -> Figure {
        self.0[measure.place()]
    }

    pub(super) fn figures(&self, measures: &[Measure]) -> Figures {
        let figure = |measure: &Measure| (*measure, self.of(*measure));
        measures.iter().map(figure).collect()
    }

    /// Adds what was counted on one side.
    pub(super) fn add_side(&mut self, side: Side, more: &Self) {
        for (sum, more) in self.0.iter_mut().zip(more.0) {
            sum.add(side, more.on(side));
        }
    }

    fn count(&mut self, side: Side, event: &Counted) {
        self.add(side, event.measure, event.count);
        if event.late && event.measure == Measure::Returns {
            self.add(side, Measure::LateReturns, event.count);
        }
    }
}

/// Figures by everything that a report breaks them down by.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) totals: Counts,
    pub(super) by_day: BTreeMap<Day, Counts>,
    pub(super) by_hour: [Counts; 24],
    pub(super) by_item_type: BTreeMap<Option<ItemTypeId>, Counts>,
    pub(super) by_category: BTreeMap<Option<CategoryId>, Counts>,
    pub(super) by_age: [Counts; 4],
    pub(super) by_location: BTreeMap<Option<Name>, Counts>,
    pub(super) by_class: BTreeMap<Option<Name>, Counts>,
    /// What happened in the period, by measure, weekday and hour.
    pub(super) at: BTreeMap<(Measure, u8, u8), u32>,
    /// Loans by title.
    pub(super) titles: HashMap<TitleId, Figure>,
    pub(super) names: Names,
}

/// The age bands in the order of reports.
pub(super) const AGES: [AgeBand; 4] = [
    AgeBand::Child,
    AgeBand::YoungAdult,
    AgeBand::Adult,
    AgeBand::Unknown,
];

/// The place of an age band in a report.
pub(super) fn rank(band: AgeBand) -> usize {
    match band {
        AgeBand::Child => 0,
        AgeBand::YoungAdult => 1,
        AgeBand::Adult => 2,
        AgeBand::Unknown => 3,
    }
}

impl Tally {
    /// Counts events once in the totals and once in each breakdown.
    pub(super) fn count(&mut self, side: Side, event: &Counted) {
        self.by_day.entry(event.day).or_default().count(side, event);
        self.by_hour[usize::from(event.hour.min(23))].count(side, event);
        self.count_kinds(side, event);
        if side == Side::This {
            let at = (event.measure, event.day.weekday(), event.hour);
            *self.at.entry(at).or_default() += event.count;
        }
        if event.measure == Measure::Loans
            && let Some(title) = event.title
        {
            self.titles.entry(title).or_default().add(side, event.count);
        }
    }

    /// Counts what was so at the end of a side: it has no day and no hour.
    pub(super) fn count_standing(&mut self, side: Side, event: &Counted) {
        self.count_kinds(side, event);
    }

    fn count_kinds(&mut self, side: Side, event: &Counted) {
        let places = [
            &mut self.totals,
            self.by_item_type.entry(event.item_type).or_default(),
            self.by_category.entry(event.category).or_default(),
            &mut self.by_age[rank(event.age_band)],
            self.by_location.entry(event.location).or_default(),
            self.by_class.entry(event.class).or_default(),
        ];
        for counts in places {
            counts.count(side, event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(measure: Measure, late: bool) -> Counted {
        Counted {
            measure,
            late,
            day: Day::parse("2026-11-23").unwrap(),
            hour: 9,
            category: None,
            age_band: AgeBand::Adult,
            item_type: Some(ItemTypeId::of(1)),
            location: None,
            class: None,
            title: None,
            count: 1,
        }
    }

    #[test]
    fn a_late_return_is_a_return_too() {
        let mut tally = Tally::default();
        tally.count(Side::This, &event(Measure::Returns, true));
        tally.count(Side::This, &event(Measure::Returns, false));
        let this = |measure| tally.totals.of(measure).this;
        let counted = [Measure::Returns, Measure::LateReturns, Measure::Loans].map(this);
        assert_eq!(counted, [2, 1, 0]);
    }

    #[test]
    fn renewals_stand_apart_from_loans() {
        let mut tally = Tally::default();
        tally.count(Side::This, &event(Measure::Loans, false));
        tally.count(Side::YearBefore, &event(Measure::Renewals, false));
        assert_eq!(tally.totals.of(Measure::Loans).this, 1);
        assert_eq!(tally.totals.of(Measure::Renewals).year_before, 1);
        assert_eq!(
            tally.at.into_iter().collect::<Vec<_>>(),
            [((Measure::Loans, 1, 9), 1)]
        );
    }

    #[test]
    fn a_name_has_one_number() {
        let mut names = Names::default();
        let numbers = ["Main", "Annex", "Main", "Main", "Annex"].map(|name| names.number(name));
        assert_eq!(numbers, [0, 1, 0, 0, 1]);
        assert_eq!(names.name(1), "Annex");
    }
}
