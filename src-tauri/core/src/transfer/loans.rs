//! Open loans from a file: a patron's card, an item's barcode, when it is due. Patrons and items come in before.

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use super::done::Done;
use super::form::{Form, Kind};
use super::layout::{Blank, Layout, Untaken};
use super::mapping::ImportKind;
use super::report::{ImportMode, RowDid};
use super::spool::Row;
use super::target::Target;
use crate::catalog;
use crate::circulation::{self, MovedIn, MovedLoan};
use crate::kernel::id::LoanId;
use crate::kernel::{Act, At, Barcode, Day, Error, Minute, Result};
use crate::patrons;

/// The most renewals that anybody counted.
const MOST_RENEWALS: u32 = 999;

/// A line of a file of loans.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LoanLine {
    card: Barcode,
    barcode: Barcode,
    due: String,
    #[serde(default)]
    lent: Option<String>,
    #[serde(default)]
    renewals: Option<u32>,
}

/// What rows of loans become.
pub(super) fn target() -> Result<Target> {
    let known = [
        ("card", Kind::Code),
        ("barcode", Kind::Code),
        ("due", Kind::When),
        ("lent", Kind::When),
        ("renewals", Kind::Number),
    ];
    let least = json!({ "card": "1", "barcode": "1", "due": "2026-11-23" });
    Ok(Target {
        kind: ImportKind::Loans,
        forms: vec![Form::learn::<LoanLine>(least, &known)?],
        code: "barcode",
        extra: &[],
    })
}

/// Checks a row, and keeps it when the mode says so. What is said of a row names its card or its item, never both.
pub(super) fn take(
    act: &Act<'_>,
    layout: &Layout,
    row: &Row,
    mode: ImportMode,
) -> Result<Done, Untaken> {
    let form = &layout.target.forms[0];
    let barcode = layout.code(row, form, "barcode")?;
    let card = layout.code(row, form, "card")?;
    let line: LoanLine = layout.record(row, form, Map::new(), Blank::Clears)?;
    let wrong = |field: &'static str, problem: &str| layout.wrong(row, Some(field), problem.into());
    let patron = patrons::find_by_card(act, &card)?
        .ok_or_else(|| wrong("card", "is no patron's; bring the patrons in first"))?;
    let item = catalog::find_by_barcode(act, &barcode)?
        .ok_or_else(|| wrong("barcode", "is no item's; bring the items in first"))?;
    let (due, _) =
        when(&line.due).ok_or_else(|| wrong("due", "is not a day such as 2026-11-23"))?;
    let lent = line.lent.as_deref().and_then(when);
    let loan = MovedLoan {
        patron: patron.id,
        item: item.item.id,
        out_at: lent.map_or_else(
            || begin(act, due),
            |(day, minute)| instant(act, day, minute),
        ),
        due,
        renewals: line.renewals.unwrap_or(0).min(MOST_RENEWALS),
    };
    let blame = |error: Error| layout.blame(row, error);
    if mode == ImportMode::Try {
        let there = circulation::may_move_in(act, &loan).map_err(blame)?;
        return Ok(Done::only(there.map_or(RowDid::Added, |_| RowDid::Same)));
    }
    match circulation::move_in(act, &loan).map_err(blame)? {
        MovedIn::Added(id) => Ok(Done::added(id, &())?),
        MovedIn::Same(_) => Ok(Done::only(RowDid::Same)),
    }
}

/// Takes back a loan that moved in; the error says why it must stay.
pub(super) fn take_back(act: &Act<'_>, done: &Done) -> Result<Result<(), String>> {
    let Some(loan) = done.record.map(LoanId::of) else {
        return Ok(Ok(()));
    };
    match circulation::take_away(act, loan) {
        Err(Error::Refused(reasons)) => Ok(Err(reasons
            .first()
            .map_or_else(String::new, |reason| reason.message.clone()))),
        Err(Error::NotFound { .. }) => Ok(Ok(())),
        other => other.map(Ok),
    }
}

/// Where a file does not say when something was lent, it was lent now, or when it was due if that is past.
fn begin(act: &Act<'_>, due: Day) -> At {
    if due < act.today {
        instant(act, due, None)
    } else {
        act.now
    }
}

/// A day without a time is its midnight, so that nothing begins after now.
fn instant(act: &Act<'_>, day: Day, minute: Option<Minute>) -> At {
    act.zone.instant(day, minute.unwrap_or(Minute::MIDNIGHT))
}

fn when(text: &str) -> Option<(Day, Option<Minute>)> {
    let (day, _) = text.split_once(' ').unwrap_or((text, ""));
    Some((Day::parse(day).ok()?, super::day_order::minute(text)))
}
