//! Money at the desk: charging, paying, waiving, and taking a credit back, each with its undo. The sums are `charges`'.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::inverse::Inverse;
use super::store;
use crate::charges::{self, Charge, ChargeKind, Credit, NewCharge, Reversal, Settlement};
use crate::kernel::id::{ChargeId, CreditId, LoanId, PatronId, UndoId};
use crate::kernel::{Act, Error, Money, Result};
use crate::patrons;

/// Charges a patron by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChargePatron {
    /// Who owes it.
    pub patron: PatronId,
    /// The loan it comes of, if it does of one.
    pub loan: Option<LoanId>,
    /// What it is for.
    pub kind: ChargeKind,
    /// How much.
    pub amount: Money,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Takes money.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakePayment {
    /// Who pays.
    pub patron: PatronId,
    /// How much.
    pub amount: Money,
    /// For which charges; the oldest first when none is named.
    pub charges: Vec<ChargeId>,
}

/// Asks for it no more.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WaiveCharges {
    /// Whose.
    pub patron: PatronId,
    /// How much; all that is owed of them when it is not said.
    pub amount: Option<Money>,
    /// Which charges; the oldest first when none is named.
    pub charges: Vec<ChargeId>,
    /// Why; 3 to 200 characters.
    pub reason: String,
}

/// Takes a payment or a waiver back: what it settled is owed again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReverseCredit {
    /// Which.
    pub credit: CreditId,
    /// Why; 3 to 200 characters.
    pub reason: String,
}

/// What was charged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Charged {
    /// The charge.
    pub charge: Charge,
    /// What the patron owes in all.
    pub balance: Money,
    /// Takes it back.
    pub undo: UndoId,
}

/// What was paid, waived or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Credited {
    /// The payment, waiver or reversal.
    pub credit: Credit,
    /// What the patron owes in all.
    pub balance: Money,
    /// Takes it back.
    pub undo: UndoId,
}

/// Charges a patron by hand: an item that is lost, a new card.
pub fn charge(act: &Act<'_>, input: ChargePatron) -> Result<Charged> {
    let patron = patrons::patron(act, input.patron)?.id;
    let loan = input.loan.map(|loan| store::loan(act.tx, loan));
    if let Some(loan) = loan.transpose()?
        && loan.patron != Some(patron)
    {
        return Err(Error::invalid("loan", "is not one of this patron"));
    }
    let new = NewCharge {
        patron,
        loan: input.loan,
        kind: input.kind,
        amount: input.amount,
        note: input.note,
    };
    let charge = charges::levy(act, new)?;
    act.touched(charge.id);
    let inverse = Inverse::Charge {
        charge: charge.id,
        loan: input.loan,
    };
    let undo = match input.loan {
        Some(loan) => store::insert_undo(act.tx, loan, act.now, &inverse)?,
        None => store::insert_loose_undo(act.tx, act.now, &inverse)?,
    };
    let balance = charges::balance(act, patron)?;
    Ok(Charged {
        charge,
        balance,
        undo,
    })
}

/// Takes money for what is owed, in full or in part.
pub fn take_payment(act: &Act<'_>, input: TakePayment) -> Result<Credited> {
    let settlement = Settlement {
        patron: input.patron,
        charges: input.charges,
        amount: Some(input.amount),
    };
    credited(act, charges::pay(act, &settlement)?)
}

/// Waives what is owed, in full or in part, with a reason.
pub fn waive(act: &Act<'_>, input: WaiveCharges) -> Result<Credited> {
    let settlement = Settlement {
        patron: input.patron,
        charges: input.charges,
        amount: input.amount,
    };
    credited(act, charges::waive(act, &settlement, &input.reason)?)
}

/// Takes a payment or a waiver back with a reason; both lines stay in the ledger.
pub fn reverse(act: &Act<'_>, input: ReverseCredit) -> Result<Credited> {
    let reversal = Reversal {
        credit: input.credit,
        reason: input.reason,
    };
    credited(act, charges::reverse(act, &reversal)?)
}

/// The audit names the credit alone: what it settled would lead to loans.
fn credited(act: &Act<'_>, credit: Credit) -> Result<Credited> {
    act.touched(credit.id);
    act.tell(match credit.reason.as_str() {
        "" => credit.amount.to_string(),
        reason => format!("{}: {reason}", credit.amount),
    });
    let inverse = Inverse::Credit {
        credit: credit.id,
        kind: credit.kind,
    };
    Ok(Credited {
        undo: store::insert_loose_undo(act.tx, act.now, &inverse)?,
        balance: charges::balance(act, credit.patron)?,
        credit,
    })
}
