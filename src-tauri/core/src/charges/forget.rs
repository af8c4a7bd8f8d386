//! Lets settled charges forget their loan, their remark and their day. What was owed and paid stays, to the cent.

use super::store;
use crate::kernel::{Act, At, Minute, Result, audit};

/// How many charges are due to forget: settled before that instant, of no loan that still knows its patron.
pub fn forgettable(act: &Act<'_>, before: At) -> Result<u32> {
    Ok(u32::try_from(store::forgettable(act.tx, before)?.len()).unwrap_or(u32::MAX))
}

/// Breaks the link to the loan in each charge that is due to forget, with its remark and the sentences beside its audit
/// rows. A charge keeps the month alone and a credit the day alone, so that no instant leads to the return it followed.
pub fn forget(act: &Act<'_>, before: At) -> Result<()> {
    for (id, at) in store::forgettable(act.tx, before)? {
        let (day, _) = at.local(act.zone);
        let month = act.zone.instant(day.first_of_month(), Minute::MIDNIGHT);
        store::forget_charge(act.tx, id, month)?;
        audit::prune_details_of(act.tx, id)?;
        for (credit, at) in store::credits_done_with(act.tx, id)? {
            let (day, _) = at.local(act.zone);
            store::forget_credit(act.tx, credit, act.zone.instant(day, Minute::MIDNIGHT))?;
            audit::prune_details_of(act.tx, credit)?;
        }
    }
    Ok(())
}
