//! One random library, rule and moment. It knows neither the rules nor the model.

use carrel_core::circulation::{Due, Terms};
use carrel_core::kernel::{At, Day, Minute, Money, Zone};
use carrel_core::policies::{
    Calendar, ClosedDue, Closure, Counted, FineStarts, HourlyClosed, LendingPolicy, LoanPeriod,
    LoanRule, OpenSpan, OpeningHours, RenewFrom, SpecialHours,
};
use chrono::{DateTime, Duration, NaiveDate};
use chrono_tz::Tz;

use super::Dice;

/// Whole hours, half an hour, at midnight, in the south, and none at all.
const ZONES: [Tz; 10] = [
    Tz::America__Chicago,
    Tz::Europe__Berlin,
    Tz::Australia__Lord_Howe,
    Tz::America__St_Johns,
    Tz::Asia__Beirut,
    Tz::America__Santiago,
    Tz::Pacific__Auckland,
    Tz::Asia__Kathmandu,
    Tz::Asia__Tokyo,
    Tz::UTC,
];

/// Days about which something happens: clocks change, years end, February has 29 days.
const ABOUT: [(i32, u32, u32); 14] = [
    (2026, 3, 8),
    (2026, 3, 29),
    (2026, 10, 4),
    (2026, 10, 25),
    (2026, 11, 1),
    (2026, 4, 5),
    (2026, 9, 6),
    (2027, 4, 3),
    (2026, 12, 31),
    (2027, 12, 31),
    (2028, 2, 29),
    (2028, 2, 28),
    (2024, 2, 29),
    (2027, 9, 26),
];

/// Where and when clocks change: by an hour, by half of one, at midnight.
const CHANGES: [(Tz, i32, u32, u32); 12] = [
    (Tz::America__Chicago, 2026, 3, 8),
    (Tz::America__Chicago, 2026, 11, 1),
    (Tz::Europe__Berlin, 2026, 3, 29),
    (Tz::Europe__Berlin, 2026, 10, 25),
    (Tz::Australia__Lord_Howe, 2026, 4, 5),
    (Tz::Australia__Lord_Howe, 2026, 10, 4),
    (Tz::America__St_Johns, 2026, 3, 8),
    (Tz::Asia__Beirut, 2026, 3, 29),
    (Tz::Asia__Beirut, 2026, 10, 25),
    (Tz::America__Santiago, 2026, 4, 5),
    (Tz::America__Santiago, 2026, 9, 6),
    (Tz::Pacific__Auckland, 2026, 9, 27),
];

/// One random case.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) zone: Tz,
    pub(super) rule: LoanRule,
    pub(super) policy: LendingPolicy,
    pub(super) calendar: Calendar,
    pub(super) expires: Option<NaiveDate>,
    /// The moment, in seconds since 1970.
    pub(super) now: i64,
    /// The day, and the minute since 1970 of a loan by the hour, at which a renewed loan was due.
    pub(super) was_due: Option<(NaiveDate, Option<i64>)>,
}

/// A return.
#[derive(Debug)]
pub(super) struct Late {
    pub(super) due: Due,
    pub(super) due_day: NaiveDate,
    pub(super) due_minute: Option<i64>,
    pub(super) returned: At,
}

impl Scene {
    pub(super) fn roll(dice: &mut Dice) -> Self {
        let (zone, about, spread) = if dice.below(2) == 0 {
            let (zone, year, month, day) = one(dice, &CHANGES);
            (zone, NaiveDate::from_ymd_opt(year, month, day).unwrap(), 3)
        } else {
            let (year, month, day) = one(dice, &ABOUT);
            let about = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            (one(dice, &ZONES), about, 30)
        };
        let near = about - Duration::days(number(dice.below(spread)) - 1);
        let now =
            near.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp() + number(dice.below(86_400));
        let policy = policy(dice);
        let rule = rule(dice, &policy);
        let today = date_at(zone, now);
        let expires =
            (dice.below(3) == 0).then(|| today + Duration::days(number(dice.below(40)) - 3));
        let was_due = (dice.below(4) == 0).then(|| {
            let minute = now.div_euclid(60) + number(dice.below(6000)) - 2000;
            let by_hour = dice.below(2) == 0;
            (date_at(zone, minute * 60), by_hour.then_some(minute))
        });
        Self {
            zone,
            rule,
            policy,
            calendar: calendar(dice, today),
            expires,
            now,
            was_due,
        }
    }

    pub(super) fn now(&self) -> At {
        At::from_millis(self.now * 1000)
    }

    pub(super) fn before(&self) -> Option<Due> {
        self.was_due.map(|(on, minute)| Due {
            day: day(on),
            at: minute.map(|minute| At::from_millis(minute * 60_000)),
        })
    }

    pub(super) fn terms(&self) -> Terms<'_> {
        Terms {
            rule: &self.rule,
            policy: &self.policy,
            calendar: &self.calendar,
            zone: Zone::parse(self.zone.name()).unwrap(),
            expires: self.expires.map(day),
            category: "Adult",
            item_type: "Laptop",
        }
    }

    /// The loan comes back about when it was due.
    pub(super) fn late(&self, dice: &mut Dice) -> Late {
        let minute = self.now.div_euclid(60);
        let later = if dice.below(4) == 0 { 40_000 } else { 3_000 };
        let back = minute * 60 + number(dice.below(later)) * 60 + number(dice.below(60)) - 3_600;
        let due_day = date_at(self.zone, minute * 60);
        let due_minute = (dice.below(2) == 0).then_some(minute);
        Late {
            due: Due {
                day: day(due_day),
                at: due_minute.map(|minute| At::from_millis(minute * 60_000)),
            },
            due_day,
            due_minute,
            returned: At::from_millis(back * 1000),
        }
    }
}

