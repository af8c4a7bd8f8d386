//! Loans that fall due while the library is closed, because it was closed after they were lent.

mod moving;
mod store;

pub use moving::{ClosedDueLoan, ClosedDueMoved, MoveRefusal, MovedBack};

pub(super) use moving::{closed_due, move_back, move_closed_due};
pub(super) use store::forget_moves;
