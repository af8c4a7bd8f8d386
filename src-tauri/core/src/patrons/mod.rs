//! Who borrows.
//!
//! *Patron*: somebody who borrows. *Card*: the barcode that stands for them at the desk. *Category*: their kind, by
//! which loan rules tell patrons apart. *Expires*: the last day on which the card lends. *Last active*: the last month
//! in which they borrowed or renewed, so that cards long unused can be found.
//!
//! A number is one patron's, and no item's barcode, be it the present card, another one, or one that was retired. A patron's record says nothing of what they borrowed.

mod cards;
mod edit;
mod guardian;
mod patron;
mod register;
mod search;
mod show;
mod store;

pub use cards::{
    AddCard, Card, CardKind, NewCardKind, RemoveCard, ReplaceCard, ReportCard, ShowCards, Whose,
    add_card, cards, keep_card, remove_card, replace_card, report_found, report_lost, whose,
};
pub use edit::{Edit, edit, keep};
pub use guardian::{Guardian, guardian};
pub use patron::{Patron, PatronDetails};
pub use register::{Register, add, check, register};
pub use search::{FoundPatrons, Search, search};
pub use show::{ShowPatron, count, find_by_card, patron, was_active};
pub use store::INVARIANTS;

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "patrons.add_card", EditPatrons, [Patrons], cards::add_card),
    command!(Read "patrons.cards", Lend, [Patrons], cards::cards),
    command!(Write "patrons.edit", EditPatrons, [Patrons], edit::edit),
    command!(Read "patrons.patron", Lend, [Patrons], show::show_patron),
    command!(Write "patrons.register", EditPatrons, [Patrons], register::register),
    command!(Write "patrons.remove_card", EditPatrons, [Patrons], cards::remove_card),
    command!(Write "patrons.replace_card", EditPatrons, [Patrons], cards::replace_card),
    command!(Write "patrons.report_found", EditPatrons, [Patrons], cards::report_found),
    command!(Write "patrons.report_lost", Lend, [Patrons], cards::report_lost),
    command!(Read "patrons.search", Lend, [Patrons], search::search),
];
