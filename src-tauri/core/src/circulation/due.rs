//! When a loan is due, and why, as pure rules. It reads no table and no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hourly;
use crate::kernel::{At, Day, Minute, Zone};
use crate::policies::{
    Calendar, ClosedDue, DecidedBy, Decision, HourlyClosed, LendingPolicy, LoanPeriod, LoanRule,
    OpenSpan, RenewFrom, RuleRow,
};

/// How far a calendar is searched for an open day, in days to either side.
pub const LOOK_AHEAD: u32 = 400;

/// When a loan is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// The last day of the loan.
    pub day: Day,
    /// The instant, of a loan by the hour.
    pub at: Option<At>,
}

/// What a due day is worked out from.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// The rule that holds.
    pub rule: &'a LoanRule,
    /// What holds where the rule is silent.
    pub policy: &'a LendingPolicy,
    /// The calendar, from today through `LOOK_AHEAD` days after the end of the period.
    pub calendar: &'a Calendar,
    /// Where the library is.
    pub zone: Zone,
    /// The last day of the card, if it has one.
    pub expires: Option<Day>,
    /// The name of the patron's category.
    pub category: &'a str,
    /// The name of the item's type.
    pub item_type: &'a str,
}

/// One step on the way to a due day, in the order in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DueStep {
    /// Somebody set the day by hand, with a reason that the record keeps.
    ByHand {
        /// The day after this step.
        day: Day,
        /// Nothing: what is set by hand is due on a day.
        at: Option<At>,
    },
    /// The loan rule gives so long.
    Rule {
        /// The patron's category.
        category: String,
        /// The item's type.
        item_type: String,
        /// Which of the rules that fit it was.
        row: RuleRow,
        /// How long.
        period: LoanPeriod,
        /// From when it counts.
        counted_from: RenewFrom,
        /// The day it leads to.
        day: Day,
        /// The instant it leads to, of a loan by the hour.
        at: Option<At>,
    },
    /// The clocks change before it is due, so the hours look longer or shorter than they are.
    ClockChange {
        /// Minutes by which the clocks go forward; negative when they go back.
        minutes: i64,
        /// The day, unchanged.
        day: Day,
        /// The instant, unchanged.
        at: At,
    },
    /// The patron's card, and whether it bounds the loan.
    Card {
        /// The last day of the card; none when it does not run out.
        expires: Option<Day>,
        /// Whether nothing is due after it.
        bounds: bool,
        /// Who decided that.
        by: DecidedBy,
        /// The day after this step.
        day: Day,
        /// The instant after this step, of a loan by the hour.
        at: Option<At>,
    },
    /// The library is closed that day.
    Closed {
        /// The day that was closed.
        day: Day,
        /// Why; empty when its weekday always is.
        reason: String,
        /// Where such a loan goes.
        how: ClosedDue,
        /// Who decided that.
        by: DecidedBy,
        /// The day after this step.
        moved_to: Day,
    },
    /// Another system lent it, and the loan moved in with its due day.
    MovedIn {
        /// The due day.
        day: Day,
    },
    /// The library is closed at that time.
    ClosedThen {
        /// The instant at which it was closed.
        at: At,
        /// Where such a loan goes.
        how: HourlyClosed,
        /// Who decided that.
        by: DecidedBy,
        /// The instant after this step.
        moved_to: At,
        /// Its day.
        day: Day,
    },
    /// The library is open that day.
    Open {
        /// The due day.
        day: Day,
        /// When it is open.
        hours: Vec<OpenSpan>,
    },
}

impl Due {
    /// A day, and the instant within it of a loan by the hour.
    pub fn of(day: Day, at: Option<At>) -> Self {
        Self { day, at }
    }

    /// A day on which a loan is due.
    pub fn on(day: Day) -> Self {
        Self { day, at: None }
    }

    /// An instant at which a loan is due.
    pub fn at(at: At, zone: Zone) -> Self {
        let (day, _) = at.local(zone);
        Self { day, at: Some(at) }
    }

    /// The last instant of the loan.
    pub fn end(self, zone: Zone) -> At {
        self.at
            .unwrap_or_else(|| zone.instant(self.day, Minute::END))
    }

    /// Whether it has passed.
    pub fn has_passed(self, now: At, today: Day) -> bool {
        match self.at {
            Some(at) => at < now,
            None => self.day < today,
        }
    }
}

/// When a loan that begins `now` is due.
pub fn due(terms: &Terms<'_>, now: At) -> (Due, Vec<DueStep>) {
    counted(terms, now, None)
}

