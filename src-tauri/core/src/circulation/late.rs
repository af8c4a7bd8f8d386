//! Charges what an item's delay costs, by the loan rule. How much that is, the rules say.

use super::fine::Fine;
use super::loan::Loan;
use super::terms::fine_for;
use crate::catalog::ItemRow;
use crate::charges::{self, Charge, ChargeKind, NewCharge};
use crate::kernel::{Act, At, Money, Result};
use crate::patrons;

/// What a delay cost whoever had the item.
#[derive(Debug, Default)]
pub(super) struct Delay {
    /// What was charged; none where the delay costs nothing.
    pub(super) charge: Option<Charge>,
    /// What the rules make of the delay, step by step.
    pub(super) fine: Fine,
}

/// Charges whoever had the item for its delay until it was back; nothing where the library charges nothing.
pub(super) fn charge_delay(act: &Act<'_>, loan: &Loan, row: &ItemRow, back: At) -> Result<Delay> {
    let Some(patron) = loan.patron else {
        return Ok(Delay::default());
    };
    let fine = delay_costs(act, loan, row, back)?;
    let charge = NewCharge {
        patron,
        loan: Some(loan.id),
        kind: ChargeKind::Overdue,
        amount: fine.amount,
        note: String::new(),
    };
    let charge = (fine.amount > Money::default())
        .then(|| charges::levy(act, charge))
        .transpose()?;
    Ok(Delay { charge, fine })
}

/// What the delay of an item costs that was back at an instant, and why.
pub(super) fn delay_costs(act: &Act<'_>, loan: &Loan, row: &ItemRow, back: At) -> Result<Fine> {
    let Some(patron) = loan.patron else {
        return Ok(Fine::default());
    };
    let patron = patrons::patron(act, patron)?;
    fine_for(act, loan, &patron, row, back)
}
