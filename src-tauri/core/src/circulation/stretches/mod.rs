//! The due days of a loan one after the other, by which the library still knows on any past evening what was late.
//!
//! *Stretch*: the time for which one due day of a loan holds. It begins with the loan, a renewal or another due day, and
//! ends with the return or the next of them. It copies what statistics ask; it names no patron, and forgets its loan.

mod store;
mod stretch;

pub(super) use stretch::{begin, begin_again, end, end_on, forget, renewed, reopen, take_back};