/// When a loan that was due `before` is due after its renewal.
pub fn due_again(terms: &Terms<'_>, now: At, before: Due) -> (Due, Vec<DueStep>) {
    let (today, _) = now.local(terms.zone);
    let from = match terms.rule.renew_from {
        RenewFrom::DueDate if !before.has_passed(now, today) => Some(before),
        RenewFrom::DueDate | RenewFrom::Today => None,
    };
    counted(terms, now, from)
}

fn counted(terms: &Terms<'_>, now: At, from: Option<Due>) -> (Due, Vec<DueStep>) {
    match terms.rule.period {
        LoanPeriod::Days(days) => by_days(terms, now, from, days),
        LoanPeriod::Hours(hours) => {
            hourly::by_hours(terms, now, from.and_then(|due| due.at), hours)
        }
    }
}

/// The rule's own step.
pub(super) fn rule_step(terms: &Terms<'_>, counted_from: RenewFrom, due: Due) -> DueStep {
    DueStep::Rule {
        category: terms.category.to_owned(),
        item_type: terms.item_type.to_owned(),
        row: terms.rule.row(),
        period: terms.rule.period,
        counted_from,
        day: due.day,
        at: due.at,
    }
}

/// The last day that the card allows. A card that has expired already bounds nothing: somebody let the loan through all
/// the same.
pub(super) fn last_day(terms: &Terms<'_>, today: Day) -> Option<Day> {
    let bounds = terms.policy.with(terms.rule).within_card.value;
    terms.expires.filter(|expires| bounds && *expires >= today)
}

/// The step of the card, after which the loan is due then.
pub(super) fn card_step(terms: &Terms<'_>, due: Due) -> DueStep {
    let within_card = terms.policy.with(terms.rule).within_card;
    DueStep::Card {
        expires: terms.expires,
        bounds: within_card.value,
        by: within_card.by,
        day: due.day,
        at: due.at,
    }
}

/// The card bounds the loan first; then a closed day moves as the library decided.
fn by_days(terms: &Terms<'_>, now: At, from: Option<Due>, days: u32) -> (Due, Vec<DueStep>) {
    let (today, _) = now.local(terms.zone);
    let (counted_from, start) = match from {
        Some(due) => (RenewFrom::DueDate, due.day),
        None => (RenewFrom::Today, today),
    };
    let by_rule = start.plus(days);
    let last = last_day(terms, today);
    let bounded = by_rule.min(last.unwrap_or(Day::MAX));
    let mut steps = vec![
        rule_step(terms, counted_from, Due::on(by_rule)),
        card_step(terms, Due::on(bounded)),
    ];
    let closed_due = terms.policy.with(terms.rule).closed_due;
    let day = off_closed(terms.calendar, closed_due, bounded, today, last, &mut steps);
    steps.extend(open_step(terms.calendar, day));
    (Due::on(day), steps)
}

/// The step of an open due day.
pub(super) fn open_step(calendar: &Calendar, day: Day) -> Option<DueStep> {
    let hours = calendar.day(day).hours;
    (!hours.is_empty()).then_some(DueStep::Open { day, hours })
}

/// Where a loan that would be due on a day is due, with the step that says so when that day is closed. It stays within
/// the card where it can, and after today; where nothing is open within reach the day stays as it is.
pub(super) fn off_closed(
    calendar: &Calendar,
    closed_due: Decision<ClosedDue>,
    day: Day,
    today: Day,
    last: Option<Day>,
    steps: &mut Vec<DueStep>,
) -> Day {
    let of_day = calendar.day(day);
    if of_day.is_open() {
        return day;
    }
    let is_open = |day: &Day| calendar.day(*day).is_open();
    let onward = (1..=LOOK_AHEAD).map(|more| day.plus(more)).find(is_open);
    let within = onward.filter(|day| last.is_none_or(|last| *day <= last));
    let earlier = (1..=LOOK_AHEAD).map(|less| day.minus(less));
    let back = earlier.take_while(|day| *day > today).find(is_open);
    let moved_to = match closed_due.value {
        ClosedDue::Keep => None,
        ClosedDue::NextOpen if last.is_some() => within.or(back).or(onward),
        ClosedDue::NextOpen => onward,
        ClosedDue::PreviousOpen => back.or(within).or(onward),
    };
    let moved_to = moved_to.unwrap_or(day);
    steps.push(DueStep::Closed {
        day,
        reason: of_day.closed.unwrap_or_default(),
        how: closed_due.value,
        by: closed_due.by,
        moved_to,
    });
    moved_to
}
