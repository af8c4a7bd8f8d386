//! Adds, renames, removes and lists favourites. Running one is asking for its report.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::filter::UsageFilter;
use super::super::output::ReportKind;
use super::super::period::ReportPeriod;
use super::super::period_rule::{PeriodRule, Seen};
use super::super::shift_choice::ShiftChoice;
use super::super::usage_words;
use super::store;
use crate::kernel::id::FavouriteId;
use crate::kernel::{Act, Day, Error, OrNotFound, Result, text};
use crate::policies;

/// The longest name in characters.
const LONGEST: usize = 80;

/// What a favourite is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FavouriteDetails {
    /// Its name; no other one has it.
    pub name: String,
    /// Which report.
    pub report: ReportKind,
    /// Over which days.
    pub rule: PeriodRule,
    /// The first of days of one's own.
    #[serde(default)]
    pub from: Option<Day>,
    /// The last of them.
    #[serde(default)]
    pub to: Option<Day>,
    /// Of what alone; of no matter to shifts.
    #[serde(default)]
    pub filter: UsageFilter,
    /// Whose shifts, and where; of no matter to usage. Since when changes are told is not kept: it is the last time.
    #[serde(default)]
    pub choice: ShiftChoice,
}

/// A favourite with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Favourite {
    /// The number of its row.
    pub id: FavouriteId,
    /// What it is.
    pub details: FavouriteDetails,
    /// Its days today; none where its rule names none, such as a term in summer.
    pub days: Option<ReportPeriod>,
    /// Of what alone, in words; empty where it is everything.
    pub only: String,
}

/// Asks for all favourites.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowFavourites {}

/// Keeps a report as a favourite.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddFavourite {
    /// What it is.
    pub details: FavouriteDetails,
}

/// Gives a favourite another name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenameFavourite {
    /// Which.
    pub id: FavouriteId,
    /// Its name from now on.
    pub name: String,
}

/// Removes a favourite; added again it is as it was.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveFavourite {
    /// Which.
    pub id: FavouriteId,
}

/// Says in which month the fiscal year begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetFiscalYear {
    /// 1 to 12.
    pub first_month: u8,
}

/// All favourites, by name.
pub(in crate::reports) fn favourites(act: &Act<'_>, _: ShowFavourites) -> Result<Vec<Favourite>> {
    let seen = Seen::by(act)?;
    let all = store::all(act.tx)?.into_iter();
    all.map(|(id, details)| seen_now(act, &seen, id, details))
        .collect()
}

pub(in crate::reports) fn add_favourite(act: &Act<'_>, input: AddFavourite) -> Result<Favourite> {
    let details = checked(act, input.details)?;
    let id = store::insert(act.tx, &details)?;
    act.touched(id);
    act.tell(details.name.clone());
    seen_now(act, &Seen::by(act)?, id, details)
}

pub(in crate::reports) fn rename_favourite(
    act: &Act<'_>,
    input: RenameFavourite,
) -> Result<Favourite> {
    let details = one(act, input.id)?;
    let before = details.name.clone();
    let name = free_name(act, Some(input.id), &input.name)?;
    store::rename(act.tx, input.id, &name)?;
    act.touched(input.id);
    act.tell(format!("{before}: now {name}"));
    let details = FavouriteDetails { name, ..details };
    seen_now(act, &Seen::by(act)?, input.id, details)
}

pub(in crate::reports) fn remove_favourite(
    act: &Act<'_>,
    input: RemoveFavourite,
) -> Result<Favourite> {
    let details = one(act, input.id)?;
    store::delete(act.tx, input.id)?;
    act.touched(input.id);
    act.tell(details.name.clone());
    seen_now(act, &Seen::by(act)?, input.id, details)
}

/// The month in which the fiscal year begins.
pub(in crate::reports) fn fiscal_month(act: &Act<'_>) -> Result<u8> {
    store::fiscal_month(act.tx)
}

pub(in crate::reports) fn set_fiscal_year(
    act: &Act<'_>,
    input: SetFiscalYear,
) -> Result<SetFiscalYear> {
    if !(1..=12).contains(&input.first_month) {
        return Err(Error::invalid("first_month", "must be 1 to 12"));
    }
    store::set_fiscal_month(act.tx, input.first_month)?;
    act.tell(format!("fiscal year from month {}", input.first_month));
    Ok(input)
}

fn one(act: &Act<'_>, id: FavouriteId) -> Result<FavouriteDetails> {
    let all = store::all(act.tx)?.into_iter();
    let mut own = all.filter(|(other, _)| *other == id);
    own.next()
        .map(|(_, details)| details)
        .or_not_found("favourite", id)
}

fn checked(act: &Act<'_>, details: FavouriteDetails) -> Result<FavouriteDetails> {
    let name = free_name(act, None, &details.name)?;
    let days = details.from.zip(details.to);
    match (details.rule, days) {
        (PeriodRule::Days, Some((from, to))) => {
            ReportPeriod { from, to }.checked()?;
        }
        (PeriodRule::Days, None) => {
            return Err(Error::invalid("from", "and the last day are missing"));
        }
        (_, None) if details.from.is_none() && details.to.is_none() => {}
        (..) => return Err(Error::invalid("from", "goes with days of one's own only")),
    }
    Ok(FavouriteDetails { name, ..details })
}

fn free_name(act: &Act<'_>, own: Option<FavouriteId>, typed: &str) -> Result<String> {
    let name = text::line("name", typed, LONGEST)?;
    text::required("name", &name)?;
    let same = |other: &FavouriteDetails| other.name.to_lowercase() == name.to_lowercase();
    let mut others = store::all(act.tx)?.into_iter();
    if others.any(|(id, other)| Some(id) != own && same(&other)) {
        let problem = format!("\"{name}\" is another favourite's already");
        return Err(Error::invalid("name", problem));
    }
    Ok(name)
}

fn seen_now(
    act: &Act<'_>,
    seen: &Seen,
    id: FavouriteId,
    details: FavouriteDetails,
) -> Result<Favourite> {
    let own = details.from.zip(details.to);
    let days = own.map(|(from, to)| ReportPeriod { from, to });
    let rules = policies::rules(act)?;
    Ok(Favourite {
        id,
        days: days.or_else(|| seen.period(details.rule)),
        only: usage_words::only(&details.filter, &rules.item_types, &rules.categories),
        details,
    })
}
