//! Adds, corrects and removes terms and breaks. Classes and availability keep the days that they were given.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::store;
use super::term::{Term, TermBreak, TermDetails};
use crate::kernel::id::TermId;
use crate::kernel::{Act, Day, Error, OrNotFound, Result, text};

/// The longest name in characters.
const LONGEST: usize = 80;

/// The most days of a term or a break; what is longer is a slip of the hand.
const MOST_DAYS: i64 = 731;

/// Adds a term.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddTerm {
    /// What it is.
    pub details: TermDetails,
}

/// Corrects a term.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditTerm {
    /// Which.
    pub id: TermId,
    /// What it is from now on.
    pub details: TermDetails,
}

/// Removes a term.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveTerm {
    /// Which.
    pub id: TermId,
}

/// Lets classes meet again on the days of a break.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropBreak {
    /// The break's first day.
    pub day: Day,
}

pub(in crate::policies) fn add_term(act: &Act<'_>, input: AddTerm) -> Result<Term> {
    let details = checked(act, None, input.details)?;
    let id = store::insert_term(act.tx, &details)?;
    act.touched(id);
    act.tell(told(&details));
    Ok(Term { id, details })
}

pub(in crate::policies) fn edit_term(act: &Act<'_>, input: EditTerm) -> Result<Term> {
    term(act, input.id)?;
    let details = checked(act, Some(input.id), input.details)?;
    store::update_term(act.tx, input.id, &details)?;
    act.touched(input.id);
    act.tell(told(&details));
    Ok(Term {
        id: input.id,
        details,
    })
}

pub(in crate::policies) fn remove_term(act: &Act<'_>, input: RemoveTerm) -> Result<Term> {
    let term = term(act, input.id)?;
    store::delete_term(act.tx, term.id)?;
    act.touched(term.id);
    act.tell(told(&term.details));
    Ok(term)
}

pub(in crate::policies) fn set_break(act: &Act<'_>, input: TermBreak) -> Result<TermBreak> {
    let pause = TermBreak {
        name: name(&input.name)?,
        ..input
    };
    in_order("through", pause.day, pause.through)?;
    let breaks = store::breaks(act.tx)?;
    let other = breaks.iter().find(|other| {
        other.day != pause.day && other.day <= pause.through && pause.day <= other.through
    });
    if let Some(other) = other {
        let problem = format!(
            "lies in {} ({} to {}) already",
            other.name, other.day, other.through
        );
        return Err(Error::invalid("day", problem));
    }
    store::put_break(act.tx, &pause)?;
    act.tell(format!(
        "{}: {} to {}",
        pause.name, pause.day, pause.through
    ));
    Ok(pause)
}

pub(in crate::policies) fn drop_break(act: &Act<'_>, input: DropBreak) -> Result<TermBreak> {
    let breaks = store::breaks(act.tx)?;
    let pause = breaks
        .into_iter()
        .find(|pause| pause.day == input.day)
        .or_not_found("break from", input.day)?;
    store::delete_break(act.tx, pause.day)?;
    act.tell(format!(
        "{}: {} to {}",
        pause.name, pause.day, pause.through
    ));
    Ok(pause)
}

fn term(act: &Act<'_>, id: TermId) -> Result<Term> {
    let terms = store::terms(act.tx)?;
    terms
        .into_iter()
        .find(|term| term.id == id)
        .or_not_found("term", id)
}

fn checked(act: &Act<'_>, own: Option<TermId>, details: TermDetails) -> Result<TermDetails> {
    let details = TermDetails {
        name: name(&details.name)?,
        ..details
    };
    in_order("last", details.first, details.last)?;
    let terms = store::terms(act.tx)?;
    let same = |term: &&Term| term.details.name.to_lowercase() == details.name.to_lowercase();
    if terms.iter().filter(same).any(|term| Some(term.id) != own) {
        let problem = format!("\"{}\" is another term's already", details.name);
        return Err(Error::invalid("name", problem));
    }
    Ok(details)
}

fn name(typed: &str) -> Result<String> {
    let name = text::line("name", typed, LONGEST)?;
    text::required("name", &name)?;
    Ok(name)
}

fn in_order(field: &'static str, first: Day, last: Day) -> Result<()> {
    if !(0..=MOST_DAYS).contains(&last.days_since(first)) {
        let problem = format!("must be {first} or up to two years later, it is {last}");
        return Err(Error::invalid(field, problem));
    }
    Ok(())
}

fn told(details: &TermDetails) -> String {
    format!("{}: {} to {}", details.name, details.first, details.last)
}
