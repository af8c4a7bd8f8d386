//! What a late return costs, and why, as pure rules. It reads no table and no clock, and charges nobody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::due::Due;
use crate::kernel::{At, Day, Money, Zone};
use crate::policies::{Calendar, Counted, DecidedBy, FineStarts, InForce, LendingPolicy, LoanRule};

/// What a late return costs.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fine {
    /// The amount; nothing where the loan was not late, or lateness costs nothing.
    pub amount: Money,
    /// How it came to that; empty when the loan was not late.
    pub steps: Vec<FineStep>,
}

/// A stretch of lateness: days of a loan by days, minutes of a loan by the hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
pub enum LateTime {
    /// So many days.
    Days(u32),
    /// So many minutes.
    Minutes(u32),
}

/// One step on the way to a fine, in the order in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FineStep {
    /// The loan came back so late.
    Late {
        /// The day it was due.
        due: Day,
        /// The instant, of a loan by the hour.
        due_at: Option<At>,
        /// How late, closed time and all.
        time: LateTime,
    },
    /// No fines are charged.
    NotCharged {
        /// Who decided that.
        by: DecidedBy,
    },
    /// Some lateness costs nothing.
    Grace {
        /// How much.
        time: LateTime,
        /// Which time counts for it.
        counts: Counted,
        /// Who decided which.
        by: DecidedBy,
        /// Whether the return was late beyond it.
        over: bool,
    },
    /// So much of the lateness counts.
    Counted {
        /// How much.
        time: LateTime,
        /// Which time counts.
        counts: Counted,
        /// Who decided which.
        by: DecidedBy,
        /// From when it counts.
        starts: FineStarts,
        /// Who decided that.
        starts_by: DecidedBy,
    },
    /// Each day, or each hour begun, costs the same.
    Rate {
        /// So many days or hours.
        units: u32,
        /// What each costs.
        each: Money,
        /// What all cost.
        amount: Money,
    },
    /// One loan costs no more than that.
    Cap {
        /// The most.
        cap: Money,
    },
}

/// What a loan costs that was due then and came back at an instant. The calendar must hold all days from one to the other.
pub fn fine(
    rule: &LoanRule,
    policy: &LendingPolicy,
    calendar: &Calendar,
    zone: Zone,
    due: Due,
    returned: At,
) -> Fine {
    let in_force = policy.with(rule);
    let lateness = Lateness {
        calendar,
        zone,
        due,
        returned,
    };
    let late = lateness.whole();
    if late.is_nothing() {
        return Fine::default();
    }
    let mut steps = vec![FineStep::Late {
        due: due.day,
        due_at: due.at,
        time: late,
    }];
    if !in_force.charge_fines.value {
        let by = in_force.charge_fines.by;
        steps.push(FineStep::NotCharged { by });
        return free(steps);
    }
    let (within, counting) = lateness.beyond_grace(rule.fine_grace, &in_force);
    if rule.fine_grace > 0 {
        steps.push(FineStep::Grace {
            time: lateness.unit(rule.fine_grace),
            counts: in_force.grace_counts.value,
            by: in_force.grace_counts.by,
            over: !within,
        });
    }
    if within {
        return free(steps);
    }
    steps.push(FineStep::Counted {
        time: counting,
        counts: in_force.fine_counts.value,
        by: in_force.fine_counts.by,
        starts: in_force.fine_starts.value,
        starts_by: in_force.fine_starts.by,
    });
    priced(rule, counting, steps)
}

fn free(steps: Vec<FineStep>) -> Fine {
    Fine {
        amount: Money::default(),
        steps,
    }
}

fn priced(rule: &LoanRule, counting: LateTime, mut steps: Vec<FineStep>) -> Fine {
    let units = match counting {
        LateTime::Days(days) => days,
        LateTime::Minutes(minutes) => minutes.div_ceil(60),
    };
    let amount = rule.fine.times(units);
    steps.push(FineStep::Rate {
        units,
        each: rule.fine,
        amount,
    });
    let cap = rule.fine_cap.filter(|cap| *cap < amount);
    if let Some(cap) = cap {
        steps.push(FineStep::Cap { cap });
    }
    Fine {
        amount: cap.unwrap_or(amount),
        steps,
    }
}

impl LateTime {
    fn is_nothing(self) -> bool {
        matches!(self, Self::Days(0) | Self::Minutes(0))
    }
}

