//! What each figure counts, in one place: events go in, figures come out. It reads nothing.
//!
//! Definition `usage-1`, on library days, after ISO 2789 (loans 6.2.3.1, renewals 6.2.3.2, in-house use 6.2.3.4 in the
//! 2013 numbering):
//! - a *loan* counts once, on the day it was made; what was undone does not count;
//! - a *renewal* counts on the day it was made, apart from loans, whether at the desk or by itself;
//! - a *return* counts on the day the item came back, and as *late* when that was after its due day;
//! - an *in-house use* counts each time an item used without a loan is scanned;
//! - a *new patron* counts on the day of registration; patrons brought in from another system do not.
//!
//! A category, an age band and an item type are those of the moment of the event.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::activity::{AgeBand, EventKind};
use crate::kernel::Day;
use crate::kernel::id::{CategoryId, ItemTypeId};

/// The name of what the figures count; it changes when that does.
pub(super) const DEFINITION: &str = "usage-1";

/// An event as reports count it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) kind: EventKind,
    pub(super) day: Day,
    pub(super) hour: u8,
    pub(super) category: Option<CategoryId>,
    pub(super) age_band: AgeBand,
    pub(super) item_type: Option<ItemTypeId>,
    pub(super) late: bool,
}

/// One of the two periods of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    This,
    Previous,
}

/// A number with the previous period's beside it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "UsageFigure")]
pub struct Figure {
    /// In the period.
    pub this: u32,
    /// In the previous period.
    pub previous: u32,
}

/// All that is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "UsageFigures")]
pub struct Figures {
    /// First lendings.
    pub loans: Figure,
    /// Loans made longer.
    pub renewals: Figure,
    /// Items that came back from a loan.
    pub returns: Figure,
    /// Returns after the due day.
    pub late_returns: Figure,
    /// Uses in the library without a loan.
    pub in_house: Figure,
    /// Patrons who registered.
    pub new_patrons: Figure,
}

impl Figure {
    pub(super) fn on(&self, side: Side) -> u32 {
        match side {
            Side::This => self.this,
            Side::Previous => self.previous,
        }
    }

    pub(super) fn add(&mut self, side: Side, count: u32) {
        match side {
            Side::This => self.this += count,
            Side::Previous => self.previous += count,
        }
    }
}

impl Figures {
    /// The figures with their names, as files spell them.
    pub(super) fn named(&self) -> [(&'static str, Figure); 6] {
        [
            ("loans", self.loans),
            ("renewals", self.renewals),
            ("returns", self.returns),
            ("late_returns", self.late_returns),
            ("in_house", self.in_house),
            ("new_patrons", self.new_patrons),
        ]
    }

    fn count(&mut self, side: Side, event: &Counted) {
        let figure = match event.kind {
            EventKind::CheckOut => &mut self.loans,
            EventKind::Renewal => &mut self.renewals,
            EventKind::Return => &mut self.returns,
            EventKind::InHouse => &mut self.in_house,
            EventKind::Registration => &mut self.new_patrons,
        };
        figure.add(side, 1);
        if event.kind == EventKind::Return && event.late {
            self.late_returns.add(side, 1);
        }
    }
}

/// Figures by everything that a report breaks them down by.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) totals: Figures,
    pub(super) by_day: BTreeMap<Day, Figures>,
    pub(super) by_hour: BTreeMap<u8, Figures>,
    pub(super) by_item_type: BTreeMap<Option<ItemTypeId>, Figures>,
    pub(super) by_category: BTreeMap<Option<CategoryId>, Figures>,
    pub(super) by_age: BTreeMap<u8, Figures>,
    /// Loans of the period by weekday and hour.
    pub(super) loans_at: BTreeMap<(u8, u8), u32>,
}

/// The age bands in the order of reports.
pub(super) const AGES: [AgeBand; 4] = [
    AgeBand::Child,
    AgeBand::YoungAdult,
    AgeBand::Adult,
    AgeBand::Unknown,
];

/// The place of an age band in a report.
pub(super) fn rank(band: AgeBand) -> u8 {
    match band {
        AgeBand::Child => 0,
        AgeBand::YoungAdult => 1,
        AgeBand::Adult => 2,
        AgeBand::Unknown => 3,
    }
}

impl Tally {
    /// Counts an event once in the totals and once in each breakdown.
    pub(super) fn count(&mut self, side: Side, event: &Counted) {
        let places = [
            &mut self.totals,
            self.by_day.entry(event.day).or_default(),
            self.by_hour.entry(event.hour).or_default(),
            self.by_item_type.entry(event.item_type).or_default(),
            self.by_category.entry(event.category).or_default(),
            self.by_age.entry(rank(event.age_band)).or_default(),
        ];
        for figures in places {
            figures.count(side, event);
        }
        if event.kind == EventKind::CheckOut && side == Side::This {
            *self
                .loans_at
                .entry((event.day.weekday(), event.hour))
                .or_default() += 1;
        }
    }
}

/// Adds figures to figures.
pub(super) fn add(sum: &mut Figures, more: &Figures) {
    let pairs = [
        (&mut sum.loans, more.loans),
        (&mut sum.renewals, more.renewals),
        (&mut sum.returns, more.returns),
        (&mut sum.late_returns, more.late_returns),
        (&mut sum.in_house, more.in_house),
        (&mut sum.new_patrons, more.new_patrons),
    ];
    for (sum, more) in pairs {
        sum.this += more.this;
        sum.previous += more.previous;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: EventKind, late: bool) -> Counted {
        Counted {
            kind,
            day: Day::parse("2026-11-23").unwrap(),
            hour: 9,
            category: None,
            age_band: AgeBand::Adult,
            item_type: Some(ItemTypeId::of(1)),
            late,
        }
    }

    #[test]
    fn a_late_return_is_a_return_too() {
        let mut tally = Tally::default();
        tally.count(Side::This, &event(EventKind::Return, true));
        tally.count(Side::This, &event(EventKind::Return, false));
        assert_eq!(
            (
                tally.totals.returns.this,
                tally.totals.late_returns.this,
                tally.totals.loans.this
            ),
            (2, 1, 0)
        );
    }

    #[test]
    fn renewals_stand_apart_from_loans() {
        let mut tally = Tally::default();
        tally.count(Side::This, &event(EventKind::CheckOut, false));
        tally.count(Side::Previous, &event(EventKind::Renewal, false));
        let figure = |this, previous| Figure { this, previous };
        assert_eq!(
            (tally.totals.loans, tally.totals.renewals),
            (figure(1, 0), figure(0, 1))
        );
        assert_eq!(
            tally.loans_at.into_iter().collect::<Vec<_>>(),
            [((1, 9), 1)]
        );
    }
}
