//! Sets the hours of the week, closes days, and gives days hours of their own. What is due on them stands in `circulation`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::calendar::{Closure, OpenSpan, OpeningHours, SpecialHours};
use super::store;
use crate::kernel::{Act, Day, Error, OrNotFound, Result};

/// The longest closure in days; a library that is closed for longer says so again.
const LONGEST_CLOSURE: i64 = 731;

/// The most stretches that a day has.
const MOST_SPANS: usize = 4;

/// Sets the hours of a weekday, or closes it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetHours {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// From when to when, with a break between two; closed when there is none.
    pub hours: Vec<OpenSpan>,
}

/// Asks what is wrong with hours that are being typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckHours {
    /// The stretches of one day or of a week, as they were typed.
    pub hours: Vec<OpeningHours>,
}

/// A stretch of a day that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HoursFault {
    /// 1 = Monday to 7 = Sunday.
    pub weekday: u8,
    /// Which of the weekday's stretches, from 0, in the order in which they were given.
    pub span: u32,
    /// What is wrong with it.
    pub wrong: SpanWrong,
}

/// What is wrong with a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SpanWrong {
    /// It closes before it opens, or at once.
    Backwards,
    /// It shares time with another, or begins as the other ends.
    Meets {
        /// The other, from 0.
        other: u32,
    },
}

/// Closes a day, or all days through another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseDay {
    /// The first day.
    pub day: Day,
    /// The last day; the first where none is given.
    #[serde(default)]
    pub through: Option<Day>,
    /// Why, such as "Thanksgiving".
    pub reason: String,
}

/// Opens the days of a closure again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ReopenDay {
    /// The closure's first day.
    pub day: Day,
}

/// Lets a day have its weekday's hours again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct DropSpecialHours {
    /// The day.
    pub day: Day,
}

pub(super) fn set_hours(act: &Act<'_>, input: SetHours) -> Result<Vec<OpeningHours>> {
    let weekday = input.weekday;
    if !(1..=7).contains(&weekday) {
        return Err(Error::invalid(
            "weekday",
            format!("is {weekday}; 1 is Monday, 7 is Sunday"),
        ));
    }
    let spans = in_order(input.hours)?;
    let hours: Vec<_> = spans
        .iter()
        .map(|span| OpeningHours {
            weekday,
            opens: span.opens,
            closes: span.closes,
        })
        .collect();
    store::put_hours(act.tx, weekday, &hours)?;
    act.tell(format!("weekday {weekday}: {}", told(&spans)));
    Ok(hours)
}

/// What is wrong with hours, by weekday; nothing where each day could be saved.
pub fn check_hours(input: &CheckHours) -> Vec<HoursFault> {
    (1..=7)
        .flat_map(|weekday| {
            let of_day = input.hours.iter().filter(|span| span.weekday == weekday);
            let spans = of_day.map(|span| OpenSpan {
                opens: span.opens,
                closes: span.closes,
            });
            let faults = faults(&spans.collect::<Vec<_>>());
            faults.into_iter().map(move |(span, wrong)| HoursFault {
                weekday,
                span: as_u32(span),
                wrong,
            })
        })
        .collect()
}

/// Gives a new library its week.
pub(super) fn begin_hours(act: &Act<'_>, hours: &[OpeningHours]) -> Result<()> {
    for weekday in 1..=7 {
        let of_day = hours.iter().filter(|span| span.weekday == weekday);
        let hours = of_day.map(|span| OpenSpan {
            opens: span.opens,
            closes: span.closes,
        });
        let hours = hours.collect();
        set_hours(act, SetHours { weekday, hours })?;
    }
    Ok(())
}

pub(super) fn close_day(act: &Act<'_>, input: CloseDay) -> Result<Closure> {
    let closure = Closure {
        day: input.day,
        through: input.through.unwrap_or(input.day),
        reason: reason(&input.reason, "Thanksgiving")?,
    };
    let days = closure.through.days_since(closure.day);
    if !(0..=LONGEST_CLOSURE).contains(&days) {
        let problem = format!(
            "must be {} or up to two years later, it is {}",
            closure.day, closure.through
        );
        return Err(Error::invalid("through", problem));
    }
    let others = store::closures(act.tx, closure.day, closure.through)?;
    if let Some(other) = others.iter().find(|other| other.day != closure.day) {
        let problem = format!(
            "{} to {} is closed already: {}",
            other.day, other.through, other.reason
        );
        return Err(Error::invalid("day", problem));
    }
    if days == 0 && !store::special_hours(act.tx, closure.day, closure.day)?.is_empty() {
        let problem = format!("{} has hours of its own; remove those first", closure.day);
        return Err(Error::invalid("day", problem));
    }
    store::put_closure(act.tx, &closure)?;
    act.tell(sentence(&closure));
    Ok(closure)
}

