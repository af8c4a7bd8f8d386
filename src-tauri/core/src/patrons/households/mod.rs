//! Patrons who live together, so that the desk sees what a family has out and owes, without titles.
//!
//! *Household*: two patrons or more. Who is left alone has none.

mod join;
mod leave;
mod store;

pub(super) use join::live_together;
pub use join::{JoinHousehold, join_household, members};
pub use leave::{LeaveHousehold, leave_household};
