//! Lets returned loans forget their patrons when the library's grace has run. Events and counts stay as they are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::closed_due::forget_moves;
use super::store;
use super::stretches;
use crate::kernel::{Act, At, Minute, Result, audit};
use crate::{charges, patrons, policies};

/// Forgets now instead of at the next opening.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct ForgetPatrons {}

/// How many loans forgot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Forgotten {
    /// Loans whose grace had run.
    pub forgotten: u32,
}

pub(super) fn forget_patrons(act: &Act<'_>, _: ForgetPatrons) -> Result<Forgotten> {
    forget(act)
}

/// How many loans, settled charges and messages are due to forget.
pub fn forgettable(act: &Act<'_>) -> Result<u32> {
    let before = grace_end(act)?;
    let loans = store::forgettable(act.tx, before)?.len();
    let charges = charges::forgettable(act, before)?;
    let messages = patrons::forgettable_messages(act, before, before.local(act.zone).0)?;
    Ok(u32::try_from(loans)
        .unwrap_or(u32::MAX)
        .saturating_add(charges)
        .saturating_add(messages))
}

/// Breaks the link in each loan whose grace has run, with its undo and the sentences beside its audit rows. A loan of
/// which something is owed waits until it is settled and the grace has run from there; its charges forget with it.
/// Messages that were said or ran out before it go too.
pub fn forget(act: &Act<'_>) -> Result<Forgotten> {
    let loans = store::forgettable(act.tx, grace_end(act)?)?;
    for loan in &loans {
        store::forget_patron(act.tx, *loan)?;
        stretches::forget(act, *loan)?;
        forget_moves(act.tx, *loan)?;
        audit::prune_details_of(act.tx, *loan)?;
    }
    charges::forget(act, grace_end(act)?)?;
    store::drop_undos_without_loan(act.tx, grace_end(act)?)?;
    let end = grace_end(act)?;
    patrons::forget_messages(act, end, end.local(act.zone).0)?;
    act.scrub_after_commit();
    act.tell(format!("{} loans", loans.len()));
    Ok(Forgotten {
        forgotten: u32::try_from(loans.len()).unwrap_or(u32::MAX),
    })
}

/// Loans returned before this instant are to forget: whole library days count.
fn grace_end(act: &Act<'_>) -> Result<At> {
    let grace = policies::library(act)?.details.grace_days;
    let day = act.today.minus(grace);
    Ok(act.zone.instant(day, Minute::MIDNIGHT))
}
