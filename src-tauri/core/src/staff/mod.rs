//! The people who work here; who may use Carrel is `accounts`, when they work is `schedule`.
//!
//! *Staff member*: somebody who works here, whether or not they use Carrel. *Wanted minutes*: the work a week that
//! somebody asked for or is hired for. *Active*: works here still.
//!
//! Nobody is ever deleted: who leaves is made inactive, so that past shifts keep their names.

mod add;
mod edit;
mod list;
mod member;
mod store;

pub use add::{Add, add};
pub use edit::{Edit, edit};
pub use list::{StaffList, list, member, members};
pub use member::{StaffDetails, StaffMember};
pub use store::INVARIANTS;

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "staff.add", EditStaff, [Staff, Shifts], add::add),
    command!(Write "staff.edit", EditStaff, [Staff, Shifts], edit::edit),
    command!(Read "staff.list", SignedIn, [Staff], list::list),
];
