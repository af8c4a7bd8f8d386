//! Who borrows.
//!
//! *Patron*: somebody who borrows. *Card*: the barcode that stands for them at the desk. *Category*: their kind, by
//! which loan rules tell patrons apart. *Expires*: the last day on which the card lends. *Last active*: the last month
//! in which they borrowed or renewed, so that cards long unused can be found.
//!
//! A card is one patron's, and no item's barcode. A patron's record says nothing of what they borrowed.

mod edit;
mod patron;
mod register;
mod search;
mod show;
mod store;

pub use edit::{Edit, edit, keep};
pub use patron::{Patron, PatronDetails};
pub use register::{Register, add, check, register};
pub use search::{FoundPatrons, Search, search};
pub use show::{ShowPatron, count, find_by_card, patron, was_active};
pub use store::INVARIANTS;

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "patrons.edit", EditPatrons, [Patrons], edit::edit),
    command!(Read "patrons.patron", Lend, [Patrons], show::show_patron),
    command!(Write "patrons.register", EditPatrons, [Patrons], register::register),
    command!(Read "patrons.search", Lend, [Patrons], search::search),
];
