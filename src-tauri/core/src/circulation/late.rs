//! Charges what an item's delay costs, by the loan rule. How much that is, the rules say.

use super::loan::Loan;
use super::terms::fine_for;
use crate::catalog::ItemRow;
use crate::charges::{self, Charge, ChargeKind, NewCharge};
use crate::kernel::{Act, At, Money, Result};
use crate::patrons;

/// Charges whoever had the item for its delay until it was back; nothing where the library charges nothing.
pub(super) fn charge_delay(
    act: &Act<'_>,
    loan: &Loan,
    row: &ItemRow,
    back: At,
) -> Result<Option<Charge>> {
    let Some(patron) = loan.patron else {
        return Ok(None);
    };
    let amount = delay_costs(act, loan, row, back)?;
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

/// What the delay of an item costs that was back at an instant.
pub(super) fn delay_costs(act: &Act<'_>, loan: &Loan, row: &ItemRow, back: At) -> Result<Money> {
    let Some(patron) = loan.patron else {
        return Ok(Money::default());
    };
    let patron = patrons::patron(act, patron)?;
    Ok(fine_for(act, loan, &patron, row, back)?.amount)
}
