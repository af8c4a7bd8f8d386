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
    if let Some(span) = spans.iter().find(|span| span.closes <= span.opens) {
        let problem = format!(
            "is {}, which is not after opening at {}",
            span.closes, span.opens
        );
        return Err(Error::invalid("closes", problem));
    }
    if let Some(pair) = spans
        .windows(2)
        .find(|pair| pair[1].opens <= pair[0].closes)
    {
        let problem = format!(
            "is {}, which is not after the closing before it at {}",
            pair[1].opens, pair[0].closes
        );
        return Err(Error::invalid("opens", problem));
    }
    Ok(spans)
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