pub(super) fn date_at(zone: Tz, seconds: i64) -> NaiveDate {
    let at = DateTime::from_timestamp(seconds, 0).unwrap();
    at.with_timezone(&zone).date_naive()
}

fn day(date: NaiveDate) -> Day {
    Day::parse(&date.to_string()).unwrap()
}

fn number(small: usize) -> i64 {
    i64::try_from(small).unwrap()
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

fn one<T: Copy>(dice: &mut Dice, of: &[T]) -> T {
    of[dice.below(of.len())]
}

const CLOSED_DUE: [ClosedDue; 3] = [
    ClosedDue::NextOpen,
    ClosedDue::PreviousOpen,
    ClosedDue::Keep,
];
const HOURLY: [HourlyClosed; 3] = [
    HourlyClosed::AtClosing,
    HourlyClosed::AfterOpening,
    HourlyClosed::Keep,
];
const COUNTED: [Counted; 2] = [Counted::Open, Counted::All];
const STARTS: [FineStarts; 2] = [FineStarts::AtDue, FineStarts::AfterGrace];

fn policy(dice: &mut Dice) -> LendingPolicy {
    LendingPolicy {
        closed_due: one(dice, &CLOSED_DUE),
        within_card: dice.below(4) > 0,
        cards_may_lack_expiry: true,
        hourly_closed: one(dice, &HOURLY),
        opening_minutes: small(dice.below(120)),
        charge_fines: dice.below(8) > 0,
        fine_counts: one(dice, &COUNTED),
        grace_counts: one(dice, &COUNTED),
        fine_starts: one(dice, &STARTS),
    }
}

/// A rule; now and then with a word of its own.
fn rule(dice: &mut Dice, policy: &LendingPolicy) -> LoanRule {
    let period = match dice.below(8) {
        0..=2 => LoanPeriod::Days(small(1 + dice.below(60))),
        3 => LoanPeriod::Days(small(1 + dice.below(400))),
        4 => LoanPeriod::Hours(small(1 + dice.below(200))),
        _ => LoanPeriod::Hours(small(1 + dice.below(12))),
    };
    let plain = LoanRule {
        renew_from: one(dice, &[RenewFrom::Today, RenewFrom::DueDate]),
        fine: Money::cents(number(dice.below(200))),
        fine_grace: small(one(dice, &[0, 0, 1, 2, 15, 60, 90])),
        fine_cap: (dice.below(3) == 0).then(|| Money::cents(number(dice.below(2_000)))),
        ..LoanRule::plain(None, None, period)
    };
    if dice.below(4) > 0 {
        return plain;
    }
    LoanRule {
        closed_due: Some(one(dice, &CLOSED_DUE)),
        within_card: Some(!policy.within_card),
        hourly_closed: Some(one(dice, &HOURLY)),
        charge_fines: Some(!policy.charge_fines),
        fine_counts: Some(one(dice, &COUNTED)),
        ..plain
    }
}

/// Weekly hours with breaks, closures of days or weeks, days with hours of their own; some libraries never open.
fn calendar(dice: &mut Dice, today: NaiveDate) -> Calendar {
    let mut calendar = Calendar::default();
    let open_days = dice.below(8);
    for weekday in (1..=7).take(open_days) {
        calendar
            .hours
            .extend(spans(dice).into_iter().map(|span| OpeningHours {
                weekday,
                opens: span.opens,
                closes: span.closes,
            }));
    }
    let mut next = today - Duration::days(3);
    for _ in 0..dice.below(6) {
        let first = next + Duration::days(number(dice.below(12)));
        let long = if dice.below(6) == 0 { 40 } else { 3 };
        let last = first + Duration::days(number(dice.below(long)));
        calendar.closures.push(Closure {
            day: day(first),
            through: day(last),
            reason: "Holidays".into(),
        });
        next = last + Duration::days(1);
    }
    let mut next = today - Duration::days(2);
    for _ in 0..dice.below(5) {
        let on = next + Duration::days(number(dice.below(15)));
        calendar.special.push(SpecialHours {
            day: day(on),
            reason: "Short".into(),
            hours: spans(dice),
        });
        next = on + Duration::days(1);
    }
    calendar
}

/// A day's hours: around the clock, over the night's clock change, usual, or with breaks.
fn spans(dice: &mut Dice) -> Vec<OpenSpan> {
    let times: Vec<usize> = match dice.below(8) {
        0 => vec![0, 1440],
        1 => vec![dice.below(60), 60 + dice.below(120), 200, 1440],
        2 => vec![90 + dice.below(90), 1_000 + dice.below(440)],
        3 => vec![
            0,
            30 + dice.below(60),
            130 + dice.below(50),
            200 + dice.below(300),
        ],
        4..=5 => vec![540, 720, 780, 1_080],
        _ => vec![480 + dice.below(120), 900 + dice.below(400)],
    };
    let minute = |minute: usize| Minute::of(u16::try_from(minute).unwrap()).unwrap();
    times
        .chunks(2)
        .map(|ends| OpenSpan {
            opens: minute(ends[0]),
            closes: minute(ends[1]),
        })
        .collect()
}
