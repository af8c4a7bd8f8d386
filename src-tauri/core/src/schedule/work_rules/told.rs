//! What the crate that judges found, in the schedule's own types. It adds no word and no judgement.

use carrel_roster::{Edge, Facts, Length, PersonId, ShiftId as Numbered};

use super::demand::DeskDuty;
use crate::kernel::id::{DeskId, ShiftId};
use crate::kernel::{Day, Minute};
use crate::schedule::conflict::{DayEdge, DayTime, Oddity, ShiftLength};

/// What was found, as the shift with this number sees it. `closed_for` gives the reason why a day is closed,
/// `name` that of a person.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what is an amount is told by the next function"
)]
pub(super) fn oddity(
    facts: &Facts,
    rule: &str,
    (shift, others): (Option<ShiftId>, &[Numbered]),
    closed_for: impl Fn(Day) -> String,
    name: impl Fn(PersonId) -> String,
) -> Oddity {
    if let Some(told) = company(facts, name) {
        return told;
    }
    match facts.clone() {
        Facts::DoubleBooking { from, to } => Oddity::DoubleBooked {
            other: other(shift, others),
            from: time(from).minute,
            to: time(to).minute,
        },
        Facts::Unavailable { from, to, .. } => Oddity::Unavailable {
            from: time(from),
            to: time(to),
        },
        Facts::Class { from, to, travel } => Oddity::InClass {
            from: time(from),
            to: time(to),
            travel,
        },
        Facts::Leave { from, to } => Oddity::OnLeave {
            from: time(from),
            to: time(to),
        },
        Facts::Closed { day } => Oddity::Closed {
            reason: closed_for(day.into()),
        },
        Facts::OutsideHours { opens, closes, .. } => Oddity::OutsideHours {
            opens: minute(opens),
            closes: minute(closes),
        },
        Facts::OutsideDeskHours { from, to, .. } => Oddity::OutsideDeskHours {
            from: time(from),
            to: time(to),
        },
        Facts::NotBegun { begins } => Oddity::NotBegun {
            begins: begins.into(),
        },
        Facts::Left { ends } => Oddity::LeftStaff { ends: ends.into() },
        Facts::Untrained { desk, .. } => Oddity::Untrained {
            desk: DeskId::of(desk.0),
        },
        Facts::Occupation { duties, age } => {
            let meant = |duty: &DeskDuty| duties.iter().any(|word| word == duty.as_str());
            Oddity::Occupation {
                duties: DeskDuty::ALL.into_iter().filter(meant).collect(),
                age,
            }
        }
        Facts::TooYoung { age, years } => Oddity::TooYoung { age, years },
        amount => amounts(amount, rule),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are told by the next function"
)]
fn amounts(facts: Facts, rule: &str) -> Oddity {
    match facts {
        Facts::WeekHours {
            minutes,
            most: wanted,
            ..
        } if rule == "WANTED" => Oddity::OverWanted { wanted, minutes },
        Facts::WeekHours { minutes, most, .. } if rule == "AGREED" => {
            Oddity::OverAgreed { most, minutes }
        }
        Facts::WeekHours {
            first,
            minutes,
            elsewhere,
            most,
        } => Oddity::LongWeek {
            first: first.into(),
            minutes,
            elsewhere,
            most,
        },
        Facts::DayHours { day, minutes, most } => Oddity::LongDay {
            day: day.into(),
            minutes,
            most,
        },
        Facts::DaysPerWeek { days, most, .. } => Oddity::ManyDays { days, most },
        Facts::ConsecutiveDays {
            first,
            last,
            days,
            most,
        } => Oddity::DaysInARow {
            first: first.into(),
            last: last.into(),
            days,
            most,
        },
        pace => paces(pace),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are told by the next function"
)]
fn paces(facts: Facts) -> Oddity {
    match facts {
        Facts::Rest {
            from,
            to,
            minutes,
            least,
        } => Oddity::ShortRest {
            from: time(from),
            to: time(to),
            minutes,
            least,
        },
        Facts::Break {
            worked,
            breaks,
            minutes,
            ..
        } => Oddity::BreakDue {
            worked,
            breaks,
            minutes,
        },
        Facts::Length {
            length: Length::Short,
            minutes,
            limit,
        } => Oddity::Length {
            length: ShiftLength::Short,
            minutes,
            limit,
        },
        Facts::Length {
            length: Length::Long,
            minutes,
            limit,
        } => Oddity::Length {
            length: ShiftLength::Long,
            minutes,
            limit,
        },
        Facts::Length {
            length: Length::Hard,
            minutes,
            limit,
        } => Oddity::Length {
            length: ShiftLength::Hard,
            minutes,
            limit,
        },
        young => youths(&young),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are told by the next function"
)]
fn youths(facts: &Facts) -> Oddity {
    match *facts {
        Facts::YouthDay {
            day,
            school,
            minutes,
            most,
        } => Oddity::YouthDay {
            day: day.into(),
            school,
            minutes,
            most,
        },
        Facts::YouthWeek {
            first,
            school,
            minutes,
            most,
        } => Oddity::YouthWeek {
            first: first.into(),
            school,
            minutes,
            most,
        },
        Facts::YouthHours {
            from,
            until,
            minutes,
            ..
        } => Oddity::YouthHours {
            from: minute(from),
            until: minute(until),
            minutes,
        },
        Facts::SchoolHours {
            from, to, minutes, ..
        } => Oddity::SchoolHours {
            from: minute(from),
            to: minute(to),
            minutes,
        },
        _ => papers(facts),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are told by the next function"
)]
fn papers(facts: &Facts) -> Oddity {
    match *facts {
        Facts::AwardSpent { from, minutes } => Oddity::AwardSpent {
            from: time(from),
            minutes,
        },
        Facts::AwardNear { left, total } => Oddity::AwardNear { left, total },
        Facts::AuthorisationOver { until } => Oddity::AuthorisationOver {
            until: until.into(),
        },
        Facts::AuthorisationEnds { until } => Oddity::AuthorisationEnds {
            until: until.into(),
        },
        _ => covers(facts),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "one of the facts holds nothing, and is what is left"
)]
fn covers(facts: &Facts) -> Oddity {
    let desk = |desk: carrel_roster::DeskId| DeskId::of(desk.0);
    match *facts {
        Facts::NobodyTrained {
            desk: at, from, to, ..
        } => Oddity::NobodyTrained {
            desk: desk(at),
            from: time(from),
            to: time(to),
        },
        Facts::NobodySenior { desk: at, from, to } => Oddity::NobodySenior {
            desk: desk(at),
            from: time(from),
            to: time(to),
        },
        Facts::Alone { from, to } => Oddity::Alone {
            from: time(from),
            to: time(to),
        },
        Facts::AloneUnder { from, to, age } => Oddity::AloneUnder {
            from: time(from),
            to: time(to),
            age,
        },
        Facts::OpenClose {
            edge: at,
            from,
            to,
            people,
            least,
        } => Oddity::OpenClose {
            edge: edge(at),
            from: time(from),
            to: time(to),
            people,
            least,
        },
        Facts::Keyholder { edge: at, from, to } => Oddity::NoKey {
            edge: edge(at),
            from: time(from),
            to: time(to),
        },
        // What is left says nothing but that no permission is on file.
        _ => Oddity::NotAuthorised,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the others are told by the other functions"
)]
fn company(facts: &Facts, name: impl Fn(PersonId) -> String) -> Option<Oddity> {
    Some(match *facts {
        Facts::NotApart {
            one,
            other,
            from,
            to,
        } => Oddity::NotApart {
            one: name(one),
            other: name(other),
            from: time(from),
            to: time(to),
        },
        Facts::NotBeside { other, from, to } => Oddity::NotBeside {
            other: name(other),
            from: time(from),
            to: time(to),
        },
        Facts::Unaccompanied { senior, from, to } => Oddity::Unaccompanied {
            senior,
            from: time(from),
            to: time(to),
        },
        Facts::CloseOpen { from, to } => Oddity::ClosesAndOpens {
            from: time(from),
            to: time(to),
        },
        _ => return None,
    })
}

fn other(shift: Option<ShiftId>, numbers: &[Numbered]) -> ShiftId {
    let mut ids = numbers.iter().map(|number| ShiftId::of(number.0));
    let first = ids.next().unwrap_or(ShiftId::of(0));
    if Some(first) == shift {
        ids.next().unwrap_or(first)
    } else {
        first
    }
}

fn edge(edge: Edge) -> DayEdge {
    match edge {
        Edge::Opening => DayEdge::Opening,
        Edge::Closing => DayEdge::Closing,
    }
}

fn time(wall: carrel_roster::Wall) -> DayTime {
    DayTime {
        day: wall.day.into(),
        minute: minute(wall.minute),
    }
}

fn minute(minute: u16) -> Minute {
    Minute::of(minute).unwrap_or(Minute::MIDNIGHT)
}
