//! Lending: check-out, renewal, return, use in the library, and taking each of them back.
//!
//! *Loan*: one item with one patron until it comes back. *Due day*: the last day of a loan; where it
//! would be a closed one the lending policy says what happens. *Due at*: the instant at which a loan by the hour is due. *Grace*:
//! the days after a return for which the loan still knows its patron, for disputes. *Overriding*: going on in spite of
//! reasons, with a reason of one's own. *Stretch*: the time for which one due day of a loan holds. *Block*: what speaks against lending anything to a patron.
//!
//! An item has at most one open loan. An open loan has a patron; a returned one forgets it when the grace has run, with
//! everything that led from the one to the other. Each loan, renewal, return and in-house use leaves one event behind,
//! and an undo takes that event back.

mod blocks;
mod check_in;
mod check_out;
mod closed_due;
mod corrections;
mod due;
mod explain_due;
mod fine;
mod forget;
mod hourly;
mod household;
mod identify;
mod in_house;
mod inverse;
mod late;
mod list;
mod loan;
mod money;
mod move_in;
mod overriding;
mod patron_at_desk;
mod renew;
mod set_status;
mod store;
mod stretches;
mod terms;
mod undo;
mod while_locked;

pub use blocks::{Block, blocks};
pub use check_in::{CheckIn, CheckInRefusal, CheckedIn, check_in};
pub use check_out::{CheckOut, CheckOutRefusal, Lent, check_out};
pub use closed_due::{ClosedDueLoan, ClosedDueMoved, MoveRefusal, MovedBack};
pub use corrections::{
    BackdateRefusal, BackdateReturn, Backdated, ChangeDue, ChangeDueRefusal, ClaimRefusal,
    ClaimReturned, Claimed, DueChanged, backdate_return, change_due, claim_returned,
};
pub use due::{Due, DueStep, LOOK_AHEAD, Terms, due, due_again};
pub use fine::{Fine, FineStep, LateTime, fine};
pub use forget::{forget, forgettable};
pub use household::{HouseholdMember, ShowHousehold};
pub use identify::{Identified, Identify};
pub use in_house::{InHouse, InHouseRefusal, RecordInHouse, record_in_house};
pub use list::{Counts, LoanFilter, Loans, ShowLoans, counts, lent_since};
pub use loan::{Loan, LoanRow};
pub use money::{
    ChargePatron, Charged, Credited, ReverseCredit, TakePayment, WaiveCharges, charge, reverse,
    take_payment, waive,
};
pub use move_in::{MoveInRefusal, MovedIn, MovedLoan, may_move_in, move_in, take_away};
pub use overriding::Overriding;
pub use patron_at_desk::{Flag, PatronAtDesk, ShowPatronAtDesk};
pub use renew::{Renew, RenewRefusal, renew};
pub use set_status::{StatusSet, set_status};
pub use store::INVARIANTS;
pub use terms::fine_for;
pub use undo::{Undo, UndoRefusal, Undone, UndoneKind, undo};
pub use while_locked::{
    Dismissal, KeptReturn, LockedReturn, ScanWhileLocked, ScannedWhileLocked, SeenWhileLocked,
    SettleLockedReturn, SettleRefusal, SettledReturn, Settling, ShowLockedReturns, keep, see,
    waiting,
};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "circulation.backdate_return", TakeMoney, [Loans, Charges], corrections::backdate_return),
    command!(Write "circulation.change_due", OverrideRules, [Loans, Items], corrections::change_due),
    command!(Write "circulation.charge", TakeMoney, [Charges], money::charge),
    command!(Write "circulation.check_in", Lend, [Loans, Items, Charges], check_in::check_in),
    command!(Write "circulation.check_out", Lend, [Loans, Items, Patrons], check_out::check_out),
    command!(Write "circulation.claim_returned", Lend, [Loans], corrections::claim_returned),
    command!(Read "circulation.closed_due", EditPolicies, [Loans, Calendar, Rules], closed_due::closed_due),
    command!(Read "circulation.explain_due", Lend, [Loans], explain_due::explain_due),
    command!(Write "circulation.forget_patrons", EditPolicies, [Loans], forget::forget_patrons),
    command!(Read "circulation.household", Lend, [Loans, Patrons], household::household),
    command!(Read "circulation.identify", Lend, [Items, Patrons], identify::identify),
    command!(Read "circulation.item_loan", Lend, [Loans], list::item_loan),
    command!(Read "circulation.loans", Lend, [Loans], list::loans),
    command!(Read "circulation.locked_returns", Lend, [Loans, Items], while_locked::locked_returns),
    command!(Write "circulation.move_back", EditPolicies, [Loans, Items], closed_due::move_back),
    command!(Write "circulation.move_closed_due", EditPolicies, [Loans, Items], closed_due::move_closed_due),
    command!(Read "circulation.patron_at_desk", Lend, [Loans, Patrons, Rules, Charges], patron_at_desk::patron_at_desk),
    command!(Write "circulation.record_in_house", Lend, [Items, Loans], in_house::record_in_house),
    command!(Write "circulation.renew", Lend, [Loans, Items, Patrons], renew::renew),
    command!(Write "circulation.reverse", WaiveMoney, [Charges], money::reverse),
    command!(Write "circulation.settle_locked_return", Lend, [Loans, Items, Charges], while_locked::settle_locked_return),
    command!(Write "circulation.set_status", EditCatalog, [Items, Loans], set_status::set_status),
    command!(Write "circulation.take_payment", TakeMoney, [Charges], money::take_payment),
    command!(Write "circulation.undo", Lend, [Loans, Items, Charges], undo::undo),
    command!(Write "circulation.waive", WaiveMoney, [Charges], money::waive),
];
