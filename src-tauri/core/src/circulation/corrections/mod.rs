//! Corrections with a reason: a return on its real day, a due day by hand, an item that is said to be back. Each can be
//! taken back.

mod backdate_return;
mod change_due;
mod claim_returned;
pub(super) mod store;

pub use backdate_return::{BackdateRefusal, BackdateReturn, Backdated, backdate_return};
pub use change_due::{ChangeDue, ChangeDueRefusal, DueChanged, change_due};
pub use claim_returned::{ClaimRefusal, ClaimReturned, Claimed, claim_returned};

pub(super) use backdate_return::{BeforeBackdating, undo_backdating};
pub(super) use change_due::{BeforeChange, undo_change};
