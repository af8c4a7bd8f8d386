//! What patrons owe the library and how it is settled. Why somebody owes something is a higher domain's affair.
//!
//! *Charge*: what somebody owes for one thing. *Credit*: a payment, a waiver, or a *reversal* that takes either of them
//! back. *Settled*: paid or waived. *Owed*: what of a charge is not settled yet. *Balance*: all that a patron owes.
//!
//! A balance is a sum and is kept nowhere. A charge is never settled beyond its amount, and a credit settles charges to
//! the last cent: nobody has money lying here. A charge knows the number of a patron and of a loan, never more of them.
//! When it is settled and its loan has forgotten, it forgets the loan, its remark and its day.

mod allocate;
mod charge;
mod credit;
mod forget;
mod ledger;
mod levy;
mod retract;
mod reverse;
mod settle;
mod store;
mod terms;

pub use charge::{Charge, ChargeKind};
pub use credit::{Credit, CreditKind};
pub use forget::{forget, forgettable};
pub use ledger::{PatronLedger, ShowLedger, balance, credit, ledger, of_loan};
pub use levy::{NewCharge, levy};
pub use retract::{RetractRefusal, retract_charge, retract_credit};
pub use reverse::{Reversal, ReverseRefusal, reverse};
pub use settle::{SettleRefusal, Settlement, pay, waive};
pub use store::INVARIANTS;
pub use terms::{ChargeTerms, Owing, owing};

use crate::kernel::command::{Command, command};

/// What this domain offers; what the desk does with money it does through circulation, which can take it back.
pub const COMMANDS: &[Command] = &[
    command!(Read "charges.ledger", Lend, [Charges, Loans, Patrons], ledger::ledger),
    command!(Write "charges.set_terms", EditPolicies, [Charges, Rules], terms::set_terms),
    command!(Read "charges.terms", SignedIn, [Charges], terms::show_terms),
];