/// From when to when a loan is late, and what is open between.
struct Lateness<'a> {
    calendar: &'a Calendar,
    zone: Zone,
    due: Due,
    returned: At,
}

impl Lateness<'_> {
    /// A number in the unit of this loan.
    fn unit(&self, count: u32) -> LateTime {
        match self.due.at {
            Some(_) => LateTime::Minutes(count),
            None => LateTime::Days(count),
        }
    }

    fn whole(&self) -> LateTime {
        let count = match self.due.at {
            Some(at) => self.returned.seconds_since(at) / 60,
            None => self.last_day().days_since(self.due.day),
        };
        self.unit(u32::try_from(count.max(0)).unwrap_or(u32::MAX))
    }

    fn last_day(&self) -> Day {
        self.returned.local(self.zone).0
    }

    /// Whether the return is within the grace, and how much lateness counts if not.
    fn beyond_grace(&self, grace: u32, in_force: &InForce) -> (bool, LateTime) {
        let (graced, counts) = (in_force.grace_counts.value, in_force.fine_counts.value);
        let from_due = in_force.fine_starts.value == FineStarts::AtDue;
        match self.due.at {
            None => {
                let days: Vec<Day> = self.days(self.due.day, graced).collect();
                let start = match usize::try_from(grace) {
                    Ok(grace) if grace > 0 && !from_due => days.get(grace - 1).copied(),
                    _ => None,
                };
                let start = start.unwrap_or(self.due.day);
                let count = self.days(start, counts).count();
                let within = days.len() <= grace as usize && grace > 0;
                (within, LateTime::Days(small(count as i64)))
            }
            Some(at) => {
                let start = if from_due {
                    at
                } else {
                    self.after(at, i64::from(grace), graced)
                };
                let within = grace > 0 && self.minutes(at, graced) <= i64::from(grace);
                (
                    within,
                    LateTime::Minutes(small(self.minutes(start, counts))),
                )
            }
        }
    }

    /// The days after one through the return that count.
    fn days(&self, after: Day, counts: Counted) -> impl Iterator<Item = Day> {
        let days = after.plus(1).through(self.last_day());
        days.filter(move |day| counts == Counted::All || self.calendar.day(*day).is_open())
    }

    /// Whole minutes from an instant to the return that count.
    fn minutes(&self, from: At, counts: Counted) -> i64 {
        let seconds = match counts {
            Counted::All => self.returned.seconds_since(from),
            Counted::Open => {
                let open = self.open_spans(from).into_iter();
                open.map(|(opens, closes)| closes.seconds_since(opens))
                    .sum()
            }
        };
        seconds.max(0) / 60
    }

    /// The instant at which so many minutes that count have passed; the return where they have not.
    fn after(&self, from: At, minutes: i64, counts: Counted) -> At {
        let mut left = minutes * 60;
        if counts == Counted::All || left == 0 {
            return from.plus_seconds(left);
        }
        for (opens, closes) in self.open_spans(from) {
            let length = closes.seconds_since(opens);
            if length >= left {
                return opens.plus_seconds(left);
            }
            left -= length;
        }
        self.returned
    }

    /// The open stretches between an instant and the return, cut to it.
    fn open_spans(&self, from: At) -> Vec<(At, At)> {
        let first = from.local(self.zone).0;
        let mut spans = Vec::new();
        for day in first.through(self.last_day()) {
            for span in self.calendar.day(day).hours {
                let opens = self.zone.instant(day, span.opens).max(from);
                let closes = self.zone.instant(day, span.closes).min(self.returned);
                if opens < closes {
                    spans.push((opens, closes));
                }
            }
        }
        spans
    }
}

