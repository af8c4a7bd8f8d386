//! Who borrows.
//!
//! *Patron*: somebody who borrows. *Card*: the barcode that stands for them at the desk. *Category*: their kind, by
//! which loan rules tell patrons apart. *Expires*: the last day on which the card lends. *Last active*: the last month
//! in which they borrowed or renewed, so that cards long unused can be found. *Active*: who borrowed or renewed in a month;
//! of each patron the months are kept, and nothing of what they borrowed.
//!
//! *Guardian*: who answers for a child. *Household*: patrons who live together. *Message*: what the desk is to tell a
//! patron at the next visit. *Alike*: may be the same person, or live with them; a warning, never a wall.
//!
//! A number is one patron's, and no item's barcode, be it the present card, another one, or one that was retired. A patron's record says nothing of what they borrowed.

mod cards;
mod contact;
mod demands;
mod edit;
mod guardian;
mod households;
mod likeness;
mod messages;
mod patron;
mod register;
mod search;
mod show;
mod similar;
mod store;

pub use cards::{
    AddCard, Card, CardKind, NewCardKind, RemoveCard, ReplaceCard, ReportCard, ShowCards, Whose,
    add_card, cards, drop_card, keep_card, remove_card, replace_card, report_found, report_lost,
    whose,
};
pub use contact::{ConfirmContact, QuestionContact, confirm_contact, question_contact};
pub use demands::{Demands, SetDemands, ShowDemands, guardian_missing, set_demands};
pub use edit::{Edit, edit, keep, take_away};
pub use guardian::{Guardian, guardian};
pub use households::{JoinHousehold, LeaveHousehold, join_household, leave_household, members};
pub use likeness::Likeness;
pub use messages::{
    AcknowledgeMessage, Acknowledged, Message, ShowMessages, TakeBackMessage, WriteMessage,
    acknowledge_message, bars, forget_messages, forgettable_messages, messages, messages_now,
    take_back_message, write_message,
};
pub use patron::{Patron, PatronDetails};
pub use register::{Register, add, check, register};
pub use search::{FoundPatrons, Search, search};
pub use show::{ShowPatron, count, find_by_card, patron, was_active, was_not_active};
pub use similar::{Alike, DuplicateRefusal, ShowSimilar, Similar, similar};
pub use store::{INVARIANTS, refold};

use crate::kernel::command::{Command, command};

/// What this domain offers.
pub const COMMANDS: &[Command] = &[
    command!(Write "patrons.acknowledge_message", Lend, [Patrons], messages::acknowledge_message),
    command!(Write "patrons.add_card", EditPatrons, [Patrons], cards::add_card),
    command!(Read "patrons.cards", Lend, [Patrons], cards::cards),
    command!(Write "patrons.confirm_contact", EditPatrons, [Patrons], contact::confirm_contact),
    command!(Read "patrons.demands", SignedIn, [Rules], demands::show_demands),
    command!(Write "patrons.edit", EditPatrons, [Patrons], edit::edit),
    command!(Write "patrons.join_household", EditPatrons, [Patrons], households::join_household),
    command!(Write "patrons.leave_household", EditPatrons, [Patrons], households::leave_household),
    command!(Read "patrons.messages", Lend, [Patrons], messages::messages),
    command!(Read "patrons.patron", Lend, [Patrons], show::show_patron),
    command!(Write "patrons.question_contact", EditPatrons, [Patrons], contact::question_contact),
    command!(Write "patrons.register", EditPatrons, [Patrons], register::register),
    command!(Write "patrons.remove_card", EditPatrons, [Patrons], cards::remove_card),
    command!(Write "patrons.replace_card", EditPatrons, [Patrons], cards::replace_card),
    command!(Write "patrons.report_found", EditPatrons, [Patrons], cards::report_found),
    command!(Write "patrons.report_lost", Lend, [Patrons], cards::report_lost),
    command!(Read "patrons.search", Lend, [Patrons], search::search),
    command!(Write "patrons.set_demands", EditPolicies, [Patrons, Rules], demands::set_demands),
    command!(Read "patrons.similar", EditPatrons, [Patrons], similar::similar),
    command!(Write "patrons.take_back_message", EditPatrons, [Patrons], messages::take_back_message),
    command!(Write "patrons.write_message", EditPatrons, [Patrons], messages::write_message),
];