pub(super) fn reopen_day(act: &Act<'_>, input: ReopenDay) -> Result<Closure> {
    let closure = store::closures(act.tx, input.day, input.day)?
        .into_iter()
        .find(|closure| closure.day == input.day)
        .or_not_found("closure from", input.day)?;
    store::delete_closure(act.tx, input.day)?;
    act.tell(sentence(&closure));
    Ok(closure)
}

pub(super) fn set_special_hours(act: &Act<'_>, input: SpecialHours) -> Result<SpecialHours> {
    let special = SpecialHours {
        day: input.day,
        reason: reason(&input.reason, "Christmas Eve")?,
        hours: in_order(input.hours)?,
    };
    if special.hours.is_empty() {
        let problem = "are empty; to close the day, add it to the closed days";
        return Err(Error::invalid("hours", problem));
    }
    let closures = store::closures(act.tx, special.day, special.day)?;
    if let Some(closure) = closures
        .iter()
        .find(|closure| closure.day == closure.through)
    {
        let problem = format!("{}; open it again first", sentence(closure));
        return Err(Error::invalid("day", problem));
    }
    store::put_special_hours(act.tx, &special)?;
    act.tell(format!(
        "{}: {}, {}",
        special.day,
        special.reason,
        told(&special.hours)
    ));
    Ok(special)
}

pub(super) fn drop_special_hours(act: &Act<'_>, input: DropSpecialHours) -> Result<SpecialHours> {
    let special = store::special_hours(act.tx, input.day, input.day)?
        .pop()
        .or_not_found("special hours on", input.day)?;
    store::delete_special_hours(act.tx, input.day)?;
    act.tell(format!("{}: {}", special.day, special.reason));
    Ok(special)
}

/// The stretches by time; refused where one is backwards or two touch or overlap.
fn in_order(mut spans: Vec<OpenSpan>) -> Result<Vec<OpenSpan>> {
    spans.sort();
    if spans.len() > MOST_SPANS {
        let problem = format!("has more than {MOST_SPANS} stretches");
        return Err(Error::invalid("hours", problem));
    }
    let Some(&(place, wrong)) = faults(&spans).first() else {
        return Ok(spans);
    };
    let span = spans[place];
    Err(match wrong {
        SpanWrong::Backwards => {
            let problem = format!(
                "is {}, which is not after opening at {}",
                span.closes, span.opens
            );
            Error::invalid("closes", problem)
        }
        SpanWrong::Meets { other } => {
            let before = spans[other as usize].closes;
            let problem = format!(
                "is {}, which is not after the closing before it at {before}",
                span.opens
            );
            Error::invalid("opens", problem)
        }
    })
}

/// Which stretches cannot be, and why. Of two that meet it is the one that was given later.
fn faults(spans: &[OpenSpan]) -> Vec<(usize, SpanWrong)> {
    let mut by_time: Vec<usize> = (0..spans.len()).collect();
    by_time.sort_by_key(|&place| spans[place]);
    let (sound, backwards): (Vec<_>, Vec<_>) = by_time
        .into_iter()
        .partition(|&place| spans[place].opens < spans[place].closes);
    let meet = sound
        .windows(2)
        .filter(|pair| spans[pair[1]].opens <= spans[pair[0]].closes)
        .map(|pair| (pair[0].max(pair[1]), pair[0].min(pair[1])));
    let backwards = backwards
        .into_iter()
        .map(|place| (place, SpanWrong::Backwards));
    let meet = meet.map(|(later, other)| {
        (
            later,
            SpanWrong::Meets {
                other: as_u32(other),
            },
        )
    });
    backwards.chain(meet).collect()
}

/// A place among the stretches of a day.
fn as_u32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn reason(typed: &str, example: &str) -> Result<String> {
    let reason = typed.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 80 {
        let problem = format!("must have 1 to 80 characters, such as {example}");
        return Err(Error::invalid("reason", problem));
    }
    Ok(reason)
}

fn sentence(closure: &Closure) -> String {
    if closure.day == closure.through {
        return format!("{}: {}", closure.day, closure.reason);
    }
    format!("{} to {}: {}", closure.day, closure.through, closure.reason)
}

fn told(spans: &[OpenSpan]) -> String {
    if spans.is_empty() {
        return "closed".into();
    }
    let each = spans
        .iter()
        .map(|span| format!("{} to {}", span.opens, span.closes));
    each.collect::<Vec<_>>().join(" and ")
}