fn small(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Minute;
    use crate::policies::{
        ClosedDue, Closure, HourlyClosed, LoanPeriod, OpeningHours, SpecialHours,
    };

    const POLICY: LendingPolicy = LendingPolicy {
        closed_due: ClosedDue::NextOpen,
        within_card: true,
        cards_may_lack_expiry: true,
        hourly_closed: HourlyClosed::AtClosing,
        opening_minutes: 15,
        charge_fines: true,
        fine_counts: Counted::Open,
        grace_counts: Counted::Open,
        fine_starts: FineStarts::AfterGrace,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn at(on: &str, minute: u16) -> At {
        Zone::UTC.instant(day(on), Minute::of(minute).unwrap())
    }

    /// Monday to Friday 9 to 12 and 13 to 18; closed on Thursday 26 November 2026.
    fn calendar() -> Calendar {
        let minute = |minute| Minute::of(minute).unwrap();
        let hours = (1..=5).flat_map(|weekday| {
            [(540, 720), (780, 1080)].map(|(opens, closes)| OpeningHours {
                weekday,
                opens: minute(opens),
                closes: minute(closes),
            })
        });
        Calendar {
            hours: hours.collect(),
            closures: vec![Closure {
                day: day("2026-11-26"),
                through: day("2026-11-26"),
                reason: "Thanksgiving".into(),
            }],
            special: Vec::<SpecialHours>::new(),
        }
    }

    fn rule(grace: u32, cap: Option<i64>) -> LoanRule {
        LoanRule {
            fine: Money::cents(25),
            fine_grace: grace,
            fine_cap: cap.map(Money::cents),
            ..LoanRule::plain(None, None, LoanPeriod::Days(14))
        }
    }

    fn cents(rule: &LoanRule, policy: &LendingPolicy, due: Due, returned: At) -> i64 {
        let fine = fine(rule, policy, &calendar(), Zone::UTC, due, returned);
        i64::try_from(
            (fine.amount.to_string().replace('.', ""))
                .parse::<u64>()
                .unwrap(),
        )
        .unwrap()
    }

    #[test]
    fn only_open_days_cost() {
        let due = Due::on(day("2026-11-25"));
        // Thursday is a holiday, Friday costs, Saturday and Sunday do not, Monday does.
        let returned = at("2026-11-30", 600);
        assert_eq!(cents(&rule(0, None), &POLICY, due, returned), 50);
        let all = LendingPolicy {
            fine_counts: Counted::All,
            ..POLICY
        };
        assert_eq!(cents(&rule(0, None), &all, due, returned), 125);
        assert_eq!(cents(&rule(0, Some(40)), &POLICY, due, returned), 40);
        assert_eq!(
            cents(&rule(0, None), &POLICY, due, at("2026-11-25", 1439)),
            0
        );
    }

    #[test]
    fn after_the_grace_a_fine_counts_from_its_end_or_from_the_due_day() {
        let due = Due::on(day("2026-11-16"));
        let rule = rule(2, None);
        assert_eq!(cents(&rule, &POLICY, due, at("2026-11-18", 600)), 0);
        assert_eq!(cents(&rule, &POLICY, due, at("2026-11-19", 600)), 25);
        let at_due = LendingPolicy {
            fine_starts: FineStarts::AtDue,
            ..POLICY
        };
        assert_eq!(cents(&rule, &at_due, due, at("2026-11-18", 600)), 0);
        assert_eq!(cents(&rule, &at_due, due, at("2026-11-19", 600)), 75);
    }

    #[test]
    fn each_hour_begun_costs_and_the_lunch_break_does_not() {
        let hourly = LoanRule {
            period: LoanPeriod::Hours(2),
            ..rule(10, None)
        };
        let due = Due::at(at("2026-11-23", 690), Zone::UTC);
        // Due 11:30; ten minutes are free, then 11:40 to 12:00 and 13:00 to 13:41 make 61 minutes.
        assert_eq!(cents(&hourly, &POLICY, due, at("2026-11-23", 700)), 0);
        assert_eq!(cents(&hourly, &POLICY, due, at("2026-11-23", 701)), 25);
        assert_eq!(cents(&hourly, &POLICY, due, at("2026-11-23", 820)), 25);
        assert_eq!(cents(&hourly, &POLICY, due, at("2026-11-23", 821)), 50);
    }

    #[test]
    fn a_rules_own_word_wins_and_the_explanation_says_so() {
        let due = Due::on(day("2026-11-16"));
        let own = LoanRule {
            charge_fines: Some(false),
            ..rule(0, None)
        };
        let returned = at("2026-11-20", 600);
        let free = fine(&own, &POLICY, &calendar(), Zone::UTC, due, returned);
        assert_eq!(free.amount, Money::default());
        let by = DecidedBy::Rule;
        assert_eq!(free.steps[1], FineStep::NotCharged { by });
        let none = LendingPolicy {
            charge_fines: false,
            ..POLICY
        };
        let free = fine(&rule(0, None), &none, &calendar(), Zone::UTC, due, returned);
        let by = DecidedBy::Library;
        assert_eq!(free.steps[1], FineStep::NotCharged { by });
    }
}
